//! From the tree to PhySL text.

use super::attr;
use phylanx_dialects::ir::{Attr, Block, Module, Op, Region, Type, Value, walk_ops};
use std::collections::HashMap;

/// Deepest nesting of calls on one line; deeper ones get a name.
const MAX_NESTING: usize = 6;

/// A module as PhySL text.
///
/// # Errors
/// A sentence when the module has regions of several blocks, which only stages below PhySL have.
pub fn print(module: &Module) -> Result<String, String> {
    let mut uses = HashMap::new();
    walk_ops(&module.ops, &mut |op| op.operands.iter().for_each(|value| *uses.entry(*value).or_insert(0) += 1));
    let mut printer = Printer { module, uses, names: HashMap::new(), next: 0 };
    let mut text = String::new();
    if !module.attrs.is_empty() {
        text.push_str(&format!("module({})\n", attributes(module.attrs.iter()).join(", ")));
    }
    for op in &module.ops {
        text.push_str(&printer.top(op)?);
        text.push('\n');
    }
    Ok(text)
}

struct Printer<'m> {
    module: &'m Module,
    uses: HashMap<Value, usize>,
    names: HashMap<Value, String>,
    /// Number of the next name in the current function.
    next: usize,
}

/// A call that waits to be nested into its user.
struct Pending {
    value: Value,
    text: String,
    depth: usize,
}

impl Printer<'_> {
    fn top(&mut self, op: &Op) -> Result<String, String> {
        self.next = 0;
        match (op.symbol(), op.attr("function_type").and_then(Attr::as_type), op.body()) {
            (Some(symbol), Some(Type::Function(_, results)), Some(body)) if op.name == "func.func" => {
                let mut items = vec![attr::symbol_text(symbol)];
                items.extend(body.args.iter().map(|&arg| self.argument("a", arg)));
                let shown = op.attrs.iter().filter(|(name, _)| *name != "sym_name" && *name != "function_type");
                items.extend(attributes(shown));
                items.push(self.block(body, &[], 1)?);
                Ok(format!("define({}){}", items.join(", "), types_text(results)))
            }
            _ => self.call(op, Vec::new(), 0),
        }
    }

    fn argument(&mut self, letter: &str, value: Value) -> String {
        let name = format!("{letter}{}", self.next);
        self.next += 1;
        let text = format!("{name}: {}", self.module.ty(value));
        self.names.insert(value, name);
        text
    }

    /// `block((arguments), statements)`.
    fn block(&mut self, block: &Block, args: &[Value], indent: usize) -> Result<String, String> {
        let mut lines = Vec::new();
        if !args.is_empty() {
            let items: Vec<String> = args.iter().map(|&arg| self.argument("v", arg)).collect();
            lines.push(format!("({})", items.join(", ")));
        }
        let mut pending: Vec<Pending> = Vec::new();
        for op in &block.ops {
            self.statement(op, &mut pending, &mut lines, indent)?;
        }
        self.flush(&mut pending, &mut lines);
        let pad = "  ".repeat(indent);
        let body: Vec<String> = lines.iter().map(|line| format!("\n{pad}{line}")).collect();
        Ok(format!("block({})", body.join(",")))
    }

    fn statement(
        &mut self,
        op: &Op,
        pending: &mut Vec<Pending>,
        lines: &mut Vec<String>,
        indent: usize,
    ) -> Result<(), String> {
        let nested = self.nested(op, pending);
        let keep = pending.len() - nested;
        let inner: Vec<Pending> = pending.drain(keep..).collect();
        let depth = inner.iter().map(|one| one.depth + 1).max().unwrap_or(0);
        let single = op.results.len() == 1 && op.regions.is_empty() && self.uses.get(&op.results[0]) == Some(&1);
        let will_nest = single && depth < MAX_NESTING;
        if !will_nest {
            self.flush(pending, lines);
        }
        let mut texts = inner.into_iter().map(|one| (one.value, one.text)).collect::<HashMap<_, _>>();
        let operands = op.operands.iter().map(|value| self.operand(*value, &mut texts)).collect();
        let text = self.call(op, operands, indent)?;
        match op.results.as_slice() {
            [] => lines.push(text),
            [value] if will_nest => pending.push(Pending { value: *value, text, depth }),
            results => {
                let names: Vec<String> = results.iter().map(|&value| self.name(value)).collect();
                let target = if names.len() == 1 { names.join("") } else { format!("({})", names.join(", ")) };
                lines.push(format!("define({target}, {text})"));
            }
        }
        Ok(())
    }

    /// How many of the last waiting calls are, in their order, operands of this op: those nest without changing any order.
    fn nested(&self, op: &Op, pending: &[Pending]) -> usize {
        let waiting: Vec<Value> =
            op.operands.iter().copied().filter(|value| pending.iter().any(|one| one.value == *value)).collect();
        let start = pending.len().saturating_sub(waiting.len());
        if pending[start..].iter().map(|one| one.value).eq(waiting.iter().copied()) { waiting.len() } else { 0 }
    }

    /// Gives names to all waiting calls.
    fn flush(&mut self, pending: &mut Vec<Pending>, lines: &mut Vec<String>) {
        for one in pending.drain(..) {
            let name = self.name(one.value);
            lines.push(format!("define({name}, {})", one.text));
        }
    }

    fn name(&mut self, value: Value) -> String {
        let name = format!("v{}", self.next);
        self.next += 1;
        self.names.insert(value, name.clone());
        name
    }

    fn operand(&self, value: Value, nested: &mut HashMap<Value, String>) -> String {
        nested
            .remove(&value)
            .or_else(|| self.names.get(&value).cloned())
            .unwrap_or_else(|| format!("undefined{}", value.0))
    }

    /// `name(operands, attributes, blocks): types`; constants are literals.
    fn call(&mut self, op: &Op, mut items: Vec<String>, indent: usize) -> Result<String, String> {
        if let Some(literal) = self.literal(op) {
            return Ok(literal);
        }
        items.extend(attributes(op.attrs.iter()));
        for region in &op.regions {
            items.push(self.region(op, region, indent)?);
        }
        let types: Vec<Type> = op.results.iter().map(|&value| self.module.ty(value).clone()).collect();
        Ok(format!(
            "{}({}){}",
            op.name.strip_prefix("physl.").unwrap_or(&op.name),
            items.join(", "),
            types_text(&types)
        ))
    }

    fn literal(&self, op: &Op) -> Option<String> {
        let value = op.attr("value").filter(|_| op.name == "arith.constant" && op.attrs.len() == 1)?;
        let ty = self.module.ty(*op.results.first()?);
        let fits = match value {
            Attr::Int(_, of) | Attr::Float(_, of) => of == ty,
            Attr::Bool(_) => *ty == Type::BOOL,
            _ => false,
        };
        fits.then(|| attr::print(value))
    }

    fn region(&mut self, op: &Op, region: &Region, indent: usize) -> Result<String, String> {
        match region.blocks.as_slice() {
            [] => Ok("region()".into()),
            [block] => self.block(block, &block.args, indent + 1),
            _ => Err(format!("{}: a region of several blocks is no PhySL", op.name)),
        }
    }
}

fn attributes<'a>(attrs: impl Iterator<Item = (&'a String, &'a Attr)>) -> Vec<String> {
    attrs.map(|(name, value)| format!("{name}={}", attr::print(value))).collect()
}

fn types_text(types: &[Type]) -> String {
    match types {
        [] => String::new(),
        [one] => format!(": {one}"),
        many => format!(": ({})", many.iter().map(Type::to_string).collect::<Vec<_>>().join(", ")),
    }
}
