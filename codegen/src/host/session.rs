//! The ways into a module that a Python session has compiled for one of its functions.
//!
//! Before: `func.func @py.f(%a: !physl.ref<tensor<?xf64>>, %n: i64) -> f64 attributes {physl.entry, ...}`.
//! After: also `@phylanx_session_entry(%args, %results)`, which unpacks values, calls and packs the results, and
//! `@phylanx_session_top_level()`, which runs the top level.

use super::export::{self, Callee};
use super::program;
use phylanx_dialects::ir::{Attr, Builder, Loc, Module, Type, function};

/// Symbol of the function's entry.
pub const ENTRY: &str = "phylanx_session_entry";

/// Symbol of the top level.
pub const TOP_LEVEL: &str = "phylanx_session_top_level";

/// The function that a session calls.
pub struct Session {
    function: String,
    params: Vec<Type>,
    results: Vec<Type>,
    loc: Loc,
}

/// The session's function in a module whose types are not converted yet.
pub fn session(module: &Module) -> Option<Session> {
    let op = module.functions().find(|op| op.attr("physl.entry").is_some())?;
    let Some(Type::Function(params, results)) = op.attr("function_type").and_then(Attr::as_type) else { return None };
    let function = op.symbol().unwrap_or_default().to_string();
    Some(Session { function, params: params.clone(), results: results.clone(), loc: op.loc.clone() })
}

/// Adds the ways in.
pub fn add(module: &mut Module, session: &Session) {
    let callee = Callee { symbol: &session.function, params: &session.params, results: &session.results };
    let entry = export::entry(module, ENTRY, &callee, &session.loc);
    module.ops.push(entry);
    let mut b = Builder::new(module, Loc::default());
    b.effect("func.call", &[], &[("callee", Attr::Symbol(program::TOP_LEVEL.into()))]);
    b.effect("func.return", &[], &[]);
    let ops = b.ops;
    let top = function(module, TOP_LEVEL, Vec::new(), Vec::new(), ops, Loc::default());
    module.ops.push(top);
}
