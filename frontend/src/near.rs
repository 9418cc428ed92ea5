//! Names that a mistyped one may have meant.

/// The name that is nearest to a mistyped one, if one is near: a third of its letters may differ, two at most.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let most = (name.chars().count() / 3).min(2);
    let distances = known.into_iter().map(|other| (distance(name, other), other));
    let near = distances.filter(|(distance, other)| *distance <= most && *other != name);
    near.min().map(|(_, other)| other)
}

/// Insertions, removals, changes and swaps of neighbours that make one name of the other; letters differ less by their case.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    if a.len() == b.len() && a.iter().zip(&b).all(|(x, y)| x.eq_ignore_ascii_case(y)) {
        return 0;
    }
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (rows[i][j] + usize::from(x != y)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["total", "average", "sum", "i"];
        assert_eq!(nearest("totl", known), Some("total"));
        assert_eq!(nearest("avreage", known), Some("average"));
        assert_eq!(nearest("Sum", known), Some("sum"));
        assert_eq!(nearest("j", known), None);
        assert_eq!(nearest("other", known), None);
    }
}
