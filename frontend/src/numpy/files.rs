//! `numpy.load`, `save`, `loadtxt` and `savetxt`.
//!
//! What a file holds is only seen when the program runs, but its element type and rank must be known before. They are taken
//! from, in this order: what the program itself saves under that name, the file if it is there at compile time, what the
//! program saves under names it computes. Else `load` means float64 of rank 1, and `loadtxt` a table (rank 2, or 1 for one
//! column). The program ends with a clear error when a file turns out to differ.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::stored::Stored;
use crate::lower::{Lowerer, Res};
use crate::source::Span;
use crate::types::is_float;
use crate::value::{Array, Repr, Scalar, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{Attr, TensorType, Value};
use std::rc::Rc;

pub static ROWS: &[Row] = &[
    Row { name: "numpy.load", params: "file, mmap_mode=None, allow_pickle=False", build: load },
    Row {
        name: "numpy.genfromtxt",
        params: "fname, dtype=float, comments='#', delimiter=None, skip_header=0, skip_footer=0, missing_values=None, filling_values=None, usecols=None, unpack=False, max_rows=None, ndmin=0, autostrip=False, encoding=None, invalid_raise=True, names=None",
        build: genfromtxt,
    },
    Row { name: "numpy.fromfile", params: "file, dtype=float, count=-1, sep='', offset=0", build: fromfile },
    Row { name: "numpy.fromstring", params: "string, dtype=float, count=-1, sep=None", build: fromstring },
    Row { name: "ndarray.tofile", params: "a, fid, sep='', format='%s'", build: tofile },
    Row { name: "numpy.save", params: "file, arr", build: save },
    Row {
        name: "numpy.loadtxt",
        params: "fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, encoding=None",
        build: loadtxt,
    },
    Row {
        name: "numpy.savetxt",
        params: "fname, X, fmt='%.18e', delimiter=' ', newline=None, header='', footer='', comments='# '",
        build: savetxt,
    },
];

/// The path argument as text.
pub(super) fn path(lo: &mut Lowerer, args: &Args) -> Res<(Value, Option<String>)> {
    match args.val(0) {
        Val::Str(text) => {
            let known = if let Repr::Const(text) = &text { Some(text.to_string()) } else { None };
            Ok((lo.text_value(&text), known))
        }
        other => {
            let message = format!("a file name is needed here, not {}", other.describe());
            lo.fail(args.span_of(0), message, "pass a string")
        }
    }
}

fn save<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (file, known) = path(lo, args)?;
    let array = tools::array(lo, args, 1)?;
    lo.stored.arrays.remember(npy_name(known.as_deref()), &array.ty);
    let tensor = lo.tensor(&array);
    lo.effect("physl.save", &[file, tensor], &[]);
    Ok(Val::None)
}

/// `np.save` adds the suffix.
fn npy_name(path: Option<&str>) -> Option<String> {
    path.map(|path| if path.ends_with(".npy") { path.to_string() } else { format!("{path}.npy") })
}

fn load<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if args.get(1).is_some() || lo.flag_arg(args, 2)? {
        return lo.fail(
            args.span,
            "`mmap_mode` and `allow_pickle` are not supported",
            "load the whole file as numbers",
        );
    }
    if let Some(path) = super::archive::named(&args.val(0)) {
        return super::archive::open(lo, &path, args);
    }
    let (file, known) = path(lo, args)?;
    let ty = lo.stored.arrays.found(known.as_deref(), Stored::npy).unwrap_or((DType::F64, 1));
    let ty = TensorType::dynamic(ty.0, ty.1);
    Ok(Val::Array(tools::library(lo, "load", &[file], ty, &[])))
}

fn loadtxt<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if args.get(4).is_some() {
        return lo.fail(args.span_of(4), "`converters` are not supported", "convert after loading");
    }
    let (file, known) = path(lo, args)?;
    let table = Table::of(lo, args, [5, 6, 8], "skiprows")?;
    let ty = table.result(lo, known.as_deref());
    let loaded = tools::library(lo, "loadtxt", &[file], ty, &table.attrs());
    if lo.flag_arg(args, 7)? { unpacked(lo, loaded, args.span) } else { Ok(Val::Array(loaded)) }
}

fn genfromtxt<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if args.get(15).is_some() {
        return lo.fail(
            args.span_of(15),
            "records with named fields are not supported",
            "skip the header: `skip_header=1`",
        );
    }
    tools::refuse(lo, args, &[(6, "missing_values")])?;
    let (file, known) = path(lo, args)?;
    if args.given(1) == Some(&Val::None) {
        return lo.fail(args.span_of(1), "an element type found in the file is not supported", "pass `dtype=float`");
    }
    let table = Table::of(lo, args, [4, 8, 11], "skip_header")?;
    let skip_footer = lo.const_arg(args, 5)?.unwrap_or(0);
    let max_rows = lo.const_arg(args, 10)?.unwrap_or(-1);
    let usual = if is_float(table.elem) {
        f64::NAN
    } else if table.elem == DType::Bool {
        0.0
    } else {
        -1.0
    };
    let filling = lo.float_arg(args, 7, usual)?;
    let filling = lo.scalar_value(&filling);
    let ty = table.result(lo, known.as_deref());
    let mut attrs = table.attrs();
    attrs.extend([("skip_footer", Attr::int(skip_footer)), ("max_rows", Attr::int(max_rows))]);
    let loaded = tools::library(lo, "genfromtxt", &[file, filling], ty, &attrs);
    if lo.flag_arg(args, 9)? { unpacked(lo, loaded, args.span) } else { Ok(Val::Array(loaded)) }
}

fn fromfile<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (file, _) = path(lo, args)?;
    let elem = lo.dtype_arg(args, 1)?.unwrap_or(DType::F64);
    let sep = text_or(lo, args, 3, "")?;
    let (count, offset) = (lo.int_arg(args, 2, -1)?, lo.int_arg(args, 4, 0)?);
    let operands = [file, lo.scalar_value(&count), lo.scalar_value(&offset)];
    let ty = TensorType::dynamic(elem, 1);
    Ok(Val::Array(tools::library(lo, "fromfile", &operands, ty, &[("sep", Attr::str(sep))])))
}

fn fromstring<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (text, _) = path(lo, args)?;
    let elem = lo.dtype_arg(args, 1)?.unwrap_or(DType::F64);
    let sep = text_or(lo, args, 3, "")?;
    if sep.is_empty() {
        let message = "The binary mode of fromstring is removed, use frombuffer instead";
        return lo.fail(args.span, message, "pass `sep=' '` for numbers in text");
    }
    let count = lo.int_arg(args, 2, -1)?;
    let operands = [text, lo.scalar_value(&count)];
    let ty = TensorType::dynamic(elem, 1);
    Ok(Val::Array(tools::library(lo, "fromstring", &operands, ty, &[("sep", Attr::str(sep))])))
}

fn tofile<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let Val::Str(text) = args.val(1) else {
        return lo.fail(args.span_of(1), "a file name is needed here", "pass a string");
    };
    if text_or(lo, args, 3, "%s")? != "%s" {
        return lo.fail(args.span_of(3), "another `format` is not supported", "use `np.savetxt`");
    }
    let sep = text_or(lo, args, 2, "")?;
    let array = tools::array(lo, args, 0)?;
    let (file, tensor) = (lo.text_value(&text), lo.tensor(&array));
    lo.effect("physl.tofile", &[file, tensor], &[("sep", Attr::str(sep))]);
    Ok(Val::None)
}

/// Columns one by one where their number is known, else the table turned.
fn unpacked(lo: &mut Lowerer, loaded: Array, span: Span) -> Res<Val> {
    if loaded.ty.rank() < 2 {
        return Ok(Val::Array(loaded));
    }
    let turned = tools::transposed(lo, &loaded, &[1, 0]);
    let Some(count) = turned.ty.dims[0] else { return Ok(Val::Array(turned)) };
    let turned = lo.reference(&turned);
    let mut columns = Vec::new();
    for at in 0..count {
        let item = crate::lower::Item::Int(Scalar::int(at));
        columns.push(Val::Array(tools::along(lo, &turned, 0, item, span)?));
    }
    Ok(Val::Tuple(columns.into()))
}

/// How a table is read.
struct Table {
    elem: DType,
    delimiter: Rc<str>,
    comments: Rc<str>,
    skiprows: i64,
    columns: Vec<i64>,
    ndmin: i64,
}

impl Table {
    /// What `loadtxt` and `genfromtxt` have in common: element type, comments and delimiter come second to fourth; `places` are those
    /// of the rows to skip (by the name `skip`), the columns and `ndmin`.
    fn of<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, places: [usize; 3], skip: &str) -> Res<Table> {
        let elem = lo.dtype_arg(args, 1)?.unwrap_or(DType::F64);
        let comments = match args.given(2) {
            Some(Val::None) => "".into(),
            _ => lo.text_arg(args, 2)?.unwrap_or_else(|| "#".into()),
        };
        let delimiter = lo.text_arg(args, 3)?.unwrap_or_else(|| "".into());
        let skiprows = lo.const_arg(args, places[0])?.unwrap_or(0);
        let columns = tools::const_ints(lo, args, places[1])?.unwrap_or_default();
        let ndmin = lo.const_arg(args, places[2])?.unwrap_or(0);
        if !(0..=2).contains(&ndmin) || skiprows < 0 {
            let message = format!("`ndmin` must be 0, 1 or 2, and `{skip}` at least 0");
            return lo.fail(args.span, message, "use such numbers");
        }
        Ok(Table { elem, delimiter, comments, skiprows, columns, ndmin })
    }

    fn attrs(&self) -> Vec<(&'static str, Attr)> {
        vec![
            ("delimiter", Attr::str(&*self.delimiter)),
            ("skiprows", Attr::int(self.skiprows)),
            ("comments", Attr::str(&*self.comments)),
            ("usecols", Attr::I64s(self.columns.clone())),
            ("ndmin", Attr::int(self.ndmin)),
        ]
    }

    fn result(&self, lo: &Lowerer, path: Option<&str>) -> TensorType {
        let mut ty = TensorType::dynamic(self.elem, self.rank(lo, path));
        if ty.rank() == 2 && !self.columns.is_empty() {
            ty.dims[1] = Some(self.columns.len() as i64);
        }
        ty
    }

    /// The rank of the result: dimensions of extent 1 go unless `ndmin` keeps them.
    fn rank(&self, lo: &Lowerer, path: Option<&str>) -> usize {
        let one_column = self.columns.len() == 1;
        if self.ndmin == 2 {
            return 2;
        }
        if one_column {
            return 1;
        }
        let seen = |path: &str| self.rank_of_file(path).map(|rank| (DType::F64, rank));
        match lo.stored.tables.found(path, seen) {
            Some((_, rank)) if self.columns.is_empty() => rank.max(self.ndmin as usize),
            _ => 2,
        }
    }

    /// The rank of what is in a file at compile time.
    fn rank_of_file(&self, path: &str) -> Option<usize> {
        let text = std::fs::read_to_string(path).ok()?;
        let (mut rows, mut columns) = (0, 0);
        for line in text.lines().skip(self.skiprows as usize) {
            let line = match &*self.comments {
                "" => line,
                mark => line.split(mark).next().unwrap_or_default(),
            };
            let fields = match &*self.delimiter {
                "" => line.split_whitespace().count(),
                _ if line.is_empty() => 0,
                delimiter => line.split(delimiter).count(),
            };
            if fields > 0 {
                (rows, columns) = (rows + 1, fields);
            }
        }
        Some([rows, columns].into_iter().filter(|extent| *extent != 1).count())
    }
}

fn savetxt<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (file, known) = path(lo, args)?;
    let array = tools::array(lo, args, 1)?;
    if !(1..=2).contains(&array.ty.rank()) {
        let message = format!("Expected 1D or 2D array, got {}D array instead", array.ty.rank());
        return lo.fail(args.span_of(1), message, "reshape it to a table");
    }
    let format = text_or(lo, args, 2, "%.18e")?;
    let delimiter = text_or(lo, args, 3, " ")?;
    let newline = text_or(lo, args, 4, "\n")?;
    let (header, footer) = (text_or(lo, args, 5, "")?, text_or(lo, args, 6, "")?);
    let comments = text_or(lo, args, 7, "# ")?;
    if newline != "\n" || !footer.is_empty() {
        return lo.fail(args.span, "`newline` and `footer` are not supported", "leave them out");
    }
    if !is_float(array.ty.elem) && array.ty.elem == DType::Bool && format == "%.18e" {
        return lo.fail(args.span_of(1), "booleans do not fit the format '%.18e'", "pass `fmt=\"%d\"`");
    }
    lo.stored.tables.remember(known, &array.ty);
    let tensor = lo.tensor(&array);
    let attrs = [
        ("fmt", Attr::str(format)),
        ("delimiter", Attr::str(delimiter)),
        ("header", Attr::str(header)),
        ("comments", Attr::str(comments)),
    ];
    lo.effect("physl.savetxt", &[file, tensor], &attrs);
    Ok(Val::None)
}

fn text_or<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>, at: usize, default: &str) -> Res<String> {
    Ok(lo.text_arg(args, at)?.map_or_else(|| default.to_string(), |text| text.to_string()))
}
