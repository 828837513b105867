//! The page: its frame, its routes, its pages and their parts.
//!
//! Apart from the pure rooms, whose values it shows and never changes by itself.
