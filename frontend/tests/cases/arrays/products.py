import numpy as np

a = np.ones((3, 4))
v = np.arange(4)
print(a @ a.T, a @ v, v @ v, np.dot(v, v), a.dot(v), np.outer(v, v))
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 1.000000e+00 : f64
#     %c3_i64 = arith.constant 3 : i64
#     %c4_i64 = arith.constant 4 : i64
#     %0 = "physl.full"(%cst, %c3_i64, %c4_i64) : (f64, i64, i64) -> tensor<3x4xf64>
#     %1 = "physl.new"(%0) : (tensor<3x4xf64>) -> !physl.ref<tensor<3x4xf64>>
#     %c0_i64 = arith.constant 0 : i64
#     %c4_i64_0 = arith.constant 4 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %2 = "physl.arange"(%c0_i64, %c4_i64_0, %c1_i64) : (i64, i64, i64) -> tensor<4xi64>
#     %3 = "physl.new"(%2) : (tensor<4xi64>) -> !physl.ref<tensor<4xi64>>
#     %4 = "physl.view_transpose"(%1) {perm = array<i64: 1, 0>} : (!physl.ref<tensor<3x4xf64>>) -> !physl.ref<tensor<4x3xf64>>
#     %5 = "physl.read"(%1) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %6 = "physl.read"(%4) : (!physl.ref<tensor<4x3xf64>>) -> tensor<4x3xf64>
#     %7 = "physl.matmul"(%5, %6) : (tensor<3x4xf64>, tensor<4x3xf64>) -> tensor<3x3xf64>
#     %8 = "physl.read"(%1) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %9 = "physl.read"(%3) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %10 = "physl.cast"(%9) : (tensor<4xi64>) -> tensor<4xf64>
#     %11 = "physl.matmul"(%8, %10) : (tensor<3x4xf64>, tensor<4xf64>) -> tensor<3xf64>
#     %12 = "physl.read"(%3) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %13 = "physl.read"(%3) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %14 = "physl.matmul"(%12, %13) : (tensor<4xi64>, tensor<4xi64>) -> tensor<i64>
#     %15 = "physl.read"(%3) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %16 = "physl.read"(%3) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %17 = "physl.matmul"(%15, %16) : (tensor<4xi64>, tensor<4xi64>) -> tensor<i64>
#     %18 = "physl.read"(%1) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %19 = "physl.read"(%3) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %20 = "physl.cast"(%19) : (tensor<4xi64>) -> tensor<4xf64>
#     %21 = "physl.matmul"(%18, %20) : (tensor<3x4xf64>, tensor<4xf64>) -> tensor<3xf64>
#     %22 = "physl.read"(%3) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %23 = "physl.read"(%3) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %24 = "physl.outer"(%22, %23) : (tensor<4xi64>, tensor<4xi64>) -> tensor<4x4xi64>
#     %25 = "physl.to_str"(%7) : (tensor<3x3xf64>) -> !physl.str
#     %26 = "physl.to_str"(%11) : (tensor<3xf64>) -> !physl.str
#     %27 = "physl.item"(%14) : (tensor<i64>) -> i64
#     %28 = "physl.to_str"(%27) : (i64) -> !physl.str
#     %29 = "physl.item"(%17) : (tensor<i64>) -> i64
#     %30 = "physl.to_str"(%29) : (i64) -> !physl.str
#     %31 = "physl.to_str"(%21) : (tensor<3xf64>) -> !physl.str
#     %32 = "physl.to_str"(%24) : (tensor<4x4xi64>) -> !physl.str
#     %33 = "physl.text"() {value = " "} : () -> !physl.str
#     %34 = "physl.text"() {value = " "} : () -> !physl.str
#     %35 = "physl.text"() {value = " "} : () -> !physl.str
#     %36 = "physl.text"() {value = " "} : () -> !physl.str
#     %37 = "physl.text"() {value = " "} : () -> !physl.str
#     %38 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %39 = "physl.str_concat"(%25, %33, %26, %34, %28, %35, %30, %36, %31, %37, %32, %38) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%39) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
