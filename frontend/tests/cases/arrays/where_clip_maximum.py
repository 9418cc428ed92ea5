import numpy as np

a = np.linspace(-1, 1, 5)
print(np.where(a > 0, a, 0), np.clip(a, -0.5, 0.5), np.maximum(a, 0), np.where(a > 0)[0], np.abs(a), np.sqrt(2.0))
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant -1.000000e+00 : f64
#     %cst_0 = arith.constant 1.000000e+00 : f64
#     %c5_i64 = arith.constant 5 : i64
#     %0 = "physl.linspace"(%cst, %cst_0, %c5_i64) {endpoint = true} : (f64, f64, i64) -> tensor<5xf64>
#     %1 = "physl.new"(%0) : (tensor<5xf64>) -> !physl.ref<tensor<5xf64>>
#     %2 = "physl.read"(%1) : (!physl.ref<tensor<5xf64>>) -> tensor<5xf64>
#     %cst_1 = arith.constant 0.000000e+00 : f64
#     %3 = "physl.from_scalar"(%cst_1) : (f64) -> tensor<f64>
#     %4 = "physl.gt"(%2, %3) : (tensor<5xf64>, tensor<f64>) -> tensor<5xi1>
#     %5 = "physl.read"(%1) : (!physl.ref<tensor<5xf64>>) -> tensor<5xf64>
#     %cst_2 = arith.constant 0.000000e+00 : f64
#     %6 = "physl.from_scalar"(%cst_2) : (f64) -> tensor<f64>
#     %7 = "physl.where"(%4, %5, %6) : (tensor<5xi1>, tensor<5xf64>, tensor<f64>) -> tensor<5xf64>
#     %cst_3 = arith.constant -5.000000e-01 : f64
#     %8 = "physl.from_scalar"(%cst_3) : (f64) -> tensor<f64>
#     %9 = "physl.read"(%1) : (!physl.ref<tensor<5xf64>>) -> tensor<5xf64>
#     %10 = "physl.maximum"(%8, %9) : (tensor<f64>, tensor<5xf64>) -> tensor<5xf64>
#     %cst_4 = arith.constant 5.000000e-01 : f64
#     %11 = "physl.from_scalar"(%cst_4) : (f64) -> tensor<f64>
#     %12 = "physl.minimum"(%11, %10) : (tensor<f64>, tensor<5xf64>) -> tensor<5xf64>
#     %13 = "physl.read"(%1) : (!physl.ref<tensor<5xf64>>) -> tensor<5xf64>
#     %cst_5 = arith.constant 0.000000e+00 : f64
#     %14 = "physl.from_scalar"(%cst_5) : (f64) -> tensor<f64>
#     %15 = "physl.maximum"(%13, %14) : (tensor<5xf64>, tensor<f64>) -> tensor<5xf64>
#     %16 = "physl.read"(%1) : (!physl.ref<tensor<5xf64>>) -> tensor<5xf64>
#     %cst_6 = arith.constant 0.000000e+00 : f64
#     %17 = "physl.from_scalar"(%cst_6) : (f64) -> tensor<f64>
#     %18 = "physl.gt"(%16, %17) : (tensor<5xf64>, tensor<f64>) -> tensor<5xi1>
#     %19 = "physl.nonzero"(%18) {axis = 0 : i64} : (tensor<5xi1>) -> tensor<?xi64>
#     %20 = "physl.read"(%1) : (!physl.ref<tensor<5xf64>>) -> tensor<5xf64>
#     %21 = "physl.abs"(%20) : (tensor<5xf64>) -> tensor<5xf64>
#     %cst_7 = arith.constant 2.000000e+00 : f64
#     %22 = "physl.py_to_np"(%cst_7) {op = "sqrt"} : (f64) -> f64
#     %23 = "physl.to_str"(%7) : (tensor<5xf64>) -> !physl.str
#     %24 = "physl.to_str"(%12) : (tensor<5xf64>) -> !physl.str
#     %25 = "physl.to_str"(%15) : (tensor<5xf64>) -> !physl.str
#     %26 = "physl.to_str"(%19) : (tensor<?xi64>) -> !physl.str
#     %27 = "physl.to_str"(%21) : (tensor<5xf64>) -> !physl.str
#     %28 = "physl.to_str"(%22) : (f64) -> !physl.str
#     %29 = "physl.text"() {value = " "} : () -> !physl.str
#     %30 = "physl.text"() {value = " "} : () -> !physl.str
#     %31 = "physl.text"() {value = " "} : () -> !physl.str
#     %32 = "physl.text"() {value = " "} : () -> !physl.str
#     %33 = "physl.text"() {value = " "} : () -> !physl.str
#     %34 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %35 = "physl.str_concat"(%23, %29, %24, %30, %25, %31, %26, %32, %27, %33, %28, %34) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%35) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
