//! Integers in a range, of every width, as NumPy's two generations draw them.
//!
//! `Generator` multiplies and rejects (D. Lemire, "Fast random integer generation in an interval", 2019); `RandomState` masks and rejects.

use super::source::Source;
use phylanx_abi::DType;

/// A range `low..=low + reach` of integers of one type, and the bits that narrow types share among draws of one call.
pub struct Bounded {
    low: i64,
    reach: u64,
    width: Width,
    buffer: u32,
    left: u32,
}

#[derive(Clone, Copy, PartialEq)]
enum Width {
    Bit,
    Byte,
    Short,
    Word,
    Long,
}

impl Bounded {
    /// Integers from `low` to `low + reach`, both included.
    pub fn new(dtype: DType, low: i64, reach: u64) -> Bounded {
        let width = match dtype {
            DType::Bool => Width::Bit,
            DType::I8 | DType::U8 => Width::Byte,
            DType::I16 | DType::U16 => Width::Short,
            DType::I32 | DType::U32 => Width::Word,
            _ => Width::Long,
        };
        Bounded { low, reach, width, buffer: 0, left: 0 }
    }

    /// The next integer, wrapped to 64 bits.
    pub fn draw<S: Source>(&mut self, source: &mut S) -> i64 {
        if self.reach == 0 {
            return self.low;
        }
        self.low.wrapping_add(self.offset(source) as i64)
    }

    fn offset<S: Source>(&mut self, source: &mut S) -> u64 {
        match self.width {
            Width::Bit => self.narrow(source, 1) as u64,
            Width::Byte | Width::Short => {
                let bits = if self.width == Width::Byte { 8 } else { 16 };
                let most = (1u64 << bits) - 1;
                if self.reach == most {
                    return self.narrow(source, bits) as u64;
                }
                if S::LEGACY { self.masked_narrow(source, bits) } else { self.scaled_narrow(source, bits) }
            }
            Width::Word | Width::Long => wide(source, self.reach),
        }
    }

    /// The next bits of a draw of 32 that is used up from below.
    fn narrow<S: Source>(&mut self, source: &mut S, bits: u32) -> u32 {
        if self.left == 0 {
            self.buffer = source.next_u32();
            self.left = 32 / bits - 1;
        } else {
            self.buffer >>= bits;
            self.left -= 1;
        }
        self.buffer & ((1u64 << bits) - 1) as u32
    }

    fn masked_narrow<S: Source>(&mut self, source: &mut S, bits: u32) -> u64 {
        let mask = u64::MAX >> self.reach.leading_zeros();
        loop {
            let draw = self.narrow(source, bits) as u64 & mask;
            if draw <= self.reach {
                return draw;
            }
        }
    }

    fn scaled_narrow<S: Source>(&mut self, source: &mut S, bits: u32) -> u64 {
        let count = self.reach + 1;
        let most = (1u64 << bits) - 1;
        let mut product = self.narrow(source, bits) as u64 * count;
        if product & most < count {
            let threshold = (most - self.reach) % count;
            while product & most < threshold {
                product = self.narrow(source, bits) as u64 * count;
            }
        }
        product >> bits
    }
}

/// Uniform on 0..=`reach` with draws of 32 or 64 bits.
pub fn wide<S: Source>(source: &mut S, reach: u64) -> u64 {
    if S::LEGACY {
        return match reach {
            u64::MAX => source.next_u64(),
            _ if reach == u32::MAX as u64 => source.next_u32() as u64,
            _ => source.interval(reach),
        };
    }
    match reach {
        0 => 0,
        u64::MAX => source.next_u64(),
        _ if reach == u32::MAX as u64 => source.next_u32() as u64,
        _ if reach < u32::MAX as u64 => scaled32(source, reach as u32) as u64,
        _ => scaled64(source, reach),
    }
}

fn scaled32<S: Source>(source: &mut S, reach: u32) -> u32 {
    let count = reach + 1;
    let mut product = source.next_u32() as u64 * count as u64;
    if (product as u32) < count {
        let threshold = (u32::MAX - reach) % count;
        while (product as u32) < threshold {
            product = source.next_u32() as u64 * count as u64;
        }
    }
    (product >> 32) as u32
}

fn scaled64<S: Source>(source: &mut S, reach: u64) -> u64 {
    let count = reach + 1;
    let mut product = source.next_u64() as u128 * count as u128;
    if (product as u64) < count {
        let threshold = (u64::MAX - reach) % count;
        while (product as u64) < threshold {
            product = source.next_u64() as u128 * count as u128;
        }
    }
    (product >> 64) as u64
}
