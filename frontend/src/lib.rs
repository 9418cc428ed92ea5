//! Room: frontend.
pub mod ast;
pub mod diagnostic;
mod parse;
pub mod source;
