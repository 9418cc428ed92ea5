import numpy as np

a = np.zeros((3, 3))
for i in range(3):
    for j in range(3):
        a[i, j] = i * 3 + j
        a[i][j] += a[j, i] - a[-1, -1]
print(a)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 0.000000e+00 : f64
#     %c3_i64 = arith.constant 3 : i64
#     %c3_i64_0 = arith.constant 3 : i64
#     %0 = "physl.full"(%cst, %c3_i64, %c3_i64_0) : (f64, i64, i64) -> tensor<3x3xf64>
#     %1 = "physl.new"(%0) : (tensor<3x3xf64>) -> !physl.ref<tensor<3x3xf64>>
#     %c0_i64 = arith.constant 0 : i64
#     %c3_i64_1 = arith.constant 3 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %false = arith.constant false
#     %c0_i64_2 = arith.constant 0 : i64
#     %2:2 = scf.for %arg0 = %c0_i64 to %c3_i64_1 step %c1_i64 iter_args(%arg1 = %false, %arg2 = %c0_i64_2) -> (i1, i64)  : i64 {
#       %c0_i64_3 = arith.constant 0 : i64
#       %c3_i64_4 = arith.constant 3 : i64
#       %c1_i64_5 = arith.constant 1 : i64
#       %7:2 = scf.for %arg3 = %c0_i64_3 to %c3_i64_4 step %c1_i64_5 iter_args(%arg4 = %arg1, %arg5 = %arg2) -> (i1, i64)  : i64 {
#         %c3_i64_6 = arith.constant 3 : i64
#         %8 = "physl.int_mul"(%arg0, %c3_i64_6) : (i64, i64) -> i64
#         %9 = "physl.int_add"(%8, %arg3) : (i64, i64) -> i64
#         %10 = arith.sitofp %9 : i64 to f64
#         "physl.set_item"(%1, %10, %arg0, %arg3) : (!physl.ref<tensor<3x3xf64>>, f64, i64, i64) -> ()
#         %11 = "physl.view"(%1, %arg0) {spec = "i"} : (!physl.ref<tensor<3x3xf64>>, i64) -> !physl.ref<tensor<3xf64>>
#         %12 = "physl.get_item"(%11, %arg3) : (!physl.ref<tensor<3xf64>>, i64) -> f64
#         %13 = "physl.get_item"(%1, %arg3, %arg0) : (!physl.ref<tensor<3x3xf64>>, i64, i64) -> f64
#         %c-1_i64 = arith.constant -1 : i64
#         %c-1_i64_7 = arith.constant -1 : i64
#         %14 = "physl.get_item"(%1, %c-1_i64, %c-1_i64_7) : (!physl.ref<tensor<3x3xf64>>, i64, i64) -> f64
#         %15 = arith.subf %13, %14 : f64
#         %16 = arith.addf %12, %15 : f64
#         "physl.set_item"(%11, %16, %arg3) : (!physl.ref<tensor<3xf64>>, f64, i64) -> ()
#         %true = arith.constant true
#         scf.yield %true, %arg3 : i1, i64
#       }
#       scf.yield %7#0, %7#1 : i1, i64
#     }
#     %3 = "physl.read"(%1) : (!physl.ref<tensor<3x3xf64>>) -> tensor<3x3xf64>
#     %4 = "physl.to_str"(%3) : (tensor<3x3xf64>) -> !physl.str
#     %5 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %6 = "physl.str_concat"(%4, %5) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%6) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
