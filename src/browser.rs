//! The back door: storage, clock, chance, address and worker, as strings, numbers and results.
//!
//! Apart from `ui`, so that everything that a browser may deny or break stands in one place.
