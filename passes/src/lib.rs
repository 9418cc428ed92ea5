//! Room: passes. PhySL in, PhySL out: every transformation of the compiler, listed in the pass table.
//!
//! Passes are plain functions on the tree of `phylanx_dialects::ir`. They plan on a borrowed tree, then apply.

pub mod context;
pub mod pipeline;
pub mod table;
pub mod verify;

pub use context::{Diagnostic, FloatLevel, Options, PassContext, PassError, RuleText, Target};
pub use table::{PASSES, Pass};
