//! Folds over boxes of any rank, axes and strides give what plain loops give, and the same bits however the input lies in memory.

use phylanx_tests::kernel::{Kernels, Operand};
use phylanx_tests::places;

/// A generator of small numbers (Knuth's MMIX constants).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn float(&mut self) -> f64 {
        self.below(1 << 30) as f64 / (1u64 << 28) as f64 - 2.0
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Elem {
    F64,
    F32,
    I64,
    U8,
    Bool,
}

const ELEMS: [(Elem, &str, usize); 5] =
    [(Elem::F64, "f64", 8), (Elem::F32, "f32", 4), (Elem::I64, "i64", 8), (Elem::U8, "ui8", 1), (Elem::Bool, "i1", 1)];

impl Elem {
    fn name(self) -> &'static str {
        ELEMS.iter().find(|(elem, _, _)| *elem == self).expect("listed").1
    }

    fn size(self) -> usize {
        ELEMS.iter().find(|(elem, _, _)| *elem == self).expect("listed").2
    }

    /// A number that this type holds exactly, as bytes.
    fn bytes(self, value: f64) -> Vec<u8> {
        match self {
            Elem::F64 => value.to_ne_bytes().to_vec(),
            Elem::F32 => (value as f32).to_ne_bytes().to_vec(),
            Elem::I64 => (value as i64).to_ne_bytes().to_vec(),
            Elem::U8 | Elem::Bool => vec![value as u8],
        }
    }

    fn number(self, bytes: &[u8]) -> f64 {
        match self {
            Elem::F64 => f64::from_ne_bytes(bytes.try_into().expect("eight")),
            Elem::F32 => f64::from(f32::from_ne_bytes(bytes.try_into().expect("four"))),
            Elem::I64 => i64::from_ne_bytes(bytes.try_into().expect("eight")) as f64,
            Elem::U8 | Elem::Bool => f64::from(bytes[0]),
        }
    }

    /// Small integers, so that sums are exact in any order; signs and ones, so that products are.
    fn draw(self, fold: &str, random: &mut Random) -> f64 {
        match (self, fold) {
            (Elem::Bool, _) => random.below(2) as f64,
            (Elem::U8, "prod") => 1.0,
            (Elem::U8, "sum") => (random.below(50) == 0) as u8 as f64,
            (_, "prod") => {
                if random.below(40) == 0 {
                    2.0
                } else {
                    1.0 - 2.0 * random.below(2) as f64
                }
            }
            (Elem::U8, _) => random.below(200) as f64,
            _ => random.below(200) as f64 - 100.0,
        }
    }
}

/// One task: a fold over axes.
struct Case {
    fold: &'static str,
    elem: Elem,
    rank: usize,
    axes: Vec<usize>,
    keepdims: bool,
}

impl Case {
    fn text(&self, number: usize) -> String {
        let elem = self.elem.name();
        let input = format!("tensor<{}{elem}>", "?x".repeat(self.rank));
        let dims: String = (0..self.rank)
            .filter_map(|dim| match (self.axes.contains(&dim), self.keepdims) {
                (false, _) => Some("?x"),
                (true, true) => Some("1x"),
                (true, false) => None,
            })
            .collect();
        let output = format!("tensor<{dims}{elem}>");
        let axes: Vec<String> = self.axes.iter().map(usize::to_string).collect();
        let (fold, keepdims, axes) = (self.fold, self.keepdims, format!("array<i64: {}>", axes.join(", ")));
        format!(
            "func.func private @t{number}(%x: {input}) -> {output} attributes {{physl.task, physl.fold = \"{fold}\", physl.axes = {axes}, \
             physl.keepdims = {keepdims}, physl.flops = 1 : i64}} {{\n  %r = \"physl.{fold}\"(%x) {{axes = {axes}, keepdims = \
             {keepdims}}} : ({input}) -> {output}\n  return %r : {output}\n}}\n"
        )
    }

    fn combine(&self, x: f64, y: f64) -> f64 {
        match self.fold {
            "sum" if self.elem == Elem::Bool => x.max(y),
            "sum" => x + y,
            "prod" => x * y,
            "max" | "any" => x.max(y),
            _ => x.min(y),
        }
    }

    /// Runs the kernel over `lo..hi` on data laid out with these strides; the output has an element per domain point.
    fn run(&self, kernels: &Kernels, number: usize, data: &Data, strides: &[i64], lo: &[i64], hi: &[i64]) -> Vec<u8> {
        let size = self.elem.size();
        let mut input = data.laid_out(strides, size);
        let mut output = vec![0xabu8; size * data.count()];
        let dims: Vec<usize> = (0..self.rank).filter(|dim| self.keepdims || !self.axes.contains(dim)).collect();
        let dense = row_major(&data.shape);
        let out_stride = |dim: &usize| if self.axes.contains(dim) { 0 } else { dense[*dim] };
        let operands = [
            Operand { data: input.as_mut_ptr(), shape: data.shape.clone(), strides: strides.to_vec() },
            Operand {
                data: output.as_mut_ptr(),
                shape: dims.iter().map(|&dim| data.shape[dim]).collect(),
                strides: dims.iter().map(out_stride).collect(),
            },
        ];
        kernels.call(number, &operands, lo, hi);
        output
    }

    /// The expected output memory, element by element; `None` where the kernel must not write.
    fn expected(&self, data: &Data, lo: &[i64], hi: &[i64]) -> Vec<Option<f64>> {
        let mut out: Vec<Option<f64>> = vec![None; data.count()];
        let dense = row_major(&data.shape);
        for (at, value) in data.values.iter().enumerate() {
            let index: Vec<i64> = (0..self.rank).map(|dim| at as i64 / dense[dim] % data.shape[dim]).collect();
            if (0..self.rank).any(|dim| index[dim] < lo[dim] || index[dim] >= hi[dim]) {
                continue;
            }
            let kept = (0..self.rank).filter(|dim| !self.axes.contains(dim));
            let place = kept.map(|dim| index[dim] * dense[dim]).sum::<i64>() as usize;
            out[place] = Some(out[place].map_or(*value, |before| self.combine(before, *value)));
        }
        out
    }
}

/// Numbers in row-major order.
struct Data {
    elem: Elem,
    shape: Vec<i64>,
    values: Vec<f64>,
}

impl Data {
    fn count(&self) -> usize {
        self.shape.iter().product::<i64>() as usize
    }

    fn laid_out(&self, strides: &[i64], size: usize) -> Vec<u8> {
        let last: i64 = self.shape.iter().zip(strides).map(|(extent, stride)| (extent - 1) * stride).sum();
        let mut memory = vec![0u8; (last as usize + 1) * size];
        let dense = row_major(&self.shape);
        for (at, &value) in self.values.iter().enumerate() {
            let place: i64 =
                (0..strides.len()).map(|dim| at as i64 / dense[dim] % self.shape[dim] * strides[dim]).sum();
            memory[place as usize * size..][..size].copy_from_slice(&self.elem.bytes(value));
        }
        memory
    }
}

fn row_major(shape: &[i64]) -> Vec<i64> {
    let mut strides = vec![1; shape.len()];
    for dim in (1..shape.len()).rev() {
        strides[dim - 1] = strides[dim] * shape[dim];
    }
    strides
}

/// Row-major, elements two apart, column-major.
fn layouts(shape: &[i64]) -> [Vec<i64>; 3] {
    let dense = row_major(shape);
    let apart = dense.iter().map(|stride| stride * 2).collect();
    let reversed: Vec<i64> = shape.iter().rev().copied().collect();
    let columns = row_major(&reversed).into_iter().rev().collect();
    [dense, apart, columns]
}

fn cases() -> Vec<Case> {
    let mut found = Vec::new();
    for rank in 1..=3usize {
        for mask in 1..1usize << rank {
            let axes: Vec<usize> = (0..rank).filter(|dim| mask >> dim & 1 == 1).collect();
            for (elem, _, _) in ELEMS {
                let folds: &[&'static str] =
                    if elem == Elem::Bool { &["any", "all"] } else { &["sum", "prod", "max", "min"] };
                let keep = |fold: &str| (mask + fold.len() + rank).is_multiple_of(2);
                found.extend(folds.iter().map(|fold| Case {
                    fold,
                    elem,
                    rank,
                    axes: axes.clone(),
                    keepdims: keep(fold),
                }));
            }
        }
    }
    found
}

fn kernels(cases: &[Case], name: &str) -> Kernels {
    let home = places::scratch(name);
    let text: String = cases.iter().enumerate().map(|(number, case)| case.text(number)).collect();
    let kernels = Kernels::compile(&text, &home, &places::root().join("tests/tests/kernels/stub.c"));
    std::fs::remove_dir_all(home).expect("the scratch folder goes");
    kernels
}

#[test]
fn folds_over_boxes_give_what_loops_give() {
    let cases = cases();
    let kernels = kernels(&cases, "folds");
    let mut random = Random(7);
    for (number, case) in cases.iter().enumerate() {
        let longest = [200, 40, 12][case.rank - 1];
        let shape: Vec<i64> = (0..case.rank).map(|_| 2 + random.below(longest) as i64).collect();
        let lo: Vec<i64> = shape.iter().map(|&extent| random.below(extent as u64 / 2) as i64).collect();
        let hi: Vec<i64> =
            shape.iter().zip(&lo).map(|(&extent, &lo)| lo + 1 + random.below((extent - lo) as u64) as i64).collect();
        let count = shape.iter().product::<i64>() as usize;
        let values = (0..count).map(|_| case.elem.draw(case.fold, &mut random)).collect();
        let data = Data { elem: case.elem, shape, values };
        let expected = case.expected(&data, &lo, &hi);
        for strides in layouts(&data.shape) {
            let found = case.run(&kernels, number, &data, &strides, &lo, &hi);
            for (at, (bytes, expected)) in found.chunks_exact(case.elem.size()).zip(&expected).enumerate() {
                let what =
                    format!("{} on {} axes {:?} strides {strides:?} at {at}", case.fold, case.elem.name(), case.axes);
                match expected {
                    Some(value) => assert_eq!(case.elem.number(bytes), *value, "{what}"),
                    None => assert!(bytes.iter().all(|byte| *byte == 0xab), "{what}: written outside of the box"),
                }
            }
        }
    }
}

#[test]
fn sums_have_the_same_bits_in_every_layout() {
    let of = |rank, axes: &[usize], fold, elem| Case { fold, elem, rank, axes: axes.to_vec(), keepdims: false };
    let cases = [
        of(1, &[0], "sum", Elem::F64),
        of(2, &[0, 1], "sum", Elem::F64),
        of(2, &[1], "sum", Elem::F32),
        of(2, &[0], "sum", Elem::F64),
        of(3, &[0, 2], "prod", Elem::F64),
    ];
    let kernels = kernels(&cases, "fold-bits");
    let mut random = Random(3);
    for (number, case) in cases.iter().enumerate() {
        for extent in [3, 31, 32, 33, 100] {
            let shape = vec![extent; case.rank];
            let count = shape.iter().product::<i64>() as usize;
            let values = (0..count).map(|_| random.float()).collect();
            let data = Data { elem: case.elem, shape: shape.clone(), values };
            let lo = vec![0; case.rank];
            let [dense, apart, columns] =
                layouts(&shape).map(|strides| case.run(&kernels, number, &data, &strides, &lo, &shape));
            assert!(dense == apart && dense == columns, "{} of {extent} on {}", case.fold, case.elem.name());
        }
    }
}
