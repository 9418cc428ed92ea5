import sys
import numpy as np

n = int(sys.argv[1]) if len(sys.argv) > 1 else 100

def step(u, alpha):
    v = u.copy()
    v[1:-1, 1:-1] = u[1:-1, 1:-1] + alpha * (u[2:, 1:-1] + u[:-2, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2] - 4 * u[1:-1, 1:-1])
    return v

u = np.zeros((n, n))
u[0, :] = 1.0
err = 1.0
it = 0
while err > 1e-4 and it < 1000:
    v = step(u, 0.25)
    err = np.max(np.abs(v - u))
    u = v
    it += 1
print(it, err)
np.save("u.npy", u)
# ---- expected ----
# module {
#   func.func private @step(%arg0: !physl.ref<tensor<?x?xf64>>, %arg1: f64) -> !physl.ref<tensor<?x?xf64>> {
#     %0 = "physl.read"(%arg0) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %1 = "physl.copy"(%0) : (tensor<?x?xf64>) -> tensor<?x?xf64>
#     %2 = "physl.new"(%1) : (tensor<?x?xf64>) -> !physl.ref<tensor<?x?xf64>>
#     %c1_i64 = arith.constant 1 : i64
#     %c-1_i64 = arith.constant -1 : i64
#     %c1_i64_0 = arith.constant 1 : i64
#     %c-1_i64_1 = arith.constant -1 : i64
#     %3 = "physl.view"(%arg0, %c1_i64, %c-1_i64, %c1_i64_0, %c-1_i64_1) {spec = ":st,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
#     %c2_i64 = arith.constant 2 : i64
#     %c1_i64_2 = arith.constant 1 : i64
#     %c-1_i64_3 = arith.constant -1 : i64
#     %4 = "physl.view"(%arg0, %c2_i64, %c1_i64_2, %c-1_i64_3) {spec = ":s,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
#     %c-2_i64 = arith.constant -2 : i64
#     %c1_i64_4 = arith.constant 1 : i64
#     %c-1_i64_5 = arith.constant -1 : i64
#     %5 = "physl.view"(%arg0, %c-2_i64, %c1_i64_4, %c-1_i64_5) {spec = ":t,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
#     %6 = "physl.read"(%4) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %7 = "physl.read"(%5) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %8 = "physl.add"(%6, %7) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
#     %c1_i64_6 = arith.constant 1 : i64
#     %c-1_i64_7 = arith.constant -1 : i64
#     %c2_i64_8 = arith.constant 2 : i64
#     %9 = "physl.view"(%arg0, %c1_i64_6, %c-1_i64_7, %c2_i64_8) {spec = ":st,:s"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
#     %10 = "physl.read"(%9) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %11 = "physl.add"(%8, %10) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
#     %c1_i64_9 = arith.constant 1 : i64
#     %c-1_i64_10 = arith.constant -1 : i64
#     %c-2_i64_11 = arith.constant -2 : i64
#     %12 = "physl.view"(%arg0, %c1_i64_9, %c-1_i64_10, %c-2_i64_11) {spec = ":st,:t"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
#     %13 = "physl.read"(%12) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %14 = "physl.add"(%11, %13) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
#     %c1_i64_12 = arith.constant 1 : i64
#     %c-1_i64_13 = arith.constant -1 : i64
#     %c1_i64_14 = arith.constant 1 : i64
#     %c-1_i64_15 = arith.constant -1 : i64
#     %15 = "physl.view"(%arg0, %c1_i64_12, %c-1_i64_13, %c1_i64_14, %c-1_i64_15) {spec = ":st,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
#     %cst = arith.constant 4.000000e+00 : f64
#     %16 = "physl.from_scalar"(%cst) : (f64) -> tensor<f64>
#     %17 = "physl.read"(%15) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %18 = "physl.mul"(%16, %17) : (tensor<f64>, tensor<?x?xf64>) -> tensor<?x?xf64>
#     %19 = "physl.sub"(%14, %18) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
#     %20 = "physl.from_scalar"(%arg1) : (f64) -> tensor<f64>
#     %21 = "physl.mul"(%20, %19) : (tensor<f64>, tensor<?x?xf64>) -> tensor<?x?xf64>
#     %22 = "physl.read"(%3) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %23 = "physl.add"(%22, %21) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
#     %c1_i64_16 = arith.constant 1 : i64
#     %c-1_i64_17 = arith.constant -1 : i64
#     %c1_i64_18 = arith.constant 1 : i64
#     %c-1_i64_19 = arith.constant -1 : i64
#     %24 = "physl.view"(%2, %c1_i64_16, %c-1_i64_17, %c1_i64_18, %c-1_i64_19) {spec = ":st,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
#     "physl.write"(%24, %23) : (!physl.ref<tensor<?x?xf64>>, tensor<?x?xf64>) -> ()
#     return %2 : !physl.ref<tensor<?x?xf64>>
#   }
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %c1_i64 = arith.constant 1 : i64
#     %1 = arith.cmpi sgt, %0, %c1_i64 : i64
#     %2 = scf.if %1 -> (i64) {
#       %c1_i64_5 = arith.constant 1 : i64
#       %16 = "physl.argv"(%c1_i64_5) : (i64) -> !physl.str
#       %17 = "physl.parse_int"(%16) : (!physl.str) -> i64
#       scf.yield %17 : i64
#     } else {
#       %c100_i64 = arith.constant 100 : i64
#       scf.yield %c100_i64 : i64
#     }
#     %cst = arith.constant 0.000000e+00 : f64
#     %3 = "physl.full"(%cst, %2, %2) : (f64, i64, i64) -> tensor<?x?xf64>
#     %4 = "physl.new"(%3) : (tensor<?x?xf64>) -> !physl.ref<tensor<?x?xf64>>
#     %c0_i64 = arith.constant 0 : i64
#     %cst_0 = arith.constant 1.000000e+00 : f64
#     %5 = "physl.from_scalar"(%cst_0) : (f64) -> tensor<f64>
#     %6 = "physl.view"(%4, %c0_i64) {spec = "i,:"} : (!physl.ref<tensor<?x?xf64>>, i64) -> !physl.ref<tensor<?xf64>>
#     "physl.write"(%6, %5) : (!physl.ref<tensor<?xf64>>, tensor<f64>) -> ()
#     %c0_i64_1 = arith.constant 0 : i64
#     %cst_2 = arith.constant 1.000000e+00 : f64
#     %c0_i64_3 = arith.constant 0 : i64
#     %7:4 = scf.while (%arg0 = %c0_i64_1, %arg1 = %cst_2, %arg2 = %c0_i64_3, %arg3 = %4) : (i64, f64, i64, !physl.ref<tensor<?x?xf64>>) -> (i64, f64, i64, !physl.ref<tensor<?x?xf64>>) {
#       %c0_i64_5 = arith.constant 0 : i64
#       %16 = arith.cmpi eq, %arg0, %c0_i64_5 : i64
#       %cst_6 = arith.constant 1.000000e-04 : f64
#       %17 = arith.cmpf ogt, %arg1, %cst_6 : f64
#       %c0_i64_7 = arith.constant 0 : i64
#       %c1_i64_8 = arith.constant 1 : i64
#       %18 = arith.select %16, %c0_i64_7, %c1_i64_8 : i64
#       %c0_i64_9 = arith.constant 0 : i64
#       %19 = arith.cmpi eq, %18, %c0_i64_9 : i64
#       %c1000_i64 = arith.constant 1000 : i64
#       %20 = arith.cmpi slt, %arg2, %c1000_i64 : i64
#       %21 = arith.andi %17, %20 : i1
#       %c0_i64_10 = arith.constant 0 : i64
#       %c0_i64_11 = arith.constant 0 : i64
#       %c0_i64_12 = arith.constant 0 : i64
#       %22 = arith.cmpi eq, %arg0, %c0_i64_11 : i64
#       %23 = arith.select %22, %c0_i64_12, %c0_i64_10 : i64
#       %c1_i64_13 = arith.constant 1 : i64
#       %c1_i64_14 = arith.constant 1 : i64
#       %24 = arith.cmpi eq, %arg0, %c1_i64_13 : i64
#       %25 = arith.select %24, %c1_i64_14, %23 : i64
#       scf.condition(%21) %25, %arg1, %arg2, %arg3 : i64, f64, i64, !physl.ref<tensor<?x?xf64>>
#     } do {
#     ^bb0(%arg0: i64, %arg1: f64, %arg2: i64, %arg3: !physl.ref<tensor<?x?xf64>>):
#       %cst_5 = arith.constant 2.500000e-01 : f64
#       %16 = func.call @step(%arg3, %cst_5) : (!physl.ref<tensor<?x?xf64>>, f64) -> !physl.ref<tensor<?x?xf64>>
#       %17 = "physl.read"(%16) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#       %18 = "physl.read"(%arg3) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#       %19 = "physl.sub"(%17, %18) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
#       %20 = "physl.abs"(%19) : (tensor<?x?xf64>) -> tensor<?x?xf64>
#       %21 = "physl.max"(%20) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
#       %22 = "physl.item"(%21) : (tensor<f64>) -> f64
#       %c1_i64_6 = arith.constant 1 : i64
#       %23 = "physl.int_add"(%arg2, %c1_i64_6) : (i64, i64) -> i64
#       %c1_i64_7 = arith.constant 1 : i64
#       scf.yield %c1_i64_7, %22, %23, %16 : i64, f64, i64, !physl.ref<tensor<?x?xf64>>
#     }
#     %8 = "physl.to_str"(%7#2) : (i64) -> !physl.str
#     %c0_i64_4 = arith.constant 0 : i64
#     %9 = arith.cmpi eq, %7#0, %c0_i64_4 : i64
#     %10 = "physl.to_str"(%7#1) : (f64) -> !physl.str
#     %11 = "physl.text"() {value = " "} : () -> !physl.str
#     %12 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %13 = "physl.str_concat"(%8, %11, %10, %12) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%13) {to_stderr = false} : (!physl.str) -> ()
#     %14 = "physl.text"() {value = "u.npy"} : () -> !physl.str
#     %15 = "physl.read"(%7#3) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     "physl.save"(%14, %15) : (!physl.str, tensor<?x?xf64>) -> ()
#     return
#   }
# }
