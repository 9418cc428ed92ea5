import sys
import numpy as np


def describe(a):
    rows, columns = a.shape
    return rows * columns, a.ndim, a.size, a.dtype, len(a)


n = len(sys.argv)
print(describe(np.zeros((n, 3))))
# ---- expected ----
# module {
#   func.func private @describe(%arg0: !physl.ref<tensor<?x3xf64>>) -> (i64, i64, i64, i64) {
#     %0 = "physl.dim"(%arg0) {axis = 0 : i64} : (!physl.ref<tensor<?x3xf64>>) -> i64
#     %c3_i64 = arith.constant 3 : i64
#     %1 = "physl.int_mul"(%0, %c3_i64) : (i64, i64) -> i64
#     %2 = "physl.size"(%arg0) : (!physl.ref<tensor<?x3xf64>>) -> i64
#     %3 = "physl.dim"(%arg0) {axis = 0 : i64} : (!physl.ref<tensor<?x3xf64>>) -> i64
#     %c2_i64 = arith.constant 2 : i64
#     return %1, %c2_i64, %2, %3 : i64, i64, i64, i64
#   }
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %cst = arith.constant 0.000000e+00 : f64
#     %c3_i64 = arith.constant 3 : i64
#     %1 = "physl.full"(%cst, %0, %c3_i64) : (f64, i64, i64) -> tensor<?x3xf64>
#     %2 = "physl.new"(%1) : (tensor<?x3xf64>) -> !physl.ref<tensor<?x3xf64>>
#     %3:4 = call @describe(%2) : (!physl.ref<tensor<?x3xf64>>) -> (i64, i64, i64, i64)
#     %4 = "physl.repr"(%3#0) {numpy = false} : (i64) -> !physl.str
#     %5 = "physl.repr"(%3#1) {numpy = false} : (i64) -> !physl.str
#     %6 = "physl.repr"(%3#2) {numpy = false} : (i64) -> !physl.str
#     %7 = "physl.repr"(%3#3) {numpy = false} : (i64) -> !physl.str
#     %8 = "physl.text"() {value = "("} : () -> !physl.str
#     %9 = "physl.text"() {value = ", "} : () -> !physl.str
#     %10 = "physl.text"() {value = ", "} : () -> !physl.str
#     %11 = "physl.text"() {value = ", float64, "} : () -> !physl.str
#     %12 = "physl.text"() {value = ")"} : () -> !physl.str
#     %13 = "physl.str_concat"(%8, %4, %9, %5, %10, %6, %11, %7, %12) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     %14 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %15 = "physl.str_concat"(%13, %14) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%15) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
