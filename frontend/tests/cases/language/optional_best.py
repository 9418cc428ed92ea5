best = None
for k in range(5):
    v = (k - 2) ** 2
    if best is None or v < best:
        best = v
print(best)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     %c5_i64 = arith.constant 5 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %false = arith.constant false
#     %c0_i64_0 = arith.constant 0 : i64
#     %0:2 = scf.for %arg0 = %c0_i64 to %c5_i64 step %c1_i64 iter_args(%arg1 = %false, %arg2 = %c0_i64_0) -> (i1, i64)  : i64 {
#       %c2_i64 = arith.constant 2 : i64
#       %4 = "physl.int_sub"(%arg0, %c2_i64) : (i64, i64) -> i64
#       %c2_i64_1 = arith.constant 2 : i64
#       %5 = "physl.int_pow"(%4, %c2_i64_1) : (i64, i64) -> i64
#       %true = arith.constant true
#       %6 = arith.xori %arg1, %true : i1
#       %7 = arith.cmpi slt, %5, %arg2 : i64
#       %8 = arith.ori %6, %7 : i1
#       %9 = scf.if %8 -> (i64) {
#         scf.yield %5 : i64
#       } else {
#         scf.yield %arg2 : i64
#       }
#       %true_2 = arith.constant true
#       scf.yield %true_2, %9 : i1, i64
#     }
#     %1 = scf.if %0#0 -> (!physl.str) {
#       %4 = "physl.to_str"(%0#1) : (i64) -> !physl.str
#       scf.yield %4 : !physl.str
#     } else {
#       %4 = "physl.text"() {value = "None"} : () -> !physl.str
#       scf.yield %4 : !physl.str
#     }
#     %2 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %3 = "physl.str_concat"(%1, %2) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%3) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
