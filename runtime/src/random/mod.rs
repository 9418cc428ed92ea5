//! Random numbers equal to NumPy's legacy global generator.

pub mod mt19937;

pub use mt19937::Mt19937;
