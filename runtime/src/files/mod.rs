//! Arrays in files: NumPy's binary format and text tables. A write either leaves the whole file or the old one.

pub mod atomic;
pub mod header;
pub mod npy;
pub mod npz;
pub mod stream;
pub mod table;
