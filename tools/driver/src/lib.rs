//! The order of the stages, and what `phylanxc`, `phylanx-opt` and the tests share.

mod c_names;
pub mod compare;
pub mod compile;
pub mod diagnostics;
pub mod expected;
pub mod failure;
mod front;
pub mod guard;
mod header;
pub mod launch;
pub mod module;
pub mod pipeline_text;
pub mod reproducer;
pub mod rules;
pub mod run_steps;
pub mod scratch;
pub mod stage;
pub mod tasks_dot;
pub mod trace;

pub use failure::Failure;
