//! The order of the stages, and what `phylanxc`, `phylanx-opt` and the tests share.

pub mod expected;
pub mod failure;
pub mod guard;
pub mod module;
pub mod pipeline_text;
pub mod reproducer;
pub mod run_steps;

pub use failure::Failure;
