//! `try`: the runtime calls the body, so that it can catch the exception that unwinds it.
//!
//! Before: `%code = "physl.try"(%a, %n) {callee = @py.f.try, id = "7", handlers = "ValueError;*"}`.
//! After: stores of the captures, `call @phx_try(desc, captures)`, and `@py.f.try.entry(%args: !llvm.ptr)`, which unpacks and calls.

use super::{Lowered, Lowering, export};
use crate::statics::{Attempt, Datum};
use phylanx_dialects::ir::{Attr, Builder, Loc, Module, Op, Type, function};

impl Lowering<'_> {
    /// Lowers a `try`.
    pub fn attempt(&mut self, op: &Op) -> Lowered<()> {
        let Some(body) = op.attr("callee").and_then(Attr::as_symbol).map(str::to_string) else {
            return Err(self.unexpected(op, "names no body"));
        };
        let captures: Vec<Type> = op.operands.iter().map(|&value| self.was(value)).collect();
        let mut values = Vec::with_capacity(op.operands.len());
        for &operand in &op.operands {
            let packed = self.pack(operand);
            values.push(packed.ok_or_else(|| self.unexpected(op, "has a capture that cannot travel"))?);
        }
        let args = self.store_args(&values);
        let text = |name: &str| op.attr(name).and_then(Attr::as_str).unwrap_or("").to_string();
        let (id, handlers) = (self.statics.text(&text("id")), self.statics.text(&text("handlers")));
        let site = self.statics.place(&op.loc);
        let attempt = Attempt { body: entry_symbol(&body), id, handlers, site };
        let desc = self.statics.symbol(Datum::Attempt(Box::new(attempt)));
        let desc = self.address(desc);
        self.attempts.insert(body, captures);
        self.call("phx_try", &[desc, args], op.results.clone());
        Ok(())
    }
}

/// `@body.entry(%args)`.
pub fn entry(module: &mut Module, body: &str, captures: &[Type]) -> Op {
    let args = module.value(Type::Ptr);
    let mut b = Builder::new(module, Loc::default());
    let operands: Vec<_> = captures.iter().enumerate().map(|(at, ty)| export::load(&mut b, args, at, ty)).collect();
    b.effect("func.call", &operands, &[("callee", Attr::Symbol(body.into()))]);
    b.effect("func.return", &[], &[]);
    let ops = b.ops;
    function(module, &entry_symbol(body), vec![args], Vec::new(), ops, Loc::default())
}

fn entry_symbol(body: &str) -> String {
    format!("{body}.entry")
}
