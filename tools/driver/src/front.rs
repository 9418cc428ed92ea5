//! The frontend, as the driver uses it.

use crate::compile::Request;
use crate::failure::{Failure, Outcome};
use crate::stage::Stage;
use phylanx_dialects::ir;
use phylanx_frontend::{Diagnostic, Options, SourceFile};

/// The PhySL module of a Python program.
pub fn module(request: &Request) -> Outcome<ir::Module> {
    phylanx_frontend::compile(&source(request), &options(request)?).map_err(refused)
}

/// The `ast` or `typed` stage of a Python program, printed.
pub fn print_stage(request: &Request) -> Outcome<String> {
    let source = source(request);
    match request.emit {
        Stage::Ast => phylanx_frontend::ast_text(&source),
        _ => phylanx_frontend::typed_text(&source, &options(request)?),
    }
    .map_err(refused)
}

fn source(request: &Request) -> SourceFile {
    SourceFile::new(request.name.as_str(), request.text.as_str())
}

fn options(request: &Request) -> Outcome<Options> {
    let exports = request.signatures.iter().map(|text| phylanx_frontend::parse_signature(text));
    Ok(Options { exports: exports.collect::<Result<_, _>>().map_err(Failure::Usage)? })
}

fn refused(diagnostics: Vec<Diagnostic>) -> Failure {
    Failure::User(phylanx_frontend::render_all(&diagnostics))
}
