//! Numbers, strings and arrays as Python and NumPy write them.

pub mod array;
pub mod complex;
pub mod float;
pub mod float_style;
pub mod format;
pub mod format_spec;
pub mod options;
pub mod percent;
pub mod string;
