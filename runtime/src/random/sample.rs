//! Orders and choices: shuffles, and samples without replacement.

use super::bounded::wide;
use super::source::Source;

/// Shuffles places as `shuffle` does with what lies there (R. Fisher and F. Yates, from the end).
pub fn shuffle<S: Source>(source: &mut S, order: &mut [i64]) {
    for at in (1..order.len()).rev() {
        order.swap(at, source.interval(at as u64) as usize);
    }
}

/// Shuffles numbers of places down to `first`, as the new generation mixes a sample.
pub fn shuffle_numbers<S: Source>(source: &mut S, order: &mut [i64], first: usize) {
    for at in (first..order.len()).rev() {
        order.swap(at, wide(source, at as u64) as usize);
    }
}

/// `count` different places among `population`, in random order where `mixed`.
pub fn distinct<S: Source>(source: &mut S, population: i64, count: i64, mixed: Mixed) -> Vec<i64> {
    if S::LEGACY {
        let mut order: Vec<i64> = (0..population).collect();
        shuffle(source, &mut order);
        order.truncate(count as usize);
        return order;
    }
    let cutoff = if mixed == Mixed::Yes { 50 } else { 20 };
    if population > 10_000 && count > population / cutoff {
        let mut order: Vec<i64> = (0..population).collect();
        shuffle_numbers(source, &mut order, (population - count).max(1) as usize);
        return order.split_off((population - count) as usize);
    }
    let mut chosen = by_floyd(source, population, count);
    if mixed == Mixed::Yes {
        shuffle_numbers(source, &mut chosen, 1);
    }
    chosen
}

/// Whether a sample is in random order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mixed {
    Yes,
    No,
}

/// R. Floyd's sample: each step takes a place below its bound, or the bound where the place is taken.
fn by_floyd<S: Source>(source: &mut S, population: i64, count: i64) -> Vec<i64> {
    let mut seen = std::collections::HashSet::with_capacity(count as usize);
    let mut chosen = Vec::with_capacity(count as usize);
    for bound in population - count..population {
        let drawn = wide(source, bound as u64) as i64;
        let taken = if seen.insert(drawn) { drawn } else { bound };
        seen.insert(taken);
        chosen.push(taken);
    }
    chosen
}

/// Places drawn by weights, with replacement.
pub fn weighted<S: Source>(source: &mut S, weights: &[f64], count: usize) -> Vec<i64> {
    let sums = running_shares(weights);
    (0..count).map(|_| place(&sums, source.next_f64())).collect()
}

/// Places drawn by weights, each at most once; at least `count` weights are not zero.
pub fn weighted_distinct<S: Source>(source: &mut S, weights: &[f64], count: usize) -> Vec<i64> {
    let mut weights = weights.to_vec();
    let mut found: Vec<i64> = Vec::with_capacity(count);
    while found.len() < count {
        let draws: Vec<f64> = (found.len()..count).map(|_| source.next_f64()).collect();
        for &at in &found {
            weights[at as usize] = 0.0;
        }
        let sums = running_shares(&weights);
        let mut fresh: Vec<i64> = Vec::new();
        for draw in draws {
            let at = place(&sums, draw);
            if !fresh.contains(&at) {
                fresh.push(at);
            }
        }
        found.extend(fresh);
    }
    found
}

/// Running sums, divided by the whole.
fn running_shares(weights: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    let mut sums: Vec<f64> = Vec::with_capacity(weights.len());
    for weight in weights {
        sum = if sums.is_empty() { *weight } else { sum + weight };
        sums.push(sum);
    }
    sums.iter_mut().for_each(|value| *value /= sum);
    sums
}

fn place(sums: &[f64], draw: f64) -> i64 {
    sums.partition_point(|sum| *sum <= draw) as i64
}
