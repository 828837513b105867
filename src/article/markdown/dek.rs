//! The dek that stands under a title as a paragraph in emphasis.
//!
//! Apart from front matter, where a dek has a name.

use super::{Piece, Role};
use crate::article::Style;
use crate::article::draft::{Draft, LONGEST_DEK};
use crate::article::text::words;

/// Takes the paragraph in emphasis with which the text under the title begins: it sums up what follows.
pub(super) fn take_dek(draft: &mut Draft, pieces: &mut Vec<Piece>, emphasized: &[usize]) {
    let sums_up =
        |first: &Piece| emphasized.contains(&first.line) && words(&first.text) <= LONGEST_DEK;
    let more = pieces
        .iter()
        .skip(1)
        .any(|piece| matches!(piece.role, Role::Text(_)));
    let free = draft.title.is_some() && draft.dek.is_none();
    if free && more && pieces.first().is_some_and(sums_up) {
        draft.dek = Some(pieces.remove(0).text);
    }
}

/// Whether a paragraph is one run of emphasis: "*How the canal was dug.*"
pub(super) fn is_emphasized(piece: &Piece) -> bool {
    let text = piece.text.trim();
    let encloses = |mark: char| {
        let within = text
            .strip_prefix(mark)
            .and_then(|text| text.strip_suffix(mark));
        within.is_some_and(|within| !within.is_empty() && !within.contains(mark))
    };
    piece.role == Role::Text(Style::Prose) && (encloses('*') || encloses('_'))
}
