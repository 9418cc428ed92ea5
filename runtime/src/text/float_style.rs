//! How the floats of one array are written: one number of digits, one width, found from all that are shown.

use super::float::{Decimal, exponent_text, fixed, not_finite, rounded, shortest_f32, shortest_f64, sign_of};
use super::options::{Digits, Options};

/// Which numbers are written with their sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signs {
    Negative,
    All,
    /// A space stands where others have a minus.
    Space,
}

pub struct FloatStyle {
    single: bool,
    signs: Signs,
    scientific: bool,
    left: usize,
    right: usize,
    exponent_digits: usize,
    precision: Option<usize>,
    digits: Digits,
}

impl FloatStyle {
    pub fn of(values: &[f64], single: bool, signs: Signs, options: &Options) -> FloatStyle {
        let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        let scientific = needs_exponent(&finite, single, options.suppress);
        let (digits, exponent_digits) = (options.digits, 0);
        let precision = if digits == Digits::Unique { None } else { options.precision };
        let mut style = FloatStyle { single, signs, scientific, left: 0, right: 0, exponent_digits, precision, digits };
        for &value in &finite {
            style.widen(value);
        }
        if scientific {
            style.exponent_digits = style.exponent_digits.max(2);
        }
        if signs == Signs::Space && finite.iter().all(|value| sign_of(*value).is_empty()) {
            style.left += 1;
        }
        style.make_room_for_specials(values, &finite);
        style
    }

    fn widen(&mut self, value: f64) {
        let text = self.plain(value);
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, ""));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        self.left = self.left.max(whole.len() + self.sign(value).len());
        self.right = self.right.max(fraction.len());
        self.exponent_digits = self.exponent_digits.max(exponent.len().saturating_sub(1));
    }

    fn make_room_for_specials(&mut self, values: &[f64], finite: &[f64]) {
        if values.len() == finite.len() {
            return;
        }
        let after_point = self.after_point() + 1;
        let negative = self.signs != Signs::Negative || values.contains(&f64::NEG_INFINITY);
        self.left = self.left.max(3usize.saturating_sub(after_point));
        self.left = self.left.max((3 + negative as usize).saturating_sub(after_point));
    }

    /// Characters after the point.
    fn after_point(&self) -> usize {
        if self.scientific { self.right + 2 + self.exponent_digits } else { self.right }
    }

    fn sign(&self, value: f64) -> &'static str {
        match (self.signs, sign_of(value)) {
            (Signs::All, "") => "+",
            (_, sign) => sign,
        }
    }

    pub fn text(&self, value: f64) -> String {
        if !value.is_finite() {
            let width = self.left + self.after_point() + 1;
            return format!("{:>width$}", self.sign(value).to_owned() + not_finite(value));
        }
        let (left, right, sign) = (self.left, self.right, self.sign(value));
        if self.scientific {
            // Digits past the shortest are those of the exact value, not zeros: NumPy asks for a minimum of them.
            let decimal = rounded(value, right);
            let (first, rest) = decimal.digits.split_at(1);
            let digits = self.exponent_digits;
            let exponent = decimal.exponent.unsigned_abs();
            let exponent_sign = if decimal.exponent < 0 { '-' } else { '+' };
            return format!("{:>left$}.{rest}e{exponent_sign}{exponent:0digits$}", format!("{sign}{first}"));
        }
        let text = match self.digits {
            // Digits past the shortest are those of the exact value.
            Digits::Equal => fixed(value, right),
            _ => self.positional(value),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        format!("{:>left$}.{fraction:<right$}", format!("{sign}{whole}"))
    }

    /// Shortest form without sign and padding, to measure.
    fn plain(&self, value: f64) -> String {
        if self.scientific { self.exponent(value) } else { self.positional(value) }
    }

    /// `d.ddde+xx`: shortest digits, or as many after the point as the precision where more would be needed; no trailing zeros.
    fn exponent(&self, value: f64) -> String {
        let shortest = shortest(value, self.single);
        let decimal = match self.precision {
            Some(precision) if self.digits == Digits::Fixed || shortest.digits.len() > precision + 1 => {
                rounded(value, precision)
            }
            _ => shortest,
        };
        let (first, rest) = decimal.digits.split_at(1);
        let rest = if self.digits == Digits::Fixed { rest } else { rest.trim_end_matches('0') };
        format!("{first}.{rest}e{}", exponent_text(decimal.exponent))
    }

    /// `ddd.ddd`: shortest digits, or as many after the point as the precision where more would be needed; no trailing zeros.
    fn positional(&self, value: f64) -> String {
        let shortest = shortest(value, self.single);
        let after_point = shortest.digits.len() as i64 - 1 - shortest.exponent as i64;
        let text = match self.precision {
            Some(precision) if self.digits == Digits::Fixed || after_point > precision as i64 => {
                fixed(value, precision)
            }
            _ => shortest.positional(),
        };
        match text.split_once('.') {
            Some(_) if self.digits == Digits::Fixed => text,
            Some((whole, fraction)) => format!("{whole}.{}", fraction.trim_end_matches('0')),
            None => text + ".",
        }
    }
}

/// NumPy's choice, made in the element type.
fn needs_exponent(finite: &[f64], single: bool, suppress: bool) -> bool {
    let sizes = || finite.iter().map(|value| value.abs()).filter(|&size| size != 0.0);
    let (Some(max), Some(min)) = (sizes().reduce(f64::max), sizes().reduce(f64::min)) else { return false };
    if single {
        let (max, min) = (max as f32, min as f32);
        return max >= 1e6 || !suppress && (min < 0.0001 || max / min > 1000.0);
    }
    max >= 1e8 || !suppress && (min < 0.0001 || max / min > 1000.0)
}

/// Shortest digits of the magnitude that read back as the same number.
fn shortest(value: f64, single: bool) -> Decimal {
    let magnitude = value.abs();
    let text = if single { shortest_f32(magnitude as f32) } else { shortest_f64(magnitude) };
    Decimal::parse(&text)
}
