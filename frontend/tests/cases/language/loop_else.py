def smallest_factor(n):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        d = n
    return d


print(smallest_factor(91), smallest_factor(13))
# ---- expected ----
# module {
#   func.func private @smallest_factor(%arg0: i64) -> i64 {
#     %c2_i64 = arith.constant 2 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %false = arith.constant false
#     %c0_i64 = arith.constant 0 : i64
#     %false_0 = arith.constant false
#     %0:4 = scf.while (%arg1 = %c2_i64, %arg2 = %false, %arg3 = %c0_i64, %arg4 = %false_0) : (i64, i1, i64, i1) -> (i64, i1, i64, i1) {
#       %4 = arith.cmpi slt, %arg1, %arg0 : i64
#       %true_2 = arith.constant true
#       %5 = arith.xori %arg4, %true_2 : i1
#       %6 = arith.andi %4, %5 : i1
#       scf.condition(%6) %arg1, %arg2, %arg3, %arg4 : i64, i1, i64, i1
#     } do {
#     ^bb0(%arg1: i64, %arg2: i1, %arg3: i64, %arg4: i1):
#       %4 = "physl.int_mod"(%arg0, %arg1) : (i64, i64) -> i64
#       %c0_i64_2 = arith.constant 0 : i64
#       %5 = arith.cmpi eq, %4, %c0_i64_2 : i64
#       %6 = scf.if %5 -> (i1) {
#         %true_4 = arith.constant true
#         scf.yield %true_4 : i1
#       } else {
#         %false_4 = arith.constant false
#         scf.yield %false_4 : i1
#       }
#       %7 = arith.addi %arg1, %c1_i64 : i64
#       %true_3 = arith.constant true
#       scf.yield %7, %true_3, %arg1, %6 : i64, i1, i64, i1
#     }
#     %true = arith.constant true
#     %1 = arith.xori %0#3, %true : i1
#     %2:2 = scf.if %1 -> (i1, i64) {
#       %true_2 = arith.constant true
#       scf.yield %true_2, %arg0 : i1, i64
#     } else {
#       scf.yield %0#1, %0#2 : i1, i64
#     }
#     %true_1 = arith.constant true
#     %3 = arith.xori %2#0, %true_1 : i1
#     scf.if %3 {
#       %4 = "physl.text"() {value = "cannot access local variable 'd' where it is not associated with a value"} : () -> !physl.str
#       "physl.raise"(%4) {kind = "UnboundLocalError"} : (!physl.str) -> ()
#     }
#     return %2#1 : i64
#   }
#   func.func @__main__() {
#     %c91_i64 = arith.constant 91 : i64
#     %0 = call @smallest_factor(%c91_i64) : (i64) -> i64
#     %c13_i64 = arith.constant 13 : i64
#     %1 = call @smallest_factor(%c13_i64) : (i64) -> i64
#     %2 = "physl.to_str"(%0) : (i64) -> !physl.str
#     %3 = "physl.to_str"(%1) : (i64) -> !physl.str
#     %4 = "physl.text"() {value = " "} : () -> !physl.str
#     %5 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %6 = "physl.str_concat"(%2, %4, %3, %5) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%6) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
