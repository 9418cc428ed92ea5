//! `a.view(dtype)` and `np.frombuffer`: memory seen as elements of another type.

use super::tools;
use crate::lower::call::{Args, Row};
use crate::lower::{Lowerer, Res};
use crate::value::{Array, Form, Val};
use phylanx_dialects::DType;
use phylanx_dialects::ir::{TensorType, Type};

pub static ROWS: &[Row] = &[Row { name: "ndarray.view", params: "a, dtype=, type=", build: view }];

fn view<'a>(lo: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    tools::refuse(lo, args, &[(2, "type")])?;
    let array = tools::array(lo, args, 0)?;
    let array = lo.reference(&array);
    let elem = lo.dtype_arg(args, 1)?.unwrap_or(array.ty.elem);
    if elem == DType::Bool && array.ty.elem != DType::Bool {
        let help = "compare the elements with 0, such as `a != 0`";
        return lo.fail(args.span, "bytes that may be neither 0 nor 1 cannot be seen as bool", help);
    }
    let (from, to) = (array.ty.elem.size() as i64, elem.size() as i64);
    let mut dims = array.ty.dims.clone();
    if from != to {
        let Some(last) = dims.last_mut() else {
            let message = "Changing the dtype of a 0d array is only supported if the itemsize is unchanged";
            return lo.fail(args.span, message, "use `astype`, or a type of the same size");
        };
        *last = last.map(|extent| extent * from).filter(|bytes| bytes % to == 0).map(|bytes| bytes / to);
    }
    let ty = TensorType { elem, dims };
    let value = lo.op("physl.view_bits", &[array.value], Type::Ref(ty.clone()));
    Ok(Val::Array(Array { ty, value, form: Form::Ref }))
}
