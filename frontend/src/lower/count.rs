//! Machine arithmetic on positions and extents, folded where they are known.

use super::Lowerer;
use crate::types::Num;
use crate::value::{Const, Scalar};
use phylanx_dialects::ir::Type;

impl Lowerer<'_> {
    pub fn int_plus(&mut self, a: &Scalar, b: &Scalar) -> Scalar {
        match (known(a), known(b)) {
            (Some(0), _) => b.clone(),
            (_, Some(0)) => a.clone(),
            (Some(a), Some(b)) => Scalar::int(a.wrapping_add(b)),
            _ => self.int_op("arith.addi", a, b),
        }
    }

    pub fn int_minus(&mut self, a: &Scalar, b: &Scalar) -> Scalar {
        match (known(a), known(b)) {
            (_, Some(0)) => a.clone(),
            (Some(a), Some(b)) => Scalar::int(a.wrapping_sub(b)),
            _ => self.int_op("arith.subi", a, b),
        }
    }

    pub fn int_times(&mut self, a: &Scalar, b: &Scalar) -> Scalar {
        match (known(a), known(b)) {
            (Some(1), _) => b.clone(),
            (_, Some(1)) => a.clone(),
            (Some(a), Some(b)) => Scalar::int(a.wrapping_mul(b)),
            _ => self.int_op("arith.muli", a, b),
        }
    }

    fn int_op(&mut self, name: &str, a: &Scalar, b: &Scalar) -> Scalar {
        let (a, b) = (self.scalar_value(a), self.scalar_value(b));
        Scalar::of(Num::INT, self.op(name, &[a, b], Type::I64))
    }
}

fn known(scalar: &Scalar) -> Option<i64> {
    scalar.known().and_then(Const::as_i64)
}
