//! Random numbers equal to NumPy's: bit generators, seeding and distributions.

pub mod bounded;
pub mod continuous;
pub mod counts;
pub mod distributions;
pub mod mt19937;
pub mod pcg64;
pub mod sample;
pub mod seed_sequence;
pub mod source;
pub mod tables;
pub mod ziggurat;

pub use mt19937::Mt19937;
pub use pcg64::Pcg64;
pub use source::Source;
