//! A small machine that runs PhySL on vectors of f64, either as the language means it or as the runtime does it.
//!
//! As meant, every tensor is a value of its own. As done, a read or a slice is a handle on the same buffer, so that a
//! value used too late shows, and handles are counted, so that a release too many or too few shows.

use phylanx_dialects::ir::{Attr, Block, Module, Op, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// How values of arrays behave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    Meant,
    /// With handles; ownership is stated in the program or not yet.
    Done,
    Counted,
}

#[derive(Clone, Debug)]
enum Val {
    Int(i64),
    Float(f64),
    Bool(bool),
    Array(usize),
}

#[derive(Clone, Debug)]
struct Handle {
    owners: i64,
    buffer: Rc<RefCell<Vec<f64>>>,
    at: Vec<usize>,
    is_scalar: bool,
}

pub struct Machine<'m> {
    module: &'m Module,
    mode: Mode,
    values: HashMap<Value, Val>,
    handles: Vec<Handle>,
    globals: HashMap<String, usize>,
    /// Inside a task body nobody counts.
    in_task: bool,
}

type Run<T> = Result<T, String>;

/// The numbers that a function returns for scalar arguments.
pub fn run(module: &Module, symbol: &str, flags: &[bool], mode: Mode) -> Run<Vec<f64>> {
    let mut machine =
        Machine { module, mode, values: HashMap::new(), handles: Vec::new(), globals: HashMap::new(), in_task: false };
    let args = flags.iter().map(|&flag| Val::Bool(flag)).collect();
    let results = machine.call(symbol, args)?;
    let numbers = results.iter().map(|value| machine.float(value)).collect::<Run<Vec<f64>>>()?;
    machine.check_leaks()?;
    Ok(numbers)
}

impl Machine<'_> {
    fn check_leaks(&self) -> Run<()> {
        let left = self.handles.iter().filter(|handle| handle.owners != 0).count();
        if self.mode == Mode::Counted && left > 0 { Err(format!("{left} handles are left")) } else { Ok(()) }
    }

    fn call(&mut self, symbol: &str, args: Vec<Val>) -> Run<Vec<Val>> {
        let function = self.module.function(symbol).ok_or(format!("no function {symbol}"))?;
        let body = function.body().ok_or("no body")?;
        let outer = self.values.clone();
        let results = self.block(body, args)?;
        self.values = outer;
        Ok(results)
    }

    fn block(&mut self, block: &Block, args: Vec<Val>) -> Run<Vec<Val>> {
        self.values.extend(block.args.iter().copied().zip(args));
        for op in &block.ops {
            if matches!(op.name.as_str(), "func.return" | "scf.yield" | "scf.condition") {
                return self.operands(op);
            }
            let results = self.op(op).map_err(|error| format!("{}: {error}", op.name))?;
            self.values.extend(op.results.iter().copied().zip(results));
        }
        Ok(Vec::new())
    }

    fn operands(&self, op: &Op) -> Run<Vec<Val>> {
        op.operands.iter().map(|value| self.values.get(value).cloned().ok_or("undefined".to_string())).collect()
    }

    fn op(&mut self, op: &Op) -> Run<Vec<Val>> {
        let operands = self.operands(op)?;
        match op.name.as_str() {
            "scf.if" => {
                let Val::Bool(yes) = operands[0] else { return Err("no condition".into()) };
                let region = &op.regions[usize::from(!yes)];
                region.blocks.first().map_or(Ok(Vec::new()), |block| self.block(block, Vec::new()))
            }
            "scf.for" => self.count(op, &operands),
            "scf.while" => self.repeat(op, operands),
            "arith.cmpi" => Ok(vec![Val::Bool(int(&operands[0])? < int(&operands[1])?)]),
            "physl.int_add" => Ok(vec![Val::Int(int(&operands[0])? + int(&operands[1])?)]),
            "func.call" => self.call(op.attr("callee").and_then(Attr::as_symbol).unwrap_or_default(), operands),
            "arith.constant" => constant(op).map(|value| vec![value]),
            "arith.index_cast" => Ok(operands),
            "arith.addf" => Ok(vec![Val::Float(self.float(&operands[0])? + self.float(&operands[1])?)]),
            "arith.select" => {
                Ok(vec![if matches!(operands[0], Val::Bool(true)) { operands[1].clone() } else { operands[2].clone() }])
            }
            _ => self.physl(op, &operands),
        }
    }

    fn count(&mut self, op: &Op, operands: &[Val]) -> Run<Vec<Val>> {
        let (low, high, step) = (int(&operands[0])?, int(&operands[1])?, int(&operands[2])?);
        let mut carried = operands[3..].to_vec();
        let mut at = low;
        while at < high {
            let mut args = vec![Val::Int(at)];
            args.extend(carried);
            carried = self.block(op.body().ok_or("no body")?, args)?;
            at += step;
        }
        Ok(carried)
    }

    fn repeat(&mut self, op: &Op, mut carried: Vec<Val>) -> Run<Vec<Val>> {
        loop {
            let mut passed = self.block(&op.regions[0].blocks[0], carried)?;
            if !matches!(passed.remove(0), Val::Bool(true)) {
                return Ok(passed);
            }
            carried = self.block(&op.regions[1].blocks[0], passed)?;
        }
    }

    fn physl(&mut self, op: &Op, operands: &[Val]) -> Run<Vec<Val>> {
        let name = op.physl().ok_or("unknown")?;
        let result = match name {
            "write" => return self.write(&operands[0], &operands[1]),
            "set_item" => {
                let value = self.float(&operands[1])?;
                let handle = self.handle(&operands[0])?;
                handle.buffer.borrow_mut()[handle.at[int(&operands[2])? as usize]] = value;
                return Ok(Vec::new());
            }
            "spawn_into" => {
                let value = self.spawn(op, operands[1..].to_vec())?;
                let done = self.write(&operands[0], &value);
                self.give_up(&value);
                return done;
            }
            "retain" | "release" => return self.owner(name, &operands[0]),
            "global_set" => {
                let shared = self.handle(&operands[0])?;
                self.handles.push(Handle { owners: 0, ..shared });
                self.globals.insert("g".into(), self.handles.len() - 1);
                return Ok(Vec::new());
            }
            "global_get" => {
                let shared = self.handles[*self.globals.get("g").ok_or("unset")?].clone();
                self.share(shared)
            }
            "full" | "from_scalar" => {
                let value = self.float(&operands[0])?;
                let length = operands.get(1).map_or(Ok(1), int)?;
                self.fresh(vec![value; length as usize], operands.len() == 1)
            }
            "item" => Val::Float(self.elements(&operands[0])?[0]),
            "get_item" => Val::Float(self.elements(&operands[0])?[int(&operands[1])? as usize]),
            "view" | "slice" => self.slice(op, operands)?,
            "read" | "recv" | "send" => self.look(&operands[0])?,
            "new" | "copy" => {
                let (elements, is_scalar) = self.copied(&operands[0])?;
                self.fresh(elements, is_scalar)
            }
            "sum" => {
                let total = self.elements(&operands[0])?.iter().fold(0.0, |sum, x| sum + x);
                self.fresh(vec![total], true)
            }
            "spawn" => self.spawn(op, operands.to_vec())?,
            _ => self.map(name, operands)?,
        };
        Ok(vec![result])
    }

    fn map(&mut self, name: &str, operands: &[Val]) -> Run<Val> {
        let inputs = operands.iter().map(|operand| self.elements(operand)).collect::<Run<Vec<_>>>()?;
        let scalars =
            operands.iter().map(|operand| self.handle(operand).map(|h| h.is_scalar)).collect::<Run<Vec<_>>>()?;
        let length = inputs.iter().map(Vec::len).max().unwrap_or(1);
        let pick = |input: &Vec<f64>, at: usize| if input.len() == 1 { input[0] } else { input[at] };
        let one = |at: usize| -> Run<f64> {
            let x = pick(&inputs[0], at);
            Ok(match name {
                "neg" => -x,
                "add" => x + pick(&inputs[1], at),
                "sub" => x - pick(&inputs[1], at),
                "maximum" => x.max(pick(&inputs[1], at)),
                _ => return Err("unknown op".into()),
            })
        };
        let out = (0..length).map(one).collect::<Run<Vec<f64>>>()?;
        Ok(self.fresh(out, scalars.iter().all(|&scalar| scalar)))
    }

    fn spawn(&mut self, op: &Op, inputs: Vec<Val>) -> Run<Val> {
        let body = op.attr("body").and_then(Attr::as_symbol).unwrap_or_default();
        let outer = std::mem::replace(&mut self.in_task, true);
        let result = self.call(body, inputs).and_then(|results| self.copied(&results[0]));
        self.in_task = outer;
        let (elements, is_scalar) = result?;
        Ok(self.fresh(elements, is_scalar))
    }

    fn copied(&self, value: &Val) -> Run<(Vec<f64>, bool)> {
        Ok((self.elements(value)?, self.handle(value)?.is_scalar))
    }

    fn slice(&mut self, op: &Op, operands: &[Val]) -> Run<Val> {
        let source = self.handle(&operands[0])?;
        let at = match op.attr("spec").and_then(Attr::as_str) {
            Some("e") => source.at.clone(),
            Some(":st") => source.at[int(&operands[1])? as usize..int(&operands[2])? as usize].to_vec(),
            _ => return Err("unknown spec".into()),
        };
        let part = Handle { at, ..source };
        if self.mode == Mode::Meant && op.physl() == Some("slice") {
            let elements = part.at.iter().map(|&at| part.buffer.borrow()[at]).collect();
            return Ok(self.fresh(elements, false));
        }
        Ok(self.share(part))
    }

    fn look(&mut self, value: &Val) -> Run<Val> {
        let handle = self.handle(value)?;
        if self.mode == Mode::Meant {
            let elements = self.elements(value)?;
            return Ok(self.fresh(elements, handle.is_scalar));
        }
        Ok(self.share(handle))
    }

    fn write(&mut self, to: &Val, value: &Val) -> Run<Vec<Val>> {
        let (to, elements) = (self.handle(to)?, self.elements(value)?);
        for (place, &at) in to.at.iter().enumerate() {
            to.buffer.borrow_mut()[at] = elements[if elements.len() == 1 { 0 } else { place }];
        }
        Ok(Vec::new())
    }

    fn owner(&mut self, name: &str, value: &Val) -> Run<Vec<Val>> {
        self.handle(value)?;
        if let Val::Array(id) = value {
            self.handles[*id].owners += if name == "retain" { 1 } else { -1 };
        }
        Ok(Vec::new())
    }

    fn give_up(&mut self, value: &Val) {
        if let Val::Array(id) = value {
            self.handles[*id].owners = 0;
        }
    }

    fn handle(&self, value: &Val) -> Run<Handle> {
        let Val::Array(id) = value else { return Err("no array".into()) };
        let handle = self.handles[*id].clone();
        if self.mode == Mode::Counted && !self.in_task && handle.owners <= 0 {
            return Err("used after its release".into());
        }
        Ok(handle)
    }

    fn elements(&self, value: &Val) -> Run<Vec<f64>> {
        let handle = self.handle(value)?;
        let buffer = handle.buffer.borrow();
        Ok(handle.at.iter().map(|&at| buffer[at]).collect())
    }

    fn fresh(&mut self, elements: Vec<f64>, is_scalar: bool) -> Val {
        let at = (0..elements.len()).collect();
        self.share(Handle { owners: 0, buffer: Rc::new(RefCell::new(elements)), at, is_scalar })
    }

    fn share(&mut self, handle: Handle) -> Val {
        self.handles.push(Handle { owners: i64::from(!self.in_task), ..handle });
        Val::Array(self.handles.len() - 1)
    }

    fn float(&self, value: &Val) -> Run<f64> {
        match value {
            Val::Float(value) => Ok(*value),
            _ => Err("no float".into()),
        }
    }
}

fn int(value: &Val) -> Run<i64> {
    match value {
        Val::Int(value) => Ok(*value),
        _ => Err("no integer".into()),
    }
}

fn constant(op: &Op) -> Run<Val> {
    match op.attr("value") {
        Some(Attr::Int(value, _)) => Ok(Val::Int(*value)),
        Some(Attr::Float(value, _)) => Ok(Val::Float(*value)),
        Some(Attr::Bool(value)) => Ok(Val::Bool(*value)),
        _ => Err("unknown constant".into()),
    }
}
