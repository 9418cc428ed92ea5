//! PhySL as text, in the manner of the classic language: `define(f, a: T, block(define(b, add(a, a): T), func.return(b)))`.
//!
//! Every op is a call; an op whose one result is used once is nested where it is used, as long as that keeps the order of ops;
//! attributes are named arguments, regions are blocks, types follow a colon. `physl.` is left out of names. What is printed reads back to
//! the same module, without the places in the Python text.

mod attr;
mod parse;
mod print;

pub use parse::{ParseError, parse};
pub use print::print;

#[cfg(test)]
mod tests {
    use super::*;
    use phylanx_dialects::mlir;

    const PROGRAM: &str = r#"
        func.func private @scale(%x: tensor<?xf64>, %by: f64) -> (tensor<?xf64>, i64) {
          %s = "physl.from_scalar"(%by) : (f64) -> tensor<f64>
          %y = "physl.mul"(%x, %s) : (tensor<?xf64>, tensor<f64>) -> tensor<?xf64>
          %n = "physl.dim"(%x) {axis = 0 : i64} : (tensor<?xf64>) -> i64
          return %y, %n : tensor<?xf64>, i64
        }
        func.func @__main__() {
          %n = arith.constant 5 : i64
          %one = arith.constant 2.5 : f64
          %yes = arith.constant true
          %a = "physl.full"(%one, %n) : (f64, i64) -> tensor<?xf64>
          %b, %m = func.call @scale(%a, %one) : (tensor<?xf64>, f64) -> (tensor<?xf64>, i64)
          %c = scf.if %yes -> (tensor<f64>) {
            %t = "physl.sum"(%b) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
            scf.yield %t : tensor<f64>
          } else {
            %t = "physl.max"(%b) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
            scf.yield %t : tensor<f64>
          }
          %lb = arith.constant 0 : index
          %ub = arith.constant 3 : index
          %st = arith.constant 1 : index
          %r = scf.for %i = %lb to %ub step %st iter_args(%acc = %m) -> (i64) {
            %next = arith.addi %acc, %m overflow<nsw> : i64
            scf.yield %next : i64
          }
          %nl = "physl.text"() {value = "a \"quoted\" line\0A"} : () -> !physl.str
          "physl.print"(%nl) {to_stderr = false} : (!physl.str) -> ()
          return
        }"#;

    #[test]
    fn what_is_printed_reads_back_to_the_same_module() {
        let module = mlir::parse_tree(PROGRAM).unwrap();
        let text = print(&module).unwrap();
        let again = parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(mlir::print_tree(&again).unwrap(), mlir::print_tree(&module).unwrap(), "{text}");
        assert_eq!(print(&again).unwrap(), text);
    }

    #[test]
    fn calls_nest_where_that_keeps_their_order() {
        let module = mlir::parse_tree(PROGRAM).unwrap();
        let text = print(&module).unwrap();
        assert!(
            text.contains("func.return(mul(a0, from_scalar(a1): tensor<f64>): tensor<?xf64>, dim(a0, axis=0): i64)"),
            "{text}"
        );
        // A value that is used twice has a name.
        assert!(text.contains("define(v1, 2.5)"), "{text}");
        assert!(
            text.starts_with("define(scale, a0: tensor<?xf64>, a1: f64, sym_visibility=\"private\", block("),
            "{text}"
        );
    }

    #[test]
    fn malformed_text_is_refused_at_its_place() {
        let cases = [
            ("define(f, block(x))", "1:17: 'x' is not defined"),
            ("define(f, block(func.return())", "1:31: expected ')'"),
            ("define(f, a: i64, block(\n  add(a, a)))", "2:12: 'physl.add' gives a value: its type must follow"),
            ("define(f, block(define(x, bogus(1): i64)))", "1:27: no op 'bogus' in PhySL"),
            ("define(f, block(text(value=\"a)))", "1:28: the text is never closed"),
            ("1", "1:1: expected a call"),
        ];
        for (text, wanted) in cases {
            let said = parse(text).map(|_| String::new()).unwrap_or_else(|error| error.to_string());
            assert!(said.starts_with(wanted), "{text}: '{said}'");
        }
    }

    #[test]
    fn deep_nesting_is_refused_not_overflowed() {
        let text = format!("define(f, block({}1{}))", "neg(".repeat(100_000), "): i64".repeat(100_000));
        assert!(parse(&text).unwrap_err().to_string().contains("nested too deeply"));
    }
}
