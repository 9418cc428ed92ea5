//! The vocabulary of Phylanx: the op table, the IR in memory, and the door to MLIR. Facts only, never a transformation.

pub mod dtype;
pub mod eval;
pub mod ir;
pub mod irdl;
pub mod mlir;
pub mod ops;
pub mod shape;

pub use phylanx_abi::DType;
