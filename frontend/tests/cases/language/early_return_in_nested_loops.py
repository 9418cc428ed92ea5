import numpy as np


def first_pair(a):
    for i in range(len(a)):
        for j in range(i):
            if a[i] == a[j]:
                return i, j
    return -1, -1


print(first_pair(np.array([1, 2, 3, 2])))
# ---- expected ----
# module {
#   func.func private @first_pair(%arg0: !physl.ref<tensor<4xi64>>) -> (i64, i64) {
#     %c0_i64 = arith.constant 0 : i64
#     %c4_i64 = arith.constant 4 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %false = arith.constant false
#     %c0_i64_0 = arith.constant 0 : i64
#     %c0_i64_1 = arith.constant 0 : i64
#     %0:4 = scf.while (%arg1 = %c0_i64, %arg2 = %false, %arg3 = %c0_i64_0, %arg4 = %c0_i64_1) : (i64, i1, i64, i64) -> (i64, i1, i64, i64) {
#       %3 = arith.cmpi slt, %arg1, %c4_i64 : i64
#       %true_2 = arith.constant true
#       %4 = arith.xori %arg2, %true_2 : i1
#       %5 = arith.andi %3, %4 : i1
#       scf.condition(%5) %arg1, %arg2, %arg3, %arg4 : i64, i1, i64, i64
#     } do {
#     ^bb0(%arg1: i64, %arg2: i1, %arg3: i64, %arg4: i64):
#       %c0_i64_2 = arith.constant 0 : i64
#       %c1_i64_3 = arith.constant 1 : i64
#       %false_4 = arith.constant false
#       %3:4 = scf.while (%arg5 = %c0_i64_2, %arg6 = %false_4, %arg7 = %arg3, %arg8 = %arg4) : (i64, i1, i64, i64) -> (i64, i1, i64, i64) {
#         %5 = arith.cmpi slt, %arg5, %arg1 : i64
#         %true_5 = arith.constant true
#         %6 = arith.xori %arg6, %true_5 : i1
#         %7 = arith.andi %5, %6 : i1
#         scf.condition(%7) %arg5, %arg6, %arg7, %arg8 : i64, i1, i64, i64
#       } do {
#       ^bb0(%arg5: i64, %arg6: i1, %arg7: i64, %arg8: i64):
#         %5 = "physl.get_item"(%arg0, %arg1) : (!physl.ref<tensor<4xi64>>, i64) -> i64
#         %6 = "physl.get_item"(%arg0, %arg5) : (!physl.ref<tensor<4xi64>>, i64) -> i64
#         %7 = arith.cmpi eq, %5, %6 : i64
#         %8:3 = scf.if %7 -> (i1, i64, i64) {
#           %true_5 = arith.constant true
#           scf.yield %true_5, %arg1, %arg5 : i1, i64, i64
#         } else {
#           %false_5 = arith.constant false
#           scf.yield %false_5, %arg7, %arg8 : i1, i64, i64
#         }
#         %9 = arith.addi %arg5, %c1_i64_3 : i64
#         scf.yield %9, %8#0, %8#1, %8#2 : i64, i1, i64, i64
#       }
#       %4 = arith.addi %arg1, %c1_i64 : i64
#       scf.yield %4, %3#1, %3#2, %3#3 : i64, i1, i64, i64
#     }
#     %true = arith.constant true
#     %1 = arith.xori %0#1, %true : i1
#     %2:2 = scf.if %1 -> (i64, i64) {
#       %c-1_i64 = arith.constant -1 : i64
#       %c-1_i64_2 = arith.constant -1 : i64
#       scf.yield %c-1_i64, %c-1_i64_2 : i64, i64
#     } else {
#       scf.yield %0#2, %0#3 : i64, i64
#     }
#     return %2#0, %2#1 : i64, i64
#   }
#   func.func @__main__() {
#     %c1_i64 = arith.constant 1 : i64
#     %c2_i64 = arith.constant 2 : i64
#     %c3_i64 = arith.constant 3 : i64
#     %c2_i64_0 = arith.constant 2 : i64
#     %0 = "physl.from_elements"(%c1_i64, %c2_i64, %c3_i64, %c2_i64_0) {shape = array<i64: 4>} : (i64, i64, i64, i64) -> tensor<4xi64>
#     %1 = "physl.new"(%0) : (tensor<4xi64>) -> !physl.ref<tensor<4xi64>>
#     %2:2 = call @first_pair(%1) : (!physl.ref<tensor<4xi64>>) -> (i64, i64)
#     %3 = "physl.repr"(%2#0) {numpy = false} : (i64) -> !physl.str
#     %4 = "physl.repr"(%2#1) {numpy = false} : (i64) -> !physl.str
#     %5 = "physl.text"() {value = "("} : () -> !physl.str
#     %6 = "physl.text"() {value = ", "} : () -> !physl.str
#     %7 = "physl.text"() {value = ")"} : () -> !physl.str
#     %8 = "physl.str_concat"(%5, %3, %6, %4, %7) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     %9 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %10 = "physl.str_concat"(%8, %9) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%10) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
