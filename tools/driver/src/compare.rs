//! Compares what two programs print: exactly, or with numbers within a relative tolerance.

/// How alike two texts must be.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Tolerance {
    /// Byte for byte.
    Exact,
    /// The same words; numbers may differ by this much relative to the larger of the two, or absolutely where the text has numbers of size 1.
    Relative(f64),
}

/// The first difference as a sentence, or nothing.
pub fn difference(expected: &str, found: &str, tolerance: Tolerance) -> Option<String> {
    let Tolerance::Relative(limit) = tolerance else { return exact_difference(expected, found) };
    let old = words(expected);
    let new = words(found);
    let scale = old.iter().filter_map(|word| word.number).filter(|x| x.is_finite()).fold(0.0, |a, b| b.abs().max(a));
    for (a, b) in old.iter().zip(&new) {
        if !alike(a, b, limit, scale) {
            return Some(format!("line {}: expected '{}', found '{}'", a.line, a.text, b.text));
        }
    }
    (old.len() != new.len()).then(|| format!("expected {} words, found {}", old.len(), new.len()))
}

/// The largest relative difference between numbers at the same places, for reports.
pub fn largest_difference(expected: &str, found: &str) -> f64 {
    let pairs = words(expected).into_iter().zip(words(found));
    let numbers = pairs.filter_map(|(a, b)| Some((a.number?, b.number?)));
    numbers.map(|(a, b)| relative(a, b)).fold(0.0, f64::max)
}

fn exact_difference(expected: &str, found: &str) -> Option<String> {
    let mut old = expected.lines();
    let mut new = found.lines();
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => return Some(format!("line {number}: expected {}, found {}", quoted(a), quoted(b))),
        }
    }
    (expected != found).then(|| "the final newlines differ".to_string())
}

fn quoted(line: Option<&str>) -> String {
    line.map_or_else(|| "the end".to_string(), |line| format!("'{line}'"))
}

struct Word<'t> {
    line: usize,
    text: &'t str,
    number: Option<f64>,
}

/// Words and numbers; brackets, commas and the like are words of their own, white space is not compared.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for piece in line.split(char::is_whitespace).filter(|piece| !piece.is_empty()) {
            split_piece(piece, at + 1, &mut found);
        }
    }
    found
}

fn split_piece<'t>(piece: &'t str, line: usize, found: &mut Vec<Word<'t>>) {
    let mut rest = piece;
    while !rest.is_empty() {
        let length = if rest.starts_with(is_mark) {
            rest.chars().next().map_or(1, char::len_utf8)
        } else {
            rest.find(is_mark).unwrap_or(rest.len())
        };
        let (text, after) = rest.split_at(length);
        match complex_parts(text) {
            Some((real, imaginary)) => {
                let part = |text: &'t str| Word { line, text, number: text.trim_end_matches('j').parse().ok() };
                found.extend([part(real), part(imaginary)]);
            }
            None => found.push(Word { line, text, number: text.trim_end_matches(['%', 'j']).parse().ok() }),
        }
        rest = after;
    }
}

/// The real part of a complex number such as `1.5e-10-2.j`, and the rest.
fn complex_parts(text: &str) -> Option<(&str, &str)> {
    let digits = text.strip_suffix('j')?;
    let at = digits.rfind(['+', '-']).filter(|at| *at > 0)?;
    let at = match digits[..at].ends_with('e') {
        true => digits[..at].rfind(['+', '-']).filter(|at| *at > 0)?,
        false => at,
    };
    let (real, imaginary) = text.split_at(at);
    let is_number = |text: &str| text.parse::<f64>().is_ok();
    (is_number(real) && is_number(imaginary.trim_end_matches('j'))).then_some((real, imaginary))
}

fn is_mark(c: char) -> bool {
    "[](),:;=|".contains(c)
}

fn alike(a: &Word, b: &Word, limit: f64, scale: f64) -> bool {
    match (a.number, b.number) {
        (Some(x), Some(y)) if x == y || (x.is_nan() && y.is_nan()) => true,
        // Integers print without a point and are exact.
        (Some(_), Some(_)) if is_integer(a.text) && is_integer(b.text) => false,
        // A number that is nearly cancelled away is judged by the size of its neighbours.
        (Some(x), Some(y)) => relative(x, y) <= limit || (x - y).abs() <= limit * scale.min(1.0),
        _ => a.text == b.text,
    }
}

fn is_integer(text: &str) -> bool {
    text.trim_start_matches(['-', '+']).chars().all(|c| c.is_ascii_digit())
}

fn relative(a: f64, b: f64) -> f64 {
    if a == b || (a.is_nan() && b.is_nan()) {
        return 0.0;
    }
    (a - b).abs() / a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_differ_within_the_tolerance_only() {
        let near = Tolerance::Relative(1e-9);
        assert_eq!(difference("[1.5 2.0000000001]", "[1.5  2.0]", near), None);
        assert_eq!(difference("(1.5-2.0000000001e-10j)", "(1.5000000001-2.0e-10j)", near), None);
        assert!(difference("1.5-2.j", "1.5-3.j", near).is_some());
        let said = difference("sum 1.5\nmean 2.0", "sum 1.5\nmean 2.1", near);
        assert_eq!(said.as_deref(), Some("line 2: expected '2.0', found '2.1'"));
        assert!(difference("count 3", "count 4", Tolerance::Relative(0.9)).is_some());
        assert!(difference("a b", "a", near).is_some());
        assert!(difference("nan", "1.0", near).is_some());
    }

    #[test]
    fn exact_text_is_compared_by_line() {
        assert_eq!(difference("a\nb\n", "a\nb\n", Tolerance::Exact), None);
        let said = difference("a\nb\n", "a\nc\n", Tolerance::Exact);
        assert_eq!(said.as_deref(), Some("line 2: expected 'b', found 'c'"));
        assert!(difference("a\n", "a", Tolerance::Exact).is_some());
    }

    #[test]
    fn the_largest_difference_is_relative() {
        assert!((largest_difference("1.0 200.0", "1.0 202.0") - 0.0099).abs() < 1e-4);
    }
}
