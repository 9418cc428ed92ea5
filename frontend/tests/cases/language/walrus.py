import sys

while (n := len(sys.argv)) > 100:
    print(n)
if (k := n * 2) > 2:
    print(k)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %false = arith.constant false
#     %c0_i64 = arith.constant 0 : i64
#     %0:2 = scf.while (%arg0 = %false, %arg1 = %c0_i64) : (i1, i64) -> (i1, i64) {
#       %4 = "physl.argc"() : () -> i64
#       %c100_i64 = arith.constant 100 : i64
#       %5 = arith.cmpi sgt, %4, %c100_i64 : i64
#       %true_1 = arith.constant true
#       scf.condition(%5) %true_1, %4 : i1, i64
#     } do {
#     ^bb0(%arg0: i1, %arg1: i64):
#       %true_1 = arith.constant true
#       %4 = arith.xori %arg0, %true_1 : i1
#       scf.if %4 {
#         %8 = "physl.text"() {value = "name 'n' is not defined"} : () -> !physl.str
#         "physl.raise"(%8) {kind = "NameError"} : (!physl.str) -> ()
#       }
#       %5 = "physl.to_str"(%arg1) : (i64) -> !physl.str
#       %6 = "physl.text"() {value = "\0A"} : () -> !physl.str
#       %7 = "physl.str_concat"(%5, %6) : (!physl.str, !physl.str) -> !physl.str
#       "physl.print"(%7) {to_stderr = false} : (!physl.str) -> ()
#       %true_2 = arith.constant true
#       scf.yield %true_2, %arg1 : i1, i64
#     }
#     %true = arith.constant true
#     %1 = arith.xori %0#0, %true : i1
#     scf.if %1 {
#       %4 = "physl.text"() {value = "name 'n' is not defined"} : () -> !physl.str
#       "physl.raise"(%4) {kind = "NameError"} : (!physl.str) -> ()
#     }
#     %c2_i64 = arith.constant 2 : i64
#     %2 = "physl.int_mul"(%0#1, %c2_i64) : (i64, i64) -> i64
#     %c2_i64_0 = arith.constant 2 : i64
#     %3 = arith.cmpi sgt, %2, %c2_i64_0 : i64
#     scf.if %3 {
#       %4 = "physl.to_str"(%2) : (i64) -> !physl.str
#       %5 = "physl.text"() {value = "\0A"} : () -> !physl.str
#       %6 = "physl.str_concat"(%4, %5) : (!physl.str, !physl.str) -> !physl.str
#       "physl.print"(%6) {to_stderr = false} : (!physl.str) -> ()
#     } else {
#     }
#     return
#   }
# }
