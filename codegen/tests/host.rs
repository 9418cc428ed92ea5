//! Host functions run as Python would, against a stub of the runtime.

mod common;

use common::stdout;

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
