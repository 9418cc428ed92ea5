import sys
import numpy as np

n = len(sys.argv)
print(np.zeros(n), np.ones((n, 2), dtype=int), np.full((2, 2), 7), np.arange(n), np.arange(0.0, 1.0, 0.1), np.linspace(0, 1, 5), np.eye(3))
print(np.array([[1, 2], [3, 4.5]]), np.zeros_like(np.arange(3)), np.array([np.arange(3), np.arange(3)]))
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %cst = arith.constant 0.000000e+00 : f64
#     %1 = "physl.full"(%cst, %0) : (f64, i64) -> tensor<?xf64>
#     %c1_i64 = arith.constant 1 : i64
#     %c2_i64 = arith.constant 2 : i64
#     %2 = "physl.full"(%c1_i64, %0, %c2_i64) : (i64, i64, i64) -> tensor<?x2xi64>
#     %c7_i64 = arith.constant 7 : i64
#     %c2_i64_0 = arith.constant 2 : i64
#     %c2_i64_1 = arith.constant 2 : i64
#     %3 = "physl.full"(%c7_i64, %c2_i64_0, %c2_i64_1) : (i64, i64, i64) -> tensor<2x2xi64>
#     %c0_i64 = arith.constant 0 : i64
#     %c1_i64_2 = arith.constant 1 : i64
#     %4 = "physl.arange"(%c0_i64, %0, %c1_i64_2) : (i64, i64, i64) -> tensor<?xi64>
#     %cst_3 = arith.constant 0.000000e+00 : f64
#     %cst_4 = arith.constant 1.000000e+00 : f64
#     %cst_5 = arith.constant 1.000000e-01 : f64
#     %5 = "physl.arange"(%cst_3, %cst_4, %cst_5) : (f64, f64, f64) -> tensor<?xf64>
#     %cst_6 = arith.constant 0.000000e+00 : f64
#     %cst_7 = arith.constant 1.000000e+00 : f64
#     %c5_i64 = arith.constant 5 : i64
#     %6 = "physl.linspace"(%cst_6, %cst_7, %c5_i64) {endpoint = true} : (f64, f64, i64) -> tensor<5xf64>
#     %c3_i64 = arith.constant 3 : i64
#     %c3_i64_8 = arith.constant 3 : i64
#     %c0_i64_9 = arith.constant 0 : i64
#     %7 = "physl.eye"(%c3_i64, %c3_i64_8, %c0_i64_9) : (i64, i64, i64) -> tensor<3x3xf64>
#     %8 = "physl.to_str"(%1) : (tensor<?xf64>) -> !physl.str
#     %9 = "physl.to_str"(%2) : (tensor<?x2xi64>) -> !physl.str
#     %10 = "physl.to_str"(%3) : (tensor<2x2xi64>) -> !physl.str
#     %11 = "physl.to_str"(%4) : (tensor<?xi64>) -> !physl.str
#     %12 = "physl.to_str"(%5) : (tensor<?xf64>) -> !physl.str
#     %13 = "physl.to_str"(%6) : (tensor<5xf64>) -> !physl.str
#     %14 = "physl.to_str"(%7) : (tensor<3x3xf64>) -> !physl.str
#     %15 = "physl.text"() {value = " "} : () -> !physl.str
#     %16 = "physl.text"() {value = " "} : () -> !physl.str
#     %17 = "physl.text"() {value = " "} : () -> !physl.str
#     %18 = "physl.text"() {value = " "} : () -> !physl.str
#     %19 = "physl.text"() {value = " "} : () -> !physl.str
#     %20 = "physl.text"() {value = " "} : () -> !physl.str
#     %21 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %22 = "physl.str_concat"(%8, %15, %9, %16, %10, %17, %11, %18, %12, %19, %13, %20, %14, %21) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%22) {to_stderr = false} : (!physl.str) -> ()
#     %cst_10 = arith.constant 1.000000e+00 : f64
#     %cst_11 = arith.constant 2.000000e+00 : f64
#     %cst_12 = arith.constant 3.000000e+00 : f64
#     %cst_13 = arith.constant 4.500000e+00 : f64
#     %23 = "physl.from_elements"(%cst_10, %cst_11, %cst_12, %cst_13) {shape = array<i64: 2, 2>} : (f64, f64, f64, f64) -> tensor<2x2xf64>
#     %c0_i64_14 = arith.constant 0 : i64
#     %c3_i64_15 = arith.constant 3 : i64
#     %c1_i64_16 = arith.constant 1 : i64
#     %24 = "physl.arange"(%c0_i64_14, %c3_i64_15, %c1_i64_16) : (i64, i64, i64) -> tensor<3xi64>
#     %c0_i64_17 = arith.constant 0 : i64
#     %c3_i64_18 = arith.constant 3 : i64
#     %25 = "physl.full"(%c0_i64_17, %c3_i64_18) : (i64, i64) -> tensor<3xi64>
#     %c0_i64_19 = arith.constant 0 : i64
#     %c3_i64_20 = arith.constant 3 : i64
#     %c1_i64_21 = arith.constant 1 : i64
#     %26 = "physl.arange"(%c0_i64_19, %c3_i64_20, %c1_i64_21) : (i64, i64, i64) -> tensor<3xi64>
#     %27 = "physl.new"(%26) : (tensor<3xi64>) -> !physl.ref<tensor<3xi64>>
#     %c0_i64_22 = arith.constant 0 : i64
#     %c3_i64_23 = arith.constant 3 : i64
#     %c1_i64_24 = arith.constant 1 : i64
#     %28 = "physl.arange"(%c0_i64_22, %c3_i64_23, %c1_i64_24) : (i64, i64, i64) -> tensor<3xi64>
#     %29 = "physl.new"(%28) : (tensor<3xi64>) -> !physl.ref<tensor<3xi64>>
#     %30 = "physl.read"(%27) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#     %31 = "physl.read"(%29) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#     %32 = "physl.stack"(%30, %31) {axis = 0 : i64} : (tensor<3xi64>, tensor<3xi64>) -> tensor<2x3xi64>
#     %33 = "physl.to_str"(%23) : (tensor<2x2xf64>) -> !physl.str
#     %34 = "physl.to_str"(%25) : (tensor<3xi64>) -> !physl.str
#     %35 = "physl.to_str"(%32) : (tensor<2x3xi64>) -> !physl.str
#     %36 = "physl.text"() {value = " "} : () -> !physl.str
#     %37 = "physl.text"() {value = " "} : () -> !physl.str
#     %38 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %39 = "physl.str_concat"(%33, %36, %34, %37, %35, %38) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%39) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
