//! The scalar table: what each map op does to one element, in `arith` and `math` ops on signless machine types.
//!
//! `bool` is `i1` here. Every map op of the op table has a row; a row answers `None` for an element type
//! on which NumPy has no such loop (the frontend states the cast that NumPy makes first).

mod arith;
mod bits;
mod cast;
mod compare;
mod complex;
mod division;
mod float;
mod point;
mod power;

pub use complex::is_function as is_complex_function;
pub use point::{Kind, Point, kind_of, machine_type};

use phylanx_dialects::ir::Value;

/// Expands an op at a point.
type Expand = fn(&mut Point) -> Option<Value>;

/// Map ops by name.
#[rustfmt::skip]
static TABLE: &[(&str, Expand)] = &[
    ("neg", arith::neg), ("abs", arith::abs), ("sign", arith::sign), ("square", arith::square),
    ("reciprocal", division::reciprocal), ("not", bits::not), ("cast", cast::cast),
    ("sqrt", float::sqrt), ("cbrt", float::cbrt), ("exp", float::exp), ("exp2", float::exp2), ("expm1", float::expm1),
    ("log", float::log), ("log2", float::log2), ("log10", float::log10), ("log1p", float::log1p),
    ("sin", float::sin), ("cos", float::cos), ("tan", float::tan),
    ("arcsin", float::arcsin), ("arccos", float::arccos), ("arctan", float::arctan),
    ("sinh", float::sinh), ("cosh", float::cosh), ("tanh", float::tanh),
    ("floor", float::floor), ("ceil", float::ceil), ("trunc", float::trunc), ("rint", float::rint),
    ("isnan", compare::isnan), ("isinf", compare::isinf), ("isfinite", compare::isfinite),
    ("add", arith::add), ("sub", arith::sub), ("mul", arith::mul),
    ("div", division::div), ("floordiv", division::floordiv), ("mod", division::modulo), ("fmod", division::fmod),
    ("pow", power::pow),
    ("maximum", arith::maximum), ("minimum", arith::minimum), ("fmax", arith::fmax), ("fmin", arith::fmin),
    ("arctan2", float::arctan2), ("hypot", float::hypot), ("copysign", float::copysign),
    ("and", bits::and), ("or", bits::or), ("xor", bits::xor), ("shl", bits::shl), ("shr", bits::shr),
    ("eq", compare::eq), ("ne", compare::ne), ("lt", compare::lt), ("le", compare::le), ("gt", compare::gt), ("ge", compare::ge),
    ("where", compare::choose), ("real", compare::itself), ("conj", compare::itself), ("imag", compare::no_imaginary),
    ("angle", float::angle), ("complex", |_| None),
];

/// Expands the map op `name` at a point; `None` when the table has no such op for the point's element type.
pub fn expand(name: &str, point: &mut Point) -> Option<Value> {
    if [point.elem, point.to].into_iter().any(|dtype| point::part_of(dtype).is_some()) {
        return complex::expand(name, point);
    }
    let (_, expand) = TABLE.iter().find(|(known, _)| *known == name)?;
    expand(point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use phylanx_dialects::DType;
    use phylanx_dialects::ir::{Builder, Loc, Module, Type};
    use phylanx_dialects::ops::{Class, OPS, OpRow, Rule};

    const COMPLEX: [DType; 2] = [DType::C64, DType::C128];

    const REAL: [DType; 11] = [
        DType::Bool,
        DType::I8,
        DType::I16,
        DType::I32,
        DType::I64,
        DType::U8,
        DType::U16,
        DType::U32,
        DType::U64,
        DType::F32,
        DType::F64,
    ];

    fn expands(row: &OpRow, dtype: DType) -> bool {
        let mut module = Module::new();
        let bool_first = row.rule == Rule::Select;
        let operands: Vec<Value> = (0..row.operands.len())
            .map(|at| module.value(machine_type(if bool_first && at == 0 { DType::Bool } else { dtype })))
            .collect();
        let to = match row.rule {
            Rule::Compare => DType::Bool,
            Rule::Real => phylanx_dialects::dtype::real_of(dtype),
            Rule::Complex => phylanx_dialects::dtype::complex_of(dtype),
            _ => dtype,
        };
        let mut b = Builder::new(&mut module, Loc::default());
        let constants = Default::default();
        let mut point = Point::new(&mut b, &operands, dtype, to, &constants);
        let result = expand(row.name, &mut point);
        result.is_some_and(|value| *module.ty(value) == machine_type(to) || row.rule == Rule::Cast)
    }

    /// Element types on which an op must work; NumPy casts the others to one of these.
    fn wanted(row: &OpRow) -> Vec<DType> {
        let ints = REAL[1..9].iter().copied();
        let floats = [DType::F32, DType::F64].into_iter();

        match row.name {
            "complex" => floats.collect(),
            "angle" => floats.chain(COMPLEX).collect(),
            "real" | "imag" | "conj" | "where" | "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "add" | "mul" | "abs"
            | "maximum" | "minimum" | "fmax" | "fmin" | "isnan" | "isinf" | "isfinite" | "cast" => {
                REAL.into_iter().chain(COMPLEX).collect()
            }
            "neg" | "sign" | "square" | "sub" | "reciprocal" | "pow" => ints.chain(floats).chain(COMPLEX).collect(),
            "and" | "or" | "xor" | "not" => ints.chain([DType::Bool]).collect(),
            "shl" | "shr" => ints.collect(),
            "floordiv" | "mod" | "fmod" => ints.chain(floats).collect(),
            "cbrt" | "arctan2" | "hypot" => floats.collect(),
            "copysign" | "floor" | "ceil" | "trunc" | "rint" => floats.collect(),
            _ if row.cost >= 4 => floats.chain(COMPLEX).collect(),
            _ => REAL.to_vec(),
        }
    }

    #[test]
    fn every_map_op_has_a_row_for_every_type_that_numpy_has() {
        let mut missing = Vec::new();
        for row in OPS.iter().filter(|row| row.class == Class::Map) {
            missing
                .extend(wanted(row).into_iter().filter(|&dtype| !expands(row, dtype)).map(|dtype| (row.name, dtype)));
        }
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_row_is_a_map_op() {
        for (name, _) in TABLE {
            let row = phylanx_dialects::ops::find(name).unwrap_or_else(|| panic!("{name} is no op"));
            assert_eq!(row.class, Class::Map, "{name}");
        }
    }

    #[test]
    fn every_pair_of_types_casts() {
        for from in REAL.into_iter().chain(COMPLEX) {
            for to in REAL.into_iter().chain(COMPLEX) {
                let mut module = Module::new();
                let x = module.value(machine_type(from));
                let mut b = Builder::new(&mut module, Loc::default());
                let constants = Default::default();
                let result = expand("cast", &mut Point::new(&mut b, &[x], from, to, &constants));
                let ty = result.map(|value| module.ty(value).clone());
                assert_eq!(ty, Some(machine_type(to)), "{from:?} to {to:?}");
                assert!(!matches!(ty, Some(Type::Opaque(_))));
            }
        }
    }
}
