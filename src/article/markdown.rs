//! Markdown, the part of it that articles are written in.
//!
//! Hand-written because a full reader costs the page 60 kB; what it does not know stays as text.

mod dek;
mod front;
mod html;
mod inline;

use super::block::list_item;
use super::draft::Draft;
use super::text::{join, tidy, words};
use super::{Notice, Style, furniture};
use dek::{is_emphasized, take_dek};
use front::Front;
use inline::References;

/// Whether a text without a Markdown ending is Markdown all the same: it begins with front
/// matter or a heading, or has several headings.
pub(super) fn is_recognised(lines: &[&str]) -> bool {
    let first = lines.iter().find(|line| !line.is_empty());
    let starts = first.is_some_and(|line| atx(line).is_some());
    let headings = lines.iter().filter(|line| atx(line).is_some());
    starts || front::length(lines).is_some() || headings.take(2).count() == 2
}

/// Reads the lines of a file.
pub(super) fn read(lines: &[&str]) -> Draft {
    let start = front::length(lines).unwrap_or(0);
    let front = Front::read(&lines[..start]);
    let mut reader = Reader::new(lines);
    let mut at = start;
    while at < lines.len() {
        at = reader.take(at);
    }
    reader.flush();
    assemble(front, reader)
}

/// A part of the text, its inline marks not yet read.
#[derive(Debug)]
struct Piece {
    line: usize,
    role: Role,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Heading(usize),
    Text(Style),
    /// Text in which nothing is a mark.
    Literal,
}

struct Reader<'a> {
    lines: &'a [&'a str],
    /// The last line on which a comment could end.
    last_comment_end: Option<usize>,
    /// The paragraph that goes on.
    open: Option<Piece>,
    pieces: Vec<Piece>,
    references: References,
    notices: Vec<Notice>,
}

impl<'a> Reader<'a> {
    fn new(lines: &'a [&'a str]) -> Self {
        Reader {
            lines,
            last_comment_end: lines.iter().rposition(|line| line.contains("-->")),
            open: None,
            pieces: Vec::new(),
            references: References::default(),
            notices: Vec::new(),
        }
    }

    /// Takes one block that begins at that line, or one line of a paragraph, and gives the index
    /// of the line after it.
    fn take(&mut self, at: usize) -> usize {
        let line = self.lines[at];
        if line.trim().is_empty() {
            self.flush();
            return at + 1;
        }
        self.comment(at)
            .or_else(|| self.fence(at))
            .or_else(|| self.table(at))
            .unwrap_or_else(|| {
                self.line(at, line);
                at + 1
            })
    }

    fn line(&mut self, at: usize, line: &str) {
        if let Some((level, text)) = atx(line) {
            self.piece(at, Role::Heading(level), text);
        } else if self.underline(line) || furniture::is_dropped(line.trim()) {
            self.flush();
        } else if let Some(text) = unquoted(line) {
            self.quoted(at, text);
        } else if self.open.is_some() || !self.references.define(line) {
            self.text(at, line, Style::Prose);
        }
    }

    fn quoted(&mut self, at: usize, text: &str) {
        if text.is_empty() {
            self.flush();
        } else {
            self.text(at, text, Style::Quote);
        }
    }

    /// A line of a paragraph, or of a list where it begins with a mark.
    fn text(&mut self, at: usize, line: &str, style: Style) {
        let item = list_item(line).or_else(|| Some((None, line.trim_start().strip_prefix("+ ")?)));
        if let Some((_, text)) = item.filter(|item| self.begins_item(item.0)) {
            let text = without_box(text);
            self.flush();
            self.open(at, Style::Item, text);
            return;
        }
        match &mut self.open {
            Some(piece) if style != Style::Quote || piece.role == Role::Text(style) => {
                join(&mut piece.text, line.trim().trim_end_matches('\\'));
            }
            _ => {
                self.flush();
                self.open(at, style, line.trim().trim_end_matches('\\'));
            }
        }
    }

    /// Whether a list mark begins an item: within a paragraph only a bullet or the number 1
    /// does.
    fn begins_item(&self, number: Option<u32>) -> bool {
        let prose = [Role::Text(Style::Prose), Role::Text(Style::Quote)];
        let in_prose = self.open.as_ref().is_some_and(|p| prose.contains(&p.role));
        !in_prose || number.is_none_or(|number| number == 1)
    }

    /// Whether the line underlines the paragraph above it, which then is a heading.
    fn underline(&mut self, line: &str) -> bool {
        let line = line.trim();
        let level = match line.trim_end_matches('=') {
            "" => 1,
            _ if line.trim_end_matches('-').is_empty() => 2,
            _ => return false,
        };
        match &mut self.open {
            Some(piece) if is_heading_above(piece) => {
                piece.role = Role::Heading(level);
                true
            }
            _ => false,
        }
    }

    /// A comment, which is left out.
    fn comment(&mut self, at: usize) -> Option<usize> {
        let line = self.lines[at].trim_start();
        if !line.starts_with("<!--") || self.last_comment_end? < at {
            return None;
        }
        let end = (at..self.lines.len()).find(|&i| self.lines[i].contains("-->"))?;
        self.flush();
        self.notices
            .push(Notice::at(at + 1, "a comment is left out"));
        let (_, after) = self.lines[end].split_once("-->")?;
        if !after.trim().is_empty() {
            self.line(end, after);
        }
        Some(end + 1)
    }

    /// Code between fences, as one paragraph of plain text.
    fn fence(&mut self, at: usize) -> Option<usize> {
        let fence = fence_mark(self.lines[at])?;
        self.flush();
        let first = at + 1;
        let closes = |line: &&str| line.trim() == fence_mark(line).unwrap_or_default();
        let length = self.lines[first..]
            .iter()
            .position(|line| closes(line) && line.trim().starts_with(fence));
        let end = length.map_or(self.lines.len(), |length| first + length);
        let text = tidy(&self.lines[first..end].join(" "));
        self.notices
            .push(Notice::at(at + 1, "code is shown as a plain paragraph"));
        self.piece(first, Role::Literal, &text);
        Some(end + 1)
    }

    /// A table, each row as an item.
    fn table(&mut self, at: usize) -> Option<usize> {
        let row = |at: usize| {
            self.lines
                .get(at)
                .copied()
                .filter(|line| line.contains('|'))
        };
        row(at)?;
        row(at + 1).filter(|line| is_table_rule(line))?;
        let end = (at..).find(|&at| row(at).is_none())?;
        self.flush();
        self.notices
            .push(Notice::at(at + 1, "a table is shown as a list of its rows"));
        for at in (at..end).filter(|&i| i != at + 1) {
            let line = self.lines[at].trim().trim_matches('|');
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            self.piece(at, Role::Text(Style::Item), &cells.join("; "));
        }
        Some(end)
    }

    fn open(&mut self, at: usize, style: Style, text: &str) {
        self.open = Some(Piece {
            line: at + 1,
            role: Role::Text(style),
            text: text.to_owned(),
        });
    }

    fn piece(&mut self, at: usize, role: Role, text: &str) {
        self.flush();
        self.pieces.push(Piece {
            line: at + 1,
            role,
            text: text.to_owned(),
        });
    }

    fn flush(&mut self) {
        self.pieces.extend(self.open.take());
    }
}

/// The draft that front matter and pieces make.
fn assemble(front: Front, reader: Reader) -> Draft {
    let mut pieces = reader.pieces;
    let emphasized = pieces.iter().filter(|piece| is_emphasized(piece));
    let emphasized: Vec<usize> = emphasized.map(|piece| piece.line).collect();
    for piece in &mut pieces {
        if piece.role != Role::Literal {
            piece.text = inline::plain(&piece.text, &reader.references);
        }
    }
    pieces.retain(|piece| !furniture::is_dropped(&piece.text));
    let mut draft = front.into_draft();
    for text in [&mut draft.title, &mut draft.dek] {
        *text = text
            .take()
            .map(|text| inline::plain(&text, &reader.references));
    }
    draft.notices.extend(reader.notices);
    take_title(&mut draft, &mut pieces);
    take_meta(&mut draft, &mut pieces);
    take_dek(&mut draft, &mut pieces, &emphasized);
    fill(&mut draft, pieces);
    draft
}

/// Takes the heading that is the title, or repeats it.
fn take_title(draft: &mut Draft, pieces: &mut Vec<Piece>) {
    let is_title = |at: &usize| match &draft.title {
        Some(title) => pieces[*at].text.eq_ignore_ascii_case(title),
        None => is_title(pieces, *at),
    };
    let heading = |piece: &Piece| matches!(piece.role, Role::Heading(_)) && !piece.text.is_empty();
    if let Some(at) = pieces.iter().position(heading).filter(is_title) {
        draft.title = Some(pieces.remove(at).text);
    }
}

/// Whether the first heading is the title: it is above all others, or of the first level with
/// little before it.
fn is_title(pieces: &[Piece], first: usize) -> bool {
    const FEW_WORDS: usize = 20;
    let level = |piece: &Piece| match piece.role {
        Role::Heading(level) => Some(level),
        _ => None,
    };
    let own = level(&pieces[first]);
    let mut others = pieces[first + 1..].iter().filter_map(level).map(Some);
    let before: usize = pieces[..first].iter().map(|p| words(&p.text)).sum();
    others.all(|other| own < other) || (before < FEW_WORDS && own == Some(1))
}

/// Takes the lines under the title that say when and by whom.
fn take_meta(draft: &mut Draft, pieces: &mut Vec<Piece>) {
    while let Some(piece) = pieces.first() {
        let prose = matches!(piece.role, Role::Text(Style::Prose | Style::Quote));
        let Some(meta) = furniture::meta(&piece.text).filter(|_| prose) else {
            return;
        };
        let day = meta.published.or(meta.updated).transpose().unwrap_or(None);
        let spare = (meta.byline.is_some() && draft.byline.is_some())
            || (day.is_some() && draft.date.is_some() && day != draft.date)
            || [meta.published, meta.updated]
                .iter()
                .flatten()
                .any(Result::is_err);
        if spare {
            let text = format!("left out: {}", piece.text);
            draft.notices.push(Notice::at(piece.line, text));
        }
        draft.date = draft.date.or(day);
        draft.byline = draft.byline.take().or(meta.byline);
        pieces.remove(0);
    }
}

fn fill(draft: &mut Draft, pieces: Vec<Piece>) {
    let mut related_level = None;
    for piece in pieces {
        match (piece.role, related_level) {
            (Role::Heading(level), _) => {
                related_level = furniture::is_related_heading(&piece.text).then_some(level);
                if related_level.is_none() {
                    draft.heading(&piece.text);
                }
            }
            (_, Some(_)) => draft.blurb(&piece.text),
            (Role::Text(style), None) => draft.paragraph(&piece.text, style),
            (Role::Literal, None) => draft.paragraph(&piece.text, Style::Prose),
        }
    }
}

/// The level and text of a heading that begins with number signs.
fn atx(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start();
    let level = text.len() - text.trim_start_matches('#').len();
    let rest = &text[level..];
    let is_heading = (1..=6).contains(&level)
        && line.len() - text.len() <= 3
        && rest.starts_with(char::is_whitespace);
    let rest = rest.trim();
    let bare = rest.trim_end_matches('#');
    let closed = bare.is_empty() || bare.ends_with(char::is_whitespace);
    let text = without_id(if closed { bare.trim_end() } else { rest });
    (is_heading && !text.is_empty()).then_some((level, text))
}

/// A heading without the name that some tools let one give it: "Tools {#tools}".
fn without_id(text: &str) -> &str {
    let id = text.ends_with('}').then(|| text.rfind("{#")).flatten();
    id.map_or(text, |at| text[..at].trim_end())
}

/// A paragraph short enough for a line under it to make it a heading.
fn is_heading_above(piece: &Piece) -> bool {
    const MAX_WORDS: usize = 25;
    piece.role == Role::Text(Style::Prose) && words(&piece.text) <= MAX_WORDS
}

/// The text of a quoted line, however deeply quoted.
fn unquoted(line: &str) -> Option<&str> {
    let text = line.trim_start();
    text.starts_with('>')
        .then(|| text.trim_start_matches(|c: char| c == '>' || c.is_whitespace()))
}

/// The text of an item without the box of a task.
fn without_box(text: &str) -> &str {
    let boxes = ["[ ] ", "[x] ", "[X] "];
    boxes
        .iter()
        .find_map(|b| text.strip_prefix(b))
        .unwrap_or(text)
}

/// Three or more backticks or tildes at the start of the line.
fn fence_mark(line: &str) -> Option<&str> {
    let text = line.trim_start();
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = text.trim_start_matches(mark);
    let fence = &text[..text.len() - rest.len()];
    (fence.len() >= 3 && !(mark == '`' && rest.contains('`'))).then_some(fence)
}

/// The line under the head of a table.
fn is_table_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}
