import numpy as np

f = np.ones(3, dtype=np.float32)
i = np.ones(3, dtype=np.int8)
print(f * 2, f * 2.5, i + 1, i / 2, i + np.int16(3), f + np.float64(1), i > 300, True + i)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 1.000000e+00 : f32
#     %c3_i64 = arith.constant 3 : i64
#     %0 = "physl.full"(%cst, %c3_i64) : (f32, i64) -> tensor<3xf32>
#     %1 = "physl.new"(%0) : (tensor<3xf32>) -> !physl.ref<tensor<3xf32>>
#     %c1_i8 = arith.constant 1 : i8
#     %c3_i64_0 = arith.constant 3 : i64
#     %2 = "physl.full"(%c1_i8, %c3_i64_0) : (i8, i64) -> tensor<3xi8>
#     %3 = "physl.new"(%2) : (tensor<3xi8>) -> !physl.ref<tensor<3xi8>>
#     %4 = "physl.read"(%1) : (!physl.ref<tensor<3xf32>>) -> tensor<3xf32>
#     %cst_1 = arith.constant 2.000000e+00 : f32
#     %5 = "physl.from_scalar"(%cst_1) : (f32) -> tensor<f32>
#     %6 = "physl.mul"(%4, %5) : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
#     %7 = "physl.read"(%1) : (!physl.ref<tensor<3xf32>>) -> tensor<3xf32>
#     %cst_2 = arith.constant 2.500000e+00 : f32
#     %8 = "physl.from_scalar"(%cst_2) : (f32) -> tensor<f32>
#     %9 = "physl.mul"(%7, %8) : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
#     %10 = "physl.read"(%3) : (!physl.ref<tensor<3xi8>>) -> tensor<3xi8>
#     %c1_i8_3 = arith.constant 1 : i8
#     %11 = "physl.from_scalar"(%c1_i8_3) : (i8) -> tensor<i8>
#     %12 = "physl.add"(%10, %11) : (tensor<3xi8>, tensor<i8>) -> tensor<3xi8>
#     %13 = "physl.read"(%3) : (!physl.ref<tensor<3xi8>>) -> tensor<3xi8>
#     %14 = "physl.cast"(%13) : (tensor<3xi8>) -> tensor<3xf64>
#     %cst_4 = arith.constant 2.000000e+00 : f64
#     %15 = "physl.from_scalar"(%cst_4) : (f64) -> tensor<f64>
#     %16 = "physl.div"(%14, %15) : (tensor<3xf64>, tensor<f64>) -> tensor<3xf64>
#     %17 = "physl.read"(%3) : (!physl.ref<tensor<3xi8>>) -> tensor<3xi8>
#     %18 = "physl.cast"(%17) : (tensor<3xi8>) -> tensor<3xi16>
#     %c3_i16 = arith.constant 3 : i16
#     %19 = "physl.from_scalar"(%c3_i16) : (i16) -> tensor<i16>
#     %20 = "physl.add"(%18, %19) : (tensor<3xi16>, tensor<i16>) -> tensor<3xi16>
#     %21 = "physl.read"(%1) : (!physl.ref<tensor<3xf32>>) -> tensor<3xf32>
#     %22 = "physl.cast"(%21) : (tensor<3xf32>) -> tensor<3xf64>
#     %cst_5 = arith.constant 1.000000e+00 : f64
#     %23 = "physl.from_scalar"(%cst_5) : (f64) -> tensor<f64>
#     %24 = "physl.add"(%22, %23) : (tensor<3xf64>, tensor<f64>) -> tensor<3xf64>
#     %25 = "physl.read"(%3) : (!physl.ref<tensor<3xi8>>) -> tensor<3xi8>
#     %26 = "physl.cast"(%25) : (tensor<3xi8>) -> tensor<3xi64>
#     %c300_i64 = arith.constant 300 : i64
#     %27 = "physl.from_scalar"(%c300_i64) : (i64) -> tensor<i64>
#     %28 = "physl.gt"(%26, %27) : (tensor<3xi64>, tensor<i64>) -> tensor<3xi1>
#     %c1_i8_6 = arith.constant 1 : i8
#     %29 = "physl.from_scalar"(%c1_i8_6) : (i8) -> tensor<i8>
#     %30 = "physl.read"(%3) : (!physl.ref<tensor<3xi8>>) -> tensor<3xi8>
#     %31 = "physl.add"(%29, %30) : (tensor<i8>, tensor<3xi8>) -> tensor<3xi8>
#     %32 = "physl.to_str"(%6) : (tensor<3xf32>) -> !physl.str
#     %33 = "physl.to_str"(%9) : (tensor<3xf32>) -> !physl.str
#     %34 = "physl.to_str"(%12) : (tensor<3xi8>) -> !physl.str
#     %35 = "physl.to_str"(%16) : (tensor<3xf64>) -> !physl.str
#     %36 = "physl.to_str"(%20) : (tensor<3xi16>) -> !physl.str
#     %37 = "physl.to_str"(%24) : (tensor<3xf64>) -> !physl.str
#     %38 = "physl.to_str"(%28) : (tensor<3xi1>) -> !physl.str
#     %39 = "physl.to_str"(%31) : (tensor<3xi8>) -> !physl.str
#     %40 = "physl.text"() {value = " "} : () -> !physl.str
#     %41 = "physl.text"() {value = " "} : () -> !physl.str
#     %42 = "physl.text"() {value = " "} : () -> !physl.str
#     %43 = "physl.text"() {value = " "} : () -> !physl.str
#     %44 = "physl.text"() {value = " "} : () -> !physl.str
#     %45 = "physl.text"() {value = " "} : () -> !physl.str
#     %46 = "physl.text"() {value = " "} : () -> !physl.str
#     %47 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %48 = "physl.str_concat"(%32, %40, %33, %41, %34, %42, %35, %43, %36, %44, %37, %45, %38, %46, %39, %47) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%48) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
