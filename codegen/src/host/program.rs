//! The program's way in: `phylanx_program_main` calls the script's top level.

use super::export::{self, Export};
use phylanx_dialects::ir::{Attr, Builder, Loc, Module, function};

/// Symbol of the script's top level.
pub const TOP_LEVEL: &str = "py.__main__";

/// Symbol that the runtime calls.
pub const MAIN: &str = "phylanx_program_main";

/// Adds the entry if the module has a top level. A library has no entry of its own: its exports know the top level.
pub fn add_main(module: &mut Module, exports: &[Export]) {
    let has_top_level = module.function(TOP_LEVEL).is_some();
    if !exports.is_empty() && !has_top_level {
        let empty = export::empty_top_level(module);
        module.ops.push(empty);
    }
    if !exports.is_empty() || !has_top_level {
        return;
    }
    let mut b = Builder::new(module, Loc::default());
    b.effect("func.call", &[], &[("callee", Attr::Symbol(TOP_LEVEL.into()))]);
    b.effect("func.return", &[], &[]);
    let ops = b.ops;
    let main = function(module, MAIN, Vec::new(), Vec::new(), ops, Loc::default());
    module.ops.push(main);
}
