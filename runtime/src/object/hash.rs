//! Hashes as CPython computes them, where its order of sets depends on them.

use super::Kind;
use super::item::Item;
use crate::error::{Error, Result};
use crate::ops::Scalar;

/// Numbers are hashed modulo this prime.
const MODULUS: u64 = (1 << 61) - 1;

/// The hash of a value.
///
/// # Errors
/// `TypeError` for values without one.
pub fn hash(item: &Item) -> Result<i64> {
    Ok(match item {
        Item::None => 0xfca8_6420,
        Item::Number(scalar) | Item::Numpy(scalar, _) => of_scalar(*scalar),
        Item::Text(text) => of_text(text),
        Item::Tuple(items) => of_tuple(items.iter())?,
        Item::Record(_, fields) => of_tuple(fields.iter().map(|(_, item)| item))?,
        Item::Object(object) if object.kind == Kind::Instance => (std::ptr::from_ref(*object) as i64) >> 4,
        Item::Object(object) if object.kind == Kind::Data => {
            let row = object.row(0);
            hash(&super::item::decode(&object.shape.key, &row))?
        }
        Item::Object(object) if object.kind == Kind::Tuple => {
            let rows: Vec<Vec<u64>> = (0..object.len()).map(|at| object.row(at)).collect();
            let items: Vec<Item> = rows.iter().map(|row| super::item::decode(&object.shape.key, row)).collect();
            of_tuple(items.iter())?
        }
        Item::Object(object) if object.kind == Kind::FrozenSet => {
            let rows: Vec<Vec<u64>> = object.live_rows().into_iter().map(|row| object.row(row)).collect();
            let hashes: Result<Vec<i64>> =
                rows.iter().map(|row| hash(&super::item::decode(&object.shape.key, row))).collect();
            of_frozen_set(&hashes?)
        }
        Item::Object(_) | Item::Array(_) => {
            return Err(Error::type_(format!("unhashable type: '{}'", item.type_name())));
        }
    })
}

fn of_scalar(scalar: Scalar) -> i64 {
    match scalar {
        Scalar::Bool(value) => i64::from(value),
        Scalar::I64(value) => of_int(i128::from(value)),
        Scalar::I32(value) => of_int(i128::from(value)),
        Scalar::U64(value) => of_int(i128::from(value)),
        Scalar::F64(value) => of_float(value),
        Scalar::F32(value) => of_float(f64::from(value)),
        Scalar::C64(value) => of_complex(value.re.into(), value.im.into()),
        Scalar::C128(value) => of_complex(value.re, value.im),
    }
}

/// CPython's: the imaginary part's hash times a constant, added.
fn of_complex(re: f64, im: f64) -> i64 {
    not_minus_one(of_float(re).wrapping_add(of_float(im).wrapping_mul(1_000_003)))
}

fn of_int(value: i128) -> i64 {
    let size = (value.unsigned_abs() % u128::from(MODULUS)) as i64;
    not_minus_one(if value < 0 { -size } else { size })
}

/// -1 means an error inside CPython.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// CPython's `_Py_HashDouble`.
fn of_float(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { 314_159 } else { -314_159 };
    }
    if value.is_nan() {
        // By identity in CPython, so that no order is specified.
        return 0;
    }
    let (mut fraction, mut exponent) = split(value.abs());
    let mut x: u64 = 0;
    while fraction != 0.0 {
        x = ((x << 28) & MODULUS) | (x >> (61 - 28));
        fraction *= 268_435_456.0;
        exponent -= 28;
        let part = fraction as u64;
        fraction -= part as f64;
        x += part;
        if x >= MODULUS {
            x -= MODULUS;
        }
    }
    let turn = if exponent >= 0 { exponent % 61 } else { 61 - 1 - ((-1 - exponent) % 61) } as u32;
    x = if turn == 0 { x } else { ((x << turn) & MODULUS) | (x >> (61 - turn)) };
    not_minus_one(if value < 0.0 { -(x as i64) } else { x as i64 })
}

/// `frexp`: a fraction in [0.5, 1) and a power of two.
fn split(value: f64) -> (f64, i64) {
    if value == 0.0 {
        return (0.0, 0);
    }
    let scaled = if value < f64::MIN_POSITIVE { value * 2f64.powi(64) } else { value };
    let bits = scaled.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64 - 1022;
    let fraction = f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52));
    (fraction, if value < f64::MIN_POSITIVE { exponent - 64 } else { exponent })
}

/// Randomised in CPython: any will do. FNV-1a, with its high bits mixed in.
fn of_text(text: &str) -> i64 {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    not_minus_one((hash ^ (hash >> 32)) as i64)
}

/// CPython's `tuplehash` (xxHash without its last step).
fn of_tuple<'i, 'v: 'i>(items: impl ExactSizeIterator<Item = &'i Item<'v>>) -> Result<i64> {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;
    let count = items.len() as u64;
    let mut total = P5;
    for item in items {
        total = total.wrapping_add((hash(item)? as u64).wrapping_mul(P2));
        total = total.rotate_left(31).wrapping_mul(P1);
    }
    total = total.wrapping_add(count ^ (P5 ^ 3_527_539));
    Ok(if total == u64::MAX { 1_546_275_796 } else { total as i64 })
}

/// CPython's `frozenset_hash`: the order does not matter.
fn of_frozen_set(hashes: &[i64]) -> i64 {
    let shuffled = |hash: i64| ((hash as u64 ^ 89_869_747) ^ ((hash as u64) << 16)).wrapping_mul(3_644_798_167);
    let mut total = hashes.iter().fold(0, |total, hash| total ^ shuffled(*hash));
    total ^= (hashes.len() as u64 + 1).wrapping_mul(1_927_868_237);
    total ^= (total >> 11) ^ (total >> 25);
    total = total.wrapping_mul(69_069).wrapping_add(907_133_923);
    if total == u64::MAX { 590_923_713 } else { total as i64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn float(value: f64) -> i64 {
        of_float(value)
    }

    #[test]
    fn numbers_hash_as_in_cpython() {
        assert_eq!(of_int(-1), -2);
        assert_eq!(of_int(i128::from(i64::MAX)), 3);
        assert_eq!(float(1.0), 1);
        assert_eq!(float(0.5), 1_152_921_504_606_846_976);
        assert_eq!(float(1e300), 1_224_995_262_755_759_164);
        assert_eq!(float(2.5e-310), 386_353_265_232_576_880);
        assert_eq!(float(3.7), 1_614_090_106_449_586_179);
        assert_eq!(float(-2.0), -2);
    }

    #[test]
    fn frozen_sets_hash_as_in_cpython() {
        assert_eq!(of_frozen_set(&[1, 2]), -1826646154956904602);
        assert_eq!(of_frozen_set(&[]), 133146708735736);
        assert_eq!(of_frozen_set(&[5, -2, 3]), -7670097844668358032);
    }

    #[test]
    fn tuples_hash_as_in_cpython() {
        let items = [Item::Number(Scalar::I64(1)), Item::Number(Scalar::I64(2))];
        assert_eq!(of_tuple(items.iter()).expect("hashable"), -3_550_055_125_485_641_917);
    }
}
