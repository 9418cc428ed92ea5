//! The function that a Python session has compiled: its parameters and its result are whatever compiled code can hold.
//!
//! Types travel as texts (`outside.rs`). What the session's lists, dicts and sets hold may grow while the function is lowered, so
//! the types of the parameters are told to the session as well as that of the result.

use super::{Lowerer, Res};
use crate::Entry;
use crate::ast::Function;
use crate::outside;
use crate::source::Span;
use crate::types::Ty;
use crate::value::Val;
use phylanx_dialects::ir::Attr;

/// How a session sees the function.
pub struct Entered {
    params: String,
    result: String,
}

impl Entered {
    /// The attributes that tell later stages.
    pub fn attrs(&self) -> Vec<(String, Attr)> {
        let text = |text: &str| Attr::str(text);
        vec![
            ("physl.entry".to_string(), Attr::Bool(true)),
            ("physl.entry_params".to_string(), text(&self.params)),
            ("physl.entry_result".to_string(), text(&self.result)),
        ]
    }
}

impl<'a> Lowerer<'a> {
    /// Compiles the function for its arguments.
    pub fn enter(&mut self, entry: &Entry) {
        let found = self
            .program
            .functions
            .iter()
            .position(|info| *info.def.name == *entry.function && info.parent.is_none() && info.module == 0);
        let Some(index) = found else {
            let _: Res<()> =
                self.contradiction(Span::default(), &format!("`{}`, no function of this file,", entry.function));
            return;
        };
        let def = self.program.functions[index].def;
        let Some(tys) = self.entry_types(entry) else {
            let _: Res<()> = self.contradiction(def.name_span, &format!("`{}` as types of parameters", entry.params));
            return;
        };
        if tys.len() != def.params.len() {
            let _: Res<()> = self.contradiction(def.name_span, &format!("a call with {} arguments", tys.len()));
            return;
        }
        let known = |ty: &Ty| if *ty == Ty::None { Val::None } else { Val::Unknown };
        let mut passed: Vec<(Val, Ty)> = tys.iter().map(|ty| (known(ty), ty.clone())).collect();
        let Ok(spec) = self.specialise(index, &mut passed, def.name_span) else { return };
        let result = self.specs.list[spec].result.clone();
        let spec = self.outward(spec, &result);
        self.specs.list[spec].public = true;
        self.specs.list[spec].entered = self.entered(def, &tys, &result);
    }

    /// The types of the parameters; places of objects among them are the same in every round.
    fn entry_types(&mut self, entry: &Entry) -> Option<Vec<Ty>> {
        if self.places.outside.is_none() {
            self.places.outside = outside::parse(&entry.params, &self.places.growth);
        }
        self.places.outside.clone()
    }

    fn entered(&mut self, def: &'a Function, tys: &[Ty], result: &Ty) -> Option<Entered> {
        let Some(text) = outside::text(result) else {
            let message = format!("{}() returns {result}, which does not leave compiled code", def.name);
            let help = "return numbers, text, None, arrays, or tuples, lists, dicts and sets of them";
            self.report(def.name_span, message, help);
            return None;
        };
        let params = tys.iter().map(outside::text).collect::<Option<String>>();
        Some(Entered { params: params.unwrap_or_default(), result: text })
    }
}
