//! A task at work: its description, its inputs, and the domain that they span.

use super::operand::Operand;
use crate::array::view::broadcast_shapes;
use crate::array::{Array, Dims};
use crate::error::{Error, Result};
use crate::region::Region;
use phylanx_abi::{DType, Fold, TaskDesc};

/// One call of `phx_spawn` or `phx_spawn_into`, checked.
pub struct Task<'a> {
    pub desc: &'a TaskDesc,
    pub fold: Fold,
    pub dtype: DType,
    pub inputs: Vec<&'a Array>,
    /// The broadcast shape of the inputs.
    pub shape: Dims,
}

impl<'a> Task<'a> {
    /// Checks the inputs against the description. Inputs that do not broadcast are the user's error.
    pub fn new(desc: &'a TaskDesc, inputs: Vec<&'a Array>) -> Result<Task<'a>> {
        let fold = fold_of(desc.fold)?;
        let dtype =
            DType::from_code(desc.output.dtype.into()).ok_or_else(|| unknown("element type", desc.output.dtype))?;
        for (at, input) in inputs.iter().enumerate() {
            check(desc, at, input)?;
        }
        let shape = domain(desc, &inputs)?;
        if shape.len() != desc.rank as usize {
            let (have, want) = (shape.len(), desc.rank);
            return Err(Error::internal(format!("the domain of a task has rank {have}, compiled for {want}")));
        }
        Ok(Task { desc, fold, dtype, inputs, shape })
    }

    /// The same task over copies of its inputs.
    pub fn with_inputs<'b>(&self, inputs: Vec<&'b Array>) -> Task<'b>
    where
        'a: 'b,
    {
        Task { desc: self.desc, fold: self.fold, dtype: self.dtype, inputs, shape: self.shape }
    }

    pub fn rank(&self) -> usize {
        self.shape.len()
    }

    pub fn domain(&self) -> Region {
        Region::whole(&self.shape)
    }

    pub fn is_map(&self) -> bool {
        self.fold == Fold::Map
    }

    /// The domain's dimensions that the output has, in order.
    pub fn output_dims(&self) -> impl Iterator<Item = usize> + Clone + use<> {
        let (reduced, keep_all) = (self.desc.reduced, self.desc.keepdims != 0);
        (0..self.rank()).filter(move |d| keep_all || reduced & (1 << d) == 0)
    }

    /// The shape of the result.
    pub fn output_shape(&self) -> Dims {
        let reduced = |d: usize| self.desc.reduced & (1 << d) != 0;
        self.output_dims().map(|d| if reduced(d) { 1 } else { self.shape[d] }).collect()
    }

    /// Where the kernel writes, given the address of the output's element 0 and its strides.
    pub fn output(&self, data: *mut u8, strides: &[i64]) -> Operand {
        let mut operand = Operand { data, size: self.dtype.size() as i64, strides: [0; phylanx_abi::MAX_RANK] };
        for (d, &stride) in self.output_dims().zip(strides) {
            operand.strides[d] = stride;
        }
        operand.repeated(self.desc.reduced)
    }

    /// The output as a whole array on this rank.
    pub fn output_in(&self, array: &Array) -> Operand {
        let data = array.base().wrapping_offset((array.view.offset * self.dtype.size() as i64) as isize);
        self.output(data, &array.view.strides)
    }
}

fn domain(desc: &TaskDesc, inputs: &[&Array]) -> Result<Dims> {
    let Some((first, rest)) = inputs.split_first() else { return Ok(Dims::default()) };
    if rest.iter().all(|input| input.shape() == first.shape()) {
        return Ok(*first.shape());
    }
    let shapes: Vec<Dims> = inputs.iter().map(|input| *input.shape()).collect();
    broadcast_shapes(&shapes).map_err(|error| first_mismatch(steps(desc), shapes).unwrap_or(error))
}

/// The words that describe the ops of a body.
fn steps(desc: &TaskDesc) -> &[i64] {
    if desc.steps.is_null() {
        return &[];
    }
    // SAFETY: a description points at as many words as the first of them says.
    unsafe { std::slice::from_raw_parts(desc.steps.add(1), usize::try_from(*desc.steps).unwrap_or(0)) }
}

/// The error of the first op of a body whose operands do not broadcast.
fn first_mismatch(mut steps: &[i64], mut shapes: Vec<Dims>) -> Option<Error> {
    while let Some((&count, rest)) = steps.split_first() {
        let (operands, after) = rest.split_at_checked(usize::try_from(count).ok()?)?;
        let find = |&at: &i64| usize::try_from(at).ok().and_then(|at| shapes.get(at).copied());
        let operands: Vec<Dims> = operands.iter().map(find).collect::<Option<_>>()?;
        match broadcast_shapes(&operands) {
            Ok(shape) => shapes.push(shape),
            Err(error) => return Some(error),
        }
        steps = after;
    }
    None
}

fn check(desc: &TaskDesc, at: usize, input: &Array) -> Result<()> {
    // SAFETY: a description lists as many inputs as it says.
    let want = unsafe { &*desc.inputs.add(at) };
    if input.dtype() as u32 == want.dtype && input.rank() == want.rank as usize {
        return Ok(());
    }
    Err(Error::internal(format!(
        "input {at} of a task is {} of rank {}, compiled for element type {} of rank {}",
        input.dtype().numpy_name(),
        input.rank(),
        want.dtype,
        want.rank
    )))
}

fn fold_of(code: u32) -> Result<Fold> {
    const FOLDS: [Fold; 7] = [Fold::Map, Fold::Sum, Fold::Prod, Fold::Max, Fold::Min, Fold::Any, Fold::All];
    FOLDS.get(code as usize).copied().ok_or_else(|| unknown("fold", code))
}

fn unknown(what: &str, code: u32) -> Error {
    Error::internal(format!("a task has the unknown {what} {code}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_op_whose_operands_do_not_broadcast_is_named() {
        let shapes = || [[2].as_slice(), &[4, 1], &[3, 2]].map(|shape| Dims::checked(shape).expect("a shape")).to_vec();
        let said = |steps: &[i64]| first_mismatch(steps, shapes()).map(|error| error.message);
        let head = "operands could not be broadcast together with shapes";
        assert_eq!(said(&[2, 1, 0, 2, 3, 2]), Some(format!("{head} (4,2) (3,2) ")));
        assert_eq!(said(&[3, 2, 0, 1]), Some(format!("{head} (3,2) (2,) (4,1) ")));
        assert_eq!(said(&[2, 0, 1]), None);
        assert_eq!(said(&[7, 0]), None);
    }
}
