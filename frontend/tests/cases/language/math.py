import math
import sys

x = float(len(sys.argv))
print(math.sqrt(x), math.floor(x), math.log(x, 2), math.isnan(x), math.gcd(12, len(sys.argv)), math.pi)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %1 = arith.sitofp %0 : i64 to f64
#     %2 = "physl.math"(%1) {fn = "sqrt"} : (f64) -> f64
#     %3 = "physl.math"(%1) {fn = "floor"} : (f64) -> i64
#     %cst = arith.constant 2.000000e+00 : f64
#     %4 = "physl.math"(%1, %cst) {fn = "log"} : (f64, f64) -> f64
#     %5 = "physl.math"(%1) {fn = "isnan"} : (f64) -> i1
#     %6 = "physl.argc"() : () -> i64
#     %c0_i64 = arith.constant 0 : i64
#     %c12_i64 = arith.constant 12 : i64
#     %7 = "physl.int_abs"(%c12_i64) : (i64) -> i64
#     %8:2 = scf.while (%arg0 = %c0_i64, %arg1 = %7) : (i64, i64) -> (i64, i64) {
#       %c0_i64_1 = arith.constant 0 : i64
#       %24 = arith.cmpi ne, %arg1, %c0_i64_1 : i64
#       scf.condition(%24) %arg0, %arg1 : i64, i64
#     } do {
#     ^bb0(%arg0: i64, %arg1: i64):
#       %24 = "physl.int_mod"(%arg0, %arg1) : (i64, i64) -> i64
#       scf.yield %arg1, %24 : i64, i64
#     }
#     %9 = "physl.int_abs"(%6) : (i64) -> i64
#     %10:2 = scf.while (%arg0 = %8#0, %arg1 = %9) : (i64, i64) -> (i64, i64) {
#       %c0_i64_1 = arith.constant 0 : i64
#       %24 = arith.cmpi ne, %arg1, %c0_i64_1 : i64
#       scf.condition(%24) %arg0, %arg1 : i64, i64
#     } do {
#     ^bb0(%arg0: i64, %arg1: i64):
#       %24 = "physl.int_mod"(%arg0, %arg1) : (i64, i64) -> i64
#       scf.yield %arg1, %24 : i64, i64
#     }
#     %11 = "physl.to_str"(%2) : (f64) -> !physl.str
#     %12 = "physl.to_str"(%3) : (i64) -> !physl.str
#     %13 = "physl.to_str"(%4) : (f64) -> !physl.str
#     %14 = "physl.to_str"(%5) : (i1) -> !physl.str
#     %15 = "physl.to_str"(%10#0) : (i64) -> !physl.str
#     %cst_0 = arith.constant 3.1415926535897931 : f64
#     %16 = "physl.to_str"(%cst_0) : (f64) -> !physl.str
#     %17 = "physl.text"() {value = " "} : () -> !physl.str
#     %18 = "physl.text"() {value = " "} : () -> !physl.str
#     %19 = "physl.text"() {value = " "} : () -> !physl.str
#     %20 = "physl.text"() {value = " "} : () -> !physl.str
#     %21 = "physl.text"() {value = " "} : () -> !physl.str
#     %22 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %23 = "physl.str_concat"(%11, %17, %12, %18, %13, %19, %14, %20, %15, %21, %16, %22) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%23) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
