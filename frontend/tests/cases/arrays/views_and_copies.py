import numpy as np

a = np.zeros((4, 5))
b = a[1:3, ::2]
b[:] = 1
c = a.T
d = a.reshape(2, 10)
e = a.copy()
a[..., 0] = 2
a[:, None, 1:2][0] = 3
print(b, c, d, e)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 0.000000e+00 : f64
#     %c4_i64 = arith.constant 4 : i64
#     %c5_i64 = arith.constant 5 : i64
#     %0 = "physl.full"(%cst, %c4_i64, %c5_i64) : (f64, i64, i64) -> tensor<4x5xf64>
#     %1 = "physl.new"(%0) : (tensor<4x5xf64>) -> !physl.ref<tensor<4x5xf64>>
#     %c1_i64 = arith.constant 1 : i64
#     %c3_i64 = arith.constant 3 : i64
#     %c2_i64 = arith.constant 2 : i64
#     %2 = "physl.view"(%1, %c1_i64, %c3_i64, %c2_i64) {spec = ":st,:p"} : (!physl.ref<tensor<4x5xf64>>, i64, i64, i64) -> !physl.ref<tensor<2x3xf64>>
#     %cst_0 = arith.constant 1.000000e+00 : f64
#     %3 = "physl.from_scalar"(%cst_0) : (f64) -> tensor<f64>
#     %4 = "physl.view"(%2) {spec = ":"} : (!physl.ref<tensor<2x3xf64>>) -> !physl.ref<tensor<2x3xf64>>
#     "physl.write"(%4, %3) : (!physl.ref<tensor<2x3xf64>>, tensor<f64>) -> ()
#     %5 = "physl.view_transpose"(%1) {perm = array<i64: 1, 0>} : (!physl.ref<tensor<4x5xf64>>) -> !physl.ref<tensor<5x4xf64>>
#     %c2_i64_1 = arith.constant 2 : i64
#     %c10_i64 = arith.constant 10 : i64
#     %6 = "physl.view_reshape"(%1, %c2_i64_1, %c10_i64) : (!physl.ref<tensor<4x5xf64>>, i64, i64) -> !physl.ref<tensor<2x10xf64>>
#     %7 = "physl.read"(%1) : (!physl.ref<tensor<4x5xf64>>) -> tensor<4x5xf64>
#     %8 = "physl.copy"(%7) : (tensor<4x5xf64>) -> tensor<4x5xf64>
#     %9 = "physl.new"(%8) : (tensor<4x5xf64>) -> !physl.ref<tensor<4x5xf64>>
#     %c0_i64 = arith.constant 0 : i64
#     %cst_2 = arith.constant 2.000000e+00 : f64
#     %10 = "physl.from_scalar"(%cst_2) : (f64) -> tensor<f64>
#     %11 = "physl.view"(%1, %c0_i64) {spec = "e,i"} : (!physl.ref<tensor<4x5xf64>>, i64) -> !physl.ref<tensor<4xf64>>
#     "physl.write"(%11, %10) : (!physl.ref<tensor<4xf64>>, tensor<f64>) -> ()
#     %c1_i64_3 = arith.constant 1 : i64
#     %c2_i64_4 = arith.constant 2 : i64
#     %12 = "physl.view"(%1, %c1_i64_3, %c2_i64_4) {spec = ":,n,:st"} : (!physl.ref<tensor<4x5xf64>>, i64, i64) -> !physl.ref<tensor<4x1x1xf64>>
#     %c0_i64_5 = arith.constant 0 : i64
#     %cst_6 = arith.constant 3.000000e+00 : f64
#     %13 = "physl.from_scalar"(%cst_6) : (f64) -> tensor<f64>
#     %14 = "physl.view"(%12, %c0_i64_5) {spec = "i"} : (!physl.ref<tensor<4x1x1xf64>>, i64) -> !physl.ref<tensor<1x1xf64>>
#     "physl.write"(%14, %13) : (!physl.ref<tensor<1x1xf64>>, tensor<f64>) -> ()
#     %15 = "physl.read"(%2) : (!physl.ref<tensor<2x3xf64>>) -> tensor<2x3xf64>
#     %16 = "physl.to_str"(%15) : (tensor<2x3xf64>) -> !physl.str
#     %17 = "physl.read"(%5) : (!physl.ref<tensor<5x4xf64>>) -> tensor<5x4xf64>
#     %18 = "physl.to_str"(%17) : (tensor<5x4xf64>) -> !physl.str
#     %19 = "physl.read"(%6) : (!physl.ref<tensor<2x10xf64>>) -> tensor<2x10xf64>
#     %20 = "physl.to_str"(%19) : (tensor<2x10xf64>) -> !physl.str
#     %21 = "physl.read"(%9) : (!physl.ref<tensor<4x5xf64>>) -> tensor<4x5xf64>
#     %22 = "physl.to_str"(%21) : (tensor<4x5xf64>) -> !physl.str
#     %23 = "physl.text"() {value = " "} : () -> !physl.str
#     %24 = "physl.text"() {value = " "} : () -> !physl.str
#     %25 = "physl.text"() {value = " "} : () -> !physl.str
#     %26 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %27 = "physl.str_concat"(%16, %23, %18, %24, %20, %25, %22, %26) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%27) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
