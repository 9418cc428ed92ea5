//! Tables of numbers as text: `np.loadtxt` and `np.savetxt`.

use super::atomic::write_file;
use crate::array::{Array, Dims, Element, View};
use crate::error::{Error, Result};
use crate::ops::value::Scalar;
use crate::text::percent::Percent;
use crate::text::string;
use crate::with_element;
use phylanx_abi::DType;
use std::fs;
use std::rc::Rc;

/// How a table is read.
pub struct Reading<'a> {
    /// Empty for white space.
    pub delimiter: &'a str,
    pub skip_rows: usize,
    /// What begins a comment; empty for none.
    pub comments: &'a str,
    /// Empty for all columns; negative counts from the end.
    pub columns: &'a [i64],
    /// The least rank of the result; unit dimensions beyond it go.
    pub least_rank: i64,
    /// How `np.genfromtxt` reads where it differs.
    pub gaps: Option<Gaps>,
}

/// A table with gaps.
#[derive(Clone, Copy)]
pub struct Gaps {
    /// What stands for a field that is no number.
    pub filling: f64,
    /// Rows at the end that are left out.
    pub skip_footer: usize,
    /// The largest number of rows, if there is one.
    pub most_rows: Option<usize>,
}

/// A table read: elements in row-major order, and their shape before unit dimensions go.
struct Table<T> {
    values: Vec<T>,
    rows: usize,
    columns: usize,
}

impl Reading<'_> {
    /// Reads the table in the file at `path`.
    pub fn load<T: Element>(&self, path: &str) -> Result<Rc<Array>> {
        let mut delimiter = self.delimiter.chars();
        if let (Some(_), Some(_)) = (delimiter.next(), delimiter.next()) {
            let text = string::repr(self.delimiter);
            return Err(Error::type_(format!(
                "Text reading control character must be a single unicode character or None; but got: {text}"
            )));
        }
        let text = read_text(path)?;
        let table = self.table::<T>(&text)?;
        let shape = self.shape(table.rows as i64, table.columns as i64);
        Array::from_elements(&table.values, shape)
    }

    fn shape(&self, rows: i64, columns: i64) -> Dims {
        if self.least_rank >= 2 {
            return Dims::from([rows, columns]);
        }
        let squeezed: Dims = [rows, columns].into_iter().filter(|&extent| extent != 1).collect();
        if squeezed.is_empty() && self.least_rank == 1 { Dims::from([1]) } else { squeezed }
    }

    fn table<T: Element>(&self, text: &str) -> Result<Table<T>> {
        let chosen = if self.columns.is_empty() { 1 } else { self.columns.len() };
        let mut table = Table { values: Vec::new(), rows: 0, columns: chosen };
        let mut fields = Vec::new();
        let mut kept: Vec<&str> = lines(text).skip(self.skip_rows).collect();
        if let Some(gaps) = &self.gaps {
            kept.retain(|line| !self.is_blank(line));
            kept.truncate(kept.len().saturating_sub(gaps.skip_footer));
            kept.truncate(gaps.most_rows.unwrap_or(usize::MAX));
            self.check_widths(text, &kept)?;
        }
        for line in kept {
            self.split(line, &mut fields);
            if fields.is_empty() {
                continue;
            }
            self.add_row(&fields, &mut table)?;
        }
        Ok(table)
    }

    fn is_blank(&self, line: &str) -> bool {
        let text = if self.comments.is_empty() { line } else { line.split(self.comments).next().unwrap_or_default() };
        text.trim().is_empty()
    }

    /// Every row of a table with gaps has as many fields as the first, or as many as its columns need.
    fn check_widths(&self, text: &str, kept: &[&str]) -> Result<()> {
        let width = |line: &str| {
            let mut fields = Vec::new();
            self.split(line, &mut fields);
            fields.len()
        };
        let Some(first) = kept.first().map(|line| width(line)) else { return Ok(()) };
        let mut wrong = String::new();
        for line in kept {
            let count = width(line);
            if count != first {
                let number =
                    lines(text).position(|other| std::ptr::eq(other.as_ptr(), line.as_ptr())).map_or(0, |at| at + 1);
                wrong.push_str(&format!("\n    Line #{number} (got {count} columns instead of {first})"));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(Error::value(format!("Some errors were detected !{wrong}"))) }
    }

    fn split<'t>(&self, line: &'t str, fields: &mut Vec<&'t str>) {
        fields.clear();
        let line = match self.comments {
            "" => line,
            mark => line.split(mark).next().unwrap_or_default(),
        };
        match self.delimiter {
            "" => fields.extend(line.split_whitespace()),
            _ if line.is_empty() => {}
            delimiter => fields.extend(line.split(delimiter)),
        }
    }

    fn add_row<T: Element>(&self, fields: &[&str], table: &mut Table<T>) -> Result<()> {
        let (row, count) = (table.rows, fields.len());
        if self.columns.is_empty() {
            if row > 0 && count != table.columns {
                let (before, row) = (table.columns, row + 1);
                return Err(Error::value(format!(
                    "the number of columns changed from {before} to {count} at row {row}; use `usecols` to select a subset and avoid this error"
                )));
            }
            table.columns = count;
            for (column, field) in fields.iter().enumerate() {
                table.values.push(self.field(field, row, column)?);
            }
        }
        for &asked in self.columns {
            let column = if asked < 0 { asked + count as i64 } else { asked };
            let field = usize::try_from(column).ok().and_then(|column| fields.get(column)).ok_or_else(|| {
                let row = row + 1;
                Error::value(format!("invalid column index {asked} at row {row} with {count} columns"))
            })?;
            table.values.push(self.field(field, row, column as usize)?);
        }
        table.rows += 1;
        Ok(())
    }
}

impl Reading<'_> {
    fn field<T: Element>(&self, field: &str, row: usize, column: usize) -> Result<T> {
        match (number(field, row, column), &self.gaps) {
            (Err(_), Some(gaps)) => Ok(T::convert(gaps.filling)),
            (found, _) => found,
        }
    }
}

/// A number as text tables hold it.
pub fn parsed<T: Element>(field: &str) -> Option<T> {
    number(field, 0, 0).ok()
}

/// Lines ended by `\n`, `\r\n` or `\r`.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

fn read_text(path: &str) -> Result<String> {
    let bytes = fs::read(path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => Error::new("FileNotFoundError", format!("{path} not found.")),
        _ => Error::os(&cause, path),
    })?;
    if path.ends_with(".gz") || path.ends_with(".bz2") || path.ends_with(".xz") {
        return Err(Error::value(format!("compressed tables are not supported: decompress '{path}' first")));
    }
    String::from_utf8(bytes).map_err(|wrong| {
        let at = wrong.utf8_error().valid_up_to();
        let byte = wrong.as_bytes().get(at).copied().unwrap_or(0);
        let message = format!("'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: invalid start byte");
        Error::new("UnicodeDecodeError", message)
    })
}

fn number<T: Element>(field: &str, row: usize, column: usize) -> Result<T> {
    let text = field.trim();
    let value = match T::DTYPE {
        DType::C64 | DType::C128 => crate::text::complex::parse(text).ok().map(T::convert),
        _ if T::IS_FLOAT => text.parse::<f64>().ok().map(T::convert),
        _ => integer(text),
    };
    value.ok_or_else(|| {
        let (text, dtype, column) = (string::repr(field), T::DTYPE.numpy_name(), column + 1);
        Error::value(format!("could not convert string {text} to {dtype} at row {row}, column {column}."))
    })
}

/// An integer that the type holds; for bool any integer.
fn integer<T: Element>(text: &str) -> Option<T> {
    let value: i128 = text.parse().ok()?;
    if T::DTYPE == DType::Bool {
        return i64::try_from(value).ok().map(T::convert);
    }
    let element = T::convert(value as i64);
    // Sign extension and zero extension tell the two readings of 64 bits apart.
    let back = if T::DTYPE == DType::U64 { element.to_int(64) as u64 as i128 } else { element.to_int(64) as i128 };
    (back == value).then_some(element)
}

/// How a table is written.
pub struct Writing<'a> {
    pub format: &'a str,
    pub delimiter: &'a str,
    pub header: &'a str,
    pub comments: &'a str,
}

impl Writing<'_> {
    /// Writes a vector as a column, a matrix by rows. The array is local and settled.
    pub fn save(&self, path: &str, array: &Array) -> Result<()> {
        if path.ends_with(".gz") {
            return Err(Error::value("compressed tables are not supported: choose a name without .gz"));
        }
        let (rows, columns) = match array.shape()[..] {
            [rows] => (rows, 1),
            [rows, columns] => (rows, columns),
            _ => {
                let rank = array.rank();
                return Err(Error::value(format!("Expected 1D or 2D array, got {rank}D array instead")));
            }
        };
        let row_format = self.row_format(columns as usize)?;
        let strides = &array.view.strides;
        write_file(path, |out| {
            let failed = |cause| Error::os(&cause, path);
            if !self.header.is_empty() {
                let text = self.header.replace('\n', &format!("\n{}", self.comments));
                out.write_all(format!("{}{text}\n", self.comments).as_bytes()).map_err(failed)?;
            }
            for row in 0..rows {
                let view = View { offset: array.view.offset + row * strides[0], ..row_view(columns, strides) };
                let line = self.line(&row_format, &array.with_view(view))?;
                out.write_all(line.as_bytes()).map_err(failed)?;
            }
            Ok(())
        })
    }

    /// One conversion serves every column; otherwise the format is that of a whole row.
    fn row_format(&self, columns: usize) -> Result<Percent> {
        let count = self.format.matches('%').count();
        if count == 1 {
            return Percent::parse(&vec![self.format; columns].join(self.delimiter));
        }
        if count == columns {
            return Percent::parse(self.format);
        }
        Err(Error::value(format!("fmt has wrong number of % formats:  {}", self.format)))
    }

    fn line(&self, format: &Percent, row: &Array) -> Result<String> {
        let values: Vec<Scalar> = with_element!(row.dtype(), T => {
            row.to_vec::<T>().into_iter().map(Scalar::of).collect()
        });
        let line = format.apply(&values, row.dtype()).map_err(|error| match &*error.kind {
            "TypeError" => {
                let (dtype, format) = (row.dtype().numpy_name(), vec![self.format; values.len()].join(self.delimiter));
                Error::type_(format!("Mismatch between array dtype ('{dtype}') and format specifier ('{format}')"))
            }
            _ => error,
        })?;
        Ok(line + "\n")
    }
}

fn row_view(columns: i64, strides: &[i64]) -> View {
    View { offset: 0, shape: Dims::from([columns]), strides: Dims::from([strides.get(1).copied().unwrap_or(1)]) }
}
