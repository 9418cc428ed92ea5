//! What distributions draw from: a stream of bits, and the two standard draws that NumPy's generations make differently.

/// A bit generator with its standard draws.
pub trait Source {
    /// Whether this is the generation of `RandomState`, whose algorithms are frozen.
    const LEGACY: bool;

    fn next_u32(&mut self) -> u32;

    fn next_u64(&mut self) -> u64;

    /// Uniform on [0, 1), 53 bits.
    fn next_f64(&mut self) -> f64;

    /// Uniform on [0, 1), 24 bits.
    fn next_f32(&mut self) -> f32 {
        (self.next_u32() >> 8) as f32 * (1.0 / 16_777_216.0)
    }

    /// Standard normal.
    fn normal(&mut self) -> f64;

    /// Exponential with scale 1.
    fn exponential(&mut self) -> f64;

    /// Uniform on 0..=`max` by masked rejection, 32 bits at a time where they suffice.
    fn interval(&mut self, max: u64) -> u64 {
        if max == 0 {
            return 0;
        }
        let mask = u64::MAX >> max.leading_zeros();
        loop {
            let draw = if max <= u32::MAX as u64 { self.next_u32() as u64 } else { self.next_u64() };
            if draw & mask <= max {
                return draw & mask;
            }
        }
    }
}
