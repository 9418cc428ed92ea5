//! The library ops that generated code calls: one `phx_op_NAME` per View and Library row of the op table.

pub mod along;
pub mod archives;
pub mod counting;
pub mod creation;
pub mod exceptions;
pub mod fft;
pub mod files;
#[cfg(test)]
mod fixture;
pub mod generator;
pub mod indexing;
pub mod joining;
pub mod linalg;
pub mod lines;
pub mod objects;
pub mod parts;
pub mod pieces;
pub mod places;
pub mod print_options;
pub mod random;
pub mod raw_files;
pub mod reference;
pub mod sampling;
pub mod special;
pub mod stdlib;
pub mod str_method;
pub mod table;
#[cfg(test)]
pub mod testing;
pub mod text;
pub mod value;
pub mod views;
pub mod world;

pub use table::{Entry, TABLE};
pub use value::{Args, Owned, Scalar};
