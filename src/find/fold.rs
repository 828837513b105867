//! Letters without capitals, accents and ligatures.
//!
//! Apart from the words, which are told by what stands between letters.

/// U+00C0 to U+017F, by the letter that is left; a blank where it is more than one, or another.
const LATIN: &[u8; 192] = b"aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllll\
lllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// U+1E00 to U+1EFF, those for the languages of Vietnam among them.
const LATIN_MORE: &[u8; 256] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyasss  aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

/// Letters that stand for several, or for one far from them.
const OTHERS: [(char, &str); 40] = [
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('þ', "th"),
    ('Þ', "th"),
    ('ĳ', "ij"),
    ('Ĳ', "ij"),
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
    ('ƒ', "f"),
    ('ș', "s"),
    ('Ș', "s"),
    ('ț', "t"),
    ('Ț', "t"),
    ('ơ', "o"),
    ('Ơ', "o"),
    ('ư', "u"),
    ('Ư', "u"),
    ('ά', "α"),
    ('έ', "ε"),
    ('ή', "η"),
    ('ί', "ι"),
    ('ϊ', "ι"),
    ('ΐ', "ι"),
    ('ό', "ο"),
    ('ύ', "υ"),
    ('ϋ', "υ"),
    ('ΰ', "υ"),
    ('ώ', "ω"),
    ('ς', "σ"),
    ('ё', "е"),
    ('ѐ', "е"),
];

/// Puts what is left of the letter after the text: one letter or several, in small letters.
pub(super) fn fold(letter: char, onto: &mut String) {
    if letter.is_ascii() {
        onto.push(letter.to_ascii_lowercase());
        return;
    }
    match plain(letter) {
        Some(plain) => onto.push(plain),
        None => letter.to_lowercase().for_each(|letter| other(letter, onto)),
    }
}

/// Whether it only stands above, below or between letters.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}')
}

fn plain(letter: char) -> Option<char> {
    let byte = match letter {
        '\u{c0}'..='\u{17f}' => LATIN[letter as usize - 0xc0],
        '\u{1e00}'..='\u{1eff}' => LATIN_MORE[letter as usize - 0x1e00],
        // Letters and digits as wide as those of Chinese.
        '\u{ff10}'..='\u{ff5a}' => ((letter as u32 - 0xfee0) as u8).to_ascii_lowercase(),
        _ => return None,
    };
    byte.is_ascii_alphanumeric().then_some(char::from(byte))
}

fn other(letter: char, onto: &mut String) {
    match OTHERS.iter().find(|(it, _)| *it == letter) {
        Some((_, letters)) => onto.push_str(letters),
        None if is_mark(letter) => {}
        None => onto.push(letter),
    }
}
