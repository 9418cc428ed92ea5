//! The depth of functions that may call themselves: a further parameter, so that too deep a recursion is Python's exception.

use super::Lowerer;
use phylanx_dialects::ir::{Loc, Type, Value, walk_ops_mut};

/// Python's limit on the depth of calls.
const LIMIT: i64 = 1000;
/// The deepest that the stack of a program allows.
const MOST: i64 = 200_000;
/// The depth at which a function is that the top level calls.
const FIRST: i64 = 2;

impl Lowerer<'_> {
    /// The depth that a call passes, where the function takes one.
    pub(super) fn depth_of_call(&mut self, index: usize) -> Option<Value> {
        if !self.program.functions[index].recursive {
            return None;
        }
        let one = self.int(1);
        Some(match self.frame.depth_of_calls {
            Some(depth) => self.op("arith.addi", &[depth, one], Type::I64),
            None => self.int(FIRST),
        })
    }

    pub fn recursion_limit(&self) -> i64 {
        self.recursion_limit.unwrap_or(LIMIT)
    }

    /// The program asks for a limit; when it is new, the program is lowered again.
    pub fn raise_recursion_limit(&mut self, limit: i64) {
        let limit = limit.min(MOST);
        if self.recursion_limit.is_none_or(|known| known < limit) {
            self.globals_changed |= self.recursion_limit() != limit;
            self.recursion_limit = Some(limit);
        }
    }

    /// The parameter that carries the depth, checked.
    pub(super) fn enter_depth(&mut self, index: usize) -> Option<Value> {
        if !self.program.functions[index].recursive {
            return None;
        }
        let depth = self.module.value(Type::I64);
        let limit = self.recursion_limit();
        let limit = self.int(limit);
        let too_deep = self.compare_ints("sgt", depth, limit);
        let before = self.frame.ops.len();
        self.raise_when(too_deep, "RecursionError", "maximum recursion depth exceeded");
        // Python raises it where the function is called: the call's frame is the innermost.
        walk_ops_mut(&mut self.frame.ops[before..], &mut |op| op.loc = Loc::default());
        self.frame.depth_of_calls = Some(depth);
        Some(depth)
    }
}
