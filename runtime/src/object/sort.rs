//! Sorting, stable, with Python's errors.

use super::compare::order;
use super::item::{Item, decode};
use super::{Object, shape::Form};
use crate::error::{Error, Result};
use std::cmp::Ordering;

/// The numbers of the rows of `keys` in sorted order; equal rows keep their order, also when reversed.
pub fn sorted_order(keys: &Object, reverse: bool) -> Result<Vec<usize>> {
    let mut numbers: Vec<usize> = (0..keys.len()).collect();
    let words = keys.all_words();
    match keys.shape.key {
        Form::Int | Form::Bool => sort(&mut numbers, reverse, |a, b| (words[a] as i64).cmp(&(words[b] as i64))),
        Form::Float if words.iter().all(|&word| !f64::from_bits(word).is_nan()) => {
            let value = |at: usize| f64::from_bits(words[at]);
            sort(&mut numbers, reverse, |a, b| value(a).partial_cmp(&value(b)).unwrap_or(Ordering::Equal));
        }
        _ => return sorted_items(keys, &words, numbers, reverse),
    }
    Ok(numbers)
}

fn sort(numbers: &mut [usize], reverse: bool, mut compare: impl FnMut(usize, usize) -> Ordering) {
    numbers.sort_by(|&a, &b| if reverse { compare(b, a) } else { compare(a, b) });
}

/// Values without an order (NaN) are not less than any, so a merge sort by `<` alone decides.
fn sorted_items(keys: &Object, words: &[u64], numbers: Vec<usize>, reverse: bool) -> Result<Vec<usize>> {
    let width = keys.width();
    let items: Vec<Item> =
        numbers.iter().map(|&at| decode(&keys.shape.key, &words[at * width..(at + 1) * width])).collect();
    let mut error: Option<Error> = None;
    let mut less = |a: usize, b: usize| match order(&items[a], &items[b], "<") {
        Ok(found) => found == Some(Ordering::Less),
        Err(found) => {
            error.get_or_insert(found);
            false
        }
    };
    let sorted = merge_sort(numbers, &mut |a, b| if reverse { less(a, b) } else { less(b, a) });
    error.map_or(Ok(sorted), Err)
}

/// `swap(a, b)` says that `b` must come before `a` although it stands behind it.
fn merge_sort(numbers: Vec<usize>, swap: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    if numbers.len() < 2 {
        return numbers;
    }
    let right = merge_sort(numbers[numbers.len() / 2..].to_vec(), swap);
    let left = merge_sort(numbers[..numbers.len() / 2].to_vec(), swap);
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::with_capacity(numbers.len());
    while i < left.len() && j < right.len() {
        if swap(left[i], right[j]) {
            out.push(right[j]);
            j += 1;
        } else {
            out.push(left[i]);
            i += 1;
        }
    }
    out.extend_from_slice(&left[i..]);
    out.extend_from_slice(&right[j..]);
    out
}
