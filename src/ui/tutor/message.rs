//! What the page and the tutor say to each other, as JSON.
//!
//! Apart from both, since they are two programs; and tested here without a browser.

use serde::Serialize;

use crate::article::{Article, Slug};
use crate::json::{Json, JsonError};
use crate::question::QuestionId;
use crate::shelf;
use crate::study::{Answering, Millis, Step};

/// What the page wants. Each comes with the time, by which the tutor counts days.
#[derive(Debug)]
pub enum Wish {
    /// To be known: everything stored, in place of what was known before.
    Load {
        /// Keys and values.
        entries: Vec<(String, Option<String>)>,
        /// The lines of the language spoken; nothing where that is English.
        words: String,
    },
    /// To be known: keys with their new values, or none where one was removed.
    Changed {
        /// Keys and values.
        entries: Vec<(String, Option<String>)>,
    },
    /// To be known: articles, besides those known before.
    Shelf {
        /// Each at most once.
        articles: Vec<Article>,
    },
    /// To be known: what the examiner answered about articles of the shelf.
    Known {
        /// The articles, each with the answer as the examiner wrote it.
        examined: Vec<(Slug, String)>,
    },
    /// Questions for a sitting.
    Draw(Pool),
    /// Which questions are due.
    Due,
    /// To be known: what a large library has, whose articles are files beside the page.
    Library {
        /// As the build wrote it.
        contents: Contents,
    },
    /// To be known: files that were wanted, by name, or nothing where one could not be had.
    Files {
        /// Names and texts.
        files: Vec<(String, Option<String>)>,
    },
    /// A part of a page.
    View {
        /// Its name.
        name: String,
        /// What it is about, such as an article's name; often nothing.
        with: String,
        /// Whether the browser has promised to keep what is stored, where it says so.
        kept: Option<bool>,
    },
    /// A backup to be looked at.
    Import {
        /// The file's text.
        text: String,
    },
    /// What a button or field names.
    Act {
        /// The value of its `data-do`.
        what: String,
        /// The value of its `data-with`, or of the field.
        with: String,
    },
}

/// What a sitting is to be drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// The article, whose questions must be known.
    pub article: Slug,
    /// None but these of its questions.
    pub from: Vec<QuestionId>,
    /// At most so many.
    pub count: usize,
    /// What chance goes by.
    pub seed: u64,
    /// How they will be answered.
    pub answering: Answering,
}

/// What a large library has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// How many articles.
    pub count: usize,
    /// All categories.
    pub categories: Vec<String>,
    /// The names of the lists of articles, in the order of the Library.
    pub lists: Vec<String>,
    /// The names of the pieces of the index, each with its first word, in the order of the words.
    pub words: Vec<(String, String)>,
}

/// What the tutor answers.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct Reply {
    /// What is to be changed in storage, in this order.
    pub steps: Vec<(String, Option<String>, Option<String>)>,
    /// What to say once that is done.
    pub says: Option<String>,
    /// Files to be offered: their names and texts.
    pub file: Vec<(String, String)>,
    /// A text to be put on the clipboard.
    pub copy: Option<String>,
    /// Nodes, as JSON in a text.
    pub view: Option<String>,
    /// Whatever the page shows of all attempts, where it may have changed.
    pub overview: Option<Overview>,
    /// The questions drawn, in the order of asking; `None` where those of the article are not known.
    pub drawn: Option<Vec<QuestionId>>,
    /// What is due.
    pub due: Option<Due>,
    /// The names of files without which there is no answer: whoever fetches them asks again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wants: Vec<String>,
}

/// What the page shows of all attempts at once.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Overview {
    /// The articles ever quizzed, with what the Library says of them.
    pub lines: Vec<(Slug, String)>,
    /// How many questions are due.
    pub due: usize,
    /// What is to be said on every page.
    pub notice: Option<String>,
    /// Why nothing may be stored, where that is so.
    pub closed: Option<String>,
}

/// What is due.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Due {
    /// The questions in the order of asking, with their articles.
    pub questions: Vec<(Slug, QuestionId)>,
    /// What to say where there are none.
    pub says: String,
}

impl Reply {
    /// With these steps.
    pub fn steps(mut self, steps: Vec<Step>) -> Self {
        let steps = steps.into_iter();
        self.steps
            .extend(steps.map(|step| (step.key, step.from, step.to)));
        self
    }

    /// The steps, taken out of it.
    pub fn take_steps(&mut self) -> Vec<Step> {
        let steps = std::mem::take(&mut self.steps).into_iter();
        steps
            .map(|(key, from, to)| Step { key, from, to })
            .collect()
    }

    /// The answer's text.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("these types have only text keys and whole numbers")
    }

    /// Reads it.
    ///
    /// # Errors
    /// When it is not what the tutor writes.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let json = Json::parse(text).and_then(|json| read(&json));
        json.map_err(|error| error.to_string())
    }
}

impl Wish {
    /// Reads what the page wants, and when.
    ///
    /// # Errors
    /// When it is not what the page writes.
    pub fn from_json(text: &str) -> Result<(Self, Millis), String> {
        let read = |json: &Json| Ok((read_wish(json)?, Millis(json.get("now")?.whole()?)));
        let json = Json::parse(text).and_then(|json| read(&json));
        json.map_err(|error| error.to_string())
    }
}

fn read_wish(json: &Json) -> Result<Wish, JsonError> {
    let text = |key| json.get(key).and_then(Json::string);
    let entries = || json.get("entries")?.list(read_entry);
    Ok(match json.get("do")?.text()? {
        "load" => Wish::Load {
            entries: entries()?,
            words: text("words")?,
        },
        "changed" => Wish::Changed {
            entries: entries()?,
        },
        "shelf" => Wish::Shelf {
            articles: json.get("articles")?.list(shelf::read_article)?,
        },
        "known" => Wish::Known {
            examined: about(pairs(json.get("examined")?)?),
        },
        "draw" => Wish::Draw(read_pool(json)?),
        "due" => Wish::Due,
        "library" => Wish::Library {
            contents: read_contents(json)?,
        },
        "files" => Wish::Files { files: entries()? },
        "view" => Wish::View {
            name: text("name")?,
            with: text("with")?,
            kept: json
                .find("kept")
                .map(Json::text)
                .transpose()?
                .map(|it| it == "yes"),
        },
        "import" => Wish::Import {
            text: text("text")?,
        },
        "act" => Wish::Act {
            what: text("what")?,
            with: text("with")?,
        },
        _ => return Err(json.misshapen()),
    })
}

fn read_pool(json: &Json) -> Result<Pool, JsonError> {
    Ok(Pool {
        article: json.get("article")?.read()?,
        from: json.get("from")?.list(read_id)?,
        count: json.get("count")?.whole()?,
        seed: json.get("seed")?.whole()?,
        answering: Answering::named(json.get("answering")?.text()?),
    })
}

fn read_contents(json: &Json) -> Result<Contents, JsonError> {
    Ok(Contents {
        count: json.get("count")?.whole()?,
        categories: json.get("categories")?.list(Json::string)?,
        lists: json.get("lists")?.list(Json::string)?,
        words: pairs(json.get("words")?)?,
    })
}

/// A key and the value that it has, if any.
fn read_entry(json: &Json) -> Result<(String, Option<String>), JsonError> {
    let mut parts = json.list(|part| Ok(part.string().ok()))?.into_iter();
    let key = parts.next().flatten().ok_or_else(|| json.misshapen())?;
    Ok((key, parts.next().flatten()))
}

fn read(json: &Json) -> Result<Reply, JsonError> {
    let text = |key| json.find(key).map(Json::string).transpose();
    let ids = |drawn: &Json| drawn.list(read_id);
    Ok(Reply {
        steps: json.get("steps")?.list(read_step)?,
        says: text("says")?,
        file: pairs(json.get("file")?)?,
        copy: text("copy")?,
        view: text("view")?,
        overview: json.find("overview").map(read_overview).transpose()?,
        drawn: json.find("drawn").map(ids).transpose()?,
        due: json.find("due").map(read_due).transpose()?,
        wants: Vec::new(),
    })
}

fn read_id(json: &Json) -> Result<QuestionId, JsonError> {
    json.string().map(QuestionId::new)
}

fn read_step(json: &Json) -> Result<(String, Option<String>, Option<String>), JsonError> {
    let mut parts = json.list(|part| Ok(part.string().ok()))?.into_iter();
    let mut part = || parts.next().flatten();
    let key = part().ok_or_else(|| json.misshapen())?;
    Ok((key, part(), part()))
}

fn read_overview(json: &Json) -> Result<Overview, JsonError> {
    Ok(Overview {
        lines: about(pairs(json.get("lines")?)?),
        due: json.get("due")?.whole()?,
        notice: json.find("notice").map(Json::string).transpose()?,
        closed: json.find("closed").map(Json::string).transpose()?,
    })
}

fn read_due(json: &Json) -> Result<Due, JsonError> {
    let questions = about(pairs(json.get("questions")?)?).into_iter();
    Ok(Due {
        questions: questions
            .map(|(slug, id)| (slug, QuestionId::new(id)))
            .collect(),
        says: json.get("says")?.string()?,
    })
}

/// Texts of which the first are names of articles.
fn about(pairs: Vec<(String, String)>) -> Vec<(Slug, String)> {
    let pairs = pairs.into_iter();
    pairs
        .filter_map(|(slug, text)| Some((slug.parse().ok()?, text)))
        .collect()
}

/// All lists of two texts are read here, so that the page has one reader of such lists.
pub(super) fn pairs(json: &Json) -> Result<Vec<(String, String)>, JsonError> {
    json.list(|pair| {
        let pair = <[String; 2]>::try_from(pair.list(Json::string)?);
        pair.map(Into::into).map_err(|_| json.misshapen())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reply: &Reply) {
        assert_eq!(Reply::from_json(&reply.to_json()).as_ref(), Ok(reply));
    }

    #[test]
    fn an_empty_reply_comes_back() {
        check(&Reply::default());
    }

    #[test]
    fn a_full_reply_comes_back() {
        let id = QuestionId::new("0123456789ab".to_owned());
        let slug: Slug = "tides".parse().unwrap();
        check(&Reply {
            steps: vec![
                ("readback.a".into(), None, Some("\"1\"\n".into())),
                ("readback.b".into(), Some("2".into()), None),
            ],
            says: Some("Done.".into()),
            file: vec![("a.json".into(), "{}".into())],
            copy: Some("é".into()),
            view: Some(r#"["p",[],[]]"#.into()),
            overview: Some(Overview {
                lines: vec![(slug.clone(), "Last 6 of 8".into())],
                due: 3,
                notice: Some("Ten quizzes".into()),
                closed: Some("Newer".into()),
            }),
            drawn: Some(vec![id.clone()]),
            due: Some(Due {
                questions: vec![(slug, id)],
                says: "Nothing due".into(),
            }),
            wants: Vec::new(),
        });
    }

    #[test]
    fn what_is_no_reply_is_an_error() {
        for text in ["", "{}", r#"{"steps":[[]],"file":[]}"#] {
            assert!(Reply::from_json(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_page_s_wishes_are_understood() {
        for text in [
            r#"{"do":"load","entries":[["a","b"]],"words":"","now":1}"#,
            r#"{"do":"changed","entries":[["a",null]],"now":1}"#,
            r#"{"do":"draw","article":"tides","from":["0123456789ab"],"count":8,"seed":18446744073709551615,"answering":"type","now":1}"#,
            r#"{"do":"due","now":1}"#,
            r#"{"do":"library","count":1,"categories":["a"],"lists":["b"],"words":[["c","d"]],"now":1}"#,
            r#"{"do":"files","entries":[["a","b"],["c",null]],"now":1}"#,
            r#"{"do":"shelf","articles":[],"now":1}"#,
            r#"{"do":"known","examined":[["tides","{}"]],"now":1}"#,
            r#"{"do":"view","name":"progress","with":"","kept":"yes","now":1}"#,
            r#"{"do":"act","what":"reset","with":"tides","now":1}"#,
        ] {
            assert!(Wish::from_json(text).is_ok(), "{text}");
        }
    }
}
