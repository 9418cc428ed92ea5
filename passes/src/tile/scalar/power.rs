//! Powers: the exponents that NumPy treats as other functions, libm's `pow`, and repeated squaring.

use super::{Kind, Point};
use phylanx_dialects::ir::{Block, Op, Region, Value};

pub fn pow(p: &mut Point) -> Option<Value> {
    match p.kind()? {
        Kind::Bool => None,
        Kind::Float => Some(float_pow(p)),
        Kind::Signed | Kind::Unsigned => Some(int_pow(p)),
    }
}

fn float_pow(p: &mut Point) -> Value {
    let x = p.x[0];
    match p.constant(1) {
        Some(1.0) => x,
        Some(2.0) => p.op("arith.mulf", &[x, x]),
        Some(0.5) => p.op("math.sqrt", &[x]),
        Some(-1.0) => {
            let one = p.float(1.0);
            p.op("arith.divf", &[one, x])
        }
        _ => p.op("math.powf", &[x, p.x[1]]),
    }
}

/// Longest chain of products that a constant exponent expands to.
const UNROLLED: f64 = 64.0;

fn int_pow(p: &mut Point) -> Value {
    match p.constant(1) {
        Some(exponent) if (0.0..=UNROLLED).contains(&exponent) => by_constant(p, exponent as u32),
        _ => by_squaring(p),
    }
}

fn by_constant(p: &mut Point, mut exponent: u32) -> Value {
    let (mut base, mut result) = (p.x[0], p.int(1));
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = p.op("arith.muli", &[result, base]);
        }
        base = p.op("arith.muli", &[base, base]);
        exponent >>= 1;
    }
    result
}

/// `while exponent > 0 { if odd { result *= base }; base *= base; exponent >>= 1 }`; 1 for an exponent that is not positive.
fn by_squaring(p: &mut Point) -> Value {
    let ty = p.ty();
    let fresh = |p: &mut Point| [(); 3].map(|()| p.b.module.value(ty.clone()));
    let (before, after, results) = (fresh(p), fresh(p), fresh(p));
    let one = p.int(1);
    let outer = std::mem::take(&mut p.b.ops);
    let zero = p.int(0);
    let go_on = p.compare(if p.kind() == Some(Kind::Signed) { "sgt" } else { "ugt" }, before[1], zero);
    p.b.effect("scf.condition", &[go_on, before[0], before[1], before[2]], &[]);
    let check = std::mem::take(&mut p.b.ops);
    squaring_step(p, after);
    let step = std::mem::replace(&mut p.b.ops, outer);
    let op = Op::new("scf.while", p.b.loc.clone()).with_operands([p.x[0], p.x[1], one]).with_results(results);
    let op = op.with_region(Region::of(Block { args: before.to_vec(), ops: check }));
    p.b.push(op.with_region(Region::of(Block { args: after.to_vec(), ops: step })));
    results[2]
}

fn squaring_step(p: &mut Point, [base, exponent, result]: [Value; 3]) {
    let (one, zero) = (p.int(1), p.int(0));
    let bit = p.op("arith.andi", &[exponent, one]);
    let odd = p.compare("ne", bit, zero);
    let product = p.op("arith.muli", &[result, base]);
    let result = p.select(odd, product, result);
    let base = p.op("arith.muli", &[base, base]);
    let exponent = p.op("arith.shrui", &[exponent, one]);
    p.b.effect("scf.yield", &[base, exponent, result], &[]);
}
