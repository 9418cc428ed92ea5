//! Random programs with views, writes, loops, branches, calls and module variables give the same numbers after the passes as before,
//! on a machine where reads and slices share buffers and every handle is counted.

mod machine;

use machine::Mode;
use phylanx_dialects::ir::{Attr, Block, Builder, Loc, Module, Op, Region, TensorType, Type, Value, function};
use phylanx_dialects::{DType, mlir};
use phylanx_passes::pipeline::{self, Verify};
use phylanx_passes::{PassContext, table};

const LONG: i64 = 6;
const SHORT: i64 = 3;
const PROGRAMS: u64 = 80;

/// Pipelines, each ending where handles are counted.
const PIPELINES: &[&[&str]] = &[
    &["physl-snapshot", "physl-ownership"],
    &["physl-promote", "physl-snapshot", "physl-ownership"],
    &["physl-snapshot", "physl-tasks", "physl-ownership"],
    &[
        "physl-inline",
        "physl-canonicalize",
        "physl-promote",
        "physl-canonicalize",
        "physl-snapshot",
        "physl-tasks",
        "physl-place",
        "physl-ownership",
    ],
    &[
        "physl-promote",
        "physl-canonicalize",
        "physl-simplify",
        "physl-canonicalize",
        "physl-snapshot",
        "physl-tasks",
        "physl-place",
        "physl-ownership",
    ],
];

#[test]
fn passes_keep_what_programs_mean_and_release_each_handle_once() {
    for seed in 0..PROGRAMS {
        let module = program(seed);
        for flags in [[true, false], [false, true]] {
            let meant = machine::run(&module, "__main__", &flags, Mode::Meant).expect("a valid program");
            for passes in PIPELINES {
                check(&module, seed, passes, &flags, &meant);
            }
        }
    }
}

/// The test above can fail: without snapshots some program must come out wrong.
#[test]
fn without_snapshots_some_program_goes_wrong() {
    let wrong = (0..PROGRAMS).any(|seed| {
        let module = program(seed);
        let flags = [true, false];
        let meant = machine::run(&module, "__main__", &flags, Mode::Meant).expect("a valid program");
        machine::run(&module, "__main__", &flags, Mode::Done) != Ok(meant)
    });
    assert!(wrong);
}

fn check(original: &Module, seed: u64, passes: &[&str], flags: &[bool], meant: &[f64]) {
    let mut module = original.clone();
    let list: Vec<_> = passes.iter().map(|name| table::find(name).expect("a pass")).collect();
    let done = pipeline::run(&mut module, &list, &mut PassContext::default(), Verify::AfterEach, &mut |_, _, _| {});
    let found = match done {
        Ok(()) => machine::run(&module, "__main__", flags, Mode::Counted),
        Err(error) => Err(error.to_string()),
    };
    if found.as_deref() == Ok(meant) {
        return;
    }
    let text = |module: &Module| mlir::print_tree(module).unwrap_or_else(|error| error.to_string());
    panic!(
        "seed {seed}, {flags:?}, {passes:?}: {found:?} is not {meant:?}\n{}\nbecame\n{}",
        text(original),
        text(&module)
    );
}

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn of(&mut self, values: &[Value]) -> Option<Value> {
        if values.is_empty() { None } else { Some(values[self.below(values.len())]) }
    }
}

/// Values in scope, by type.
#[derive(Clone, Default)]
struct Scope {
    refs: [Vec<Value>; 2],
    tensors: [Vec<Value>; 2],
    scalars: Vec<Value>,
    flags: Vec<Value>,
    globals_set: bool,
}

fn array(length: i64) -> TensorType {
    TensorType { elem: DType::F64, dims: vec![Some(length)] }
}

fn lengths() -> [i64; 2] {
    [LONG, SHORT]
}

fn scalar_tensor() -> Type {
    Type::Tensor(TensorType { elem: DType::F64, dims: Vec::new() })
}

fn program(seed: u64) -> Module {
    let mut module = Module::new();
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1));
    let helper = helper(&mut module, &mut random);
    module.ops.push(helper);
    let flags = vec![module.value(Type::BOOL), module.value(Type::BOOL)];
    let mut scope = Scope { flags: flags.clone(), ..Scope::default() };
    let mut builder = Builder::new(&mut module, Loc::default());
    make(&mut builder, &mut scope, &mut random, 0);
    make(&mut builder, &mut scope, &mut random, 0);
    statements(&mut builder, &mut scope, &mut random, 14, 2);
    let results = summary(&mut builder, &scope);
    builder.effect("func.return", &results, &[]);
    let ops = builder.ops;
    let types = vec![Type::F64; results.len()];
    let main = function(&module, "__main__", flags, types, ops, Loc::default());
    module.ops.push(main);
    module
}

/// A private function of a reference and a tensor that gives both back, after some statements.
fn helper(module: &mut Module, random: &mut Random) -> Op {
    let reference = module.value(Type::Ref(array(LONG)));
    let tensor = module.value(Type::Tensor(array(LONG)));
    let flag = module.value(Type::BOOL);
    let mut scope = Scope { flags: vec![flag], ..Scope::default() };
    scope.refs[0].push(reference);
    scope.tensors[0].push(tensor);
    let mut builder = Builder::new(module, Loc::default());
    statements(&mut builder, &mut scope, random, 4, 0);
    let results =
        [random.of(&scope.refs[0]), random.of(&scope.tensors[0])].map(|value| value.expect("an argument at least"));
    builder.effect("func.return", &results, &[]);
    let ops = builder.ops;
    let types = vec![Type::Ref(array(LONG)), Type::Tensor(array(LONG))];
    function(module, "helper", vec![reference, tensor, flag], types, ops, Loc::default())
        .with_attr("sym_visibility", Attr::str("private"))
}

/// Sums of everything that can still be seen.
fn summary(b: &mut Builder, scope: &Scope) -> Vec<Value> {
    let mut results = Vec::new();
    for which in 0..2 {
        let mut tensors = scope.tensors[which].clone();
        for &reference in &scope.refs[which] {
            tensors.push(b.op("physl.read", &[reference], Type::Tensor(array(lengths()[which]))));
        }
        for tensor in tensors {
            results.push(total(b, tensor));
        }
    }
    results
}

fn total(b: &mut Builder, tensor: Value) -> Value {
    let attrs = [("axes", Attr::I64s(vec![0])), ("keepdims", Attr::Bool(false))];
    let sum = b.op_with("physl.sum", &[tensor], scalar_tensor(), &attrs);
    b.op("physl.item", &[sum], Type::F64)
}

fn make(b: &mut Builder, scope: &mut Scope, random: &mut Random, which: usize) {
    let (value, length) = (b.float(random.below(9) as f64), b.int(lengths()[which]));
    let ty = array(lengths()[which]);
    let full = b.op("physl.full", &[value, length], Type::Tensor(ty.clone()));
    scope.refs[which].push(b.op("physl.new", &[full], Type::Ref(ty)));
}

fn statements(b: &mut Builder, scope: &mut Scope, random: &mut Random, count: usize, depth: usize) {
    for _ in 0..count {
        statement(b, scope, random, depth);
    }
}

fn statement(b: &mut Builder, scope: &mut Scope, random: &mut Random, depth: usize) {
    let which = random.below(2);
    match random.below(16) {
        0 => make(b, scope, random, which),
        1 | 2 => read(b, scope, random, which),
        3 | 4 => view(b, scope, random),
        5..=7 => operate(b, scope, random, which),
        8 | 9 => write(b, scope, random, which),
        10 => element(b, scope, random, which),
        11 => renew(b, scope, random, which),
        12 if depth > 0 && random.below(2) == 0 => until(b, scope, random, depth),
        12 => globals(b, scope, random),
        13 if depth > 0 => branch(b, scope, random, depth),
        14 if depth > 0 => repeat(b, scope, random, depth),
        15 if depth > 0 => call(b, scope, random),
        _ => operate(b, scope, random, which),
    }
}

fn read(b: &mut Builder, scope: &mut Scope, random: &mut Random, which: usize) {
    let Some(reference) = random.of(&scope.refs[which]) else { return };
    scope.tensors[which].push(b.op("physl.read", &[reference], Type::Tensor(array(lengths()[which]))));
}

fn view(b: &mut Builder, scope: &mut Scope, random: &mut Random) {
    let start = random.below(4) as i64;
    let bounds = [b.int(start), b.int(start + SHORT)];
    let spec = [("spec", Attr::str(":st"))];
    if random.below(2) == 0 {
        let Some(base) = random.of(&scope.refs[0]) else { return };
        scope.refs[1].push(b.op_with("physl.view", &[base, bounds[0], bounds[1]], Type::Ref(array(SHORT)), &spec));
    } else {
        let Some(base) = random.of(&scope.tensors[0]) else { return };
        scope.tensors[1].push(b.op_with(
            "physl.slice",
            &[base, bounds[0], bounds[1]],
            Type::Tensor(array(SHORT)),
            &spec,
        ));
    }
}

fn operate(b: &mut Builder, scope: &mut Scope, random: &mut Random, which: usize) {
    let (Some(x), Some(mut y)) = (random.of(&scope.tensors[which]), random.of(&scope.tensors[which])) else { return };
    if random.below(4) == 0 {
        let scalar = random.of(&scope.scalars).unwrap_or_else(|| b.float(3.0));
        y = b.op("physl.from_scalar", &[scalar], scalar_tensor());
    }
    let ty = Type::Tensor(array(lengths()[which]));
    let result = match random.below(5) {
        0 => b.op("physl.neg", &[x], ty),
        1 => b.op("physl.sub", &[x, y], ty),
        2 => b.op("physl.maximum", &[x, y], ty),
        3 => {
            scope.scalars.push(total(b, x));
            return;
        }
        _ => b.op("physl.add", &[x, y], ty),
    };
    scope.tensors[which].push(result);
}

fn write(b: &mut Builder, scope: &mut Scope, random: &mut Random, which: usize) {
    let (Some(to), Some(value)) = (random.of(&scope.refs[which]), random.of(&scope.tensors[which])) else { return };
    b.effect("physl.write", &[to, value], &[]);
}

fn element(b: &mut Builder, scope: &mut Scope, random: &mut Random, which: usize) {
    let Some(reference) = random.of(&scope.refs[which]) else { return };
    let index = b.int(random.below(3) as i64);
    let found = b.op("physl.get_item", &[reference, index], Type::F64);
    scope.scalars.push(found);
    if random.below(2) == 0 {
        let one = b.float(1.0);
        let more = b.op("arith.addf", &[found, one], Type::F64);
        b.effect("physl.set_item", &[reference, more, index], &[]);
    }
}

fn renew(b: &mut Builder, scope: &mut Scope, random: &mut Random, which: usize) {
    let Some(tensor) = random.of(&scope.tensors[which]) else { return };
    let ty = array(lengths()[which]);
    if random.below(3) == 0 {
        scope.tensors[which].push(b.op("physl.copy", &[tensor], Type::Tensor(ty)));
    } else {
        scope.refs[which].push(b.op("physl.new", &[tensor], Type::Ref(ty)));
    }
}

fn globals(b: &mut Builder, scope: &mut Scope, random: &mut Random) {
    let name = [("name", Attr::str("g"))];
    if scope.globals_set && random.below(2) == 0 {
        scope.refs[0].push(b.op_with("physl.global_get", &[], Type::Ref(array(LONG)), &name));
    } else if let Some(reference) = random.of(&scope.refs[0]) {
        b.effect("physl.global_set", &[reference], &name);
        scope.globals_set = true;
    }
}

/// Ops of a nested block that ends by yielding some of the values that it sees.
fn nested(
    b: &mut Builder,
    scope: &Scope,
    random: &mut Random,
    depth: usize,
    yields: &dyn Fn(&Scope, &mut Random) -> Vec<Value>,
) -> Vec<Op> {
    let outer = std::mem::take(&mut b.ops);
    let mut inner = scope.clone();
    let globals_set = inner.globals_set;
    statements(b, &mut inner, random, 5, depth - 1);
    inner.globals_set = globals_set;
    let results = yields(&inner, random);
    b.effect("scf.yield", &results, &[]);
    std::mem::replace(&mut b.ops, outer)
}

fn pick(scope: &Scope, random: &mut Random) -> Vec<Value> {
    [random.of(&scope.refs[0]), random.of(&scope.tensors[0])].into_iter().flatten().collect()
}

fn branch(b: &mut Builder, scope: &mut Scope, random: &mut Random, depth: usize) {
    let (Some(flag), Some(_), Some(_)) = (random.of(&scope.flags), scope.refs[0].first(), scope.tensors[0].first())
    else {
        return;
    };
    let blocks = [0, 1].map(|_| Region::of(Block { args: Vec::new(), ops: nested(b, scope, random, depth, &pick) }));
    let results = [Type::Ref(array(LONG)), Type::Tensor(array(LONG))].map(|ty| b.module.value(ty));
    let mut op = Op::new("scf.if", Loc::default()).with_operands([flag]).with_results(results);
    op.regions = blocks.into();
    b.push(op);
    scope.refs[0].push(results[0]);
    scope.tensors[0].push(results[1]);
}

fn repeat(b: &mut Builder, scope: &mut Scope, random: &mut Random, depth: usize) {
    let (Some(reference), Some(tensor)) = (random.of(&scope.refs[0]), random.of(&scope.tensors[0])) else { return };
    let bounds = [0, random.below(4) as i64, 1].map(|value| b.constant(Attr::Int(value, Type::Index)));
    let types = [Type::Ref(array(LONG)), Type::Tensor(array(LONG))];
    let args = types.clone().map(|ty| b.module.value(ty));
    let counter = b.module.value(Type::Index);
    let mut inner = scope.clone();
    inner.refs[0].push(args[0]);
    inner.tensors[0].push(args[1]);
    let ops = nested(b, &inner, random, depth, &pick);
    let results = types.map(|ty| b.module.value(ty));
    let op = Op::new("scf.for", Loc::default())
        .with_operands(bounds.into_iter().chain([reference, tensor]))
        .with_results(results)
        .with_region(Region::of(Block { args: vec![counter, args[0], args[1]], ops }));
    b.push(op);
    scope.refs[0].push(results[0]);
    scope.tensors[0].push(results[1]);
}

/// A while loop whose both parts have statements; it passes a reference, a tensor and a count.
fn until(b: &mut Builder, scope: &mut Scope, random: &mut Random, depth: usize) {
    let (Some(reference), Some(tensor)) = (random.of(&scope.refs[0]), random.of(&scope.tensors[0])) else { return };
    let types = [Type::Ref(array(LONG)), Type::Tensor(array(LONG)), Type::I64];
    let (start, one, end) = (b.int(0), b.int(1), b.int(random.below(4) as i64));
    let part = |b: &mut Builder, random: &mut Random, depth: usize, last: &dyn Fn(&mut Builder, Value, Vec<Value>)| {
        let args = types.clone().map(|ty| b.module.value(ty));
        let mut inner = scope.clone();
        inner.refs[0].push(args[0]);
        inner.tensors[0].push(args[1]);
        let outer = std::mem::take(&mut b.ops);
        statements(b, &mut inner, random, 3, depth);
        let picked = pick(&inner, random);
        last(b, args[2], picked);
        Region::of(Block { args: args.to_vec(), ops: std::mem::replace(&mut b.ops, outer) })
    };
    let before = part(b, random, 0, &|b, count, picked| {
        let attrs = [("predicate", Attr::int(2))];
        let more = b.op_with("arith.cmpi", &[count, end], Type::BOOL, &attrs);
        b.effect("scf.condition", &[more, picked[0], picked[1], count], &[]);
    });
    let after = part(b, random, depth - 1, &|b, count, picked| {
        let next = b.op("physl.int_add", &[count, one], Type::I64);
        b.effect("scf.yield", &[picked[0], picked[1], next], &[]);
    });
    let results = types.clone().map(|ty| b.module.value(ty));
    let mut op = Op::new("scf.while", Loc::default()).with_operands([reference, tensor, start]).with_results(results);
    op.regions = vec![before, after];
    b.push(op);
    scope.refs[0].push(results[0]);
    scope.tensors[0].push(results[1]);
}

fn call(b: &mut Builder, scope: &mut Scope, random: &mut Random) {
    let (Some(reference), Some(tensor), Some(flag)) =
        (random.of(&scope.refs[0]), random.of(&scope.tensors[0]), random.of(&scope.flags))
    else {
        return;
    };
    let results = [Type::Ref(array(LONG)), Type::Tensor(array(LONG))].map(|ty| b.module.value(ty));
    let op = Op::new("func.call", Loc::default())
        .with_operands([reference, tensor, flag])
        .with_results(results)
        .with_attr("callee", Attr::Symbol("helper".into()));
    b.push(op);
    scope.refs[0].push(results[0]);
    scope.tensors[0].push(results[1]);
}
