//! Host functions run as Python would, against a stub of the runtime.

mod common;

use common::{run, stdout};
use phylanx_codegen::Options;

#[test]
fn a_program_prints_what_its_functions_compute() {
    let program = r#"
        func.func @fact(%n: i64) -> i64 {
          %c1 = arith.constant 1 : i64
          %stop = arith.cmpi sle, %n, %c1 : i64
          %r = scf.if %stop -> (i64) {
            scf.yield %c1 : i64
          } else {
            %m = "physl.int_sub"(%n, %c1) : (i64, i64) -> i64
            %f = func.call @fact(%m) : (i64) -> i64
            %p = "physl.int_mul"(%n, %f) : (i64, i64) -> i64
            scf.yield %p : i64
          }
          return %r : i64
        }
        func.func @__main__() {
          %n = arith.constant 10 : i64
          %f = func.call @fact(%n) : (i64) -> i64
          %s = "physl.to_str"(%f) : (i64) -> !physl.str
          %nl = "physl.text"() {value = "\0A"} : () -> !physl.str
          %t = "physl.str_concat"(%s, %nl) : (!physl.str, !physl.str) -> !physl.str
          "physl.print"(%t) {to_stderr = false} : (!physl.str) -> ()
          return
        }
    "#;
    assert_eq!(stdout("fact", program), "3628800\n");
}

/// A top level that prints what `body` leaves in `%x`, of type `ty`, with the name of the place.
fn printing(body: &str, ty: &str) -> String {
    format!(
        "func.func @__main__() {{\n{body}\n  %s = \"physl.to_str\"(%x) : ({ty}) -> !physl.str\n  \"physl.print\"(%s) {{to_stderr = false}} : (!physl.str) -> ()\n  return\n}}\n"
    )
}

/// Expression on two scalars of a type, read from globals so that nothing is folded at compile time.
fn binary(op: &str, ty: &str, x: &str, y: &str) -> String {
    printing(
        &format!(
            "  %a = arith.constant {x} : {ty}\n  %b = arith.constant {y} : {ty}\n  %x = \"physl.{op}\"(%a, %b) : ({ty}, {ty}) -> {ty}"
        ),
        ty,
    )
}

#[test]
fn integer_arithmetic_has_pythons_signs() {
    for (op, x, y, expected) in [
        ("int_floordiv", "7", "-2", "-4"),
        ("int_floordiv", "-7", "2", "-4"),
        ("int_floordiv", "-8", "2", "-4"),
        ("int_mod", "7", "-2", "-1"),
        ("int_mod", "-7", "2", "1"),
        ("int_mod", "-9223372036854775808", "-1", "0"),
        ("int_shl", "3", "4", "48"),
        ("int_shl", "0", "100", "0"),
        ("int_shr", "-9", "100", "-1"),
        ("int_sub", "3", "10", "-7"),
    ] {
        assert_eq!(stdout("ints", &binary(op, "i64", x, y)), expected, "{op}({x}, {y})");
    }
}

#[test]
fn float_division_is_that_of_cpython() {
    for (op, x, y, expected) in [
        ("float_floordiv", "7.0", "-2.0", "-4"),
        ("float_floordiv", "-0.0", "2.0", "-0"),
        ("float_floordiv", "1.0", "0.1", "9"),
        ("float_mod", "7.5", "-2.0", "-0.5"),
        ("float_mod", "-4.0", "2.0", "0"),
        ("float_mod", "4.0", "-2.0", "-0"),
        ("float_div", "1.0", "4.0", "0.25"),
    ] {
        assert_eq!(stdout("floats", &binary(op, "f64", x, y)), expected, "{op}({x}, {y})");
    }
}

#[test]
fn what_python_refuses_is_raised_with_its_line() {
    let overflow = "OverflowError: integer result does not fit in 64 bits";
    for (op, ty, x, y, message) in [
        ("int_add", "i64", "9223372036854775807", "1", overflow),
        ("int_mul", "i64", "4294967296", "4294967296", overflow),
        ("int_floordiv", "i64", "-9223372036854775808", "-1", overflow),
        ("int_shl", "i64", "1", "63", overflow),
        ("int_shl", "i64", "1", "64", overflow),
        ("int_floordiv", "i64", "1", "0", "ZeroDivisionError: integer division or modulo by zero"),
        ("int_mod", "i64", "1", "0", "ZeroDivisionError: integer modulo by zero"),
        ("int_shr", "i64", "1", "-1", "ValueError: negative shift count"),
        ("float_div", "f64", "1.0", "0.0", "ZeroDivisionError: float division by zero"),
        ("float_mod", "f64", "1.0", "0.0", "ZeroDivisionError: float modulo"),
    ] {
        let output = run("raises", &binary(op, ty, x, y), &Options::default());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{op}({x}, {y}): {said}");
        assert_eq!(said.trim_end(), format!("-:4: {message}"), "{op}({x}, {y})");
    }
}

#[test]
fn unchecked_drops_overflow_but_not_division_by_zero() {
    let options = Options { unchecked: true, ..Options::default() };
    let wrapped = run("unchecked", &binary("int_add", "i64", "9223372036854775807", "1"), &options);
    assert_eq!(String::from_utf8_lossy(&wrapped.stdout), "-9223372036854775808");
    assert_eq!(run("unchecked", &binary("int_mod", "i64", "1", "0"), &options).status.code(), Some(1));
}

#[test]
fn functions_of_math_give_and_refuse_what_python_does() {
    let call = |name: &str, x: &str, ty: &str| {
        printing(
            &format!("  %a = arith.constant {x} : f64\n  %x = \"physl.math\"(%a) {{fn = \"{name}\"}} : (f64) -> {ty}"),
            ty,
        )
    };
    for (name, x, ty, expected) in [
        ("sqrt", "2.25", "f64", "1.5"),
        ("floor", "-1.5", "i64", "-2"),
        ("ceil", "-1.5", "i64", "-1"),
        ("exp", "0.0", "f64", "1"),
        ("isnan", "0x7FF8000000000000", "i1", "True"),
        ("isinf", "0x7FF8000000000000", "i1", "False"),
        ("isfinite", "1.0", "i1", "True"),
    ] {
        assert_eq!(stdout("math", &call(name, x, ty)), expected, "{name}({x})");
    }
    for (name, x, ty, message) in [
        ("sqrt", "-1.0", "f64", "ValueError: math domain error"),
        ("log", "0.0", "f64", "ValueError: math domain error"),
        ("exp", "1000.0", "f64", "OverflowError: math range error"),
        ("log1p", "-1.0", "f64", "ValueError: math domain error"),
        ("floor", "0x7FF8000000000000", "i64", "ValueError: float to int"),
    ] {
        let output = run("math", &call(name, x, ty), &Options::default());
        assert_eq!(String::from_utf8_lossy(&output.stderr).trim_end(), format!("-:3: {message}"));
    }
}

#[test]
fn attributes_follow_operands_then_the_type_of_an_array_result() {
    let program = r#"
        func.func @__main__() {
          %p = "physl.text"() {value = "data.csv"} : () -> !physl.str
          %x = "physl.loadtxt"(%p) {delimiter = ",", skiprows = 2 : i64, comments = "", usecols = array<i64: 0, 3>, ndmin = 0 : i64} : (!physl.str) -> tensor<?x?xf32> loc("a.py":7:3)
          %n = arith.constant 5 : i64
          %y = "physl.bincount"(%x, %n) : (tensor<?x?xf32>, i64) -> tensor<?xi64>
          return
        }
    "#;
    let said = stdout("attributes", program);
    let expected = "a.py:7:3 loadtxt 6/0:data.csv 9/1:, 2/0:2 9/0: 8/2:0:3 2/0:0 10/0:9 2/0:2\n7 0 2 10 2 \n";
    assert_eq!(said, expected);
}

const ELEMENTS: &str = r#"
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %n = arith.constant 100 : i64
  %end = arith.index_cast %n : i64 to index
  %zero = arith.constant 0.0 : f64
  %half = arith.constant 0.5 : f64
  %t = "physl.full"(%half, %n) : (f64, i64) -> tensor<?xf64>
  %a = "physl.new"(%t) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  %x = scf.for %i = %c0 to %end step %c1 iter_args(%s = %zero) -> (f64) {
    %k = arith.index_cast %i : index to i64
    %f = arith.sitofp %k : i64 to f64
    "physl.set_item"(%a, %f, %k) : (!physl.ref<tensor<?xf64>>, f64, i64) -> ()
    %minus = arith.constant -1 : i64
    %back = arith.subi %minus, %k : i64
    %v = "physl.get_item"(%a, %back) : (!physl.ref<tensor<?xf64>>, i64) -> f64
    %u = arith.addf %s, %v : f64
    scf.yield %u : f64
  }
"#;

#[test]
fn elements_are_read_and_written_in_place_and_acquired_once() {
    let output = run("elements", &printing(ELEMENTS, "f64"), &Options::default());
    // 50 elements are read before they are written (0.5 each), 50 after (0 + ... + 49).
    assert_eq!(String::from_utf8_lossy(&output.stdout), "1250");
    assert!(String::from_utf8_lossy(&output.stderr).contains("acquired 1"));
}

#[test]
fn an_index_outside_is_an_index_error() {
    for index in ["100", "-101"] {
        let body = format!(
            "{}  %bad = arith.constant {index} : i64\n  %y = \"physl.get_item\"(%a, %bad) : (!physl.ref<tensor<?xf64>>, i64) -> f64",
            ELEMENTS
        );
        let output = run("outside", &printing(&body, "f64"), &Options::default());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let message = format!("IndexError: index {index} is out of bounds for axis 0 with size 100");
        assert!(said.contains(&message), "{said}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn a_task_is_described_to_the_runtime_and_runs() {
    let program = r#"
        func.func private @task_0(%a: memref<?xf64, strided<[?], offset: ?>>, %out: memref<?xf64, strided<[?], offset: ?>>, %lo: index, %hi: index)
            attributes {physl.task, physl.fold = "map", physl.axes = array<i64>, physl.keepdims = false, physl.flops = 3 : i64, physl.rank = 1 : i64, physl.operands = array<i64: 10, 1, 10, 1>} {
          %c1 = arith.constant 1 : index
          scf.for %i = %lo to %hi step %c1 {
            %x = memref.load %a[%i] : memref<?xf64, strided<[?], offset: ?>>
            %y = math.exp %x : f64
            memref.store %y, %out[%i] : memref<?xf64, strided<[?], offset: ?>>
          }
          return
        }
        func.func @exp() -> f64 {
          %n = arith.constant 3 : i64
          %one = arith.constant 0.0 : f64
          %t = "physl.full"(%one, %n) : (f64, i64) -> tensor<?xf64>
          %r = "physl.spawn"(%t) {body = @task_0, physl.layout = "rows"} : (tensor<?xf64>) -> tensor<?xf64> loc("b.py":9:1)
          %a = "physl.new"(%r) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
          "physl.release"(%r) : (tensor<?xf64>) -> ()
          %two = arith.constant 2 : i64
          %x = "physl.get_item"(%a, %two) : (!physl.ref<tensor<?xf64>>, i64) -> f64
          return %x : f64
        }
    "#;
    let program = format!("{program}{}", printing("  %x = func.call @exp() : () -> f64", "f64"));
    let said = stdout("task", &program);
    assert_eq!(said, "spawn task_0 at b.py:9 rank 1 inputs 1 fold 0 reduced 0 layout 1\n1");
}
