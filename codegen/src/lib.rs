//! From a tiled module to native code: host functions become LLVM dialect and calls of the runtime, task bodies become
//! kernels, LLVM optimizes, and the system linker makes the executable.

mod error;
mod frames;
mod host;
mod independent;
mod kernel;
mod link;
mod llvm;
pub mod load;
mod math;
mod names;
mod parallel;
mod parts;
mod statics;
mod translate;

pub use error::CodegenError;
pub use host::{SESSION_ENTRY, SESSION_TOP_LEVEL};
pub use link::{LinkOptions, runtime_library};
pub use llvm::Lowered;

use phylanx_dialects::ir;

/// What the user may choose about code generation.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A CPU as LLVM names it; `None` is the machine we run on.
    pub target_cpu: Option<String>,
    /// Drops the checks of indices and of integer overflow.
    pub unchecked: bool,
}

/// Lowers a module at the `tiled` stage to optimized LLVM IR.
///
/// # Errors
/// An internal error that names the phase which failed.
pub fn lower(module: &ir::Module, options: &Options) -> Result<Lowered, CodegenError> {
    let (tree, statics) = lower_to_upstream(module, options)?;
    let parts = parallel::map(parts::split(&tree), |part| translate::to_llvm(&part, &statics, options));
    Ok(Lowered::new(parts.into_iter().collect::<Result<_, _>>()?, statics.exports(), options))
}

/// The machine that code is made for unless another is named: its CPU and features, as LLVM names them.
pub fn host() -> String {
    llvm::host()
}

/// The module in upstream dialects only, as MLIR text: what goes to MLIR's own lowering.
///
/// # Errors
/// An internal error that names the phase which failed.
pub fn upstream_text(module: &ir::Module, options: &Options) -> Result<String, CodegenError> {
    let (tree, _) = lower_to_upstream(module, options)?;
    phylanx_dialects::mlir::print_tree(&tree).map_err(|error| CodegenError::internal("host", error))
}

fn lower_to_upstream(module: &ir::Module, options: &Options) -> Result<(ir::Module, statics::Statics), CodegenError> {
    let mut tree = module.clone();
    let mut statics = statics::Statics::default();
    names::prefix(&mut tree);
    math::expand(&mut tree);
    independent::mark(&mut tree);
    kernel::add_entries(&mut tree)?;
    host::lower(&mut tree, &mut statics, options)?;
    Ok((tree, statics))
}
