total = 0
for i in range(10):
    if i % 2:
        continue
    if i > 6:
        break
    total += i
print(total)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     %c10_i64 = arith.constant 10 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %c0_i64_0 = arith.constant 0 : i64
#     %false = arith.constant false
#     %0:3 = scf.while (%arg0 = %c0_i64, %arg1 = %c0_i64_0, %arg2 = %false) : (i64, i64, i1) -> (i64, i64, i1) {
#       %4 = arith.cmpi slt, %arg0, %c10_i64 : i64
#       %true = arith.constant true
#       %5 = arith.xori %arg2, %true : i1
#       %6 = arith.andi %4, %5 : i1
#       scf.condition(%6) %arg0, %arg1, %arg2 : i64, i64, i1
#     } do {
#     ^bb0(%arg0: i64, %arg1: i64, %arg2: i1):
#       %c2_i64 = arith.constant 2 : i64
#       %4 = "physl.int_mod"(%arg0, %c2_i64) : (i64, i64) -> i64
#       %c0_i64_1 = arith.constant 0 : i64
#       %5 = arith.cmpi ne, %4, %c0_i64_1 : i64
#       %6:3 = scf.if %5 -> (i1, i1, i64) {
#         %false_2 = arith.constant false
#         %true = arith.constant true
#         scf.yield %false_2, %true, %arg1 : i1, i1, i64
#       } else {
#         %c6_i64 = arith.constant 6 : i64
#         %8 = arith.cmpi sgt, %arg0, %c6_i64 : i64
#         %9:2 = scf.if %8 -> (i1, i64) {
#           %true = arith.constant true
#           scf.yield %true, %arg1 : i1, i64
#         } else {
#           %10 = "physl.int_add"(%arg1, %arg0) : (i64, i64) -> i64
#           %false_3 = arith.constant false
#           scf.yield %false_3, %10 : i1, i64
#         }
#         %false_2 = arith.constant false
#         scf.yield %9#0, %false_2, %9#1 : i1, i1, i64
#       }
#       %7 = arith.addi %arg0, %c1_i64 : i64
#       scf.yield %7, %6#2, %6#0 : i64, i64, i1
#     }
#     %1 = "physl.to_str"(%0#1) : (i64) -> !physl.str
#     %2 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %3 = "physl.str_concat"(%1, %2) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%3) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
