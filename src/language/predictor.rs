//! How likely the next bit of the tagger's words is to be a one, by the letters before it, and the interval that it
//! narrows.
//!
//! Apart from `model`, which reads by it what `build/tagger.rs` has written by it: both must say the same of every
//! bit, and so it counts in whole numbers alone. Our own, since the packers that there are would take more of the
//! page than they save.

/// Of so many, how often a one is to be expected.
const WHOLE: u32 = 1 << 16;

/// Nothing is quite sure.
const LEAST: u32 = 16;

/// What was seen oftener counts as if it had been so often, so that what came last tells most.
const OFTEN: usize = 14;

/// So much more the longer context tells than the shorter.
const LONGER: u32 = 4;

/// The numbers that what was packed so far may go on as: every bit leaves as much of them as it was expected
/// (arithmetic coding: Rissanen 1976, "Generalized Kraft inequality and arithmetic coding").
pub(crate) struct Interval {
    pub(crate) low: u32,
    high: u32,
}

impl Interval {
    pub(crate) fn new() -> Self {
        let (low, high) = (0, u32::MAX);
        Interval { low, high }
    }

    /// The last of the numbers that stand for a one.
    pub(crate) fn middle(&self, expected: u32) -> u32 {
        let part = u64::from(self.high - self.low) * u64::from(expected) / u64::from(WHOLE);
        self.low + part as u32
    }

    /// What a bit leaves of it.
    pub(crate) fn narrow(&mut self, middle: u32, bit: bool) {
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// The first byte, once all numbers have the same; then those behind it count.
    pub(crate) fn settled(&mut self) -> Option<u8> {
        let first = self.low >> 24;
        (first == self.high >> 24).then(|| {
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            first as u8
        })
    }
}

/// A word that is read byte by byte: a capital tells how many bytes it shares with the one before, from `A` for none,
/// and then come its own.
#[derive(Default)]
pub(crate) struct Word {
    pub(crate) letters: Vec<u8>,
    next: Next,
}

/// What comes next of it.
#[derive(Default)]
enum Next {
    /// What stands before any word: the number of a tag.
    #[default]
    Outside,
    /// The first letter of its own, in the place of this one of the word before, or of none.
    First(u8),
    /// Another of its own, or the next word.
    Inside,
}

impl Word {
    pub(crate) fn read(&mut self, byte: u8) {
        match byte {
            b'A'..=b'Z' => {
                let shared = usize::from(byte - b'A');
                let instead = self.letters.get(shared).copied().unwrap_or_default();
                self.letters.truncate(shared);
                self.next = Next::First(instead);
            }
            b' ' | b'\n' => *self = Word::default(),
            letter => {
                self.letters.push(letter);
                self.next = Next::Inside;
            }
        }
    }

    /// What the next byte can be told by, in seven bits and in eleven: the first of its own by the letter in its place
    /// and the last before it, another by the last two.
    fn contexts(&self) -> (usize, usize) {
        let mut back = self.letters.iter().rev().map(|letter| five_bits(*letter));
        let last = back.next().unwrap_or_default();
        let told = |kind: usize, before: usize| (kind << 5 | last, 1 << 10 | before << 5 | last);
        match self.next {
            Next::First(instead) => {
                let instead = five_bits(instead);
                (instead, instead << 5 | last)
            }
            Next::Outside => told(1, 0),
            Next::Inside => told(2, back.next().unwrap_or_default()),
        }
    }
}

/// Tells all small letters apart, and them from what else stands in words.
fn five_bits(byte: u8) -> usize {
    usize::from(match byte {
        0 => 0,
        b'a'..=b'z' => byte & 0x1f,
        other => other >> 2 & 3 | 28,
    })
}

/// What was seen so far. What is known of the shorter context and of the longer is weighted by the square of how often
/// they were seen (after the mixing of orders in prediction by partial matching: Cleary and Witten 1984, "Data
/// compression using adaptive coding and partial string matching").
pub(crate) struct Predictor {
    single: Vec<Seen>,
    double: Vec<Seen>,
    /// How much of [`WHOLE`] the one tells and the other, by how often they were seen: to divide for each bit would
    /// take most of the time.
    weights: Vec<[u32; 2]>,
    word: Word,
    /// A one and the bits of this byte so far.
    node: usize,
}

/// Of what one tells: how likely a one is, less half of [`WHOLE`], and how often it was seen.
#[derive(Clone, Copy, Default)]
struct Seen {
    likely: i16,
    times: u16,
}

impl Predictor {
    pub(crate) fn new() -> Self {
        let squares = || (0..=OFTEN as u32).map(|times| times * times);
        let weigh = |one: u32, two: u32| {
            let all = (one + LONGER * two).max(1);
            [one * WHOLE / all, LONGER * two * WHOLE / all]
        };
        Predictor {
            single: vec![Seen::default(); 1 << 15],
            double: vec![Seen::default(); 1 << 19],
            weights: squares()
                .flat_map(|one| squares().map(move |two| weigh(one, two)))
                .collect(),
            word: Word::default(),
            node: 1,
        }
    }

    /// How often of [`WHOLE`] the next bit will be a one: never none, never all.
    pub(crate) fn expected(&self) -> u32 {
        let (single, double) = self.slots();
        let (one, two) = (self.single[single], self.double[double]);
        let place = usize::from(one.times) * (OFTEN + 1) + usize::from(two.times);
        let [short, long] = self.weights[place].map(u32::cast_signed);
        let half = (WHOLE / 2).cast_signed();
        let told = (short / 2 * i32::from(one.likely) + long / 2 * i32::from(two.likely)) >> 15;
        let expected = (half + told).clamp(0, 2 * half).cast_unsigned();
        expected.clamp(LEAST, WHOLE - LEAST)
    }

    /// Takes in what the bit was; the byte, where it was its last.
    pub(crate) fn learn(&mut self, bit: bool) -> Option<u8> {
        let (single, double) = self.slots();
        self.single[single].learn(bit);
        self.double[double].learn(bit);
        self.node = self.node << 1 | usize::from(bit);
        if self.node < 0x100 {
            return None;
        }
        let byte = (self.node & 0xff) as u8;
        self.word.read(byte);
        self.node = 1;
        Some(byte)
    }

    fn slots(&self) -> (usize, usize) {
        let (single, double) = self.word.contexts();
        (single << 8 | self.node, double << 8 | self.node)
    }
}

impl Seen {
    fn learn(&mut self, bit: bool) {
        let target = i32::from(if bit { i16::MAX } else { i16::MIN });
        let likely = i32::from(self.likely);
        let share = SHARES[usize::from(self.times)];
        self.likely = (likely + (((target - likely) * share) >> 14)) as i16;
        self.times = (self.times + 1).min(OFTEN as u16);
    }
}

/// How much what comes next tells after so many times: the mean of all, and half of it unseen, in 1/16384.
const SHARES: [i32; OFTEN + 1] = {
    let mut shares = [0; OFTEN + 1];
    let mut times = 0;
    while times <= OFTEN {
        shares[times] = (2 << 14) / (2 * times as i32 + 3);
        times += 1;
    }
    shares
};
