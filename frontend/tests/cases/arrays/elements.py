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
#     scf.for %arg0 = %c0_i64 to %c3_i64_1 step %c1_i64  : i64 {
#       %c0_i64_2 = arith.constant 0 : i64
#       %c3_i64_3 = arith.constant 3 : i64
#       %c1_i64_4 = arith.constant 1 : i64
#       scf.for %arg1 = %c0_i64_2 to %c3_i64_3 step %c1_i64_4  : i64 {
#         %c3_i64_5 = arith.constant 3 : i64
#         %6 = "physl.int_mul"(%arg0, %c3_i64_5) : (i64, i64) -> i64
#         %7 = "physl.int_add"(%6, %arg1) : (i64, i64) -> i64
#         %8 = arith.sitofp %7 : i64 to f64
#         "physl.set_item"(%1, %8, %arg0, %arg1) : (!physl.ref<tensor<3x3xf64>>, f64, i64, i64) -> ()
#         %9 = "physl.view"(%1, %arg0) {spec = "i"} : (!physl.ref<tensor<3x3xf64>>, i64) -> !physl.ref<tensor<3xf64>>
#         %10 = "physl.get_item"(%9, %arg1) : (!physl.ref<tensor<3xf64>>, i64) -> f64
#         %11 = "physl.get_item"(%1, %arg1, %arg0) : (!physl.ref<tensor<3x3xf64>>, i64, i64) -> f64
#         %c-1_i64 = arith.constant -1 : i64
#         %c-1_i64_6 = arith.constant -1 : i64
#         %12 = "physl.get_item"(%1, %c-1_i64, %c-1_i64_6) : (!physl.ref<tensor<3x3xf64>>, i64, i64) -> f64
#         %13 = arith.subf %11, %12 : f64
#         %14 = arith.addf %10, %13 : f64
#         "physl.set_item"(%9, %14, %arg1) : (!physl.ref<tensor<3xf64>>, f64, i64) -> ()
#       }
#     }
#     %2 = "physl.read"(%1) : (!physl.ref<tensor<3x3xf64>>) -> tensor<3x3xf64>
#     %3 = "physl.to_str"(%2) : (tensor<3x3xf64>) -> !physl.str
#     %4 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %5 = "physl.str_concat"(%3, %4) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%5) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
