import numpy as np

a = np.zeros(3)
b = np.ones(3)
for _ in range(5):
    a, b = b, a + b
print(a, b)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 0.000000e+00 : f64
#     %c3_i64 = arith.constant 3 : i64
#     %0 = "physl.full"(%cst, %c3_i64) : (f64, i64) -> tensor<3xf64>
#     %1 = "physl.new"(%0) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
#     %cst_0 = arith.constant 1.000000e+00 : f64
#     %c3_i64_1 = arith.constant 3 : i64
#     %2 = "physl.full"(%cst_0, %c3_i64_1) : (f64, i64) -> tensor<3xf64>
#     %3 = "physl.new"(%2) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
#     %c0_i64 = arith.constant 0 : i64
#     %c5_i64 = arith.constant 5 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %4:2 = scf.for %arg0 = %c0_i64 to %c5_i64 step %c1_i64 iter_args(%arg1 = %1, %arg2 = %3) -> (!physl.ref<tensor<3xf64>>, !physl.ref<tensor<3xf64>>)  : i64 {
#       %12 = "physl.read"(%arg1) : (!physl.ref<tensor<3xf64>>) -> tensor<3xf64>
#       %13 = "physl.read"(%arg2) : (!physl.ref<tensor<3xf64>>) -> tensor<3xf64>
#       %14 = "physl.add"(%12, %13) : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
#       %15 = "physl.new"(%14) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
#       scf.yield %arg2, %15 : !physl.ref<tensor<3xf64>>, !physl.ref<tensor<3xf64>>
#     }
#     %5 = "physl.read"(%4#0) : (!physl.ref<tensor<3xf64>>) -> tensor<3xf64>
#     %6 = "physl.to_str"(%5) : (tensor<3xf64>) -> !physl.str
#     %7 = "physl.read"(%4#1) : (!physl.ref<tensor<3xf64>>) -> tensor<3xf64>
#     %8 = "physl.to_str"(%7) : (tensor<3xf64>) -> !physl.str
#     %9 = "physl.text"() {value = " "} : () -> !physl.str
#     %10 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %11 = "physl.str_concat"(%6, %9, %8, %10) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%11) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
