//! How likely the next bit of the tagger's words is to be a one, by the letters before it, and the interval that it
//! narrows.
//!
//! Apart from `model`, which reads by it what `build/tagger.rs` has written by it: both must expect the same of every
//! bit, and so it adds, multiplies and divides alone, which IEEE 754 rounds alike on every machine. Our own, since the
//! packers that there are would take more of the page than they save.

/// Of so many, how often a one is to be expected.
const WHOLE: u32 = 1 << 16;

/// Nothing is quite sure.
const LEAST: u32 = 8;

/// What was seen oftener counts as if it had been so often, so that what came last tells most.
const OFTEN: u16 = 14;

/// How far what tells well is trusted more the next time.
const LEARNING: f32 = 0.004;

/// The log odds go from -8 to 8 in so many steps for each.
const STEPS: usize = 256;

/// The exponential of one of them.
const STEP: f64 = 1.003_913_889_338_347_5;

/// What a bit is told by: what the letter stands in place of, and the last, the last two and the last three letters.
const TOLD_BY: usize = 4;

/// In a table of so many, what is known of all of them.
const SLOTS: usize = 1 << 20;

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

/// A word that is read byte by byte: a capital tells how many letters it shares with the one before, from `A` for
/// none, and then come its own.
#[derive(Default)]
pub(crate) struct Word {
    pub(crate) letters: Vec<u8>,
    /// How many of them are its own, and the capital.
    own: u8,
    /// Before the first of its own: what the word before had in its place.
    instead: u8,
}

impl Word {
    pub(crate) fn read(&mut self, byte: u8) {
        self.own = self.own.saturating_add(1);
        self.instead = 0;
        match byte {
            b'A'..=b'Z' => {
                let shared = usize::from(byte - b'A');
                self.instead = self.letters.get(shared).copied().unwrap_or_default();
                self.letters.truncate(shared);
                self.own = 1;
            }
            b' ' | b'\n' => *self = Word::default(),
            letter => self.letters.push(letter),
        }
    }

    /// What a letter can be told by, as numbers for each.
    fn contexts(&self) -> [u32; TOLD_BY] {
        let letters = self.letters.iter().rev().copied().chain([0; TOLD_BY]);
        let mut contexts = [u32::from(self.own.min(3)) << 8 | u32::from(self.instead); TOLD_BY];
        let mut last = u32::from(self.own == 1);
        for (context, letter) in contexts[1..].iter_mut().zip(letters) {
            last = last << 8 | u32::from(letter);
            *context = last;
        }
        contexts
    }
}

/// What was seen so far. What each of the contexts tells is weighted by how well it has told before (logistic mixing:
/// Mahoney 2005, "Adaptive weighing of context models for lossless data compression").
pub(crate) struct Predictor {
    word: Word,
    seen: Vec<Seen>,
    /// How far each is trusted, for each number of those that were met before, and how often the longest was.
    trust: [[f32; TOLD_BY]; 4 * (TOLD_BY + 1)],
    /// The log odds of each twelve bits of a likelihood, and the likelihood of each step of log odds.
    odds: Vec<f32>,
    likelihoods: Vec<u16>,
    /// A one and the bits of this byte so far.
    node: usize,
    next: Expectation,
}

/// Of one context, or of all contexts that share its place: how likely a one is, of [`WHOLE`], and how often it was met.
#[derive(Clone, Copy)]
struct Seen {
    likely: u16,
    times: u16,
}

/// What the next bit is expected by.
#[derive(Default)]
struct Expectation {
    slots: [usize; TOLD_BY],
    told: [f32; TOLD_BY],
    trust: usize,
    likely: u32,
}

impl Predictor {
    pub(crate) fn new() -> Self {
        let likelihoods = likelihoods();
        let likely = (WHOLE / 2) as u16;
        Predictor {
            word: Word::default(),
            seen: vec![Seen { likely, times: 0 }; SLOTS],
            trust: [[0.3; TOLD_BY]; 4 * (TOLD_BY + 1)],
            odds: odds(&likelihoods),
            likelihoods,
            node: 1,
            next: Expectation::default(),
        }
    }

    /// How often of [`WHOLE`] the next bit will be a one: never none, never all.
    pub(crate) fn expected(&mut self) -> u32 {
        let slots = self.slots();
        let seen = slots.map(|slot| self.seen[slot]);
        let told = seen.map(|seen| self.odds[usize::from(seen.likely >> 4)]);
        let met = seen.iter().filter(|seen| seen.times > 0).count();
        let longest = seen.iter().rev().find(|seen| seen.times > 0);
        let trust = met * 4 + usize::from(longest.map_or(0, |seen| seen.times.min(3)));
        let mixed: f32 = self.trust[trust]
            .iter()
            .zip(told)
            .map(|(one, told)| one * told)
            .sum();
        let last = self.likelihoods.len() - 1;
        let place = (mixed * STEPS as f32) as i32 + (last / 2) as i32;
        let likely = u32::from(self.likelihoods[place.clamp(0, last as i32) as usize]);
        let likely = likely.clamp(LEAST, WHOLE - LEAST);
        self.next = Expectation {
            slots,
            told,
            trust,
            likely,
        };
        likely
    }

    /// Takes in what the bit was that was expected; the byte, where it was its last.
    pub(crate) fn learn(&mut self, bit: bool) -> Option<u8> {
        let next = &self.next;
        let error = f32::from(u8::from(bit)) - next.likely as f32 / WHOLE as f32;
        for (trust, told) in self.trust[next.trust].iter_mut().zip(next.told) {
            *trust += LEARNING * error * told;
        }
        for slot in next.slots {
            self.seen[slot].learn(bit);
        }
        self.node = self.node << 1 | usize::from(bit);
        if self.node < 0x100 {
            return None;
        }
        let byte = (self.node & 0xff) as u8;
        self.word.read(byte);
        self.node = 1;
        Some(byte)
    }

    /// Where it stands what each context tells of the next bit (multiplicative hashing: Knuth 1973, "The Art of
    /// Computer Programming", volume 3, section 6.4).
    fn slots(&self) -> [usize; TOLD_BY] {
        let mut which = 0;
        self.word.contexts().map(|context| {
            which += 1;
            let mixed = (context << 3 | which).wrapping_mul(0x9e37_79b1);
            let node = self.node.wrapping_mul(0x2545_f491);
            ((mixed ^ mixed >> 15) as usize).wrapping_add(node) % SLOTS
        })
    }
}

impl Seen {
    /// The mean of all that came, and half of it unseen.
    fn learn(&mut self, bit: bool) {
        let target = i32::from(if bit { u16::MAX } else { 0 });
        let likely = i32::from(self.likely);
        let change = (target - likely) * 2 / (2 * i32::from(self.times) + 3);
        self.likely = (likely + change) as u16;
        self.times = (self.times + 1).min(OFTEN);
    }
}

/// The likelihood of each step of log odds, by the exponential of each, which the one before gives.
fn likelihoods() -> Vec<u16> {
    let mut exponential = 1.0;
    let upper = (0..8 * STEPS).map(|_| {
        let likely = f64::from(WHOLE) * exponential / (1.0 + exponential);
        exponential *= STEP;
        likely as u16
    });
    let upper: Vec<u16> = upper.collect();
    let lower = upper.iter().rev().map(|likely| u16::MAX - likely);
    lower.chain(upper.iter().copied()).collect()
}

/// The log odds of the middle of each 4096th part.
fn odds(likelihoods: &[u16]) -> Vec<f32> {
    let parts = (8..WHOLE).step_by(16);
    let step = |likely| likelihoods.partition_point(|it| u32::from(*it) < likely);
    let middle = likelihoods.len() as f32 / 2.0;
    parts
        .map(|likely| (step(likely) as f32 - middle) / STEPS as f32)
        .collect()
}
