//! The door to MLIR: contexts that know PhySL, text to tree, tree to MLIR, and upstream pipelines.

mod export;
mod import;
mod open_ops;

pub use export::to_mlir;
pub use import::from_mlir;

use crate::{ir, irdl};
pub use melior::Context;
use melior::dialect::DialectRegistry;
/// A module as MLIR holds it; tools name it without a door of their own to MLIR.
pub use melior::ir::Module as MlirModule;
use melior::ir::operation::{OperationLike, OperationPrintingFlags};
use melior::pass::PassManager;
use melior::utility;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Once;

/// What MLIR said: each diagnostic with its notes, in order, as `file:line:col: error: text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MlirError(pub Vec<String>);

impl std::fmt::Display for MlirError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0.join("\n"))
    }
}

impl std::error::Error for MlirError {}

/// Upstream dialects that a tree may name; text loads what it names by itself.
pub const DIALECTS: [&str; 11] =
    ["affine", "arith", "cf", "complex", "func", "llvm", "math", "memref", "scf", "tensor", "vector"];

/// An MLIR context with all upstream dialects and PhySL.
pub fn context() -> Context {
    let context = upstream_context();
    let dialect = melior::ir::Module::parse(&context, &irdl::dialect_text()).expect("the IRDL text is generated");
    assert!(utility::load_irdl_dialects(&dialect), "the IRDL text loads");
    open_ops::register(&context);
    context
}

/// An MLIR context with all upstream dialects and nothing else.
pub fn upstream_context() -> Context {
    static PASSES: Once = Once::new();
    PASSES.call_once(utility::register_all_passes);
    let registry = DialectRegistry::new();
    utility::register_all_dialects(&registry);
    let context = Context::new_with_registry(&registry, false);
    utility::register_all_llvm_translations(&context);
    for name in DIALECTS {
        context.get_or_load_dialect(name);
    }
    context
}

/// Runs `work` and gathers what MLIR says meanwhile.
pub fn with_diagnostics<T>(context: &Context, work: impl FnOnce() -> T) -> (T, Vec<String>) {
    let said = Rc::new(RefCell::new(Vec::new()));
    let sink = Rc::clone(&said);
    let handler = context.attach_diagnostic_handler(move |diagnostic| {
        sink.borrow_mut().push(diagnostic_text(&diagnostic));
        true
    });
    let result = work();
    context.detach_diagnostic_handler(handler);
    let lines = said.borrow().clone();
    (result, lines)
}

fn diagnostic_text(diagnostic: &melior::diagnostic::Diagnostic) -> String {
    use melior::diagnostic::DiagnosticSeverity as Severity;
    let severity = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Remark => "remark",
    };
    let place = import::location_text(&diagnostic.location().to_string());
    let mut text = format!("{place}{severity}: {diagnostic}");
    for at in 0..diagnostic.note_count() {
        if let Ok(note) = diagnostic.note(at) {
            text.push('\n');
            text.push_str(&diagnostic_text(&note));
        }
    }
    text
}

/// Reads MLIR text, verified.
///
/// # Errors
/// What MLIR's parser and verifier say.
pub fn parse<'c>(context: &'c Context, text: &str) -> Result<melior::ir::Module<'c>, MlirError> {
    let (module, said) = with_diagnostics(context, || melior::ir::Module::parse(context, text));
    module.ok_or(MlirError(said))
}

/// Reads MLIR text into a tree.
///
/// # Errors
/// What MLIR's parser and verifier say.
pub fn parse_tree(text: &str) -> Result<ir::Module, MlirError> {
    let context = context();
    let module = parse(&context, text)?;
    Ok(from_mlir(&module))
}

/// A tree as MLIR text, verified.
///
/// # Errors
/// What MLIR's verifier says.
pub fn print_tree(tree: &ir::Module) -> Result<String, MlirError> {
    let context = context();
    let module = to_mlir(&context, tree)?;
    Ok(print(&module))
}

/// Text of a module, without locations.
pub fn print(module: &melior::ir::Module) -> String {
    module.as_operation().to_string()
}

/// Text of a module, with locations, so that it resumes with Python's lines intact.
pub fn print_with_locations(module: &melior::ir::Module) -> String {
    let flags = OperationPrintingFlags::new().enable_debug_info(true, false);
    module.as_operation().to_string_with_flags(flags).unwrap_or_else(|_| print(module))
}

/// Runs an upstream pass pipeline such as `builtin.module(cse)`.
///
/// # Errors
/// What MLIR says of the pipeline's text or of the module.
pub fn run_pipeline(context: &Context, module: &mut melior::ir::Module, pipeline: &str) -> Result<(), MlirError> {
    let manager = PassManager::new(context);
    utility::parse_pass_pipeline(manager.as_operation_pass_manager(), pipeline)
        .map_err(|error| MlirError(vec![format!("error: {error}")]))?;
    let (result, said) = with_diagnostics(context, || manager.run(module));
    result.map_err(|_| MlirError(if said.is_empty() { vec!["error: a pass failed".into()] } else { said }))
}
