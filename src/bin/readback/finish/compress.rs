//! A smaller copy of every file that can be made smaller, for hosts that send such copies.
//!
//! Apart because it comes last: a copy of what changes afterwards would be wrong.

use std::io::{self, Write};
use std::thread;

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{Error, Site};

const ENDINGS: [&str; 9] = [
    ".css",
    ".html",
    ".js",
    ".json",
    ".svg",
    ".txt",
    ".wasm",
    ".webmanifest",
    ".xml",
];

const QUALITY: u32 = 11;
/// Of articles and their pages there may be 10,000: so they take a tenth of the time.
const QUALITY_OF_ARTICLES: u32 = 9;
const WINDOW: u32 = 24;
const BUFFER: usize = 1 << 16;

/// Writes `.gz` and `.br` beside each such file.
pub(crate) fn step(site: &mut Site) -> Result<(), Error> {
    let mut paths = site.paths();
    paths.retain(|path| ENDINGS.iter().any(|ending| path.ends_with(ending)));
    for (path, [gzip, brotli]) in all(site, &paths)? {
        site.put(format!("{path}.gz"), gzip);
        site.put(format!("{path}.br"), brotli);
    }
    Ok(())
}

type Copies = (String, [Vec<u8>; 2]);

/// Every second file by another thread, and so on.
fn all(site: &Site, paths: &[String]) -> Result<Vec<Copies>, Error> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = |nth| some(site, paths.iter().skip(nth).step_by(threads));
    thread::scope(|scope| {
        let shares: Vec<_> = (0..threads)
            .map(|nth| scope.spawn(move || share(nth)))
            .collect();
        let shares = shares
            .into_iter()
            .map(|share| share.join().expect("compressing does not panic"));
        shares
            .collect::<Result<Vec<_>, _>>()
            .map(|shares| shares.concat())
    })
}

fn some<'a>(site: &Site, paths: impl Iterator<Item = &'a String>) -> Result<Vec<Copies>, Error> {
    paths
        .map(|path| {
            let copies = copies(site.bytes(path)?, quality(path))
                .map_err(|error| Error::new(path, error))?;
            Ok((path.clone(), copies))
        })
        .collect()
}

/// Only they stand in folders, but for pictures.
fn quality(path: &str) -> u32 {
    match path.contains('/') {
        true => QUALITY_OF_ARTICLES,
        false => QUALITY,
    }
}

/// The same bytes whenever they are made: neither has a time or a name in it.
fn copies(bytes: &[u8], quality: u32) -> io::Result<[Vec<u8>; 2]> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = CompressorWriter::new(Vec::new(), BUFFER, quality, WINDOW);
    brotli.write_all(bytes)?;
    Ok([gzip.finish()?, brotli.into_inner()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn copies_are_smaller_the_same_every_time_and_hold_the_same() {
        let bytes = "The tide comes and goes. ".repeat(100);
        let [gzip, brotli] = copies(bytes.as_bytes(), QUALITY).unwrap();
        assert!(
            gzip.len() < 100 && brotli.len() < 60,
            "{} {}",
            gzip.len(),
            brotli.len()
        );
        assert_eq!(
            copies(bytes.as_bytes(), QUALITY).unwrap(),
            [gzip.clone(), brotli.clone()]
        );
        let (mut one, mut other) = (String::new(), String::new());
        flate2::read::GzDecoder::new(&*gzip)
            .read_to_string(&mut one)
            .unwrap();
        brotli::Decompressor::new(&*brotli, BUFFER)
            .read_to_string(&mut other)
            .unwrap();
        assert_eq!([one, other], [bytes.clone(), bytes]);
    }

    #[test]
    fn pictures_have_no_copies() {
        let mut site = Site::default();
        site.put("a.png", "picture");
        site.put("b.js", "script");
        step(&mut site).unwrap();
        assert_eq!(site.paths(), ["a.png", "b.js", "b.js.br", "b.js.gz"]);
    }
}
