//! Checks what PhySL promises beyond MLIR's own rules.
//!
//! Each value is defined once, before its uses and in a block that encloses them; operands and results have the number and
//! the types that the op table states; attributes are there; each exchange that is sent is received once; no handle is used after its release.

use crate::context::{PassContext, PassError};
use phylanx_dialects::ir::{Block, Module, Op, Type, Value, uses, walk_ops};
use phylanx_dialects::ops::{OpRow, Rule};
use std::collections::{HashMap, HashSet};

/// The pass: see [`check`].
///
/// # Errors
/// An internal error at the first broken promise.
pub fn run(module: &mut Module, _: &mut PassContext) -> Result<(), PassError> {
    check(module)
}

/// Checks a module.
///
/// # Errors
/// An internal error at the first broken promise.
pub fn check(module: &Module) -> Result<(), PassError> {
    let mut defined = HashSet::new();
    let mut scope = Scope { module, defined: &mut defined, visible: HashSet::new() };
    scope.ops(&module.ops)?;
    check_tokens(module)
}

struct Scope<'m> {
    module: &'m Module,
    /// Everything defined so far, anywhere.
    defined: &'m mut HashSet<Value>,
    /// What may be used here.
    visible: HashSet<Value>,
}

impl Scope<'_> {
    fn ops(&mut self, ops: &[Op]) -> Result<(), PassError> {
        ops.iter().try_for_each(|op| self.op(op))
    }

    fn op(&mut self, op: &Op) -> Result<(), PassError> {
        for &operand in &op.operands {
            if !self.visible.contains(&operand) {
                return fail(op, format!("uses value {} before or outside of its definition", operand.0));
            }
        }
        let regions = op.regions.iter().flat_map(|region| &region.blocks);
        for block in regions {
            self.block(op, block)?;
        }
        for &result in &op.results {
            self.define(op, result)?;
        }
        check_row(self.module, op)
    }

    fn block(&mut self, owner: &Op, block: &Block) -> Result<(), PassError> {
        // Functions see nothing from outside; blocks that branch to one another are left to MLIR's verifier.
        let sees_outside = owner.name != "func.func" || owner.regions[0].blocks.len() > 1;
        let outer = self.visible.clone();
        if !sees_outside {
            self.visible.clear();
        }
        for &arg in &block.args {
            self.define(owner, arg)?;
        }
        self.ops(&block.ops)?;
        check_releases(block)?;
        let branches = owner.regions.iter().any(|region| region.blocks.len() > 1);
        if !branches {
            self.visible = outer;
        }
        Ok(())
    }

    fn define(&mut self, op: &Op, value: Value) -> Result<(), PassError> {
        if value.0 as usize >= self.module.value_count() {
            return fail(op, format!("value {} is not in the module's table", value.0));
        }
        if !self.defined.insert(value) {
            return fail(op, format!("value {} is defined twice", value.0));
        }
        self.visible.insert(value);
        Ok(())
    }
}

/// No op uses a handle after the block has released it as often as the block has owned it.
fn check_releases(block: &Block) -> Result<(), PassError> {
    let mut owners: HashMap<Value, i64> = HashMap::new();
    for op in &block.ops {
        if let Some(gone) = uses(op).into_iter().find(|value| owners.get(value).is_some_and(|&left| left <= 0)) {
            return fail(op, format!("uses value {} after its release", gone.0));
        }
        match (op.physl(), op.operands.first()) {
            (Some("retain"), Some(&value)) => *owners.entry(value).or_insert(1) += 1,
            (Some("release"), Some(&value)) => *owners.entry(value).or_insert(1) -= 1,
            _ => {}
        }
    }
    Ok(())
}

fn check_row(module: &Module, op: &Op) -> Result<(), PassError> {
    let Some(name) = op.physl() else { return Ok(()) };
    let Some(row) = op.row() else { return fail(op, format!("{name} is not in the op table")) };
    check_counts(op, row)?;
    for (attr, _) in row.attrs {
        if op.attr(attr).is_none() {
            return fail(op, format!("attribute {attr} is missing"));
        }
    }
    check_types(module, op, row)
}

fn check_counts(op: &Op, row: &OpRow) -> Result<(), PassError> {
    let least = row.operands.iter().filter(|name| !name.ends_with(['*', '?'])).count();
    let open = row.operands.iter().any(|name| name.ends_with('*'));
    let most = if open { usize::MAX } else { row.operands.len() };
    if op.operands.len() < least || op.operands.len() > most {
        return fail(op, format!("{} operands do not fit ({})", op.operands.len(), row.operands.join(", ")));
    }
    if op.results.len() != row.results.len() {
        return fail(op, format!("{} results, expected {}", op.results.len(), row.results.len()));
    }
    Ok(())
}

/// Element types as the row's rule states them; shapes may be less static than they could be, never contradictory.
fn check_types(module: &Module, op: &Op, row: &OpRow) -> Result<(), PassError> {
    if row.rule == Rule::Given {
        return Ok(());
    }
    let operands = op.operands.iter().map(|&value| tensor(module, value));
    // From the tasks stage on, a library op may give a reference to its fresh result.
    let results = op.results.iter().map(|&value| module.ty(value).array());
    let arrays: Option<Vec<_>> = operands.chain(results).collect();
    let Some(arrays) = arrays else { return fail(op, "works on tensors only") };
    let (out, operands) = arrays.split_last().ok_or_else(|| PassError::internal(&op.loc, "no result"))?;
    let first = operands[0].elem;
    let common = operands.iter().all(|operand| operand.elem == first);
    let fits = match row.rule {
        Rule::Broadcast | Rule::Fold | Rule::Matmul => common && out.elem == first,
        Rule::Real => common && out.elem == phylanx_dialects::dtype::real_of(first),
        Rule::Complex => common && out.elem == phylanx_dialects::dtype::complex_of(first),
        Rule::Compare => common && out.elem == phylanx_dialects::DType::Bool,
        Rule::Select => {
            let choices = &operands[1..];
            first == phylanx_dialects::DType::Bool && choices.iter().all(|operand| operand.elem == out.elem)
        }
        Rule::ArgFold => out.elem == phylanx_dialects::DType::I64,
        Rule::Cast => out.dims.len() == operands[0].dims.len(),
        Rule::Given => true,
    };
    if !fits {
        let types: Vec<String> =
            op.operands.iter().chain(&op.results).map(|&value| module.ty(value).to_string()).collect();
        return fail(op, format!("types do not fit together: {}", types.join(", ")));
    }
    Ok(())
}

fn tensor(module: &Module, value: Value) -> Option<&phylanx_dialects::ir::TensorType> {
    match module.ty(value) {
        Type::Tensor(tensor) => Some(tensor),
        _ => None,
    }
}

/// Each token is taken by exactly one `recv`.
fn check_tokens(module: &Module) -> Result<(), PassError> {
    let (mut sent, mut taken) = (Vec::new(), Vec::new());
    walk_ops(&module.ops, &mut |op| match op.physl() {
        Some("send") => sent.push(op),
        Some("recv") => taken.extend(op.operands.iter().copied()),
        _ => {}
    });
    for send in sent {
        let times = taken.iter().filter(|&&token| token == send.result()).count();
        if times != 1 {
            return fail(send, format!("an exchange is sent once and received {times} times"));
        }
    }
    Ok(())
}

fn fail<T>(op: &Op, message: impl std::fmt::Display) -> Result<T, PassError> {
    Err(PassError::internal(&op.loc, format!("{}: {message}", op.name)))
}
