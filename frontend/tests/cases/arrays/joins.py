import numpy as np

a = np.arange(3)
print(np.concatenate([a, a * 1.5]), np.stack((a, a), axis=1), np.vstack([a, a]), np.hstack((a, a)))
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     %c3_i64 = arith.constant 3 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %0 = "physl.arange"(%c0_i64, %c3_i64, %c1_i64) : (i64, i64, i64) -> tensor<3xi64>
#     %1 = "physl.new"(%0) : (tensor<3xi64>) -> !physl.ref<tensor<3xi64>>
#     %2 = "physl.read"(%1) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#     %3 = "physl.cast"(%2) : (tensor<3xi64>) -> tensor<3xf64>
#     %cst = arith.constant 1.500000e+00 : f64
#     %4 = "physl.from_scalar"(%cst) : (f64) -> tensor<f64>
#     %5 = "physl.mul"(%3, %4) : (tensor<3xf64>, tensor<f64>) -> tensor<3xf64>
#     %6 = "physl.new"(%5) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
#     %7 = "physl.read"(%1) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#     %8 = "physl.cast"(%7) : (tensor<3xi64>) -> tensor<3xf64>
#     %9 = "physl.read"(%6) : (!physl.ref<tensor<3xf64>>) -> tensor<3xf64>
#     %10 = "physl.concat"(%8, %9) {axis = 0 : i64} : (tensor<3xf64>, tensor<3xf64>) -> tensor<6xf64>
#     %11 = "physl.read"(%1) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#     %12 = "physl.read"(%1) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#     %13 = "physl.stack"(%11, %12) {axis = 1 : i64} : (tensor<3xi64>, tensor<3xi64>) -> tensor<3x2xi64>
#     %14 = "physl.view"(%1) {spec = "n"} : (!physl.ref<tensor<3xi64>>) -> !physl.ref<tensor<1x3xi64>>
#     %15 = "physl.view"(%1) {spec = "n"} : (!physl.ref<tensor<3xi64>>) -> !physl.ref<tensor<1x3xi64>>
#     %16 = "physl.read"(%14) : (!physl.ref<tensor<1x3xi64>>) -> tensor<1x3xi64>
#     %17 = "physl.read"(%15) : (!physl.ref<tensor<1x3xi64>>) -> tensor<1x3xi64>
#     %18 = "physl.concat"(%16, %17) {axis = 0 : i64} : (tensor<1x3xi64>, tensor<1x3xi64>) -> tensor<2x3xi64>
#     %19 = "physl.read"(%1) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#     %20 = "physl.read"(%1) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#     %21 = "physl.concat"(%19, %20) {axis = 0 : i64} : (tensor<3xi64>, tensor<3xi64>) -> tensor<6xi64>
#     %22 = "physl.to_str"(%10) : (tensor<6xf64>) -> !physl.str
#     %23 = "physl.to_str"(%13) : (tensor<3x2xi64>) -> !physl.str
#     %24 = "physl.to_str"(%18) : (tensor<2x3xi64>) -> !physl.str
#     %25 = "physl.to_str"(%21) : (tensor<6xi64>) -> !physl.str
#     %26 = "physl.text"() {value = " "} : () -> !physl.str
#     %27 = "physl.text"() {value = " "} : () -> !physl.str
#     %28 = "physl.text"() {value = " "} : () -> !physl.str
#     %29 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %30 = "physl.str_concat"(%22, %26, %23, %27, %24, %28, %25, %29) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%30) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
