def f(n):
    return f(n - 1)


print(f(3))
# ---- expected ----
# module {
#   func.func private @f(%arg0: i64, %arg1: i64) {
#     %c1000_i64 = arith.constant 1000 : i64
#     %0 = arith.cmpi sgt, %arg1, %c1000_i64 : i64
#     scf.if %0 {
#       %3 = "physl.text"() {value = "maximum recursion depth exceeded"} : () -> !physl.str
#       "physl.raise"(%3) {kind = "RecursionError"} : (!physl.str) -> ()
#     }
#     %c1_i64 = arith.constant 1 : i64
#     %1 = "physl.int_sub"(%arg0, %c1_i64) : (i64, i64) -> i64
#     %c1_i64_0 = arith.constant 1 : i64
#     %2 = arith.addi %arg1, %c1_i64_0 : i64
#     call @f(%1, %2) : (i64, i64) -> ()
#     return
#   }
#   func.func @__main__() {
#     %c3_i64 = arith.constant 3 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %c2_i64 = arith.constant 2 : i64
#     call @f(%c3_i64, %c2_i64) : (i64, i64) -> ()
#     %0 = "physl.text"() {value = "maximum recursion depth exceeded"} : () -> !physl.str
#     "physl.raise"(%0) {kind = "RecursionError"} : (!physl.str) -> ()
#     return
#   }
# }
