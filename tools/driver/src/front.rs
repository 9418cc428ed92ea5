//! The frontend, as the driver uses it.

use crate::compile::Request;
use crate::failure::{Failure, Outcome};
use crate::stage::Stage;
use phylanx_dialects::ir;
use phylanx_frontend::{Diagnostic, Fault, Found, Options, SourceFile, parse_signature, render_all};
use std::path::Path;

/// The PhySL module of a Python program.
///
/// # Errors
/// All diagnostics of the program, or a malformed signature.
pub fn module(request: &Request) -> Outcome<ir::Module> {
    let beside = |parts: &[&str]| found(request, parts);
    phylanx_frontend::compile_with(&source(request), &options(request)?, &beside).map_err(|found| refused(&found))
}

/// The `ast` or `typed` stage of a Python program, printed.
///
/// # Errors
/// As [`module`].
pub fn print_stage(request: &Request) -> Outcome<String> {
    let text = match request.emit {
        Stage::Ast => phylanx_frontend::ast_text(&source(request)),
        _ => {
            let beside = |parts: &[&str]| found(request, parts);
            phylanx_frontend::typed_text_with(&source(request), &options(request)?, &beside)
        }
    };
    text.map_err(|found| refused(&found))
}

fn source(request: &Request) -> SourceFile {
    SourceFile::new(request.name.as_str(), request.text.as_str())
}

/// The module with this dotted name: a Python session knows what each stands for, a program finds them in its folder.
fn found(request: &Request, parts: &[&str]) -> Option<Found> {
    let Some(session) = &request.session else { return beside(&request.name, parts) };
    let (name, text) = session.modules.get(&parts.join("."))?;
    Some(Found::File { name: name.clone(), text: text.clone() })
}

/// The module with this dotted name in the folder of a program.
fn beside(program: &str, parts: &[&str]) -> Option<Found> {
    let program = Path::new(program);
    let mut path = program.parent().filter(|_| program.is_file())?.to_path_buf();
    path.extend(parts);
    for file in [path.join("__init__.py"), path.with_extension("py")] {
        if let Ok(text) = std::fs::read_to_string(&file) {
            return Some(Found::File { name: file.to_string_lossy().into_owned(), text });
        }
    }
    path.is_dir().then_some(Found::Folder)
}

fn options(request: &Request) -> Outcome<Options> {
    let exports = request.signatures.iter().map(|text| parse_signature(text));
    let exports = exports.collect::<Result<_, _>>().map_err(|error| Failure::Usage(format!("--sig: {error}")))?;
    let entry = request.session.as_ref().map(|session| session.entry.clone());
    let is_library = entry.is_some() || (!request.signatures.is_empty() && request.emit != Stage::Exe);
    Ok(Options { exports, module_name: is_library.then(|| module_name(&request.name)), entry })
}

/// What `__name__` is in a file that is imported.
fn module_name(file: &str) -> String {
    Path::new(file).file_stem().map_or_else(|| file.to_string(), |stem| stem.to_string_lossy().into_owned())
}

fn refused(found: &[Diagnostic]) -> Failure {
    match found.iter().find(|one| one.fault == Fault::Compiler) {
        None => Failure::User(render_all(found)),
        Some(ours) => Failure::internal("frontend", ours.render().trim_end()),
    }
}
