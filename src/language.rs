//! English prose as sentences, tokens, tags and noun phrases, all of them spans into the text.
//!
//! Apart from `question`, which asks about what this room finds, because every kind of question
//! stands on the same reading of the text.
