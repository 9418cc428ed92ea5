//! Running functions of pure ops, scalar arithmetic and structured control flow on a tree.

use super::scalars::{arith, truth};
use super::{Attrs, Call, EvalError, Tensor, Val, eval_op, raises};
use crate::DType;
use crate::ir::{Block, Module, Op, Type, Value};
use std::collections::HashMap;

/// Results of a function applied to arguments.
///
/// # Errors
/// What an op raises, an op without a meaning here, or more than `steps` ops run.
pub fn run_function(module: &Module, symbol: &str, args: &[Val], steps: usize) -> Result<Vec<Val>, EvalError> {
    let function = module.function(symbol).ok_or_else(|| missing(symbol))?;
    let body = function.body().ok_or_else(|| missing(symbol))?;
    let mut run = Run { module, values: HashMap::new(), buffers: Vec::new(), steps };
    run.block(body, args)
}

fn missing(what: &str) -> EvalError {
    EvalError::Undefined(format!("no function {what} with a body"))
}

struct Run<'m> {
    module: &'m Module,
    values: HashMap<Value, Val>,
    /// Contents of references; a reference here is always a whole buffer.
    buffers: Vec<Tensor>,
    steps: usize,
}

impl Run<'_> {
    /// Runs a block and gives the operands of its terminator.
    fn block(&mut self, block: &Block, args: &[Val]) -> Result<Vec<Val>, EvalError> {
        self.values.extend(block.args.iter().copied().zip(args.iter().cloned()));
        for op in &block.ops {
            self.steps = self.steps.checked_sub(1).ok_or_else(|| raises("RuntimeError", "too many steps"))?;
            if matches!(op.name.as_str(), "func.return" | "scf.yield" | "scf.condition") {
                return op.operands.iter().map(|operand| self.value(*operand)).collect();
            }
            let results = self.op(op)?;
            self.values.extend(op.results.iter().copied().zip(results));
        }
        Ok(Vec::new())
    }

    fn value(&self, value: Value) -> Result<Val, EvalError> {
        self.values.get(&value).cloned().ok_or_else(|| EvalError::Undefined("a value without a definition".into()))
    }

    fn op(&mut self, op: &Op) -> Result<Vec<Val>, EvalError> {
        let operands = op.operands.iter().map(|operand| self.value(*operand)).collect::<Result<Vec<_>, _>>()?;
        match op.name.as_str() {
            "scf.if" => self.branch(op, &operands),
            "scf.for" => self.count(op, &operands),
            "scf.while" => self.repeat(op, operands),
            "func.call" => self.call(op, &operands),
            "tensor.cast" => Ok(operands),
            "physl.new" | "physl.read" | "physl.write" => self.reference(op, &operands),
            _ => match op.row() {
                Some(row) => {
                    let call = Call { row, operands: &operands, attrs: &op.attrs, to: self.result_dtype(op) };
                    eval_op(&call).map(|value| vec![value])
                }
                None => arith(op, &operands, self.result_dtype(op)).map(|value| vec![value]),
            },
        }
    }

    fn result_dtype(&self, op: &Op) -> DType {
        match op.results.first().map(|value| self.module.ty(*value)) {
            Some(Type::Scalar(dtype)) => *dtype,
            Some(ty) => ty.array().map_or(DType::I64, |array| array.elem),
            None => DType::I64,
        }
    }

    fn reference(&mut self, op: &Op, operands: &[Val]) -> Result<Vec<Val>, EvalError> {
        match (op.name.as_str(), operands) {
            ("physl.new", [Val::Tensor(value)]) => {
                self.buffers.push(value.clone());
                Ok(vec![Val::Ref(self.buffers.len() - 1)])
            }
            ("physl.read", [Val::Ref(at)]) => Ok(vec![Val::Tensor(self.buffers[*at].clone())]),
            ("physl.write", [Val::Ref(at), value @ Val::Tensor(_)]) => {
                let zeros = Tensor::from_i64s(
                    self.buffers[*at].dtype(),
                    self.buffers[*at].shape(),
                    &vec![0; self.buffers[*at].shape().iter().product()],
                )?;
                let condition = Val::Tensor(Tensor::bool(true));
                let row = crate::ops::find("where").ok_or_else(|| missing("where"))?;
                let operands = [condition, value.clone(), Val::Tensor(zeros)];
                if let Val::Tensor(stored) =
                    eval_op(&Call { row, operands: &operands, attrs: &Attrs::new(), to: DType::F64 })?
                {
                    if stored.shape() != self.buffers[*at].shape() {
                        return Err(raises("ValueError", "could not broadcast input array into shape"));
                    }
                    self.buffers[*at] = stored;
                }
                Ok(Vec::new())
            }
            _ => Err(EvalError::Undefined(format!("{} on these values", op.name))),
        }
    }

    fn branch(&mut self, op: &Op, operands: &[Val]) -> Result<Vec<Val>, EvalError> {
        let taken = usize::from(!truth(&operands[0])?);
        match op.regions.get(taken).and_then(|region| region.blocks.first()) {
            Some(block) => self.block(block, &[]),
            None => Ok(Vec::new()),
        }
    }

    fn count(&mut self, op: &Op, operands: &[Val]) -> Result<Vec<Val>, EvalError> {
        let bound = |at: usize| match operands.get(at) {
            Some(Val::Scalar(tensor)) => tensor.as_int().ok_or_else(|| missing("loop bound")),
            _ => Err(missing("loop bound")),
        };
        let (mut at, end, step) = (bound(0)?, bound(1)?, bound(2)?);
        let mut carried = operands[3..].to_vec();
        let body = op.body().ok_or_else(|| missing("loop body"))?;
        if step <= 0 {
            return Err(EvalError::Undefined("a loop step that is not positive".into()));
        }
        while at < end {
            let args: Vec<Val> = std::iter::once(Val::Scalar(Tensor::int(at))).chain(carried).collect();
            carried = self.block(body, &args)?;
            at += step;
        }
        Ok(carried)
    }

    fn repeat(&mut self, op: &Op, mut carried: Vec<Val>) -> Result<Vec<Val>, EvalError> {
        let [before, after] = &op.regions[..] else { return Err(missing("loop body")) };
        let (Some(before), Some(after)) = (before.blocks.first(), after.blocks.first()) else {
            return Err(missing("loop body"));
        };
        loop {
            let mut values = self.block(before, &carried)?;
            let go_on = truth(&values.remove(0))?;
            if !go_on {
                return Ok(values);
            }
            carried = self.block(after, &values)?;
        }
    }

    fn call(&mut self, op: &Op, operands: &[Val]) -> Result<Vec<Val>, EvalError> {
        let symbol = op.attr("callee").and_then(|attr| attr.as_symbol()).unwrap_or_default().to_string();
        let body = self.module.function(&symbol).and_then(Op::body).ok_or_else(|| missing(&symbol))?;
        // Values of the caller are kept aside: a recursive call binds the same names anew.
        let kept = self.values.clone();
        let results = self.block(body, operands);
        self.values = kept;
        results
    }
}
