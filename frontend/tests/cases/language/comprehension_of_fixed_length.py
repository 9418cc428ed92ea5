import numpy as np

squares = [k * k for k in range(4) if k != 2]
print(squares, sum(k for k in range(5)), np.array([k / 2 for k in range(3)]))
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 0.000000e+00 : f64
#     %cst_0 = arith.constant 5.000000e-01 : f64
#     %cst_1 = arith.constant 1.000000e+00 : f64
#     %0 = "physl.from_elements"(%cst, %cst_0, %cst_1) {shape = array<i64: 3>} : (f64, f64, f64) -> tensor<3xf64>
#     %1 = "physl.to_str"(%0) : (tensor<3xf64>) -> !physl.str
#     %2 = "physl.text"() {value = "[0, 1, 9] 10 "} : () -> !physl.str
#     %3 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %4 = "physl.str_concat"(%2, %1, %3) : (!physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%4) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
