//! `physl.matmul`: NumPy's rules for ranks and stacks around the products of two matrices.

use super::{LEAF, LeafFn, Matrix, Onto, dense, matvec, plain, small, spread};
use crate::array::view::broadcast_shapes;
use crate::array::{Array, Dims, Fill, View};
use crate::error::{Error, Result};
use crate::exec::combine::Foldable;
use crate::exec::pool::Pool;
use crate::exec::state::{self, State};
use crate::exec::tree::{Kind, Tree};
use crate::exec::whole;
use crate::ops::{Args, Owned};
use crate::with_element;
use phylanx_abi::{DType, Fold};
use std::rc::Rc;
use std::sync::Mutex;

/// Multiply-adds that are worth handing to another thread.
const GRAIN: usize = 100_000;
/// Multiply-adds from which on a product of matrices that are whole on every rank may be shared out.
const SHARED: usize = 100_000;
/// Largest part of an output that is computed in one go.
const TILE: (usize, usize) = (512, 1024);
/// Elements of a matrix that are read for one tile of a product with a vector.
const STREAM: usize = 128 * 1024;
/// Outputs of at most this many elements are computed by plain loops.
const FEW: usize = 256;

/// `x @ y`.
pub fn matmul(args: Args) -> Result<Owned> {
    product(args.handle(0)?, args.handle(1)?).map(Owned::Array)
}

/// The product of two arrays of one element type.
pub fn product(left: &Array, right: &Array) -> Result<Rc<Array>> {
    let shapes = Shapes::of(left.shape(), right.shape())?;
    if right.dtype() != left.dtype() {
        return Err(Error::internal("the operands of a product differ in element type"));
    }
    state::with(|state| {
        let may_travel = left.buffer.is_distributed() || right.buffer.is_distributed();
        if state.ranks > 1 && shapes.stack.is_empty() && (may_travel || shapes.work() >= SHARED) {
            return spread::product(state, &shapes, left, right);
        }
        here(state, &shapes, &*whole::replica(state, left)?, &*whole::replica(state, right)?)
    })
}

/// The product of arrays that are whole on this rank.
pub fn here(state: &State, shapes: &Shapes, left: &Array, right: &Array) -> Result<Rc<Array>> {
    let out = Array::fresh(left.dtype(), shapes.result(), Fill::Any)?;
    multiply(&state.pool, shapes, left, right, &out)?;
    Ok(out)
}

/// How two arrays are stacks of matrices.
#[derive(Clone, Copy, Debug)]
pub struct Shapes {
    /// The broadcast of the leading dimensions.
    pub stack: Dims,
    pub rows: usize,
    pub columns: usize,
    pub depth: usize,
    /// Whether the left (right) side is a vector, whose dimension of extent 1 is not in the result.
    pub vector_left: bool,
    pub vector_right: bool,
}

impl Shapes {
    /// Checks the shapes as NumPy does.
    pub fn of(left: &[i64], right: &[i64]) -> Result<Shapes> {
        for (at, shape) in [left, right].into_iter().enumerate() {
            if shape.is_empty() {
                return Err(too_few_dimensions(at));
            }
        }
        let (vector_left, vector_right) = (left.len() == 1, right.len() == 1);
        let (depth, depth_right) = (left[left.len() - 1], right[right.len().saturating_sub(2)]);
        if depth != depth_right {
            return Err(mismatch(depth, depth_right));
        }
        let stacks = [left, right].map(|shape| Dims::from(&shape[..shape.len().saturating_sub(2)]));
        Ok(Shapes {
            stack: broadcast_shapes(&stacks)?,
            rows: if vector_left { 1 } else { left[left.len() - 2] as usize },
            columns: if vector_right { 1 } else { right[right.len() - 1] as usize },
            depth: depth as usize,
            vector_left,
            vector_right,
        })
    }

    /// The shape of the product.
    pub fn result(&self) -> Dims {
        let mut shape = self.stack;
        if !self.vector_left {
            shape.push(self.rows as i64);
        }
        if !self.vector_right {
            shape.push(self.columns as i64);
        }
        shape
    }

    /// Multiply-adds of each matrix of the stack.
    pub fn work(&self) -> usize {
        self.rows.saturating_mul(self.columns).saturating_mul(self.depth)
    }

    /// The view of the left operand as a stack of matrices.
    pub fn left(&self, view: &View) -> View {
        self.matrices(view, self.vector_left, false)
    }

    /// The view of the right operand as a stack of matrices.
    pub fn right(&self, view: &View) -> View {
        self.matrices(view, false, self.vector_right)
    }

    /// The view of the result as a stack of matrices.
    pub fn out(&self, view: &View) -> View {
        self.matrices(view, self.vector_left, self.vector_right)
    }

    /// The view of an operand (or of the result) as a stack of matrices, dimensions of extent 1 put in for vectors.
    fn matrices(&self, view: &View, lead: bool, trail: bool) -> View {
        let mut view = *view;
        let insert = |view: &mut View, at: usize| {
            let (shape, strides) = (view.shape.to_vec(), view.strides.to_vec());
            let with = |mut list: Vec<i64>, value| {
                list.insert(at, value);
                Dims::from(&list[..])
            };
            (view.shape, view.strides) = (with(shape, 1), with(strides, 0));
        };
        if lead {
            let at = view.rank() - usize::from(!trail);
            insert(&mut view, at);
        }
        if trail {
            let at = view.rank();
            insert(&mut view, at);
        }
        view
    }
}

fn mismatch(depth: i64, depth_right: i64) -> Error {
    Error::value(format!(
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) \
         (size {depth_right} is different from {depth})"
    ))
}

fn too_few_dimensions(at: usize) -> Error {
    Error::value(format!(
        "matmul: Input operand {at} does not have enough dimensions (has 0, gufunc core with signature \
         (n?,k),(k,m?)->(n?,m?) requires 1)"
    ))
}

/// Computes a product into an array of its shape; all are whole on this rank.
fn multiply(pool: &Pool, shapes: &Shapes, left: &Array, right: &Array, out: &Array) -> Result<()> {
    let arrays = [left, right, out];
    match left.dtype() {
        DType::F64 => stack::<f64>(pool, shapes, arrays, real_leaf::<f64>(shapes)),
        DType::F32 => stack::<f32>(pool, shapes, arrays, real_leaf::<f32>(shapes)),
        dtype => with_element!(dtype, T => {
            stack::<T>(pool, shapes, arrays, plain::product::<T>);
        }),
    }
    Ok(())
}

/// The kernel for outputs of this shape; a part of the output is computed by the kernel of the whole.
pub fn real_leaf<T: small::Real>(shapes: &Shapes) -> LeafFn<T> {
    match (shapes.rows, shapes.columns) {
        (_, 1) => matvec::product::<T>,
        (1, _) => vecmat::<T>,
        (rows, columns) if rows * columns <= FEW => small::product::<T>,
        _ => dense::product::<T>,
    }
}

/// A row vector times a matrix, as the transposed matrix times a column vector.
unsafe fn vecmat<T: small::Real>(a: Matrix<T>, b: Matrix<T>, out: Matrix<T>, onto: Onto) {
    // SAFETY: by the contract of leaf functions.
    unsafe { matvec::product(b.transposed(), a.transposed(), out.transposed(), onto) }
}

/// A stack of matrices in memory.
struct Stack<T> {
    base: *mut T,
    view: View,
}

// SAFETY: a stack is an address that the pieces of one product read, or write at disjoint elements.
unsafe impl<T> Sync for Stack<T> {}

impl<T> Stack<T> {
    /// The matrix at a number of the (broadcast) stack, counted in row-major order.
    fn at(&self, number: i64, stack: &[i64]) -> Matrix<T> {
        let (View { offset, shape, strides }, rank) = (&self.view, self.view.rank());
        let lead = stack.len() + 2 - rank;
        let (mut offset, mut rest) = (*offset, number);
        for d in (0..stack.len()).rev() {
            let index = rest % stack[d];
            rest /= stack[d];
            if d >= lead && shape[d - lead] != 1 {
                offset += index * strides[d - lead];
            }
        }
        Matrix {
            data: self.base.wrapping_offset(offset as isize),
            rows: shape[rank - 2] as usize,
            columns: shape[rank - 1] as usize,
            row_stride: strides[rank - 2] as isize,
            column_stride: strides[rank - 1] as isize,
        }
    }
}

fn stack<T: Foldable + Send + Sync>(pool: &Pool, shapes: &Shapes, [left, right, out]: [&Array; 3], leaf: LeafFn<T>) {
    let count = shapes.stack.iter().product::<i64>() as usize;
    let a = Stack::<T> { base: left.base().cast(), view: shapes.left(&left.view) };
    let b = Stack::<T> { base: right.base().cast(), view: shapes.right(&right.view) };
    let c = Stack::<T> { base: out.base().cast(), view: shapes.out(&out.view) };
    let stack = shapes.stack;
    let one = |pool: &Pool, number: usize| {
        let at = number as i64;
        // SAFETY: views lie in their buffers, the shapes were checked.
        unsafe { matrix(pool, a.at(at, &stack), b.at(at, &stack), c.at(at, &stack), leaf) };
    };
    if count < 2 * pool.threads() {
        return (0..count).for_each(|number| one(pool, number));
    }
    let batch = (GRAIN / shapes.work().max(1)).clamp(1, count);
    let alone = Pool::new(1);
    pool.run(count.div_ceil(batch), &|part| {
        (part * batch..count.min((part + 1) * batch)).for_each(|number| one(&alone, number));
    });
}

/// `c = a @ b` for matrices that are all here, on all threads where that pays.
///
/// # Safety
/// The matrices fit each other and hold their elements; `c` overlaps neither input.
pub unsafe fn matrix<T: Foldable>(pool: &Pool, a: Matrix<T>, b: Matrix<T>, c: Matrix<T>, leaf: LeafFn<T>) {
    let tiles = tiles(c.rows, c.columns, a.columns, pool.threads(), largest(&a, &b, &c));
    if tiles.len() < pool.threads() && a.columns > 4 * LEAF {
        for part in tiles {
            let (rows, columns) = (a.part(part.0, 0, part.2, a.columns), b.part(0, part.1, b.rows, part.3));
            // SAFETY: by the contract.
            unsafe { store(nodes(pool, rows, columns, 0, leaf), c.part(part.0, part.1, part.2, part.3)) };
        }
        return;
    }
    // SAFETY: by the contract; tiles are disjoint.
    pool.run(tiles.len(), &|piece| unsafe { tile(a, b, c, tiles[piece], leaf) });
}

/// First row, first column, rows and columns of a part of the output.
type Tile = (usize, usize, usize, usize);

/// The largest tile. All leaves of a tile are read before the next tile, so that long rows are read as one stream; long
/// columns are read so if tiles are high.
fn largest<T>(a: &Matrix<T>, b: &Matrix<T>, c: &Matrix<T>) -> (usize, usize) {
    let lines = |step: isize| if step == 1 { (STREAM / a.columns.max(1)).clamp(16, 4096) } else { 4096 };
    match (c.rows, c.columns) {
        (_, 1) => (lines(a.column_stride), 1),
        (1, _) => (1, lines(b.row_stride)),
        _ => TILE,
    }
}

/// Cuts an output into tiles: large ones, but enough of them for all threads.
fn tiles(rows: usize, columns: usize, depth: usize, threads: usize, largest: (usize, usize)) -> Vec<Tile> {
    let work = rows.saturating_mul(columns).saturating_mul(depth.max(1));
    let wanted = if threads < 2 { 1 } else { (work / GRAIN).clamp(1, 4 * threads) };
    let (mut height, mut width) = (largest.0.min(rows), largest.1.min(columns));
    while rows.div_ceil(height.max(1)) * columns.div_ceil(width.max(1)) < wanted {
        match (height >= 64, width >= 64) {
            (true, false) => height = (height / 2).next_multiple_of(16),
            (true, true) if height >= width / 2 => height = (height / 2).next_multiple_of(16),
            (_, true) => width = (width / 2).next_multiple_of(32),
            (false, false) => break,
        }
    }
    let mut tiles = Vec::new();
    for top in (0..rows).step_by(height.max(1)) {
        for left in (0..columns).step_by(width.max(1)) {
            tiles.push((top, left, height.min(rows - top), width.min(columns - left)));
        }
    }
    tiles
}

/// Computes one tile, not empty, of an output: leaf by leaf, put together by the canonical tree.
unsafe fn tile<T: Foldable>(
    a: Matrix<T>,
    b: Matrix<T>,
    c: Matrix<T>,
    (top, left, rows, columns): Tile,
    leaf: LeafFn<T>,
) {
    let depth = a.columns;
    let (a, b) = (a.part(top, 0, rows, depth), b.part(0, left, depth, columns));
    let out = c.part(top, left, rows, columns);
    // SAFETY: by the contract of the caller.
    unsafe {
        if depth <= LEAF {
            return leaf(a, b, out, Onto::Nothing);
        }
        store(run(a, b, (0, depth), 0, leaf), out);
    }
}

/// Writes the root of a tree of whole outputs.
///
/// # Safety
/// The tree's nodes have as many elements as `out`.
pub unsafe fn store<T: Foldable>(mut tree: Tree, out: Matrix<T>) {
    let root = Matrix::block(tree.root().cast::<T>().cast_mut(), out.rows, out.columns);
    for i in 0..out.rows {
        for j in 0..out.columns {
            // SAFETY: by the contract.
            unsafe { out.at(i, j).write(root.at(i, j).read()) };
        }
    }
}

/// The nodes of a contraction whose first leaf has the number `number`, on all threads where that pays.
///
/// # Safety
/// The matrices fit each other and hold their elements.
pub unsafe fn nodes<T: Foldable>(pool: &Pool, a: Matrix<T>, b: Matrix<T>, number: i64, leaf: LeafFn<T>) -> Tree {
    let (depth, work) = (a.columns, a.rows * b.columns * a.columns);
    let pieces = if pool.threads() < 2 { 1 } else { (work / GRAIN).clamp(1, 4 * pool.threads()) };
    let step = depth.div_ceil(pieces).next_multiple_of(LEAF).max(LEAF);
    let starts: Vec<usize> = (0..depth).step_by(step).collect();
    let trees: Vec<Mutex<Option<Tree>>> = starts.iter().map(|_| Mutex::new(None)).collect();
    pool.run(starts.len(), &|at| {
        // SAFETY: by the contract.
        let tree = unsafe { run(a, b, (starts[at], depth.min(starts[at] + step)), number, leaf) };
        if let Ok(mut place) = trees[at].lock() {
            *place = Some(tree);
        }
    });
    let mut all = Tree::new(kind::<T>(a.rows * b.columns));
    trees.into_iter().filter_map(|tree| tree.into_inner().ok().flatten()).for_each(|mut tree| all.extend(&mut tree));
    all
}

/// What the nodes of a contraction are made of.
pub fn kind<T: Foldable>(width: usize) -> Kind {
    Kind { fold: Fold::Sum, dtype: T::DTYPE, width }
}

/// The nodes of the leaves of a contraction that begin in a range, which begins with a leaf; index 0 begins leaf `number`.
unsafe fn run<T: Foldable>(
    a: Matrix<T>,
    b: Matrix<T>,
    (from, to): (usize, usize),
    number: i64,
    leaf: LeafFn<T>,
) -> Tree {
    let (rows, columns) = (a.rows, b.columns);
    let mut tree = Tree::new(kind::<T>(rows * columns));
    for first in (from..to).step_by(LEAF) {
        let depth = LEAF.min(a.columns - first);
        let (a, b) = (a.part(0, first, rows, depth), b.part(first, 0, depth, columns));
        let number = number + (first / LEAF) as i64;
        // SAFETY: slots have room for the output; the rest is the caller's.
        let write = |slot: *mut u8, onto| unsafe { leaf(a, b, Matrix::block(slot.cast(), rows, columns), onto) };
        if tree.ends_with_sibling_of(number) {
            tree.add_onto(number, |slot| write(slot, Onto::Sum));
        } else {
            tree.add((0, number), |slot| write(slot, Onto::Nothing));
        }
    }
    tree
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize) -> Vec<f64> {
        (0..count).map(|i| ((i * 7919 + 13) as f64).sin() * 10f64.powi((i % 7) as i32)).collect()
    }

    /// Computes an output tile by tile, the tiles' corners at the given rows and columns.
    fn in_tiles(shapes: &Shapes, a: &mut [f64], b: &mut [f64], rows: &[usize], columns: &[usize]) -> Vec<u64> {
        let mut out = vec![0.0f64; shapes.rows * shapes.columns];
        let leaf = real_leaf::<f64>(shapes);
        let a = Matrix::block(a.as_mut_ptr(), shapes.rows, shapes.depth);
        let b = Matrix::block(b.as_mut_ptr(), shapes.depth, shapes.columns);
        let c = Matrix::block(out.as_mut_ptr(), shapes.rows, shapes.columns);
        for row in rows.windows(2) {
            for column in columns.windows(2) {
                let part = (row[0], column[0], row[1] - row[0], column[1] - column[0]);
                if part.2 > 0 && part.3 > 0 {
                    // SAFETY: the blocks have the shapes stated.
                    unsafe { tile(a, b, c, part, leaf) };
                }
            }
        }
        out.iter().map(|x| x.to_bits()).collect()
    }

    #[test]
    fn the_bits_of_a_product_do_not_depend_on_its_tiles() {
        for (rows, depth, columns) in
            [(70, 33, 50), (130, 1100, 33), (17, 515, 40), (300, 64, 7), (1, 900, 77), (77, 900, 1)]
        {
            let shapes = Shapes::of(&[rows, depth], &[depth, columns]).expect("fits");
            let (mut a, mut b) = (numbers((rows * depth) as usize), numbers((depth * columns) as usize));
            let (m, n) = (rows as usize, columns as usize);
            let whole = in_tiles(&shapes, &mut a, &mut b, &[0, m], &[0, n]);
            for (first, second) in [(1, 1), (16, 3), (m / 2, n / 2), (m - 1, n - 1), (m, 5)] {
                let (first, second) = (first.min(m), second.min(n));
                let parts = in_tiles(&shapes, &mut a, &mut b, &[0, first, m], &[0, second, n]);
                assert!(parts == whole, "{rows} x {depth} x {columns} cut at {first} and {second}");
            }
        }
    }
}
