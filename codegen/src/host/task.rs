//! Spawns of tasks and ownership of handles.

use super::{Lowered, Lowering, value};
use crate::statics::{Datum, Task};
use crate::{CodegenError, kernel, names};
use phylanx_abi::{Fold, Layout};
use phylanx_dialects::ir::{Attr, Module, Op};
use std::collections::HashMap;

/// What the tile pass wrote on a task body, in the numbers of the runtime.
#[derive(Clone, Debug)]
pub struct Description {
    rank: u32,
    inputs: Vec<(u32, u32)>,
    output: (u32, u32),
    fold: u32,
    reduced: u32,
    keepdims: u32,
    flops: u32,
    /// See `TaskDesc::steps`.
    steps: Vec<i64>,
}

/// Descriptions of all task bodies by symbol.
///
/// # Errors
/// A body whose attributes are not those of the `tiled` stage.
pub fn descriptions(module: &Module) -> Lowered<HashMap<String, Description>> {
    module.functions().filter(|op| kernel::is_body(op)).map(description).collect()
}

fn description(op: &Op) -> Lowered<(String, Description)> {
    let symbol = op.symbol().unwrap_or_default().to_string();
    let lacks = |what: &str| CodegenError::internal("host", format!("task body @{symbol} lacks {what}: is it tiled?"));
    let number = |name: &str| op.attr(name).and_then(Attr::as_int).and_then(|value| u32::try_from(value).ok());
    let operands = op.attr("physl.operands").and_then(Attr::as_i64s).ok_or_else(|| lacks("physl.operands"))?;
    let mut pairs: Vec<(u32, u32)> = operands.chunks_exact(2).map(|pair| (pair[0] as u32, pair[1] as u32)).collect();
    let output = pairs.pop().ok_or_else(|| lacks("an output in physl.operands"))?;
    let description = Description {
        rank: number("physl.rank").ok_or_else(|| lacks("physl.rank"))?,
        inputs: pairs,
        output,
        fold: fold(op).ok_or_else(|| lacks("a known physl.fold"))?,
        reduced: op
            .attr("physl.axes")
            .and_then(Attr::as_i64s)
            .unwrap_or(&[])
            .iter()
            .fold(0, |mask, axis| mask | 1 << axis),
        keepdims: u32::from(op.attr("physl.keepdims").and_then(Attr::as_bool).unwrap_or(false)),
        flops: number("physl.flops").unwrap_or(1),
        steps: op.attr("physl.steps").and_then(Attr::as_i64s).unwrap_or(&[]).to_vec(),
    };
    Ok((symbol, description))
}

fn fold(op: &Op) -> Option<u32> {
    let fold = match op.attr("physl.fold").and_then(Attr::as_str).unwrap_or("") {
        "" | "map" => Fold::Map,
        "sum" => Fold::Sum,
        "prod" => Fold::Prod,
        "max" => Fold::Max,
        "min" => Fold::Min,
        "any" => Fold::Any,
        "all" => Fold::All,
        _ => return None,
    };
    Some(fold as u32)
}

fn layout(op: &Op) -> Option<u32> {
    let layout = match op.attr("physl.layout").and_then(Attr::as_str).unwrap_or("") {
        "" | "replicated" => Layout::Replicated,
        "rows" => Layout::Rows,
        "columns" => Layout::Columns,
        "blocks" => Layout::Blocks,
        _ => return None,
    };
    Some(layout as u32)
}

/// A task's name as the user knows it.
fn shown(symbol: &str) -> &str {
    symbol.strip_prefix(names::PREFIX).unwrap_or(symbol)
}

impl Lowering<'_> {
    /// Lowers `spawn` and `spawn_into`.
    pub fn spawn(&mut self, op: &Op) -> Lowered<()> {
        let into = op.physl() == Some("spawn_into");
        let task = self.task(op)?;
        let descriptor = self.address(task);
        let mut values = Vec::with_capacity(op.operands.len());
        for &operand in &op.operands {
            values.push(self.pack(operand).ok_or_else(|| self.unexpected(op, "has an operand that cannot travel"))?);
        }
        let args = self.store_args(&values);
        if into {
            let inputs = kernel::offset(&mut self.b, args, 16);
            self.call("phx_spawn_into", &[descriptor, args, inputs], Vec::new());
        } else {
            let slot = self.result_slot(1);
            self.call("phx_spawn", &[descriptor, args, slot], Vec::new());
            self.load_results(slot, &op.results);
        }
        Ok(())
    }

    /// The static description of a spawn: of its body, place and layout.
    fn task(&mut self, op: &Op) -> Lowered<String> {
        let body = op.attr("body").and_then(Attr::as_symbol).unwrap_or_default().to_string();
        let Some(found) = self.tasks.get(&body).cloned() else {
            return Err(self.unexpected(op, &format!("names no tiled task body: @{body}")));
        };
        let Some(layout) = layout(op) else { return Err(self.unexpected(op, "asks for an unknown layout")) };
        let (name, site) = (self.statics.text(shown(&body)), self.statics.place(&op.loc));
        let inputs = self.statics.symbol(Datum::Operands(found.inputs.clone()));
        let count = found.steps.len() as i64;
        let steps = self.statics.symbol(Datum::I64s(std::iter::once(count).chain(found.steps).collect()));
        Ok(self.statics.symbol(Datum::Task(Box::new(Task {
            kernel: format!("{body}{}", kernel::SUFFIX),
            name,
            site,
            rank: found.rank,
            input_count: found.inputs.len() as u32,
            inputs,
            output: found.output,
            fold: found.fold,
            reduced: found.reduced,
            keepdims: found.keepdims,
            layout,
            flops: found.flops,
            steps,
        }))))
    }

    /// Lowers `retain` and `release`.
    pub fn ownership(&mut self, op: &Op) -> Lowered<()> {
        let handle = op.operands[0];
        let Some(tag) = value::tag(&self.was(handle)) else { return Err(self.unexpected(op, "takes no handle")) };
        let tag = self.i32(tag as i64);
        self.call(if op.physl() == Some("retain") { "phx_retain" } else { "phx_release" }, &[tag, handle], Vec::new());
        Ok(())
    }
}
