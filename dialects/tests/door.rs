//! What goes through the door to MLIR comes back as it was.

use phylanx_dialects::ir::{Attr, Builder, Loc, Module, TensorType, Type, function};
use phylanx_dialects::{DType, mlir};

const PROGRAM: &str = r#"
module attributes {physl.version = 1 : i64} {
  func.func @f(%a: tensor<?x?xf64>, %b: !physl.ref<tensor<?xi64>>, %n: i64) -> (tensor<?x?xf64>, i64) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %nan = arith.constant 0x7FF8000000000000 : f64
    %half = arith.constant 5.000000e-01 : f64
    %cond = arith.cmpi slt, %n, %n : i64
    %end = arith.index_cast %n : i64 to index
    %r = scf.for %i = %c0 to %end step %c1 iter_args(%t = %a) -> (tensor<?x?xf64>) {
      %u = "physl.add"(%t, %t) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
      scf.yield %u : tensor<?x?xf64>
    }
    %s = "physl.sum"(%r) {axes = array<i64: 0>, keepdims = false} : (tensor<?x?xf64>) -> tensor<?xf64>
    %v = "physl.view"(%b, %n) {spec = ":s,n"} : (!physl.ref<tensor<?xi64>>, i64) -> !physl.ref<tensor<?x1xi64>>
    %x = scf.if %cond -> (i64) {
      scf.yield %n : i64
    } else {
      %m = "physl.int_add"(%n, %n) : (i64, i64) -> i64
      scf.yield %m : i64
    }
    cf.br ^next(%x : i64)
  ^next(%y: i64):
    return %r, %y : tensor<?x?xf64>, i64
  }
}
"#;

#[test]
fn text_to_tree_to_text_is_the_identity() {
    let context = mlir::context();
    let module = mlir::parse(&context, PROGRAM).expect("the program parses");
    let tree = mlir::from_mlir(&module);
    let again = mlir::to_mlir(&context, &tree).expect("the tree verifies");
    assert_eq!(mlir::print(&module), mlir::print(&again));
    assert_eq!(mlir::from_mlir(&again).functions().count(), 1);
}

#[test]
fn places_survive() {
    let mut module = Module::new();
    let loc = Loc::new("a.py".into(), 7, 3).inlined_at(&"f".into(), &Loc::new("b.py".into(), 9, 1));
    let mut builder = Builder::new(&mut module, loc.clone());
    let x = builder.op_with("physl.text", &[], Type::Str, &[("value", Attr::str("naïve \"x\"\n"))]);
    builder.effect("physl.print", &[x], &[("to_stderr", Attr::Bool(false))]);
    builder.effect("func.return", &[], &[]);
    let ops = builder.ops;
    let main = function(&module, "__main__", vec![], vec![], ops, loc.clone());
    module.ops.push(main);
    let context = mlir::context();
    let text = mlir::print_with_locations(&mlir::to_mlir(&context, &module).expect("verifies"));
    let tree = mlir::from_mlir(&mlir::parse(&context, &text).expect("parses"));
    let op = &tree.functions().next().and_then(|f| f.body()).expect("a body").ops[0];
    assert_eq!(op.loc, loc);
    assert_eq!(op.attr("value"), Some(&Attr::str("naïve \"x\"\n")));
}

#[test]
fn a_wrong_op_is_refused_with_its_place() {
    let error = mlir::parse_tree(
        "func.func @f(%a: tensor<f64>) {\n  %0 = \"physl.add\"(%a) : (tensor<f64>) -> tensor<f64>\n  return\n}",
    )
    .expect_err("one operand is too few");
    assert!(error.to_string().contains("error: op expects exactly 2 operands, but got 1"), "{error}");
}

#[test]
fn shapes_print_as_mlir_spells_them() {
    let ty = Type::Ref(TensorType { elem: DType::F64, dims: vec![None, Some(3)] });
    assert_eq!(ty.to_string(), "!physl.ref<tensor<?x3xf64>>");
}

#[test]
fn open_operand_lists_take_mixed_types_and_are_checked() {
    let text = |op: &str| format!("func.func @f(%a: tensor<f64>, %b: tensor<2xi64>) {{\n  {op}\n  return\n}}");
    let good = text("%0 = \"physl.spawn\"(%a, %b) {body = @t} : (tensor<f64>, tensor<2xi64>) -> tensor<2xf64>");
    assert!(mlir::parse_tree(&good).is_ok());
    let bare = text("%0 = \"physl.spawn\"(%a, %b) : (tensor<f64>, tensor<2xi64>) -> tensor<2xf64>");
    assert!(mlir::parse_tree(&bare).expect_err("no body").to_string().contains("attribute 'body' is expected"));
    let few = text("%0 = \"physl.take\"() {axes = array<i64: 0>} : () -> tensor<f64>");
    assert!(mlir::parse_tree(&few).expect_err("no operand").to_string().contains("at least 1 operands"));
}
