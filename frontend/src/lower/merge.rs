//! Where two paths meet: one value for each variable.

use super::{Env, Flow, Lowerer};
use crate::ast::Name;
use crate::scope::live::Live;
use crate::source::Span;
use crate::types::{Ty, join};
use crate::value::{Repr, Val};
use phylanx_dialects::ir::{Block, Op, Region, Type, Value};
use std::collections::BTreeSet;

/// The end of one path.
pub struct Branch {
    pub ops: Vec<Op>,
    pub env: Env,
    pub flow: Flow,
}

/// Flags that say how a block was left, and the value of `return`.
pub const RETURNED: &str = "%ret";
pub const RESULT: &str = "%val";
pub const BROKE: &str = "%brk";
pub const CONTINUED: &str = "%cont";

/// A variable whose value differs between the paths.
struct Merged {
    name: Name,
    ty: Ty,
    left: Val,
    right: Val,
}

impl Branch {
    /// Whether no variable of this path is read any more.
    fn is_gone(&self) -> bool {
        self.flow == Flow::Stops || (self.flow == Flow::Exits && flag(&self.env, RETURNED) == Repr::Const(true))
    }
}

/// A hidden flag.
pub fn flag(env: &Env, name: &str) -> Repr<bool> {
    match env.get(name) {
        Some(Val::Scalar(scalar)) => match &scalar.repr {
            Repr::Const(value) => Repr::Const(value.truth()),
            Repr::Value(value) => Repr::Value(*value),
        },
        _ => Repr::Const(false),
    }
}

impl Lowerer<'_> {
    /// Emits `scf.if` with both branches and continues with the variables that are still live (`None`: all of them).
    pub fn merge(&mut self, condition: Value, left: Branch, right: Branch, live: Option<&Live>, span: Span) {
        let before = self.frame.env.clone();
        let (mut left, mut right) = (left, right);
        let flow = join_flow(left.flow, right.flow);
        let (gone_left, gone_right) = (left.is_gone(), right.is_gone());
        let names: BTreeSet<Name> = left.env.keys().chain(right.env.keys()).cloned().collect();
        let mut env = Env::new();
        let mut merged = Vec::new();
        for name in names {
            let hidden = name.starts_with('%');
            let a = left.env.get(&name).cloned().unwrap_or(missing(&name));
            let b = right.env.get(&name).cloned().unwrap_or(missing(&name));
            let drop_left = if hidden { left.flow == Flow::Stops } else { gone_left };
            let drop_right = if hidden { right.flow == Flow::Stops } else { gone_right };
            if a == b || (drop_right && !drop_left && is_constant(&a)) {
                env.insert(name, a);
                continue;
            }
            if drop_left && !drop_right && is_constant(&b) {
                env.insert(name, b);
                continue;
            }
            if !hidden && live.is_some_and(|live| !live.contains(&name)) {
                continue;
            }
            let (a, b) = match (hidden, gone_left, gone_right) {
                (false, true, false) => (self.stand_in(&before, &name, &b), b),
                (false, false, true) => (a.clone(), self.stand_in(&before, &name, &a)),
                (true, ..) => (hidden_value(a, left.flow), hidden_value(b, right.flow)),
                _ => (a, b),
            };
            match self.joined(&name, &a, &b, span) {
                Some(ty) => merged.push(Merged { name, ty, left: a, right: b }),
                None => {
                    env.insert(name, Val::Unknown);
                }
            }
        }
        let types: Vec<Type> = merged.iter().flat_map(|item| item.ty.leaves()).collect();
        self.extend(&mut left.ops, |this| this.yield_merged(merged.iter().map(|item| (&item.left, &item.ty))));
        self.extend(&mut right.ops, |this| this.yield_merged(merged.iter().map(|item| (&item.right, &item.ty))));
        let regions =
            [left.ops, right.ops].into_iter().map(|ops| Region::of(Block { args: Vec::new(), ops })).collect();
        let results = self.structured("scf.if", &[condition], types, regions);
        let mut results = results.into_iter();
        for item in merged {
            let val = self.rebuild(&item.ty, &mut results);
            env.insert(item.name, val);
        }
        self.frame.env = env;
        self.frame.flow = flow;
    }

    fn yield_merged<'v>(&mut self, items: impl Iterator<Item = (&'v Val, &'v Ty)>) {
        let mut values = Vec::new();
        for (val, ty) in items {
            values.extend(self.coerce(val, ty));
        }
        self.effect("scf.yield", &values, &[]);
    }

    /// What a variable yields on a path that has ended: its old value where that fits, else anything.
    fn stand_in(&self, before: &Env, name: &Name, other: &Val) -> Val {
        match before.get(name) {
            Some(old) if old.ty().is_some() && old.ty() == other.ty() => old.clone(),
            _ => Val::Never,
        }
    }

    /// The type of a variable where two paths meet; reports a conflict.
    fn joined(&mut self, name: &Name, a: &Val, b: &Val, span: Span) -> Option<Ty> {
        let found = a.ty().zip(b.ty()).and_then(|(a, b)| join(&a, &b));
        if found.is_none() {
            self.conflict(name, &a.describe(), &b.describe(), span);
        }
        found
    }

    /// Reports a variable that holds values of two types.
    pub fn conflict(&mut self, name: &Name, a: &str, b: &str, span: Span) {
        let what = match &**name {
            RESULT => "the result".to_string(),
            name if name.starts_with('%') => "the value".to_string(),
            name => format!("`{name}`"),
        };
        let help = match is_array(a) && is_array(b) {
            true => {
                "give the array its later element type from the start: `np.arange(3.0)`, `dtype=float` or `x.astype(...)`"
            }
            false => "use one type on every path (such as `0.0` for a float), or two names",
        };
        self.report(span, format!("{what} is {a} on one path and {b} on another"), help);
    }
}

/// Whether a type's text is that of an array, such as `float64[:, 3]`.
fn is_array(text: &str) -> bool {
    text.ends_with(']') && text.starts_with(|c: char| c.is_ascii_lowercase())
}

/// A path that ended with an error yields anything for the hidden variables.
fn hidden_value(val: Val, flow: Flow) -> Val {
    if flow == Flow::Stops { Val::Never } else { val }
}

/// What stands for a variable that an environment lacks.
pub fn missing(name: &str) -> Val {
    match name {
        RETURNED | BROKE | CONTINUED => Val::bool(false),
        name if name.starts_with('%') => Val::Never,
        _ => Val::Unbound,
    }
}

/// Whether a value needs no IR value, so that it holds on any path.
fn is_constant(val: &Val) -> bool {
    match val {
        Val::Scalar(scalar) => scalar.known().is_some(),
        Val::Str(text) => matches!(text, Repr::Const(_)),
        Val::Tuple(items) | Val::List(items) => items.iter().all(is_constant),
        Val::Callable(callable) => callable.held.iter().all(is_constant),
        Val::Record(fields) => fields.iter().all(|(_, item)| is_constant(item)),
        Val::None | Val::Static(_) | Val::Ellipsis | Val::Argv(_) | Val::Unknown => true,
        _ => false,
    }
}

fn join_flow(a: Flow, b: Flow) -> Flow {
    match (a, b) {
        (Flow::Next, _) | (_, Flow::Next) => Flow::Next,
        (Flow::Stops, Flow::Stops) => Flow::Stops,
        _ => Flow::Exits,
    }
}
