//! What can go wrong here: an error of ours that names its phase, or a failure of the linker's world.

use std::fmt;

/// A failure of code generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodegenError {
    /// The compiler is at fault.
    Internal {
        /// What was under way: `host`, `mlir`, `translate`, `optimize`, `emit`.
        phase: &'static str,
        message: String,
    },
    /// The machine lacks something (a linker, the runtime library) or refused a file.
    World(String),
}

impl CodegenError {
    /// An error of ours.
    pub fn internal(phase: &'static str, message: impl fmt::Display) -> CodegenError {
        CodegenError::Internal { phase, message: message.to_string() }
    }
}

impl fmt::Display for CodegenError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            CodegenError::Internal { phase, message } => write!(out, "internal error in codegen ({phase}): {message}"),
            CodegenError::World(message) => write!(out, "{message}"),
        }
    }
}

impl std::error::Error for CodegenError {}
