import numpy as np

a = np.ones((3, 4), dtype=np.int32)
s = a.sum()
print(s, a.mean(axis=0), a.max(axis=1, keepdims=True), a.std(), np.any(a > 0), a.argmax(axis=1), np.prod(a, axis=(0, 1)))
print(a / a.sum(axis=1, keepdims=True), s / 2)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c1_i32 = arith.constant 1 : i32
#     %c3_i64 = arith.constant 3 : i64
#     %c4_i64 = arith.constant 4 : i64
#     %0 = "physl.full"(%c1_i32, %c3_i64, %c4_i64) : (i32, i64, i64) -> tensor<3x4xi32>
#     %1 = "physl.new"(%0) : (tensor<3x4xi32>) -> !physl.ref<tensor<3x4xi32>>
#     %2 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %3 = "physl.cast"(%2) : (tensor<3x4xi32>) -> tensor<3x4xi64>
#     %4 = "physl.sum"(%3) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<3x4xi64>) -> tensor<i64>
#     %5 = "physl.item"(%4) : (tensor<i64>) -> i64
#     %6 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %7 = "physl.cast"(%6) : (tensor<3x4xi32>) -> tensor<3x4xf64>
#     %8 = "physl.sum"(%7) {axes = array<i64: 0>, keepdims = false} : (tensor<3x4xf64>) -> tensor<4xf64>
#     %cst = arith.constant 3.000000e+00 : f64
#     %9 = "physl.from_scalar"(%cst) : (f64) -> tensor<f64>
#     %10 = "physl.div"(%8, %9) : (tensor<4xf64>, tensor<f64>) -> tensor<4xf64>
#     %11 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %12 = "physl.max"(%11) {axes = array<i64: 1>, keepdims = true} : (tensor<3x4xi32>) -> tensor<3x1xi32>
#     %13 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %14 = "physl.cast"(%13) : (tensor<3x4xi32>) -> tensor<3x4xf64>
#     %15 = "physl.sum"(%14) {axes = array<i64: 0, 1>, keepdims = true} : (tensor<3x4xf64>) -> tensor<1x1xf64>
#     %cst_0 = arith.constant 1.200000e+01 : f64
#     %16 = "physl.from_scalar"(%cst_0) : (f64) -> tensor<f64>
#     %17 = "physl.div"(%15, %16) : (tensor<1x1xf64>, tensor<f64>) -> tensor<1x1xf64>
#     %18 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %19 = "physl.cast"(%18) : (tensor<3x4xi32>) -> tensor<3x4xf64>
#     %20 = "physl.sub"(%19, %17) : (tensor<3x4xf64>, tensor<1x1xf64>) -> tensor<3x4xf64>
#     %21 = "physl.square"(%20) : (tensor<3x4xf64>) -> tensor<3x4xf64>
#     %22 = "physl.sum"(%21) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<3x4xf64>) -> tensor<f64>
#     %cst_1 = arith.constant 1.200000e+01 : f64
#     %23 = "physl.from_scalar"(%cst_1) : (f64) -> tensor<f64>
#     %24 = "physl.div"(%22, %23) : (tensor<f64>, tensor<f64>) -> tensor<f64>
#     %25 = "physl.sqrt"(%24) : (tensor<f64>) -> tensor<f64>
#     %26 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %c0_i32 = arith.constant 0 : i32
#     %27 = "physl.from_scalar"(%c0_i32) : (i32) -> tensor<i32>
#     %28 = "physl.gt"(%26, %27) : (tensor<3x4xi32>, tensor<i32>) -> tensor<3x4xi1>
#     %29 = "physl.any"(%28) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<3x4xi1>) -> tensor<i1>
#     %30 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %31 = "physl.argmax"(%30) {axis = 1 : i64, keepdims = false} : (tensor<3x4xi32>) -> tensor<3xi64>
#     %32 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %33 = "physl.cast"(%32) : (tensor<3x4xi32>) -> tensor<3x4xi64>
#     %34 = "physl.prod"(%33) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<3x4xi64>) -> tensor<i64>
#     %35 = "physl.to_str"(%5) : (i64) -> !physl.str
#     %36 = "physl.to_str"(%10) : (tensor<4xf64>) -> !physl.str
#     %37 = "physl.to_str"(%12) : (tensor<3x1xi32>) -> !physl.str
#     %38 = "physl.item"(%25) : (tensor<f64>) -> f64
#     %39 = "physl.to_str"(%38) : (f64) -> !physl.str
#     %40 = "physl.item"(%29) : (tensor<i1>) -> i1
#     %41 = "physl.to_str"(%40) : (i1) -> !physl.str
#     %42 = "physl.to_str"(%31) : (tensor<3xi64>) -> !physl.str
#     %43 = "physl.item"(%34) : (tensor<i64>) -> i64
#     %44 = "physl.to_str"(%43) : (i64) -> !physl.str
#     %45 = "physl.text"() {value = " "} : () -> !physl.str
#     %46 = "physl.text"() {value = " "} : () -> !physl.str
#     %47 = "physl.text"() {value = " "} : () -> !physl.str
#     %48 = "physl.text"() {value = " "} : () -> !physl.str
#     %49 = "physl.text"() {value = " "} : () -> !physl.str
#     %50 = "physl.text"() {value = " "} : () -> !physl.str
#     %51 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %52 = "physl.str_concat"(%35, %45, %36, %46, %37, %47, %39, %48, %41, %49, %42, %50, %44, %51) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%52) {to_stderr = false} : (!physl.str) -> ()
#     %53 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %54 = "physl.cast"(%53) : (tensor<3x4xi32>) -> tensor<3x4xi64>
#     %55 = "physl.sum"(%54) {axes = array<i64: 1>, keepdims = true} : (tensor<3x4xi64>) -> tensor<3x1xi64>
#     %56 = "physl.read"(%1) : (!physl.ref<tensor<3x4xi32>>) -> tensor<3x4xi32>
#     %57 = "physl.cast"(%56) : (tensor<3x4xi32>) -> tensor<3x4xf64>
#     %58 = "physl.cast"(%55) : (tensor<3x1xi64>) -> tensor<3x1xf64>
#     %59 = "physl.div"(%57, %58) : (tensor<3x4xf64>, tensor<3x1xf64>) -> tensor<3x4xf64>
#     %60 = arith.sitofp %5 : i64 to f64
#     %cst_2 = arith.constant 2.000000e+00 : f64
#     %61 = arith.divf %60, %cst_2 : f64
#     %62 = "physl.to_str"(%59) : (tensor<3x4xf64>) -> !physl.str
#     %63 = "physl.to_str"(%61) : (f64) -> !physl.str
#     %64 = "physl.text"() {value = " "} : () -> !physl.str
#     %65 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %66 = "physl.str_concat"(%62, %64, %63, %65) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%66) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
