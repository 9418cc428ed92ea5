import numpy as np

a = np.arange(6.0).reshape(2, 3)
m = a > 2
print(a[m], a[m].sum(), m.sum())
a[m] = 0
a[a == 1] += 5
a[~m & (a > 0)] = -1
print(a)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 0.000000e+00 : f64
#     %cst_0 = arith.constant 6.000000e+00 : f64
#     %cst_1 = arith.constant 1.000000e+00 : f64
#     %0 = "physl.arange"(%cst, %cst_0, %cst_1) : (f64, f64, f64) -> tensor<?xf64>
#     %c2_i64 = arith.constant 2 : i64
#     %c3_i64 = arith.constant 3 : i64
#     %1 = "physl.reshape"(%0, %c2_i64, %c3_i64) : (tensor<?xf64>, i64, i64) -> tensor<2x3xf64>
#     %2 = "physl.new"(%1) : (tensor<2x3xf64>) -> !physl.ref<tensor<2x3xf64>>
#     %3 = "physl.read"(%2) : (!physl.ref<tensor<2x3xf64>>) -> tensor<2x3xf64>
#     %cst_2 = arith.constant 2.000000e+00 : f64
#     %4 = "physl.from_scalar"(%cst_2) : (f64) -> tensor<f64>
#     %5 = "physl.gt"(%3, %4) : (tensor<2x3xf64>, tensor<f64>) -> tensor<2x3xi1>
#     %6 = "physl.new"(%5) : (tensor<2x3xi1>) -> !physl.ref<tensor<2x3xi1>>
#     %7 = "physl.read"(%2) : (!physl.ref<tensor<2x3xf64>>) -> tensor<2x3xf64>
#     %8 = "physl.read"(%6) : (!physl.ref<tensor<2x3xi1>>) -> tensor<2x3xi1>
#     %9 = "physl.take_mask"(%7, %8) : (tensor<2x3xf64>, tensor<2x3xi1>) -> tensor<?xf64>
#     %10 = "physl.read"(%2) : (!physl.ref<tensor<2x3xf64>>) -> tensor<2x3xf64>
#     %11 = "physl.read"(%6) : (!physl.ref<tensor<2x3xi1>>) -> tensor<2x3xi1>
#     %12 = "physl.take_mask"(%10, %11) : (tensor<2x3xf64>, tensor<2x3xi1>) -> tensor<?xf64>
#     %13 = "physl.sum"(%12) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
#     %14 = "physl.read"(%6) : (!physl.ref<tensor<2x3xi1>>) -> tensor<2x3xi1>
#     %15 = "physl.cast"(%14) : (tensor<2x3xi1>) -> tensor<2x3xi64>
#     %16 = "physl.sum"(%15) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<2x3xi64>) -> tensor<i64>
#     %17 = "physl.to_str"(%9) : (tensor<?xf64>) -> !physl.str
#     %18 = "physl.item"(%13) : (tensor<f64>) -> f64
#     %19 = "physl.to_str"(%18) : (f64) -> !physl.str
#     %20 = "physl.item"(%16) : (tensor<i64>) -> i64
#     %21 = "physl.to_str"(%20) : (i64) -> !physl.str
#     %22 = "physl.text"() {value = " "} : () -> !physl.str
#     %23 = "physl.text"() {value = " "} : () -> !physl.str
#     %24 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %25 = "physl.str_concat"(%17, %22, %19, %23, %21, %24) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%25) {to_stderr = false} : (!physl.str) -> ()
#     %cst_3 = arith.constant 0.000000e+00 : f64
#     %26 = "physl.from_scalar"(%cst_3) : (f64) -> tensor<f64>
#     %27 = "physl.read"(%6) : (!physl.ref<tensor<2x3xi1>>) -> tensor<2x3xi1>
#     "physl.put_mask"(%2, %27, %26) : (!physl.ref<tensor<2x3xf64>>, tensor<2x3xi1>, tensor<f64>) -> ()
#     %28 = "physl.read"(%2) : (!physl.ref<tensor<2x3xf64>>) -> tensor<2x3xf64>
#     %cst_4 = arith.constant 1.000000e+00 : f64
#     %29 = "physl.from_scalar"(%cst_4) : (f64) -> tensor<f64>
#     %30 = "physl.eq"(%28, %29) : (tensor<2x3xf64>, tensor<f64>) -> tensor<2x3xi1>
#     %31 = "physl.read"(%2) : (!physl.ref<tensor<2x3xf64>>) -> tensor<2x3xf64>
#     %32 = "physl.take_mask"(%31, %30) : (tensor<2x3xf64>, tensor<2x3xi1>) -> tensor<?xf64>
#     %cst_5 = arith.constant 5.000000e+00 : f64
#     %33 = "physl.from_scalar"(%cst_5) : (f64) -> tensor<f64>
#     %34 = "physl.add"(%32, %33) : (tensor<?xf64>, tensor<f64>) -> tensor<?xf64>
#     "physl.put_mask"(%2, %30, %34) : (!physl.ref<tensor<2x3xf64>>, tensor<2x3xi1>, tensor<?xf64>) -> ()
#     %35 = "physl.read"(%6) : (!physl.ref<tensor<2x3xi1>>) -> tensor<2x3xi1>
#     %36 = "physl.not"(%35) : (tensor<2x3xi1>) -> tensor<2x3xi1>
#     %37 = "physl.read"(%2) : (!physl.ref<tensor<2x3xf64>>) -> tensor<2x3xf64>
#     %cst_6 = arith.constant 0.000000e+00 : f64
#     %38 = "physl.from_scalar"(%cst_6) : (f64) -> tensor<f64>
#     %39 = "physl.gt"(%37, %38) : (tensor<2x3xf64>, tensor<f64>) -> tensor<2x3xi1>
#     %40 = "physl.and"(%36, %39) : (tensor<2x3xi1>, tensor<2x3xi1>) -> tensor<2x3xi1>
#     %cst_7 = arith.constant -1.000000e+00 : f64
#     %41 = "physl.from_scalar"(%cst_7) : (f64) -> tensor<f64>
#     "physl.put_mask"(%2, %40, %41) : (!physl.ref<tensor<2x3xf64>>, tensor<2x3xi1>, tensor<f64>) -> ()
#     %42 = "physl.read"(%2) : (!physl.ref<tensor<2x3xf64>>) -> tensor<2x3xf64>
#     %43 = "physl.to_str"(%42) : (tensor<2x3xf64>) -> !physl.str
#     %44 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %45 = "physl.str_concat"(%43, %44) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%45) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
