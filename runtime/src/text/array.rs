//! Arrays as NumPy prints them with its default options.

use super::complex::{repr_c64, repr_c128};
use super::float::{
    Decimal, exponent_text, fixed, not_finite, repr_f32, repr_f64, rounded, shortest_f32, shortest_f64, sign_of,
};
use crate::array::dims::tuple;
use crate::array::walk::walk;
use crate::array::{Array, Complex, Element, View};
use crate::error::Result;
use crate::with_element;
use phylanx_abi::DType;

const PRECISION: usize = 8;
const LINE_WIDTH: usize = 75;
const THRESHOLD: i64 = 1000;
const EDGE_ITEMS: i64 = 3;

/// `str(array)`. The array is local and settled.
pub fn str(array: &Array) -> Result<String> {
    if array.rank() == 0 {
        return Ok(scalar_text(array));
    }
    Ok(body(array, " ", "", LINE_WIDTH))
}

/// `repr(array)`.
pub fn repr(array: &Array) -> Result<String> {
    let prefix = "array(";
    let body = body(array, ", ", prefix, LINE_WIDTH - 1);
    let mut extras = Vec::new();
    if (array.size() == 0 && array.shape()[..] != [0]) || array.size() > THRESHOLD {
        extras.push(format!("shape={}", tuple(array.shape())));
    }
    if !matches!(array.dtype(), DType::Bool | DType::I64 | DType::F64 | DType::C128) || array.size() == 0 {
        extras.push(format!("dtype={}", array.dtype().numpy_name()));
    }
    if extras.is_empty() {
        return Ok(format!("{prefix}{body})"));
    }
    let text = format!("{prefix}{body},");
    let extras = extras.join(", ") + ")";
    let last_line = text.rsplit('\n').next().map_or(0, str::len);
    let spacer = if last_line + extras.len() + 1 > LINE_WIDTH { "\n      " } else { " " };
    Ok(format!("{text}{spacer}{extras}"))
}

/// `str` of the only element.
fn scalar_text(array: &Array) -> String {
    with_element!(array.dtype(), T => {
        let value = array.to_vec::<T>()[0];
        match T::DTYPE {
            DType::F32 => repr_f32(value.to_f32()),
            DType::F64 => repr_f64(value.to_f64()),
            DType::Bool => if value.is_true() { "True".to_owned() } else { "False".to_owned() },
            DType::C64 => repr_c64(Complex::convert(value)),
            DType::C128 => repr_c128(Complex::convert(value)),
            _ => format!("{value:?}"),
        }
    })
}

fn body(array: &Array, separator: &str, prefix: &str, width: usize) -> String {
    if array.size() == 0 {
        return "[]".to_owned();
    }
    let summarised = array.size() > THRESHOLD;
    with_element!(array.dtype(), T => {
        let writer = Writer {
            base: array.base().cast::<T>().cast_const(),
            summarised,
            separator,
            style: Style::of(&shown::<T>(array, summarised), array.rank()),
        };
        writer.nested(&array.view, &" ".repeat(prefix.len() + 1), width)
    })
}

/// The elements that are printed: all, or the corners.
fn shown<T: Element>(array: &Array, summarised: bool) -> Vec<T> {
    if !summarised {
        return array.to_vec();
    }
    let mut values = Vec::new();
    corners(&array.view, 0, &mut |view| {
        let base = array.base().cast::<T>();
        walk([view], |run| {
            // SAFETY: a part of the array's view lies in its buffer.
            values.extend((0..run.count).map(|n| unsafe { *base.offset((run.at[0] + n * run.strides[0]) as isize) }));
        });
    });
    values
}

fn corners(view: &View, axis: usize, visit: &mut dyn FnMut(&View)) {
    if axis == view.rank() {
        return visit(view);
    }
    let extent = view.shape[axis];
    if extent <= 2 * EDGE_ITEMS {
        return corners(view, axis + 1, visit);
    }
    corners(&view.sliced(axis, 0, 1, EDGE_ITEMS), axis + 1, visit);
    corners(&view.sliced(axis, extent - EDGE_ITEMS, 1, EDGE_ITEMS), axis + 1, visit);
}

/// Writes nested brackets, wrapping lines.
struct Writer<'a, T> {
    base: *const T,
    summarised: bool,
    separator: &'a str,
    style: Style,
}

impl<T: Element> Writer<'_, T> {
    fn nested(&self, view: &View, indent: &str, width: usize) -> String {
        let text = match view.rank() {
            // SAFETY: the view lies in the array's buffer.
            0 => return self.style.text(unsafe { *self.base.offset(view.offset as isize) }),
            1 => self.row(view, indent, width - 1),
            _ => self.blocks(view, indent, width),
        };
        format!("[{}]", &text[indent.len()..])
    }

    /// The indices printed along the first axis; `None` stands for the dots.
    fn items(&self, extent: i64) -> Vec<Option<i64>> {
        if !self.summarised || extent <= 2 * EDGE_ITEMS {
            return (0..extent).map(Some).collect();
        }
        let (head, tail) = ((0..EDGE_ITEMS).map(Some), (extent - EDGE_ITEMS..extent).map(Some));
        head.chain([None]).chain(tail).collect()
    }

    fn row(&self, view: &View, indent: &str, width: usize) -> String {
        let items = self.items(view.shape[0]);
        let mut done = String::new();
        let mut line = indent.to_owned();
        for (at, item) in items.iter().enumerate() {
            let word = match item {
                Some(index) => self.nested(&view.at(0, *index), indent, width),
                None => "...".to_owned(),
            };
            if line.len() + word.len() > width && line.len() > indent.len() {
                done += line.trim_end();
                done.push('\n');
                line = indent.to_owned();
            }
            line += &word;
            if at + 1 < items.len() {
                line += self.separator;
            }
        }
        done + &line
    }

    fn blocks(&self, view: &View, indent: &str, width: usize) -> String {
        let inner = format!("{indent} ");
        let between = self.separator.trim_end().to_owned() + &"\n".repeat(view.rank() - 1);
        let part = |item: &Option<i64>| match item {
            Some(index) => indent.to_owned() + &self.nested(&view.at(0, *index), &inner, width - 1),
            None => format!("{indent}..."),
        };
        self.items(view.shape[0]).iter().map(part).collect::<Vec<_>>().join(&between)
    }
}

/// How the elements of one array are written, found from all that are shown.
enum Style {
    Bool {
        width: usize,
    },
    Integer {
        width: usize,
    },
    Float(FloatStyle),
    /// Of the real and of the imaginary parts.
    Complex(FloatStyle, FloatStyle),
}

/// Which numbers are written with their sign.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Signs {
    Negative,
    All,
}

struct FloatStyle {
    single: bool,
    signs: Signs,
    scientific: bool,
    left: usize,
    right: usize,
    exponent_digits: usize,
}

impl Style {
    fn of<T: Element>(values: &[T], rank: usize) -> Style {
        match T::DTYPE {
            DType::Bool => Style::Bool { width: if rank == 0 { 4 } else { 5 } },
            DType::F32 | DType::F64 => {
                Style::Float(FloatStyle::of(&reals(values), T::DTYPE == DType::F32, Signs::Negative))
            }
            DType::C64 | DType::C128 => {
                let single = T::DTYPE == DType::C64;
                let imaginary: Vec<f64> = values.iter().map(|value| value.imaginary()).collect();
                Style::Complex(
                    FloatStyle::of(&reals(values), single, Signs::Negative),
                    FloatStyle::of(&imaginary, single, Signs::All),
                )
            }
            _ => Style::Integer { width: values.iter().map(|value| format!("{value:?}").len()).max().unwrap_or(0) },
        }
    }

    fn text<T: Element>(&self, value: T) -> String {
        match self {
            Style::Bool { width } if value.is_true() => format!("{:>width$}", "True"),
            Style::Bool { .. } => "False".to_owned(),
            Style::Integer { width } => format!("{:>width$}", format!("{value:?}")),
            Style::Float(style) => style.text(value.to_f64()),
            Style::Complex(real, imaginary) => {
                let imaginary = imaginary.text(value.imaginary());
                let (digits, padding) = imaginary.split_at(imaginary.trim_end().len());
                format!("{}{digits}j{padding}", real.text(value.to_f64()))
            }
        }
    }
}

impl FloatStyle {
    fn of(values: &[f64], single: bool, signs: Signs) -> FloatStyle {
        let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        let scientific = needs_exponent(&finite, single);
        let mut style = FloatStyle { single, signs, scientific, left: 0, right: 0, exponent_digits: 0 };
        for &value in &finite {
            style.widen(value);
        }
        if scientific {
            style.exponent_digits = style.exponent_digits.max(2);
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
        let negative = self.signs == Signs::All || values.contains(&f64::NEG_INFINITY);
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

    fn text(&self, value: f64) -> String {
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
        let text = positional_text(value, self.single);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        format!("{:>left$}.{fraction:<right$}", format!("{sign}{whole}"))
    }

    /// Shortest form without sign and padding, to measure.
    fn plain(&self, value: f64) -> String {
        if self.scientific { scientific_text(value, self.single) } else { positional_text(value, self.single) }
    }
}

fn reals<T: Element>(values: &[T]) -> Vec<f64> {
    values.iter().map(|value| value.to_f64()).collect()
}

/// NumPy's choice, made in the element type.
fn needs_exponent(finite: &[f64], single: bool) -> bool {
    let sizes = || finite.iter().map(|value| value.abs()).filter(|&size| size != 0.0);
    let (Some(max), Some(min)) = (sizes().reduce(f64::max), sizes().reduce(f64::min)) else { return false };
    if single {
        let (max, min) = (max as f32, min as f32);
        return max >= 1e6 || min < 0.0001 || max / min > 1000.0;
    }
    max >= 1e8 || min < 0.0001 || max / min > 1000.0
}

/// `d.ddde+xx`: shortest digits, or eight after the point where more would be needed; no trailing zeros.
fn scientific_text(value: f64, single: bool) -> String {
    let shortest = shortest(value, single);
    let decimal = if shortest.digits.len() > PRECISION + 1 { rounded(value, PRECISION) } else { shortest };
    let (first, rest) = decimal.digits.split_at(1);
    format!("{first}.{}e{}", rest.trim_end_matches('0'), exponent_text(decimal.exponent))
}

/// `ddd.ddd`: shortest digits, or eight after the point where more would be needed; no trailing zeros.
fn positional_text(value: f64, single: bool) -> String {
    let shortest = shortest(value, single);
    let after_point = shortest.digits.len() as i64 - 1 - shortest.exponent as i64;
    let text = if after_point > PRECISION as i64 { fixed(value, PRECISION) } else { shortest.positional() };
    match text.split_once('.') {
        Some((whole, fraction)) => format!("{whole}.{}", fraction.trim_end_matches('0')),
        None => text + ".",
    }
}

/// Shortest digits of the magnitude that read back as the same number.
fn shortest(value: f64, single: bool) -> Decimal {
    let magnitude = value.abs();
    let text = if single { shortest_f32(magnitude as f32) } else { shortest_f64(magnitude) };
    Decimal::parse(&text)
}
