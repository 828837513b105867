//! To be written in its own commit.

fn main() {}
