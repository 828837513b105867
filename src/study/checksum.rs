//! Whether a text is still as it was written.
//!
//! Apart from backups and blocks, which both carry one.

/// FNV-1a, in 16 hexadecimal digits: against damage, not against forgery.
pub(super) fn checksum(bytes: impl Iterator<Item = u8>) -> String {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let sum = bytes.fold(START, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(PRIME)
    });
    format!("{sum:016x}")
}
