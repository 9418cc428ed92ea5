//! The Mersenne Twister as NumPy's legacy `RandomState` drives it.
//!
//! Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998); NumPy's `_mt19937` for seeding.

use super::source::Source;

const N: usize = 624;
const M: usize = 397;

/// Generator state and the second value of the last Gaussian pair. Words of 64 bits, so that an array can hold it.
#[repr(C)]
#[derive(Clone)]
pub struct Mt19937 {
    key: [u32; N],
    position: u64,
    has_gauss: u64,
    gauss: f64,
}

impl Mt19937 {
    /// As `np.random.seed(seed)` with a non-negative integer below 2**32.
    pub fn from_seed(seed: u32) -> Mt19937 {
        let mut key = [0u32; N];
        let mut value = seed;
        for (at, slot) in key.iter_mut().enumerate() {
            *slot = value;
            value = 1_812_433_253u32.wrapping_mul(value ^ (value >> 30)).wrapping_add(at as u32 + 1);
        }
        Mt19937 { key, position: N as u64, has_gauss: 0, gauss: 0.0 }
    }

    /// Words of 64 bits that a generator takes.
    pub const WORDS: usize = size_of::<Mt19937>() / 8;

    /// As `np.random.seed(seeds)` with several integers.
    pub fn from_seeds(seeds: &[u32]) -> Mt19937 {
        let mut made = Mt19937::from_seed(19_650_218);
        let key = &mut made.key;
        let (mut at, mut from) = (1, 0);
        for _ in 0..N.max(seeds.len()) {
            let before = key[at - 1] ^ (key[at - 1] >> 30);
            let word = seeds.get(from).copied().unwrap_or(0);
            key[at] = (key[at] ^ before.wrapping_mul(1_664_525)).wrapping_add(word).wrapping_add(from as u32);
            from = if from + 1 >= seeds.len() { 0 } else { from + 1 };
            at = next_place(key, at);
        }
        for _ in 0..N - 1 {
            let before = key[at - 1] ^ (key[at - 1] >> 30);
            key[at] = (key[at] ^ before.wrapping_mul(1_566_083_941)).wrapping_sub(at as u32);
            at = next_place(key, at);
        }
        key[0] = 0x8000_0000;
        made
    }

    /// The next 32 bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.position >= N as u64 {
            self.refill();
        }
        let mut y = self.key[self.position as usize];
        self.position += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// The next 64 bits, the first draw in the high half.
    pub fn next_u64(&mut self) -> u64 {
        let high = self.next_u32() as u64;
        high << 32 | self.next_u32() as u64
    }

    /// Uniform on [0, 1), 53 bits.
    pub fn next_f64(&mut self) -> f64 {
        let high = (self.next_u32() >> 5) as f64;
        let low = (self.next_u32() >> 6) as f64;
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// Standard normal by the polar method; pairs are made together and the second waits.
    pub fn next_gauss(&mut self) -> f64 {
        if self.has_gauss != 0 {
            self.has_gauss = 0;
            return self.gauss;
        }
        loop {
            let x = 2.0 * self.next_f64() - 1.0;
            let y = 2.0 * self.next_f64() - 1.0;
            let r = x * x + y * y;
            if r < 1.0 && r != 0.0 {
                let factor = (-2.0 * r.ln() / r).sqrt();
                self.has_gauss = 1;
                self.gauss = factor * x;
                return factor * y;
            }
        }
    }

    fn refill(&mut self) {
        let key = &mut self.key;
        for at in 0..N - M {
            key[at] = key[at + M] ^ twist(key[at], key[at + 1]);
        }
        for at in N - M..N - 1 {
            key[at] = key[at + M - N] ^ twist(key[at], key[at + 1]);
        }
        key[N - 1] = key[M - 1] ^ twist(key[N - 1], key[0]);
        self.position = 0;
    }
}

/// The place behind one; the last word goes round to the first.
fn next_place(key: &mut [u32; N], at: usize) -> usize {
    if at + 1 < N {
        return at + 1;
    }
    key[0] = key[N - 1];
    1
}

impl Source for Mt19937 {
    const LEGACY: bool = true;

    fn next_u32(&mut self) -> u32 {
        Mt19937::next_u32(self)
    }

    fn next_u64(&mut self) -> u64 {
        Mt19937::next_u64(self)
    }

    fn next_f64(&mut self) -> f64 {
        Mt19937::next_f64(self)
    }

    fn normal(&mut self) -> f64 {
        self.next_gauss()
    }

    /// By inversion.
    fn exponential(&mut self) -> f64 {
        -(1.0 - self.next_f64()).ln()
    }
}

fn twist(high: u32, low: u32) -> u32 {
    let y = (high & 0x8000_0000) | (low & 0x7fff_ffff);
    (y >> 1) ^ (y & 1).wrapping_neg() & 0x9908_b0df
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ten_thousandth_draw_is_that_of_the_reference() {
        let mut generator = Mt19937::from_seed(5489);
        let last = (0..10_000).map(|_| generator.next_u32()).last();
        assert_eq!(last, Some(4_123_659_995));
    }
}
