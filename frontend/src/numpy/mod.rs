//! NumPy: one table of functions, one file for each family.

pub mod archive;
mod bits;
mod broadcast;
mod complex;
mod create;
mod diagonal;
mod distributions;
mod edit;
mod einsum;
mod elementwise;
mod fft;
mod files;
mod generator;
pub mod grid;
mod iterate;
mod join;
mod kinds;
mod linalg;
mod linear;
mod nan;
mod norm;
mod order;
mod printing;
mod random;
mod reduce;
mod search;
mod select;
mod shape;
mod sparse;
mod special;
mod statistics;
mod support;
mod tools;
mod unknown;

pub use elementwise::is_binary_ufunc;
pub use kinds::{code, info_attribute, letter};
pub use support::dtype_of;
pub use tools::{raveled, reshaped};

pub use unknown::{is_function, is_missing, unknown, unknown_method};

use crate::lower::builtins;
use crate::lower::call::Row;
use crate::lower::stdlib;
use crate::lower::{functional, itertools, library};

/// Tables of functions by dotted path.
const TABLES: &[&[Row]] = &[
    archive::ROWS,
    bits::ROWS,
    broadcast::ROWS,
    builtins::ROWS,
    crate::lower::heap::library::ROWS,
    crate::lower::heap::once::ROWS,
    crate::lower::heap::counter::ROWS,
    complex::ROWS,
    crate::lower::file::ROWS,
    diagonal::ROWS,
    einsum::ROWS,
    functional::ROWS,
    itertools::ROWS,
    crate::lower::kinds::ROWS,
    library::ROWS,
    iterate::ROWS,
    crate::lower::flat::ROWS,
    crate::lower::slices::ROWS,
    crate::lower::vectorized::ROWS,
    edit::ROWS,
    fft::ROWS,
    files::ROWS,
    generator::ROWS,
    linalg::ROWS,
    join::ROWS,
    kinds::ROWS,
    linear::ROWS,
    nan::ROWS,
    norm::ROWS,
    printing::ROWS,
    random::ROWS,
    search::ROWS,
    sparse::ROWS,
    special::ROWS,
    statistics::ROWS,
    create::ROWS,
    order::ROWS,
    reduce::ROWS,
    select::ROWS,
    shape::ROWS,
];

/// The function at a path.
pub fn function(path: &str) -> Option<Row> {
    let path = canonical(path);
    if let Some(row) = stdlib::function(path).or_else(|| functional::operator(path)) {
        return Some(row);
    }
    let listed = TABLES.iter().flat_map(|table| table.iter()).find(|row| row.name == path).copied();
    listed
        .or_else(|| distributions::function(path))
        .or_else(|| elementwise::function(path))
        .or_else(|| create::constructor(path))
}

/// Methods of arrays that are not functions of the same name.
pub const METHOD_NAMES: &[&str] = &[
    "sum",
    "prod",
    "max",
    "min",
    "any",
    "all",
    "mean",
    "var",
    "std",
    "argmax",
    "argmin",
    "cumsum",
    "cumprod",
    "tolist",
    "ptp",
    "reshape",
    "ravel",
    "flatten",
    "squeeze",
    "swapaxes",
    "transpose",
    "astype",
    "copy",
    "fill",
    "view",
    "tofile",
    "item",
    "dot",
    "round",
    "clip",
    "take",
    "repeat",
    "sort",
    "argsort",
    "nonzero",
    "trace",
    "diagonal",
    "view",
    "conj",
    "conjugate",
    "tobytes",
    "put",
    "choose",
    "compress",
    "searchsorted",
    "partition",
    "argpartition",
];

/// Whether a function of NumPy is a method of arrays too.
pub fn is_method(name: &str) -> bool {
    METHOD_NAMES.contains(&name)
}

/// The method of arrays with this name; its first parameter is the array.
pub fn method(name: &str) -> Option<Row> {
    if !METHOD_NAMES.contains(&name) {
        return None;
    }
    let own = format!("ndarray.{name}");
    TABLES
        .iter()
        .flat_map(|table| table.iter())
        .find(|row| row.name == own)
        .copied()
        .or_else(|| function(&format!("numpy.{name}")))
}

/// Spellings that NumPy has given up.
const OLD: &[&str] = &["numpy.round_", "numpy.product", "numpy.row_stack"];

/// Every function of the tables: its path, its parameters, and the element types that it takes where they are limited.
pub fn listed() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let aliases = ALIASES.iter().filter(|(alias, _)| !OLD.contains(alias));
    let aliases = aliases.filter_map(|(alias, listed)| {
        own().find(|(name, ..)| name == listed).map(|(_, params, dtypes)| (*alias, params, dtypes))
    });
    own().chain(aliases)
}

fn own() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let rows = TABLES.iter().flat_map(|table| table.iter()).map(|row| (row.name, row.params, ""));
    rows.chain(elementwise::listed()).chain(create::listed())
}

/// Other spellings of one function, and the spelling it is listed under.
#[rustfmt::skip]
const ALIASES: &[(&str, &str)] = &[
    ("numpy.amax", "numpy.max"), ("numpy.amin", "numpy.min"), ("numpy.around", "numpy.round"),
    ("numpy.round_", "numpy.round"), ("numpy.concat", "numpy.concatenate"), ("numpy.row_stack", "numpy.vstack"),
    ("numpy.permute_dims", "numpy.transpose"), ("numpy.product", "numpy.prod"), ("numpy.asanyarray", "numpy.asarray"),
    ("numpy.random.random_sample", "numpy.random.random"), ("numpy.random.sample", "numpy.random.random"),
    ("numpy.random.ranf", "numpy.random.random"),
    ("numpy.linalg.outer", "numpy.outer"),
    ("numpy.linalg.cross", "numpy.cross"),
    ("numpy.linalg.matmul", "numpy.matmul"),
    ("numpy.linalg.tensordot", "numpy.tensordot"),
    ("scipy.linalg.solve", "numpy.linalg.solve"),
    ("scipy.linalg.inv", "numpy.linalg.inv"),
    ("scipy.linalg.det", "numpy.linalg.det"),
    ("scipy.linalg.norm", "numpy.linalg.norm"),
    ("scipy.linalg.svd", "numpy.linalg.svd"),
    ("scipy.linalg.svdvals", "numpy.linalg.svdvals"),
    ("scipy.linalg.eigvals", "numpy.linalg._complex_eigvals"),
    ("scipy.fft.fft", "numpy.fft.fft"),
    ("scipy.fft.ifft", "numpy.fft.ifft"),
    ("scipy.fft.rfft", "numpy.fft.rfft"),
    ("scipy.fft.irfft", "numpy.fft.irfft"),
    ("scipy.fft.fft2", "numpy.fft.fft2"),
    ("scipy.fft.ifft2", "numpy.fft.ifft2"),
    ("scipy.fft.fftn", "numpy.fft.fftn"),
    ("scipy.fft.ifftn", "numpy.fft.ifftn"),
    ("scipy.fft.rfft2", "numpy.fft.rfft2"),
    ("scipy.fft.irfft2", "numpy.fft.irfft2"),
    ("scipy.fft.rfftn", "numpy.fft.rfftn"),
    ("scipy.fft.irfftn", "numpy.fft.irfftn"),
    ("scipy.fft.hfft", "numpy.fft.hfft"),
    ("scipy.fft.ihfft", "numpy.fft.ihfft"),
];

fn canonical(path: &str) -> &str {
    ALIASES.iter().find(|(alias, _)| *alias == path).map_or(path, |(_, listed)| *listed)
}
