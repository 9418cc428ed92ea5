import sys

for i in range(len(sys.argv)):
    last = i * 1.5
print(i, last)
for j in range(3):
    w = j
print(j, w)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %c0_i64 = arith.constant 0 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %false = arith.constant false
#     %c0_i64_0 = arith.constant 0 : i64
#     %false_1 = arith.constant false
#     %cst = arith.constant 0.000000e+00 : f64
#     %1:4 = scf.for %arg0 = %c0_i64 to %0 step %c1_i64 iter_args(%arg1 = %false, %arg2 = %c0_i64_0, %arg3 = %false_1, %arg4 = %cst) -> (i1, i64, i1, f64)  : i64 {
#       %15 = arith.sitofp %arg0 : i64 to f64
#       %cst_7 = arith.constant 1.500000e+00 : f64
#       %16 = arith.mulf %15, %cst_7 : f64
#       %true_8 = arith.constant true
#       %true_9 = arith.constant true
#       scf.yield %true_8, %arg0, %true_9, %16 : i1, i64, i1, f64
#     }
#     %true = arith.constant true
#     %2 = arith.xori %1#0, %true : i1
#     scf.if %2 {
#       %15 = "physl.text"() {value = "name 'i' is not defined"} : () -> !physl.str
#       "physl.raise"(%15) {kind = "NameError"} : (!physl.str) -> ()
#     }
#     %true_2 = arith.constant true
#     %3 = arith.xori %1#2, %true_2 : i1
#     scf.if %3 {
#       %15 = "physl.text"() {value = "name 'last' is not defined"} : () -> !physl.str
#       "physl.raise"(%15) {kind = "NameError"} : (!physl.str) -> ()
#     }
#     %4 = "physl.to_str"(%1#1) : (i64) -> !physl.str
#     %5 = "physl.to_str"(%1#3) : (f64) -> !physl.str
#     %6 = "physl.text"() {value = " "} : () -> !physl.str
#     %7 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %8 = "physl.str_concat"(%4, %6, %5, %7) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%8) {to_stderr = false} : (!physl.str) -> ()
#     %c0_i64_3 = arith.constant 0 : i64
#     %c3_i64 = arith.constant 3 : i64
#     %c1_i64_4 = arith.constant 1 : i64
#     %c0_i64_5 = arith.constant 0 : i64
#     %c0_i64_6 = arith.constant 0 : i64
#     %9:2 = scf.for %arg0 = %c0_i64_3 to %c3_i64 step %c1_i64_4 iter_args(%arg1 = %c0_i64_5, %arg2 = %c0_i64_6) -> (i64, i64)  : i64 {
#       scf.yield %arg0, %arg0 : i64, i64
#     }
#     %10 = "physl.to_str"(%9#0) : (i64) -> !physl.str
#     %11 = "physl.to_str"(%9#1) : (i64) -> !physl.str
#     %12 = "physl.text"() {value = " "} : () -> !physl.str
#     %13 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %14 = "physl.str_concat"(%10, %12, %11, %13) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%14) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
