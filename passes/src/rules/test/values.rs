//! Random elements: a small generator and the families of values that rules are tried on.

use crate::egraph::language::{is_float, is_int};
use phylanx_dialects::DType;
use phylanx_dialects::eval::Tensor;

/// Which floats an input holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Family {
    /// Anything, specials and extremes included.
    Any,
    /// Of moderate size and any sign.
    Moderate,
    /// One input holds one kind of special value; all else is positive and moderate.
    OneSpecial,
}

/// SplitMix64: a fixed seed gives the same inputs on every machine.
pub struct Random(u64);

impl Random {
    /// Seeded by a text.
    pub fn new(seed: &str) -> Random {
        Random(
            seed.bytes()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)),
        )
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`, which is not zero.
    pub fn below(&mut self, n: usize) -> usize {
        (self.bits() % n as u64) as usize
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// True once in `n`.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// How the elements of one input are made.
#[derive(Clone, Copy)]
pub struct Recipe {
    pub family: Family,
    /// The special value that this input holds, in the family of that name.
    pub special: Option<f64>,
    /// All elements the same.
    pub uniform: Uniform,
    /// The rule asks for powers of two, or for positive values.
    pub wanted: Wanted,
}

/// Whether all elements are the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Uniform {
    Yes,
    No,
}

/// What a condition asks of values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Anything,
    Nonnegative,
    Finite,
    PowerOfTwo,
}

/// The special values that one input may hold.
pub const SPECIALS: [f64; 4] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0];

const EXTREMES: [f64; 16] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    0.0,
    -0.0,
    1.0,
    -1.0,
    2.0,
    0.5,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    1e300,
    -1e-300,
    3.0,
];

const INTS: [i64; 10] = [0, 1, -1, 2, 3, -7, i64::MAX, i64::MIN, i32::MAX as i64, i32::MIN as i64];

/// A random tensor.
pub fn tensor(random: &mut Random, dtype: DType, shape: &[usize], recipe: Recipe) -> Option<Tensor> {
    let count: usize = shape.iter().product();
    if is_float(dtype) {
        let mut values: Vec<f64> = (0..count).map(|_| float(random, dtype, recipe)).collect();
        place_special(random, &mut values, recipe);
        same_everywhere(&mut values, recipe);
        return Tensor::from_f64s(dtype, shape, &values).ok();
    }
    let mut values: Vec<i64> = (0..count).map(|_| int(random, dtype, recipe)).collect();
    same_everywhere(&mut values, recipe);
    Tensor::from_i64s(dtype, shape, &values).ok()
}

fn same_everywhere<T: Copy>(values: &mut [T], recipe: Recipe) {
    if let (Uniform::Yes, Some(&first)) = (recipe.uniform, values.first()) {
        values.fill(first);
    }
}

fn place_special(random: &mut Random, values: &mut [f64], recipe: Recipe) {
    let Some(special) = recipe.special else { return };
    let whole = random.once_in(2);
    for value in values {
        if whole || random.once_in(3) {
            *value = special;
        }
    }
}

fn float(random: &mut Random, dtype: DType, recipe: Recipe) -> f64 {
    match (recipe.wanted, recipe.family) {
        (Wanted::PowerOfTwo, _) => 2f64.powi(random.below(9) as i32 - 4) * random.pick(&[1.0, -1.0]),
        (Wanted::Nonnegative, Family::Any) if random.once_in(3) => {
            random.pick(&[0.0, -0.0, f64::INFINITY, 5e-324, 1.0])
        }
        (Wanted::Nonnegative, _) | (_, Family::OneSpecial) => moderate(random).abs().max(0.125),
        (Wanted::Finite, Family::Any) if random.once_in(3) => random.pick(&[0.0, -0.0, 1e300, -1e300, 5e-324, 1.0]),
        (Wanted::Anything, Family::Any) if random.once_in(3) => extreme(random, dtype),
        _ => moderate(random),
    }
}

fn extreme(random: &mut Random, dtype: DType) -> f64 {
    match (dtype, random.below(4)) {
        (DType::F32, 0) => random.pick(&[f64::from(f32::MAX), f64::from(f32::MIN_POSITIVE), 1e-45, 1e30]),
        _ => random.pick(&EXTREMES),
    }
}

/// Halves and eighths collide often; the others do not, and their sums round.
fn moderate(random: &mut Random) -> f64 {
    match random.below(4) {
        0 => random.below(5) as f64 - 2.0,
        1 => (random.below(65) as f64 - 32.0) / 8.0,
        _ => ((random.bits() >> 11) as f64 / (1u64 << 53) as f64 * 8.0 - 4.0) / random.pick(&[1.0, 3.0, 7.0, 100.0]),
    }
}

fn int(random: &mut Random, dtype: DType, recipe: Recipe) -> i64 {
    if dtype == DType::Bool {
        return i64::from(random.once_in(2));
    }
    let value = match random.below(3) {
        0 => random.pick(&INTS),
        1 => random.bits() as i64,
        _ => random.below(13) as i64 - 6,
    };
    let narrow = if is_int(dtype) && dtype.size() == 4 { i64::from(value as i32) } else { value };
    if recipe.wanted == Wanted::Nonnegative { narrow.checked_abs().unwrap_or(0) } else { narrow }
}
