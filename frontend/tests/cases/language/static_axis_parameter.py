import numpy as np


def total(a, axis=0):
    return a.sum(axis=axis)


m = np.ones((3, 4))
print(total(m), total(m, 1), total(m, axis=-1))
# ---- expected ----
# module {
#   func.func private @total(%arg0: !physl.ref<tensor<3x4xf64>>, %arg1: i64) -> !physl.ref<tensor<4xf64>> {
#     %0 = "physl.read"(%arg0) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %1 = "physl.sum"(%0) {axes = array<i64: 0>, keepdims = false} : (tensor<3x4xf64>) -> tensor<4xf64>
#     %2 = "physl.new"(%1) : (tensor<4xf64>) -> !physl.ref<tensor<4xf64>>
#     return %2 : !physl.ref<tensor<4xf64>>
#   }
#   func.func private @total.1(%arg0: !physl.ref<tensor<3x4xf64>>, %arg1: i64) -> !physl.ref<tensor<3xf64>> {
#     %0 = "physl.read"(%arg0) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %1 = "physl.sum"(%0) {axes = array<i64: 1>, keepdims = false} : (tensor<3x4xf64>) -> tensor<3xf64>
#     %2 = "physl.new"(%1) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
#     return %2 : !physl.ref<tensor<3xf64>>
#   }
#   func.func private @total.2(%arg0: !physl.ref<tensor<3x4xf64>>, %arg1: i64) -> !physl.ref<tensor<3xf64>> {
#     %0 = "physl.read"(%arg0) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %1 = "physl.sum"(%0) {axes = array<i64: 1>, keepdims = false} : (tensor<3x4xf64>) -> tensor<3xf64>
#     %2 = "physl.new"(%1) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
#     return %2 : !physl.ref<tensor<3xf64>>
#   }
#   func.func @__main__() {
#     %cst = arith.constant 1.000000e+00 : f64
#     %c3_i64 = arith.constant 3 : i64
#     %c4_i64 = arith.constant 4 : i64
#     %0 = "physl.full"(%cst, %c3_i64, %c4_i64) : (f64, i64, i64) -> tensor<3x4xf64>
#     %1 = "physl.new"(%0) : (tensor<3x4xf64>) -> !physl.ref<tensor<3x4xf64>>
#     %c0_i64 = arith.constant 0 : i64
#     %2 = call @total(%1, %c0_i64) : (!physl.ref<tensor<3x4xf64>>, i64) -> !physl.ref<tensor<4xf64>>
#     %c1_i64 = arith.constant 1 : i64
#     %3 = call @total.1(%1, %c1_i64) : (!physl.ref<tensor<3x4xf64>>, i64) -> !physl.ref<tensor<3xf64>>
#     %c-1_i64 = arith.constant -1 : i64
#     %4 = call @total.2(%1, %c-1_i64) : (!physl.ref<tensor<3x4xf64>>, i64) -> !physl.ref<tensor<3xf64>>
#     %5 = "physl.read"(%2) : (!physl.ref<tensor<4xf64>>) -> tensor<4xf64>
#     %6 = "physl.to_str"(%5) : (tensor<4xf64>) -> !physl.str
#     %7 = "physl.read"(%3) : (!physl.ref<tensor<3xf64>>) -> tensor<3xf64>
#     %8 = "physl.to_str"(%7) : (tensor<3xf64>) -> !physl.str
#     %9 = "physl.read"(%4) : (!physl.ref<tensor<3xf64>>) -> tensor<3xf64>
#     %10 = "physl.to_str"(%9) : (tensor<3xf64>) -> !physl.str
#     %11 = "physl.text"() {value = " "} : () -> !physl.str
#     %12 = "physl.text"() {value = " "} : () -> !physl.str
#     %13 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %14 = "physl.str_concat"(%6, %11, %8, %12, %10, %13) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%14) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
