//! Functions of floats: one `math` op each.

use super::{Kind, Point};
use phylanx_dialects::ir::{Attr, Value};

macro_rules! functions {
    ($($name:ident $op:literal)*) => { $(
        pub fn $name(p: &mut Point) -> Option<Value> {
            function(p, $op)
        }
    )* };
}

functions! {
    sqrt "math.sqrt" cbrt "math.cbrt" exp "math.exp" exp2 "math.exp2" expm1 "math.expm1"
    log "math.log" log2 "math.log2" log10 "math.log10" log1p "math.log1p"
    sin "math.sin" cos "math.cos" tan "math.tan" arcsin "math.asin" arccos "math.acos" arctan "math.atan"
    sinh "math.sinh" cosh "math.cosh" tanh "math.tanh" arctan2 "math.atan2" copysign "math.copysign"
}

fn function(p: &mut Point, name: &str) -> Option<Value> {
    (p.kind()? == Kind::Float).then(|| p.op(name, p.x))
}

macro_rules! roundings {
    ($($name:ident $op:literal)*) => { $(
        pub fn $name(p: &mut Point) -> Option<Value> {
            rounding(p, $op)
        }
    )* };
}

roundings! { floor "math.floor" ceil "math.ceil" trunc "math.trunc" rint "math.roundeven" }

/// Integers are round already.
fn rounding(p: &mut Point, name: &str) -> Option<Value> {
    if p.kind()? == Kind::Float { function(p, name) } else { Some(p.x[0]) }
}

/// Of a real number: 0, or pi below zero.
pub fn angle(p: &mut Point) -> Option<Value> {
    if p.kind()? != Kind::Float {
        return None;
    }
    let zero = p.float(0.0);
    Some(p.op("math.atan2", &[zero, p.x[0]]))
}

/// MLIR has no op for it; the name is libm's.
pub fn hypot(p: &mut Point) -> Option<Value> {
    if p.kind()? != Kind::Float {
        return None;
    }
    let callee = if p.bits() == 32 { "hypotf" } else { "hypot" };
    let ty = p.ty();
    Some(p.b.op_with("func.call", p.x, ty, &[("callee", Attr::Symbol(callee.into()))]))
}
