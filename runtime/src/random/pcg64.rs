//! PCG64: a 128-bit linear congruential generator whose output is folded and rotated, as NumPy's `default_rng` uses it.
//!
//! Source: M. O'Neill, "PCG: A family of simple fast space-efficient statistically good algorithms" (2014), XSL-RR 128/64.

use super::seed_sequence::SeedSequence;
use super::source::Source;
use super::ziggurat;

const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;

/// State, stream, and the half of the last 64 bits that waits for a draw of 32. Words of 64 bits, so that an array can hold it.
#[repr(C)]
#[derive(Clone, Debug)]
pub struct Pcg64 {
    state: [u64; 2],
    increment: [u64; 2],
    has_half: u64,
    half: u64,
}

impl Pcg64 {
    /// Words of 64 bits that a generator takes.
    pub const WORDS: usize = size_of::<Pcg64>() / 8;

    /// As `np.random.PCG64(seed)`.
    pub fn seeded(seeds: &SeedSequence) -> Pcg64 {
        let words = seeds.words64(4);
        let wide = |at: usize| (words[at] as u128) << 64 | words[at + 1] as u128;
        let increment = wide(2) << 1 | 1;
        let state = increment.wrapping_add(wide(0)).wrapping_mul(MULTIPLIER).wrapping_add(increment);
        Pcg64 { state: halves(state), increment: halves(increment), has_half: 0, half: 0 }
    }
}

fn halves(value: u128) -> [u64; 2] {
    [(value >> 64) as u64, value as u64]
}

fn joined(halves: [u64; 2]) -> u128 {
    (halves[0] as u128) << 64 | halves[1] as u128
}

impl Source for Pcg64 {
    const LEGACY: bool = false;

    fn next_u64(&mut self) -> u64 {
        let state = joined(self.state).wrapping_mul(MULTIPLIER).wrapping_add(joined(self.increment));
        self.state = halves(state);
        (self.state[0] ^ self.state[1]).rotate_right((state >> 122) as u32)
    }

    fn next_u32(&mut self) -> u32 {
        if self.has_half != 0 {
            self.has_half = 0;
            return self.half as u32;
        }
        let draw = self.next_u64();
        self.has_half = 1;
        self.half = draw >> 32;
        draw as u32
    }

    fn next_f64(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    fn normal(&mut self) -> f64 {
        ziggurat::normal(self)
    }

    fn exponential(&mut self) -> f64 {
        ziggurat::exponential(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_draws_are_numpys() {
        let mut generator = Pcg64::seeded(&SeedSequence::new(&[42]));
        assert_eq!(generator.next_f64(), 0.7739560485559633);
        assert_eq!(generator.next_f64(), 0.4388784397520523);
        assert_eq!(Pcg64::WORDS, 6);
    }
}
