//! Every map op, compiled, gives what NumPy gives on hard numbers, side by side in memory or not.

use phylanx_dialects::ir::dtype_to_mlir;
use phylanx_dialects::{DType, ops};
use phylanx_tests::kernel::{Kernels, Operand};
use phylanx_tests::places;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One op on one element type, as the reference computed it.
struct Case {
    op: String,
    elem: DType,
    to: DType,
    arity: usize,
    count: usize,
    files: PathBuf,
}

impl Case {
    fn parse(line: &str, home: &Path) -> Case {
        let words: Vec<&str> = line.split(' ').collect();
        let dtype = |name: &str| DType::ALL.into_iter().find(|dtype| dtype.numpy_name() == name).expect("a dtype");
        let number = |at: usize| words[at].parse().expect("a number");
        let files = home.join(format!("{}.{}.{}", words[0], words[1], words[2]));
        Case {
            op: words[0].into(),
            elem: dtype(words[1]),
            to: dtype(words[2]),
            arity: number(3),
            count: number(4),
            files,
        }
    }

    fn dtype(&self, at: usize) -> DType {
        match at {
            at if at == self.arity => self.to,
            0 if self.op == "where" => DType::Bool,
            _ => self.elem,
        }
    }

    fn read(&self, at: usize) -> Vec<u8> {
        std::fs::read(format!("{}.{at}", self.files.display())).expect("a file of the reference")
    }

    fn text(&self, number: usize) -> String {
        let tensor = |at| format!("tensor<?x{}>", dtype_to_mlir(self.dtype(at)));
        let types: Vec<String> = (0..self.arity).map(tensor).collect();
        let args: Vec<String> = types.iter().enumerate().map(|(at, ty)| format!("%x{at}: {ty}")).collect();
        let names: Vec<String> = (0..self.arity).map(|at| format!("%x{at}")).collect();
        let (to, op) = (tensor(self.arity), &self.op);
        format!(
            "func.func private @t{number}({}) -> {to} attributes {{physl.task, physl.fold = \"map\", physl.axes = array<i64>, \
             physl.keepdims = false, physl.flops = 1 : i64}} {{\n  %r = \"physl.{op}\"({}) : ({}) -> {to}\n  return %r : {to}\n}}\n",
            args.join(", "),
            names.join(", "),
            types.join(", ")
        )
    }

    /// Runs the kernel with elements `stride` apart.
    fn run(&self, kernels: &Kernels, number: usize, stride: usize) -> Vec<u8> {
        let mut memory: Vec<Vec<u64>> = (0..=self.arity)
            .map(|at| {
                let size = self.dtype(at).size();
                let source = if at < self.arity { self.read(at) } else { vec![0; size * self.count] };
                let mut spread = vec![0u8; size * self.count * stride];
                for (at, element) in source.chunks_exact(size).enumerate() {
                    spread[at * stride * size..][..size].copy_from_slice(element);
                }
                words(&spread)
            })
            .collect();
        let shape = vec![self.count as i64];
        let operands: Vec<Operand> = memory
            .iter_mut()
            .map(|data| Operand { data: data.as_mut_ptr().cast(), shape: shape.clone(), strides: vec![stride as i64] })
            .collect();
        kernels.call(number, &operands, &[0], &shape);
        let size = self.to.size();
        let bytes: Vec<u8> = memory[self.arity].iter().flat_map(|word| word.to_ne_bytes()).collect();
        (0..self.count).flat_map(|at| bytes[at * stride * size..][..size].to_vec()).collect()
    }

    /// What is wrong with a result.
    fn fault(&self, found: &[u8]) -> Option<String> {
        let size = self.to.size();
        let expected = self.read(self.arity);
        let limit = ulps(&self.op);
        let wrong: Vec<usize> = (0..self.count)
            .filter(|at| {
                let (old, new) = (&expected[at * size..][..size], &found[at * size..][..size]);
                old != new && distance(self.to, old, new) > limit
            })
            .collect();
        let &first = wrong.first()?;
        let inputs: Vec<String> = (0..self.arity).map(|at| show(self.dtype(at), &self.read(at), first)).collect();
        let (op, elem, to) = (&self.op, self.elem, self.to);
        let (new, old) = (show(to, found, first), show(to, &expected, first));
        let count = wrong.len();
        Some(format!("{op}({}) on {elem:?} is {new}, not {old} ({count} of {} differ)", inputs.join(", "), self.count))
    }
}

fn words(bytes: &[u8]) -> Vec<u64> {
    let mut padded = bytes.to_vec();
    padded.resize(bytes.len().next_multiple_of(8).max(8), 0);
    padded.chunks_exact(8).map(|chunk| u64::from_ne_bytes(chunk.try_into().expect("eight"))).collect()
}

/// Units in the last place by which an op may differ from NumPy, whose own functions are good to a few.
fn ulps(op: &str) -> u64 {
    match op {
        "exp" | "exp2" | "expm1" | "log" | "log2" | "log10" | "log1p" | "sin" | "cos" | "tan" | "arcsin" | "arccos"
        | "arctan" | "sinh" | "cosh" | "tanh" | "arctan2" | "cbrt" | "hypot" | "pow" => 4,
        _ => 0,
    }
}

fn distance(dtype: DType, old: &[u8], new: &[u8]) -> u64 {
    let ordered = |bits: i64| if bits < 0 { i64::MIN - bits } else { bits };
    let (old, new) = match dtype {
        DType::F64 => {
            let [old, new] = [old, new].map(|bytes| f64::from_ne_bytes(bytes.try_into().expect("eight")));
            if old.is_nan() && new.is_nan() {
                return 0;
            }
            (ordered(old.to_bits() as i64), ordered(new.to_bits() as i64))
        }
        DType::F32 => {
            let [old, new] = [old, new].map(|bytes| f32::from_ne_bytes(bytes.try_into().expect("four")));
            if old.is_nan() && new.is_nan() {
                return 0;
            }
            (ordered(i64::from(old.to_bits() as i32) << 32) >> 32, ordered(i64::from(new.to_bits() as i32) << 32) >> 32)
        }
        _ => return u64::MAX,
    };
    old.abs_diff(new)
}

fn show(dtype: DType, bytes: &[u8], at: usize) -> String {
    let element = &bytes[at * dtype.size()..][..dtype.size()];
    let mut wide = [0u8; 8];
    wide[..element.len()].copy_from_slice(element);
    match dtype {
        DType::F64 => format!("{:e}", f64::from_ne_bytes(wide)),
        DType::F32 => format!("{:e}", f32::from_bits(u64::from_ne_bytes(wide) as u32)),
        _ => {
            let shift = 64 - 8 * dtype.size();
            format!("{}", ((u64::from_ne_bytes(wide) << shift) as i64) >> shift)
        }
    }
}

fn cases(home: &Path) -> Vec<Case> {
    let script = places::root().join("tests/tests/kernels/reference.py");
    let made = Command::new(places::python()).arg(script).arg(home).output().expect("Python starts");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let index = std::fs::read_to_string(home.join("index")).expect("the index");
    index.lines().map(|line| Case::parse(line, home)).collect()
}

/// Ops on complex numbers, which `tests/programs/complex` compares.
const ON_COMPLEX: [&str; 5] = ["real", "imag", "angle", "conj", "complex"];

#[test]
fn every_map_op_gives_what_numpy_gives() {
    let home = places::scratch("kernels");
    let cases = cases(&home);
    let text: String = cases.iter().enumerate().map(|(number, case)| case.text(number)).collect();
    let kernels = Kernels::compile(&text, &home, &places::root().join("tests/tests/kernels/stub.c"));
    let mut faults = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        let near = case.run(&kernels, number, 1);
        faults.extend(case.fault(&near));
        if near != case.run(&kernels, number, 3) {
            faults.push(format!("{} on {:?}: elements apart give other bits", case.op, case.elem));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    let tested: HashSet<&str> = cases.iter().map(|case| case.op.as_str()).collect();
    let is_map = |row: &&ops::OpRow| row.class == ops::Class::Map && !ON_COMPLEX.contains(&row.name);
    let missing: Vec<&str> =
        ops::OPS.iter().filter(is_map).map(|row| row.name).filter(|op| !tested.contains(op)).collect();
    assert!(missing.is_empty(), "not in the reference: {missing:?}");
    std::fs::remove_dir_all(home).expect("the scratch folder goes");
}
