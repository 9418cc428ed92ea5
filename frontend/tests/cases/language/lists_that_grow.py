import sys

xs = []
for i in range(10):
    xs.append(i)
ys = [i for i in range(len(sys.argv))]
xs[0] = 3
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.table_new"() {kind = "list", shape = "i"} : () -> !physl.object
#     %c0_i64 = arith.constant 0 : i64
#     %c10_i64 = arith.constant 10 : i64
#     %c1_i64 = arith.constant 1 : i64
#     scf.for %arg0 = %c0_i64 to %c10_i64 step %c1_i64  : i64 {
#       "physl.table_do"(%0, %arg0) {method = "append"} : (!physl.object, i64) -> ()
#     }
#     %1 = "physl.argc"() : () -> i64
#     %2 = "physl.table_new"() {kind = "list", shape = "i"} : () -> !physl.object
#     %c0_i64_0 = arith.constant 0 : i64
#     %c0_i64_1 = arith.constant 0 : i64
#     %3 = arith.subi %1, %c0_i64_0 : i64
#     %4 = arith.maxsi %3, %c0_i64_1 : i64
#     %c0_i64_2 = arith.constant 0 : i64
#     %c1_i64_3 = arith.constant 1 : i64
#     scf.for %arg0 = %c0_i64_2 to %4 step %c1_i64_3  : i64 {
#       "physl.table_do"(%2, %arg0) {method = "append"} : (!physl.object, i64) -> ()
#     }
#     %c0_i64_4 = arith.constant 0 : i64
#     %5 = "physl.table_at"(%0, %c0_i64_4) {message = "list assignment index out of range"} : (!physl.object, i64) -> i64
#     %c3_i64 = arith.constant 3 : i64
#     "physl.table_set"(%0, %5, %c3_i64) {at = 0 : i64, width = 1 : i64} : (!physl.object, i64, i64) -> ()
#     return
#   }
# }
