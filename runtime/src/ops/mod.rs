//! The library ops that generated code calls: one `phx_op_NAME` per View and Library row of the op table.

pub mod table;
pub mod value;
pub mod views;

pub use table::TABLE;
pub use value::{Args, Owned, Scalar};
