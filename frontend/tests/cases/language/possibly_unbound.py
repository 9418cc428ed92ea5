import sys

if len(sys.argv) > 1:
    x = 3
print(x)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %c1_i64 = arith.constant 1 : i64
#     %1 = arith.cmpi sgt, %0, %c1_i64 : i64
#     %2:2 = scf.if %1 -> (i1, i64) {
#       %true_0 = arith.constant true
#       %c3_i64 = arith.constant 3 : i64
#       scf.yield %true_0, %c3_i64 : i1, i64
#     } else {
#       %false = arith.constant false
#       %c0_i64 = arith.constant 0 : i64
#       scf.yield %false, %c0_i64 : i1, i64
#     }
#     %true = arith.constant true
#     %3 = arith.xori %2#0, %true : i1
#     scf.if %3 {
#       %7 = "physl.text"() {value = "name 'x' is not defined"} : () -> !physl.str
#       "physl.raise"(%7) {kind = "NameError"} : (!physl.str) -> ()
#     }
#     %4 = "physl.to_str"(%2#1) : (i64) -> !physl.str
#     %5 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %6 = "physl.str_concat"(%4, %5) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%6) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
