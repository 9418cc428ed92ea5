//! The library ops that generated code calls: one `phx_op_NAME` per View and Library row of the op table.

pub mod creation;
pub mod indexing;
pub mod places;
pub mod reference;
pub mod str_method;
pub mod table;
#[cfg(test)]
pub mod testing;
pub mod text;
pub mod value;
pub mod views;
pub mod world;

pub use table::TABLE;
pub use value::{Args, Owned, Scalar};
