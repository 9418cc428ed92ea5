//! NumPy's `SeedSequence`: any amount of entropy is mixed into a pool of 128 bits, from which words of state are made.
//!
//! Source: M. O'Neill, "Developing a seed_seq Alternative" (2015), with the constants that NumPy documents.

const POOL: usize = 4;
const INIT_A: u32 = 0x43b0_d7e5;
const MULT_A: u32 = 0x931e_8875;
const INIT_B: u32 = 0x8b51_f9dd;
const MULT_B: u32 = 0x58f3_8ded;
const MIX_LEFT: u32 = 0xca01_f9dd;
const MIX_RIGHT: u32 = 0x4973_f715;
const SHIFT: u32 = 16;

/// A mixed pool of entropy.
pub struct SeedSequence {
    pool: [u32; POOL],
}

/// A hash whose constant moves on with every use.
struct Hash(u32);

impl Hash {
    fn mix(&mut self, value: u32) -> u32 {
        let value = value ^ self.0;
        self.0 = self.0.wrapping_mul(MULT_A);
        let value = value.wrapping_mul(self.0);
        value ^ value >> SHIFT
    }
}

fn combined(x: u32, y: u32) -> u32 {
    let value = MIX_LEFT.wrapping_mul(x).wrapping_sub(MIX_RIGHT.wrapping_mul(y));
    value ^ value >> SHIFT
}

impl SeedSequence {
    /// From integers, each split into words of 32 bits, the lowest first.
    pub fn new(seeds: &[u64]) -> SeedSequence {
        let mut words = Vec::new();
        for &seed in seeds {
            words.push(seed as u32);
            if seed > u32::MAX as u64 {
                words.push((seed >> 32) as u32);
            }
        }
        SeedSequence::of_words(&words)
    }

    fn of_words(words: &[u32]) -> SeedSequence {
        let mut hash = Hash(INIT_A);
        let mut pool = [0; POOL];
        for (at, slot) in pool.iter_mut().enumerate() {
            *slot = hash.mix(words.get(at).copied().unwrap_or(0));
        }
        for from in 0..POOL {
            for to in (0..POOL).filter(|&to| to != from) {
                pool[to] = combined(pool[to], hash.mix(pool[from]));
            }
        }
        for &word in words.iter().skip(POOL) {
            for slot in &mut pool {
                *slot = combined(*slot, hash.mix(word));
            }
        }
        SeedSequence { pool }
    }

    /// Words of 64 bits for a generator's state.
    pub fn words64(&self, count: usize) -> Vec<u64> {
        let words = self.words32(2 * count);
        words.chunks(2).map(|pair| pair[0] as u64 | (pair[1] as u64) << 32).collect()
    }

    fn words32(&self, count: usize) -> Vec<u32> {
        let mut constant = INIT_B;
        let mut word = |&value: &u32| {
            let value = value ^ constant;
            constant = constant.wrapping_mul(MULT_B);
            let value = value.wrapping_mul(constant);
            value ^ value >> SHIFT
        };
        self.pool.iter().cycle().take(count).map(&mut word).collect()
    }
}
