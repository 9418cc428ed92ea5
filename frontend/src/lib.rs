//! Room: frontend. Python text in; diagnostics or a PhySL module out.

pub mod ast;
pub mod diagnostic;
mod heap;
pub mod library;
mod lower;
mod modules;
mod near;
mod numpy;
mod outside;
mod parse;
pub mod physl;
pub mod prelude;
mod print;
mod scope;
pub mod sig;
pub mod source;
mod types;
mod value;

pub use diagnostic::{Diagnostic, Fault, render_all};
pub use lower::is_reserved_in_c;
pub use modules::{Finder, Found};
pub use sig::{Signature, parse_signature};
pub use source::SourceFile;

use phylanx_dialects::ir::Module;

/// Stack of the thread that compiles; trees nest as deeply as the parser allows.
const STACK: usize = 1 << 30;

/// What the user asks of a compilation.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// Functions to export, from `--sig`.
    pub exports: Vec<Signature>,
    /// What `__name__` is when the file is compiled as a library: its exports may then be called by code outside. A
    /// program has none and is `__main__`.
    pub module_name: Option<String>,
    /// The function that a Python session has compiled.
    pub entry: Option<Entry>,
}

/// A function that a Python session calls.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub function: String,
    /// Types of its arguments, as `outside.rs` writes them.
    pub params: String,
}

/// Compiles a Python program to a PhySL module.
///
/// # Errors
/// All faults of the program.
pub fn compile(source: &SourceFile, options: &Options) -> Result<Module, Vec<Diagnostic>> {
    on_big_stack(|| whole(source, options, None)).map(|(module, _)| module)
}

/// Compiles a Python program that may import modules that `finder` finds.
///
/// # Errors
/// All faults of the program and of its modules.
pub fn compile_with(source: &SourceFile, options: &Options, finder: Finder) -> Result<Module, Vec<Diagnostic>> {
    on_big_stack(|| whole(source, options, Some(finder))).map(|(module, _)| module)
}

/// The `typed` stage as text: each function for each signature, with the types of its variables.
///
/// # Errors
/// All faults of the program.
pub fn typed_text(source: &SourceFile, options: &Options) -> Result<String, Vec<Diagnostic>> {
    on_big_stack(|| whole(source, options, None)).map(|(_, typed)| typed)
}

/// [`typed_text`] of a program that may import modules that `finder` finds.
///
/// # Errors
/// All faults of the program and of its modules.
pub fn typed_text_with(source: &SourceFile, options: &Options, finder: Finder) -> Result<String, Vec<Diagnostic>> {
    on_big_stack(|| whole(source, options, Some(finder))).map(|(_, typed)| typed)
}

/// The `ast` stage as text: the program as we read it.
///
/// # Errors
/// Syntax errors and unsupported constructs.
pub fn ast_text(source: &SourceFile) -> Result<String, Vec<Diagnostic>> {
    on_big_stack(|| {
        let (module, diagnostics) = parse::parse(source);
        if diagnostics.is_empty() { Ok(print::module_text(&module)) } else { Err(diagnostic::tidy(diagnostics)) }
    })
}

fn whole(source: &SourceFile, options: &Options, finder: Option<Finder>) -> Result<(Module, String), Vec<Diagnostic>> {
    let (sources, units, mut diagnostics) = modules::load(source, finder);
    if units.list.first().is_none_or(|unit| unit.tree.body.is_empty()) && !diagnostics.is_empty() {
        return Err(diagnostic::tidy(diagnostics));
    }
    let (program, unknown) = scope::Program::new(&sources, &units);
    diagnostics.extend(unknown);
    let lowered = lower::lower(&sources, &program, options);
    diagnostics.extend(lowered.diagnostics);
    if diagnostics.is_empty() {
        diagnostics.extend(lowered.untyped);
    }
    if diagnostics.is_empty() { Ok((lowered.module, lowered.typed)) } else { Err(diagnostic::tidy(diagnostics)) }
}

/// Runs `work` on a thread with a stack for deep trees.
fn on_big_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        match thread.map(|thread| thread.join()) {
            Ok(Ok(result)) => result,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(error) => panic!("no thread for the frontend: {error}"),
        }
    })
}
