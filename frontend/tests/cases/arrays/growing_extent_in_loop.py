import numpy as np

a = np.zeros(2)
for _ in range(3):
    a = np.concatenate([a, a])
print(a.shape)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 0.000000e+00 : f64
#     %c2_i64 = arith.constant 2 : i64
#     %0 = "physl.full"(%cst, %c2_i64) : (f64, i64) -> tensor<2xf64>
#     %1 = "physl.new"(%0) : (tensor<2xf64>) -> !physl.ref<tensor<2xf64>>
#     %c0_i64 = arith.constant 0 : i64
#     %c3_i64 = arith.constant 3 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %2 = "physl.view"(%1) {spec = "e"} : (!physl.ref<tensor<2xf64>>) -> !physl.ref<tensor<?xf64>>
#     %3 = scf.for %arg0 = %c0_i64 to %c3_i64 step %c1_i64 iter_args(%arg1 = %2) -> (!physl.ref<tensor<?xf64>>)  : i64 {
#       %11 = "physl.read"(%arg1) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
#       %12 = "physl.read"(%arg1) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
#       %13 = "physl.concat"(%11, %12) {axis = 0 : i64} : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
#       %14 = "physl.new"(%13) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
#       scf.yield %14 : !physl.ref<tensor<?xf64>>
#     }
#     %4 = "physl.dim"(%3) {axis = 0 : i64} : (!physl.ref<tensor<?xf64>>) -> i64
#     %5 = "physl.repr"(%4) {numpy = false} : (i64) -> !physl.str
#     %6 = "physl.text"() {value = "("} : () -> !physl.str
#     %7 = "physl.text"() {value = ",)"} : () -> !physl.str
#     %8 = "physl.str_concat"(%6, %5, %7) : (!physl.str, !physl.str, !physl.str) -> !physl.str
#     %9 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %10 = "physl.str_concat"(%8, %9) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%10) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
