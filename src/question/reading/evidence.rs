//! Sentences as evidence.
//!
//! Apart from `reading`, which only tells what stands where.

use super::{At, Reading};
use crate::question::Evidence;

impl Reading<'_> {
    /// The sentence as evidence.
    pub(crate) fn evidence(&self, at: At) -> Evidence {
        let (passage, span) = (self.passage(at), self.sentence(at).span);
        Evidence {
            section: passage.section,
            paragraph: passage.paragraph,
            start: span.start,
            end: span.end,
            text: span.of(passage.text).to_owned(),
        }
    }

    /// Whether a sentence stands where the evidence does.
    pub(crate) fn is_within(&self, at: At, evidence: &Evidence) -> bool {
        let (passage, span) = (self.passage(at), self.sentence(at).span);
        (passage.section, passage.paragraph) == (evidence.section, evidence.paragraph)
            && span.start < evidence.end
            && evidence.start < span.end
    }

    /// The sentence as evidence, with those before it from the one on that gives a name; `None`
    /// where none of its paragraph does.
    pub(crate) fn evidence_naming(&self, at: At, name: &str) -> Option<Evidence> {
        let earlier = (0..=at.sentence)
            .rev()
            .map(|sentence| At { sentence, ..at });
        let first = earlier
            .into_iter()
            .find(|before| self.words(*before).contains(name))?;
        let evidence = self.evidence(at);
        let start = self.sentence(first).span.start;
        let text = self.text(at).get(start..evidence.end)?.to_owned();
        Some(Evidence {
            start,
            text,
            ..evidence
        })
    }

    /// Evidence up to the end of a sentence of its paragraph.
    pub(crate) fn stretched(&self, evidence: Evidence, last: At) -> Evidence {
        let end = self.sentence(last).span.end.max(evidence.end);
        let text = self.text(last).get(evidence.start..end);
        Evidence {
            text: text.unwrap_or(&evidence.text).to_owned(),
            end,
            ..evidence
        }
    }
}
