import numpy as np

a = np.arange(12.0).reshape(3, 4)
i = np.array([2, 0])
print(a[i], a[:, i], a[i, [1, 2]], a[i, 1], a[1, i])
a[i] = 0
a[i, [0, 1]] += 1
print(a)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 0.000000e+00 : f64
#     %cst_0 = arith.constant 1.200000e+01 : f64
#     %cst_1 = arith.constant 1.000000e+00 : f64
#     %0 = "physl.arange"(%cst, %cst_0, %cst_1) : (f64, f64, f64) -> tensor<?xf64>
#     %c3_i64 = arith.constant 3 : i64
#     %c4_i64 = arith.constant 4 : i64
#     %1 = "physl.reshape"(%0, %c3_i64, %c4_i64) : (tensor<?xf64>, i64, i64) -> tensor<3x4xf64>
#     %2 = "physl.new"(%1) : (tensor<3x4xf64>) -> !physl.ref<tensor<3x4xf64>>
#     %c2_i64 = arith.constant 2 : i64
#     %c0_i64 = arith.constant 0 : i64
#     %3 = "physl.from_elements"(%c2_i64, %c0_i64) {shape = array<i64: 2>} : (i64, i64) -> tensor<2xi64>
#     %4 = "physl.new"(%3) : (tensor<2xi64>) -> !physl.ref<tensor<2xi64>>
#     %5 = "physl.read"(%2) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %6 = "physl.read"(%4) : (!physl.ref<tensor<2xi64>>) -> tensor<2xi64>
#     %7 = "physl.take"(%5, %6) {axes = array<i64: 0>} : (tensor<3x4xf64>, tensor<2xi64>) -> tensor<2x4xf64>
#     %8 = "physl.read"(%2) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %9 = "physl.read"(%4) : (!physl.ref<tensor<2xi64>>) -> tensor<2xi64>
#     %10 = "physl.take"(%8, %9) {axes = array<i64: 1>} : (tensor<3x4xf64>, tensor<2xi64>) -> tensor<3x2xf64>
#     %c1_i64 = arith.constant 1 : i64
#     %c2_i64_2 = arith.constant 2 : i64
#     %11 = "physl.from_elements"(%c1_i64, %c2_i64_2) {shape = array<i64: 2>} : (i64, i64) -> tensor<2xi64>
#     %12 = "physl.read"(%2) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %13 = "physl.read"(%4) : (!physl.ref<tensor<2xi64>>) -> tensor<2xi64>
#     %14 = "physl.take"(%12, %13, %11) {axes = array<i64: 0, 1>} : (tensor<3x4xf64>, tensor<2xi64>, tensor<2xi64>) -> tensor<2xf64>
#     %c1_i64_3 = arith.constant 1 : i64
#     %15 = "physl.from_scalar"(%c1_i64_3) : (i64) -> tensor<i64>
#     %16 = "physl.read"(%2) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %17 = "physl.read"(%4) : (!physl.ref<tensor<2xi64>>) -> tensor<2xi64>
#     %18 = "physl.take"(%16, %17, %15) {axes = array<i64: 0, 1>} : (tensor<3x4xf64>, tensor<2xi64>, tensor<i64>) -> tensor<2xf64>
#     %c1_i64_4 = arith.constant 1 : i64
#     %19 = "physl.from_scalar"(%c1_i64_4) : (i64) -> tensor<i64>
#     %20 = "physl.read"(%2) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %21 = "physl.read"(%4) : (!physl.ref<tensor<2xi64>>) -> tensor<2xi64>
#     %22 = "physl.take"(%20, %19, %21) {axes = array<i64: 0, 1>} : (tensor<3x4xf64>, tensor<i64>, tensor<2xi64>) -> tensor<2xf64>
#     %23 = "physl.to_str"(%7) : (tensor<2x4xf64>) -> !physl.str
#     %24 = "physl.to_str"(%10) : (tensor<3x2xf64>) -> !physl.str
#     %25 = "physl.to_str"(%14) : (tensor<2xf64>) -> !physl.str
#     %26 = "physl.to_str"(%18) : (tensor<2xf64>) -> !physl.str
#     %27 = "physl.to_str"(%22) : (tensor<2xf64>) -> !physl.str
#     %28 = "physl.text"() {value = " "} : () -> !physl.str
#     %29 = "physl.text"() {value = " "} : () -> !physl.str
#     %30 = "physl.text"() {value = " "} : () -> !physl.str
#     %31 = "physl.text"() {value = " "} : () -> !physl.str
#     %32 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %33 = "physl.str_concat"(%23, %28, %24, %29, %25, %30, %26, %31, %27, %32) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%33) {to_stderr = false} : (!physl.str) -> ()
#     %cst_5 = arith.constant 0.000000e+00 : f64
#     %34 = "physl.from_scalar"(%cst_5) : (f64) -> tensor<f64>
#     %35 = "physl.read"(%4) : (!physl.ref<tensor<2xi64>>) -> tensor<2xi64>
#     "physl.put"(%2, %34, %35) {axes = array<i64: 0>} : (!physl.ref<tensor<3x4xf64>>, tensor<f64>, tensor<2xi64>) -> ()
#     %c0_i64_6 = arith.constant 0 : i64
#     %c1_i64_7 = arith.constant 1 : i64
#     %36 = "physl.from_elements"(%c0_i64_6, %c1_i64_7) {shape = array<i64: 2>} : (i64, i64) -> tensor<2xi64>
#     %37 = "physl.read"(%2) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %38 = "physl.read"(%4) : (!physl.ref<tensor<2xi64>>) -> tensor<2xi64>
#     %39 = "physl.take"(%37, %38, %36) {axes = array<i64: 0, 1>} : (tensor<3x4xf64>, tensor<2xi64>, tensor<2xi64>) -> tensor<2xf64>
#     %cst_8 = arith.constant 1.000000e+00 : f64
#     %40 = "physl.from_scalar"(%cst_8) : (f64) -> tensor<f64>
#     %41 = "physl.add"(%39, %40) : (tensor<2xf64>, tensor<f64>) -> tensor<2xf64>
#     %42 = "physl.read"(%4) : (!physl.ref<tensor<2xi64>>) -> tensor<2xi64>
#     "physl.put"(%2, %41, %42, %36) {axes = array<i64: 0, 1>} : (!physl.ref<tensor<3x4xf64>>, tensor<2xf64>, tensor<2xi64>, tensor<2xi64>) -> ()
#     %43 = "physl.read"(%2) : (!physl.ref<tensor<3x4xf64>>) -> tensor<3x4xf64>
#     %44 = "physl.to_str"(%43) : (tensor<3x4xf64>) -> !physl.str
#     %45 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %46 = "physl.str_concat"(%44, %45) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%46) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
