import numpy as np

def total(a):
    s = 0
    for i in range(len(a)):
        s += a[i]
    return s

x = np.linspace(0, 1, 11)
print("total", total(x))
# ---- expected ----
# module {
#   func.func private @total(%arg0: !physl.ref<tensor<11xf64>>) -> (f64, i1) {
#     %c0_i64 = arith.constant 0 : i64
#     %c11_i64 = arith.constant 11 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %cst = arith.constant 0.000000e+00 : f64
#     %true = arith.constant true
#     %0:2 = scf.for %arg1 = %c0_i64 to %c11_i64 step %c1_i64 iter_args(%arg2 = %cst, %arg3 = %true) -> (f64, i1)  : i64 {
#       %1 = "physl.get_item"(%arg0, %arg1) : (!physl.ref<tensor<11xf64>>, i64) -> f64
#       %2 = arith.addf %arg2, %1 : f64
#       %false = arith.constant false
#       scf.yield %2, %false : f64, i1
#     }
#     return %0#0, %0#1 : f64, i1
#   }
#   func.func @__main__() {
#     %cst = arith.constant 0.000000e+00 : f64
#     %cst_0 = arith.constant 1.000000e+00 : f64
#     %c11_i64 = arith.constant 11 : i64
#     %0 = "physl.linspace"(%cst, %cst_0, %c11_i64) {endpoint = true} : (f64, f64, i64) -> tensor<11xf64>
#     %1 = "physl.new"(%0) : (tensor<11xf64>) -> !physl.ref<tensor<11xf64>>
#     %2:2 = call @total(%1) : (!physl.ref<tensor<11xf64>>) -> (f64, i1)
#     %3 = scf.if %2#1 -> (!physl.str) {
#       %7 = arith.fptosi %2#0 : f64 to i64
#       %8 = "physl.to_str"(%7) : (i64) -> !physl.str
#       scf.yield %8 : !physl.str
#     } else {
#       %7 = "physl.to_str"(%2#0) : (f64) -> !physl.str
#       scf.yield %7 : !physl.str
#     }
#     %4 = "physl.text"() {value = "total "} : () -> !physl.str
#     %5 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %6 = "physl.str_concat"(%4, %3, %5) : (!physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%6) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
