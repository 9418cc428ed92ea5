//! How a product of matrices is shared out over ranks: the way that is estimated to take the least time.
//!
//! Every rank makes the same choice from the shapes and layouts alone; the result has the same bits whatever is chosen.

use super::LEAF;
use super::matmul::Shapes;
use crate::array::Array;
use crate::exec::axes::Axes;
use crate::exec::place;
use crate::layout::{Layout, Sharing};
use crate::region::Region;

/// Nanoseconds until a message that is waited for has come, and for each byte of it.
const MESSAGE: f64 = 10_000.0;
const BYTE: f64 = 0.2;
/// Nanoseconds for a multiply-add of a product of matrices, and of one with a vector, which memory limits.
const DENSE: f64 = 0.05;
const THIN: f64 = 0.25;

/// How a product is shared out.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Plan {
    /// Every rank computes all of it.
    Here,
    /// The result has this layout; each rank computes its part.
    Outputs(Layout),
    /// Each rank sums over its part of the contraction, whose layout this is.
    Contraction(Layout),
}

impl Plan {
    /// The best way to compute a product of two matrices over the ranks.
    pub fn best(sharing: Sharing, shapes: &Shapes, left: &Array, right: &Array) -> Plan {
        let cost = Cost { sharing, shapes, left: Side::of(left), right: Side::of(right) };
        let mut best = (cost.of(&Plan::Here), Plan::Here);
        for plan in cost.candidates() {
            let time = cost.of(&plan);
            if time < best.0 {
                best = (time, plan);
            }
        }
        best.1
    }
}

/// An operand: where its elements are, if it is distributed.
struct Side {
    shape: [i64; 2],
    size: f64,
    parts: Option<(Axes, Layout)>,
    /// Whether it has to be gathered whatever is needed of it.
    scattered: bool,
    /// Its layout as a matrix, if its buffer is cut along its rows and columns.
    layout: Option<Layout>,
}

impl Side {
    fn of(matrix: &Array) -> Side {
        let shape = [matrix.shape()[0], matrix.shape()[1]];
        let placement = matrix.buffer.placement().map(|placement| placement.layout);
        let parts = placement.and_then(|layout| Some((place::axes(matrix, 2)?, layout)));
        let layout = parts.and_then(|(axes, layout)| axes.layout(&layout, &shape));
        let scattered = placement.is_some() && parts.is_none();
        Side { shape, size: matrix.dtype().size() as f64, parts, scattered, layout }
    }

    /// The layout along one dimension, as that of vectors, if just that dimension is cut.
    fn along(&self, dim: usize) -> Option<Layout> {
        let dims = [0, 1].map(|d| (d == dim).then_some((0, 0)));
        self.layout?.seen_from(&[self.shape[dim]], &dims)
    }

    /// Bytes that a rank must be sent to have a region.
    fn missing(&self, rank: usize, region: &Region) -> f64 {
        let Some((axes, layout)) = &self.parts else {
            return if self.scattered { self.shape[0] as f64 * self.shape[1] as f64 * self.size } else { 0.0 };
        };
        let need = axes.need(region);
        let here = need.intersect(&layout.region_of(rank));
        (need.volume() - here.volume()) as f64 * self.size
    }
}

struct Cost<'a> {
    sharing: Sharing,
    shapes: &'a Shapes,
    left: Side,
    right: Side,
}

impl Cost<'_> {
    fn candidates(&self) -> impl Iterator<Item = Plan> {
        let out = [self.shapes.rows as i64, self.shapes.columns as i64];
        let depth = Layout::lines(&[self.shapes.depth as i64], 0, self.sharing.ranks);
        let spread = |layout: Layout, dim: usize| layout.seen_from(&out, &[Some((dim, 0))]);
        let rows = self.left.along(0).and_then(|layout| spread(layout, 0));
        let columns = self.right.along(1).and_then(|layout| spread(layout, 1));
        let outputs = [
            rows,
            columns,
            Some(Layout::lines(&out, 0, self.sharing.ranks)),
            Some(Layout::lines(&out, 1, self.sharing.ranks)),
        ];
        let sums = [self.left.along(1), self.right.along(0), Some(depth)];
        let sums = sums.into_iter().flatten().map(|layout| Plan::Contraction(layout.in_steps_of(LEAF as i64)));
        outputs.into_iter().flatten().map(Plan::Outputs).chain(sums)
    }

    /// Estimated nanoseconds of the slowest rank, of which the first, the last and one between them stand for all.
    fn of(&self, plan: &Plan) -> f64 {
        let ranks = [0, self.sharing.ranks / 2, self.sharing.ranks - 1];
        let slowest = ranks.into_iter().map(|rank| self.on_rank(plan, rank)).fold(0.0, f64::max);
        slowest + self.afterwards(plan)
    }

    /// Fetching and computing.
    fn on_rank(&self, plan: &Plan, rank: usize) -> f64 {
        let (rows, columns, depth) = (self.shapes.rows as i64, self.shapes.columns as i64, self.shapes.depth as i64);
        let ((r0, r1), (c0, c1), (d0, d1)) = match plan {
            Plan::Here => ((0, rows), (0, columns), (0, depth)),
            Plan::Outputs(layout) => {
                let part = layout.region_of(rank);
                ((part.lo()[0], part.hi()[0]), (part.lo()[1], part.hi()[1]), (0, depth))
            }
            Plan::Contraction(layout) => {
                let part = layout.region_of(rank);
                ((0, rows), (0, columns), (part.lo()[0], part.hi()[0]))
            }
        };
        let bytes = self.left.missing(rank, &Region::new(&[r0, d0], &[r1, d1]))
            + self.right.missing(rank, &Region::new(&[d0, c0], &[d1, c1]));
        let each = if rows.min(columns) < 8 { THIN } else { DENSE };
        travel(bytes) + (r1 - r0) as f64 * (c1 - c0) as f64 * (d1 - d0) as f64 * each
    }

    /// Making the result whole on every rank, where that is done.
    fn afterwards(&self, plan: &Plan) -> f64 {
        let bytes = self.shapes.rows as f64 * self.shapes.columns as f64 * self.left.size;
        match plan {
            Plan::Here => 0.0,
            Plan::Outputs(_) if bytes >= self.sharing.from as f64 => 0.0,
            Plan::Outputs(_) => travel(bytes),
            // Each of the other ranks sends a node or two for each output.
            Plan::Contraction(_) => travel(2.0 * bytes * (self.sharing.ranks - 1) as f64),
        }
    }
}

fn travel(bytes: f64) -> f64 {
    if bytes > 0.0 { MESSAGE + BYTE * bytes } else { 0.0 }
}
