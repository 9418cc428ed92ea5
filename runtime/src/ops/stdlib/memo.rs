//! What cached functions have given: results by the function's number and its arguments.

use super::Call;
use crate::array::Complex;
use crate::error::{Error, Result};
use crate::ops::value::{Owned, Scalar};
use crate::rank;
use std::cell::Cell;
use std::cell::RefCell;
use std::collections::HashMap;

/// The caches of a rank.
#[derive(Default)]
pub struct Memo {
    /// Results, one for each value that carries them, by function, arguments and place.
    results: RefCell<HashMap<Box<[u8]>, Owned>>,
    count: Cell<i64>,
}

pub fn call(call: &Call, name: &str) -> Result<Owned> {
    match name {
        "new" => rank::with(|rank| {
            rank.memo.count.set(rank.memo.count.get() + 1);
            Ok(Owned::int(rank.memo.count.get()))
        }),
        "has" => {
            let key = key(call, 0, 0)?;
            Ok(Owned::bool(rank::with(|rank| rank.memo.results.borrow().contains_key(&key))))
        }
        "get" => {
            let key = key(call, 1, call.args.int(0)?)?;
            let found = rank::with(|rank| rank.memo.results.borrow().get(&key).cloned());
            found.ok_or_else(|| Error::internal("a cached result is not there"))
        }
        "put" => {
            let key = key(call, 2, call.args.int(1)?)?;
            let value = call.args.owned(0)?;
            let old = rank::with(|rank| rank.memo.results.borrow_mut().insert(key, value));
            drop(old);
            Ok(Owned::int(0))
        }
        "clear" => {
            let prefix = call.args.int(0)?.to_le_bytes();
            let old = rank::with(|rank| {
                let mut results = rank.memo.results.borrow_mut();
                let (gone, kept) = results.drain().partition(|(key, _)| key[8..16] == prefix);
                *results = kept;
                let gone: HashMap<Box<[u8]>, Owned> = gone;
                gone
            });
            drop(old);
            Ok(Owned::int(0))
        }
        _ => Err(call.unknown()),
    }
}

/// The place of a value in the result, the function's number, and the arguments, which begin at `first`.
fn key(call: &Call, first: usize, place: i64) -> Result<Box<[u8]>> {
    let mut key = place.to_le_bytes().to_vec();
    for at in first..call.count {
        if call.args.is_text(at) {
            let text = call.args.text(at)?;
            key.extend((text.len() as u64).to_le_bytes());
            key.extend(text.as_bytes());
            continue;
        }
        let bits = match call.args.scalar(at)? {
            Scalar::Bool(value) => u64::from(value),
            Scalar::I64(value) => value as u64,
            // Zeros of both signs are one key.
            Scalar::F64(value) => (value + 0.0).to_bits(),
            Scalar::I32(value) => i64::from(value) as u64,
            Scalar::F32(value) => f64::from(value + 0.0).to_bits(),
            Scalar::U64(value) => value,
            complex @ (Scalar::C64(_) | Scalar::C128(_)) => {
                let value: Complex<f64> = complex.cast();
                key.extend((value.re + 0.0).to_bits().to_le_bytes());
                (value.im + 0.0).to_bits()
            }
        };
        key.extend(bits.to_le_bytes());
    }
    Ok(key.into())
}
