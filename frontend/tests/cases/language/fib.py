def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print(fib(20))
# ---- expected ----
# module {
#   func.func private @fib(%arg0: i64, %arg1: i64) -> i64 {
#     %c1000_i64 = arith.constant 1000 : i64
#     %0 = arith.cmpi sgt, %arg1, %c1000_i64 : i64
#     scf.if %0 {
#       %3 = "physl.text"() {value = "maximum recursion depth exceeded"} : () -> !physl.str
#       "physl.raise"(%3) {kind = "RecursionError"} : (!physl.str) -> ()
#     }
#     %c2_i64 = arith.constant 2 : i64
#     %1 = arith.cmpi slt, %arg0, %c2_i64 : i64
#     %2 = scf.if %1 -> (i64) {
#       scf.yield %arg0 : i64
#     } else {
#       %c1_i64 = arith.constant 1 : i64
#       %3 = "physl.int_sub"(%arg0, %c1_i64) : (i64, i64) -> i64
#       %c1_i64_0 = arith.constant 1 : i64
#       %4 = arith.addi %arg1, %c1_i64_0 : i64
#       %5 = func.call @fib(%3, %4) : (i64, i64) -> i64
#       %c2_i64_1 = arith.constant 2 : i64
#       %6 = "physl.int_sub"(%arg0, %c2_i64_1) : (i64, i64) -> i64
#       %c1_i64_2 = arith.constant 1 : i64
#       %7 = arith.addi %arg1, %c1_i64_2 : i64
#       %8 = func.call @fib(%6, %7) : (i64, i64) -> i64
#       %9 = "physl.int_add"(%5, %8) : (i64, i64) -> i64
#       scf.yield %9 : i64
#     }
#     return %2 : i64
#   }
#   func.func @__main__() {
#     %c20_i64 = arith.constant 20 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %c2_i64 = arith.constant 2 : i64
#     %0 = call @fib(%c20_i64, %c2_i64) : (i64, i64) -> i64
#     %1 = "physl.to_str"(%0) : (i64) -> !physl.str
#     %2 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %3 = "physl.str_concat"(%1, %2) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%3) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
