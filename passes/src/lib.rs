//! Room: passes. PhySL in, PhySL out: every transformation of the compiler, listed in the pass table.
//!
//! Passes are plain functions on the tree of `phylanx_dialects::ir`. They plan on a borrowed tree, then apply.

pub mod alias;
pub mod canonicalize;
pub mod context;
pub mod effects;
mod egraph;
pub mod inline;
pub mod merge;
pub mod ownership;
pub mod pipeline;
pub mod place;
pub mod promote;
pub mod rules;
pub mod simplify;
pub mod snapshot;
pub mod table;
pub mod tasks;
pub mod tile;
pub mod verify;

pub use context::{Diagnostic, FloatLevel, Options, PassContext, PassError, RuleText, Target};
pub use table::{PASSES, Pass};
