def is_even(n):
    if n == 0:
        return True
    return is_odd(n - 1)


def is_odd(n):
    if n == 0:
        return False
    return is_even(n - 1)


print(is_even(10))
# ---- expected ----
# module {
#   func.func private @is_even(%arg0: i64, %arg1: i64) -> i1 {
#     %c1000_i64 = arith.constant 1000 : i64
#     %0 = arith.cmpi sgt, %arg1, %c1000_i64 : i64
#     scf.if %0 {
#       %3 = "physl.text"() {value = "maximum recursion depth exceeded"} : () -> !physl.str
#       "physl.raise"(%3) {kind = "RecursionError"} : (!physl.str) -> ()
#     }
#     %c0_i64 = arith.constant 0 : i64
#     %1 = arith.cmpi eq, %arg0, %c0_i64 : i64
#     %2 = scf.if %1 -> (i1) {
#       %true = arith.constant true
#       scf.yield %true : i1
#     } else {
#       %c1_i64 = arith.constant 1 : i64
#       %3 = "physl.int_sub"(%arg0, %c1_i64) : (i64, i64) -> i64
#       %c1_i64_0 = arith.constant 1 : i64
#       %4 = arith.addi %arg1, %c1_i64_0 : i64
#       %5 = func.call @is_odd(%3, %4) : (i64, i64) -> i1
#       scf.yield %5 : i1
#     }
#     return %2 : i1
#   }
#   func.func private @is_odd(%arg0: i64, %arg1: i64) -> i1 {
#     %c1000_i64 = arith.constant 1000 : i64
#     %0 = arith.cmpi sgt, %arg1, %c1000_i64 : i64
#     scf.if %0 {
#       %3 = "physl.text"() {value = "maximum recursion depth exceeded"} : () -> !physl.str
#       "physl.raise"(%3) {kind = "RecursionError"} : (!physl.str) -> ()
#     }
#     %c0_i64 = arith.constant 0 : i64
#     %1 = arith.cmpi eq, %arg0, %c0_i64 : i64
#     %2 = scf.if %1 -> (i1) {
#       %false = arith.constant false
#       scf.yield %false : i1
#     } else {
#       %c1_i64 = arith.constant 1 : i64
#       %3 = "physl.int_sub"(%arg0, %c1_i64) : (i64, i64) -> i64
#       %c1_i64_0 = arith.constant 1 : i64
#       %4 = arith.addi %arg1, %c1_i64_0 : i64
#       %5 = func.call @is_even(%3, %4) : (i64, i64) -> i1
#       scf.yield %5 : i1
#     }
#     return %2 : i1
#   }
#   func.func @__main__() {
#     %c10_i64 = arith.constant 10 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %c2_i64 = arith.constant 2 : i64
#     %0 = call @is_even(%c10_i64, %c2_i64) : (i64, i64) -> i1
#     %1 = "physl.to_str"(%0) : (i1) -> !physl.str
#     %2 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %3 = "physl.str_concat"(%1, %2) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%3) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
