//! Chance, from the best source that the browser has.
//!
//! Apart because the pure rooms throw no dice: a seed comes in as an argument.

use js_sys::Math;

use super::{clock, window};

/// 64 bits of chance.
pub fn random_u64() -> u64 {
    from_crypto().unwrap_or_else(from_math)
}

fn from_crypto() -> Option<u64> {
    let mut bytes = [0; 8];
    window()?
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut bytes)
        .ok()?;
    Some(u64::from_le_bytes(bytes))
}

/// Two draws of 32 bits, turned by the clock, where there is no `crypto`.
fn from_math() -> u64 {
    let word = || (Math::random() * 4_294_967_296.0) as u64;
    (word() << 32 | word()) ^ clock::now_ms().rotate_left(20)
}
