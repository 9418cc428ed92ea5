//! Arrays as NumPy prints them.

use super::complex::{repr_c64, repr_c128};
use super::float::{repr_f32, repr_f64};
use super::float_style::{FloatStyle, Signs};
use super::options::{self, Options};
use crate::array::dims::tuple;
use crate::array::walk::walk;
use crate::array::{Array, Complex, Element, View};
use crate::error::Result;
use crate::with_element;
use phylanx_abi::DType;

/// `str(array)`. The array is local and settled.
pub fn str(array: &Array) -> Result<String> {
    str_with(array, &options::current())
}

/// `str(array)` with options.
pub fn str_with(array: &Array, options: &Options) -> Result<String> {
    if array.rank() == 0 {
        return Ok(scalar_text(array));
    }
    Ok(body(array, " ", "", options.line_width, options))
}

/// `repr(array)`.
pub fn repr(array: &Array) -> Result<String> {
    repr_with(array, &options::current())
}

/// `repr(array)` with options.
pub fn repr_with(array: &Array, options: &Options) -> Result<String> {
    let prefix = "array(";
    let body = body(array, ", ", prefix, options.line_width.saturating_sub(1), options);
    let mut extras = Vec::new();
    if (array.size() == 0 && array.shape()[..] != [0]) || array.size() > options.threshold {
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
    let spacer = if last_line + extras.len() + 1 > options.line_width { "\n      " } else { " " };
    Ok(format!("{text}{spacer}{extras}"))
}

/// `np.array2string(array, separator=, prefix=, suffix=)`.
pub fn joined(array: &Array, separator: &str, prefix: &str, suffix: &str, options: &Options) -> String {
    body(array, separator, prefix, options.line_width.saturating_sub(suffix.len()), options)
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

fn body(array: &Array, separator: &str, prefix: &str, width: usize, options: &Options) -> String {
    if array.size() == 0 {
        return "[]".to_owned();
    }
    let summarised = array.size() > options.threshold;
    with_element!(array.dtype(), T => {
        let writer = Writer {
            base: array.base().cast::<T>().cast_const(),
            edge: summarised.then_some(options.edge_items),
            separator,
            style: Style::of(&shown::<T>(array, summarised.then_some(options.edge_items)), array.rank(), options),
        };
        writer.nested(&array.view, &" ".repeat(prefix.len() + 1), width)
    })
}

/// The elements that are printed: all, or the corners.
fn shown<T: Element>(array: &Array, edge: Option<i64>) -> Vec<T> {
    let Some(edge) = edge else { return array.to_vec() };
    let mut values = Vec::new();
    corners(&array.view, 0, edge, &mut |view| {
        let base = array.base().cast::<T>();
        walk([view], |run| {
            // SAFETY: a part of the array's view lies in its buffer.
            values.extend((0..run.count).map(|n| unsafe { *base.offset((run.at[0] + n * run.strides[0]) as isize) }));
        });
    });
    values
}

fn corners(view: &View, axis: usize, edge: i64, visit: &mut dyn FnMut(&View)) {
    if axis == view.rank() {
        return visit(view);
    }
    let extent = view.shape[axis];
    if extent <= 2 * edge {
        return corners(view, axis + 1, edge, visit);
    }
    corners(&view.sliced(axis, 0, 1, edge), axis + 1, edge, visit);
    corners(&view.sliced(axis, extent - edge, 1, edge), axis + 1, edge, visit);
}

/// Writes nested brackets, wrapping lines.
struct Writer<'a, T> {
    base: *const T,
    /// Items shown at each end of an axis, where not all are.
    edge: Option<i64>,
    separator: &'a str,
    style: Style,
}

impl<T: Element> Writer<'_, T> {
    fn nested(&self, view: &View, indent: &str, width: usize) -> String {
        let text = match view.rank() {
            // SAFETY: the view lies in the array's buffer.
            0 => return self.style.text(unsafe { *self.base.offset(view.offset as isize) }),
            1 => self.row(view, indent, width.saturating_sub(1)),
            _ => self.blocks(view, indent, width),
        };
        format!("[{}]", &text[indent.len()..])
    }

    /// The indices printed along the first axis; `None` stands for the dots.
    fn items(&self, extent: i64) -> Vec<Option<i64>> {
        let Some(edge) = self.edge.filter(|edge| extent > 2 * edge) else {
            return (0..extent).map(Some).collect();
        };
        let (head, tail) = ((0..edge).map(Some), (extent - edge..extent).map(Some));
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
            Some(index) => indent.to_owned() + &self.nested(&view.at(0, *index), &inner, width.saturating_sub(1)),
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
        signs: Signs,
        width: usize,
    },
    Float(FloatStyle),
    /// Of the real and of the imaginary parts.
    Complex(FloatStyle, FloatStyle),
}

impl Style {
    fn of<T: Element>(values: &[T], rank: usize, options: &Options) -> Style {
        match T::DTYPE {
            DType::Bool => Style::Bool { width: if rank == 0 { 4 } else { 5 } },
            DType::F32 | DType::F64 => {
                Style::Float(FloatStyle::of(&reals(values), T::DTYPE == DType::F32, options.signs, options))
            }
            DType::C64 | DType::C128 => {
                let single = T::DTYPE == DType::C64;
                let imaginary: Vec<f64> = values.iter().map(|value| value.imaginary()).collect();
                Style::Complex(
                    FloatStyle::of(&reals(values), single, options.signs, options),
                    FloatStyle::of(&imaginary, single, Signs::All, options),
                )
            }
            _ => Style::Integer {
                signs: options.signs,
                width: values.iter().map(|value| signed(value, options.signs).len()).max().unwrap_or(0),
            },
        }
    }

    fn text<T: Element>(&self, value: T) -> String {
        match self {
            Style::Bool { width } if value.is_true() => format!("{:>width$}", "True"),
            Style::Bool { .. } => "False".to_owned(),
            Style::Integer { signs, width } => format!("{:>width$}", signed(&value, *signs)),
            Style::Float(style) => style.text(value.to_f64()),
            Style::Complex(real, imaginary) => {
                let imaginary = imaginary.text(value.imaginary());
                let (digits, padding) = imaginary.split_at(imaginary.trim_end().len());
                format!("{}{digits}j{padding}", real.text(value.to_f64()))
            }
        }
    }
}

/// A whole number with its sign.
fn signed<T: Element>(value: &T, signs: Signs) -> String {
    let text = format!("{value:?}");
    match signs {
        Signs::All if !text.starts_with('-') => format!("+{text}"),
        Signs::Space if !text.starts_with('-') => format!(" {text}"),
        _ => text,
    }
}

fn reals<T: Element>(values: &[T]) -> Vec<f64> {
    values.iter().map(|value| value.to_f64()).collect()
}
