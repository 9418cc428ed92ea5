import numpy as np

a = np.arange(4)
a += 1
a *= 2
b = np.zeros(3, dtype=np.float32)
b += 1
b -= np.ones(3)
print(a, b)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     %c4_i64 = arith.constant 4 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %0 = "physl.arange"(%c0_i64, %c4_i64, %c1_i64) : (i64, i64, i64) -> tensor<4xi64>
#     %1 = "physl.new"(%0) : (tensor<4xi64>) -> !physl.ref<tensor<4xi64>>
#     %2 = "physl.read"(%1) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %c1_i64_0 = arith.constant 1 : i64
#     %3 = "physl.from_scalar"(%c1_i64_0) : (i64) -> tensor<i64>
#     %4 = "physl.add"(%2, %3) : (tensor<4xi64>, tensor<i64>) -> tensor<4xi64>
#     "physl.write"(%1, %4) : (!physl.ref<tensor<4xi64>>, tensor<4xi64>) -> ()
#     %5 = "physl.read"(%1) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %c2_i64 = arith.constant 2 : i64
#     %6 = "physl.from_scalar"(%c2_i64) : (i64) -> tensor<i64>
#     %7 = "physl.mul"(%5, %6) : (tensor<4xi64>, tensor<i64>) -> tensor<4xi64>
#     "physl.write"(%1, %7) : (!physl.ref<tensor<4xi64>>, tensor<4xi64>) -> ()
#     %cst = arith.constant 0.000000e+00 : f32
#     %c3_i64 = arith.constant 3 : i64
#     %8 = "physl.full"(%cst, %c3_i64) : (f32, i64) -> tensor<3xf32>
#     %9 = "physl.new"(%8) : (tensor<3xf32>) -> !physl.ref<tensor<3xf32>>
#     %10 = "physl.read"(%9) : (!physl.ref<tensor<3xf32>>) -> tensor<3xf32>
#     %cst_1 = arith.constant 1.000000e+00 : f32
#     %11 = "physl.from_scalar"(%cst_1) : (f32) -> tensor<f32>
#     %12 = "physl.add"(%10, %11) : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
#     "physl.write"(%9, %12) : (!physl.ref<tensor<3xf32>>, tensor<3xf32>) -> ()
#     %cst_2 = arith.constant 1.000000e+00 : f64
#     %c3_i64_3 = arith.constant 3 : i64
#     %13 = "physl.full"(%cst_2, %c3_i64_3) : (f64, i64) -> tensor<3xf64>
#     %14 = "physl.read"(%9) : (!physl.ref<tensor<3xf32>>) -> tensor<3xf32>
#     %15 = "physl.cast"(%14) : (tensor<3xf32>) -> tensor<3xf64>
#     %16 = "physl.sub"(%15, %13) : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
#     %17 = "physl.cast"(%16) : (tensor<3xf64>) -> tensor<3xf32>
#     "physl.write"(%9, %17) : (!physl.ref<tensor<3xf32>>, tensor<3xf32>) -> ()
#     %18 = "physl.read"(%1) : (!physl.ref<tensor<4xi64>>) -> tensor<4xi64>
#     %19 = "physl.to_str"(%18) : (tensor<4xi64>) -> !physl.str
#     %20 = "physl.read"(%9) : (!physl.ref<tensor<3xf32>>) -> tensor<3xf32>
#     %21 = "physl.to_str"(%20) : (tensor<3xf32>) -> !physl.str
#     %22 = "physl.text"() {value = " "} : () -> !physl.str
#     %23 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %24 = "physl.str_concat"(%19, %22, %21, %23) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%24) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
