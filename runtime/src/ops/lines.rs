//! Ops on two vectors: places in a sorted one, and convolution.

use super::value::{Args, Owned};
use crate::array::{Array, Element};
use crate::error::{Error, Result};
use crate::exec::combine::Foldable;
use crate::with_element;

/// Where values would stand in a sorted vector: before equal elements, or behind them.
pub fn searchsorted(args: Args) -> Result<Owned> {
    let (line, values, right) = (args.array(0)?, args.array(1)?, args.flag(2)?);
    if line.rank() != 1 {
        return Err(Error::value("object too deep for desired array"));
    }
    with_element!(line.dtype(), T => {
        let (line, wanted) = (line.elements::<T>(), values.elements::<T>());
        let place = |value: &T| {
            let stays_left = |item: &T| if right { item.order(value).is_le() } else { item.order(value).is_lt() };
            line.partition_point(stays_left) as i64
        };
        let places: Vec<i64> = wanted.iter().map(place).collect();
        Array::from_elements(&places, *values.shape()).map(Owned::Array)
    })
}

/// `np.convolve(a, v, mode)`: the sums of products of one vector with the other backwards.
pub fn convolve(args: Args) -> Result<Owned> {
    let (a, v) = (args.array(0)?, args.array(1)?);
    let (long, short) = if a.size() >= v.size() { (a, v) } else { (v, a) };
    if short.size() == 0 {
        let name = if a.size() == 0 { "a" } else { "v" };
        return Err(Error::value(format!("{name} cannot be empty")));
    }
    let (n, m) = (long.size() as usize, short.size() as usize);
    let (first, count) = match args.text(2)? {
        "valid" => (m - 1, n - m + 1),
        "same" => ((m - 1) / 2, n),
        _ => (0, n + m - 1),
    };
    with_element!(a.dtype(), T => {
        let (long, short) = (long.elements::<T>(), short.elements::<T>());
        let sums: Vec<T> = (first..first + count).map(|at| sum_of_products(&long, &short, at)).collect();
        Array::from_vec(&sums).map(Owned::Array)
    })
}

/// The sum over all pairs of elements whose numbers add up to `at`.
fn sum_of_products<T: Foldable>(long: &[T], short: &[T], at: usize) -> T {
    let pairs = (at.saturating_sub(short.len() - 1)..long.len().min(at + 1)).map(|n| (long[n], short[at - n]));
    pairs.fold(T::ZERO, |sum, (x, y)| sum.plus(x.times(y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::testing::{Call, array_of};
    use phylanx_abi::DType;

    fn found(line: &[f64], values: &[f64], right: i64) -> Vec<i64> {
        let (line, values) = (Array::from_vec(line).expect("memory"), Array::from_vec(values).expect("memory"));
        let call = Call::default().array(&line).array(&values).int(right).result(DType::I64, 1);
        array_of(call.run(searchsorted)).to_vec()
    }

    #[test]
    fn equal_elements_are_found_from_both_sides() {
        let line = [1.0, 2.0, 2.0, 5.0];
        assert_eq!(found(&line, &[0.0, 2.0, 3.0, 9.0], 0), [0, 1, 3, 4]);
        assert_eq!(found(&line, &[0.0, 2.0, 3.0, 9.0], 1), [0, 3, 3, 4]);
        assert_eq!(found(&[], &[1.0], 0), [0]);
    }

    #[test]
    fn nan_stands_behind_all_numbers() {
        assert_eq!(found(&[1.0, f64::NAN], &[f64::NAN], 0), [1]);
        assert_eq!(found(&[1.0, f64::NAN], &[f64::NAN], 1), [2]);
    }

    fn convolved(a: &[i64], v: &[i64], mode: &'static str) -> Vec<i64> {
        let (a, v) = (Array::from_vec(a).expect("memory"), Array::from_vec(v).expect("memory"));
        array_of(Call::default().array(&a).array(&v).text(mode).result(DType::I64, 1).run(convolve)).to_vec()
    }

    #[test]
    fn convolution_has_numpys_three_modes() {
        assert_eq!(convolved(&[1, 2, 3], &[0, 1, 5], "full"), [0, 1, 7, 13, 15]);
        assert_eq!(convolved(&[1, 2, 3], &[0, 1, 5], "same"), [1, 7, 13]);
        assert_eq!(convolved(&[1, 2, 3], &[0, 1, 5], "valid"), [7]);
        assert_eq!(convolved(&[1, 2], &[1, 2, 3, 4], "same"), [1, 4, 7, 10]);
    }

    #[test]
    fn convolution_with_nothing_is_refused() {
        let (a, v) = (Array::from_vec(&[1i64]).expect("memory"), Array::from_vec::<i64>(&[]).expect("memory"));
        let call = Call::default().array(&a).array(&v).text("full").result(DType::I64, 1);
        let message = call.run(convolve).map(|_| ()).map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("v cannot be empty")));
    }
}
