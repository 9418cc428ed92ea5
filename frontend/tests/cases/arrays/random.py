import numpy as np

np.random.seed(0)
print(np.random.rand(3), np.random.randn(2, 2), np.random.rand(), np.random.randint(0, 5, size=3))
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     "physl.seed"(%c0_i64) : (i64) -> ()
#     %c3_i64 = arith.constant 3 : i64
#     %0 = "physl.rand"(%c3_i64) : (i64) -> tensor<3xf64>
#     %c2_i64 = arith.constant 2 : i64
#     %c2_i64_0 = arith.constant 2 : i64
#     %1 = "physl.randn"(%c2_i64, %c2_i64_0) : (i64, i64) -> tensor<2x2xf64>
#     %2 = "physl.rand"() : () -> f64
#     %c0_i64_1 = arith.constant 0 : i64
#     %c5_i64 = arith.constant 5 : i64
#     %c3_i64_2 = arith.constant 3 : i64
#     %3 = "physl.randint"(%c0_i64_1, %c5_i64, %c3_i64_2) : (i64, i64, i64) -> tensor<3xi64>
#     %4 = "physl.to_str"(%0) : (tensor<3xf64>) -> !physl.str
#     %5 = "physl.to_str"(%1) : (tensor<2x2xf64>) -> !physl.str
#     %6 = "physl.to_str"(%2) : (f64) -> !physl.str
#     %7 = "physl.to_str"(%3) : (tensor<3xi64>) -> !physl.str
#     %8 = "physl.text"() {value = " "} : () -> !physl.str
#     %9 = "physl.text"() {value = " "} : () -> !physl.str
#     %10 = "physl.text"() {value = " "} : () -> !physl.str
#     %11 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %12 = "physl.str_concat"(%4, %8, %5, %9, %6, %10, %7, %11) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%12) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
