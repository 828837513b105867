//! The Library of the shelf's articles, searched, sorted and filtered; and a large one, file by file.
