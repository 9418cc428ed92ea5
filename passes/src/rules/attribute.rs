//! Functions of attributes that right sides may use.

use crate::egraph::info::Data;
use crate::egraph::language::AttrValue;

/// What a function of attributes does.
type Function = fn(&[Data]) -> Option<AttrValue>;

/// Name, number of arguments, meaning.
pub const FUNCTIONS: &[(&str, usize, Function)] = &[
    // The permutation that `?p` and then `?q` make.
    ("compose", 2, |args| {
        let (p, q) = (ints(&args[0])?, ints(&args[1])?);
        q.iter().map(|&axis| p.get(axis as usize).copied()).collect::<Option<_>>().map(AttrValue::Ints)
    }),
    // The permutation that undoes `?p`.
    ("inverse", 1, |args| {
        let p = ints(&args[0])?;
        let mut undone = vec![0; p.len()];
        for (to, &from) in p.iter().enumerate() {
            *undone.get_mut(from as usize)? = to as i64;
        }
        Some(AttrValue::Ints(undone))
    }),
    // Axes of a fold over `?a` followed by one over `?b` of what is left.
    ("nest", 2, |args| {
        let (a, b) = (ints(&args[0])?, ints(&args[1])?);
        let left: Vec<i64> = (0..64).filter(|axis| !a.contains(axis)).collect();
        let mut all = a.to_vec();
        for &axis in b {
            all.push(*left.get(axis as usize)?);
        }
        all.sort_unstable();
        Some(AttrValue::Ints(all))
    }),
    // Axes `?a` of both folds that keep their dimensions.
    ("union", 2, |args| {
        let mut all = [ints(&args[0])?, ints(&args[1])?].concat();
        all.sort_unstable();
        all.dedup();
        Some(AttrValue::Ints(all))
    }),
    // Axes `?a` of a transposed array as axes before `?p`; only where what is left keeps its order.
    ("before", 2, |args| {
        let (a, p) = (ints(&args[0])?, ints(&args[1])?);
        let left: Vec<i64> = (0..).zip(p).filter(|(at, _)| !a.contains(at)).map(|(_, &axis)| axis).collect();
        let mut axes: Vec<i64> = a.iter().map(|&axis| p.get(axis as usize).copied()).collect::<Option<_>>()?;
        axes.sort_unstable();
        left.is_sorted().then_some(AttrValue::Ints(axes))
    }),
    // Element type of a value.
    ("dtype", 1, |args| match &args[0] {
        Data::Value(info) => Some(AttrValue::Elem(info.dtype)),
        _ => None,
    }),
];

/// The value of a function.
pub fn call(name: &str, args: &[Data]) -> Option<AttrValue> {
    let (_, _, function) = FUNCTIONS.iter().find(|(known, ..)| *known == name)?;
    function(args)
}

fn ints(data: &Data) -> Option<&[i64]> {
    match data {
        Data::Attr(value) => match &**value {
            AttrValue::Ints(values) => Some(values),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(values: &[i64]) -> Data {
        Data::Attr(AttrValue::Ints(values.to_vec()).into())
    }

    #[test]
    fn permutations_compose_and_undo() {
        let p = list(&[1, 2, 0]);
        let undone = call("inverse", std::slice::from_ref(&p)).expect("has a value");
        let both = call("compose", &[p, Data::Attr(undone.into())]);
        assert_eq!(both, Some(AttrValue::Ints(vec![0, 1, 2])));
    }

    #[test]
    fn axes_of_nested_folds_are_counted_in_the_whole() {
        assert_eq!(call("nest", &[list(&[1]), list(&[1])]), Some(AttrValue::Ints(vec![1, 2])));
        assert_eq!(call("before", &[list(&[0]), list(&[2, 0, 1])]), Some(AttrValue::Ints(vec![2])));
        assert_eq!(call("before", &[list(&[0]), list(&[1, 2, 0])]), None);
    }
}
