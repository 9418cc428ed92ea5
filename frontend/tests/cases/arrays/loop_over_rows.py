import numpy as np

m = np.arange(6).reshape(2, 3)
for i, row in enumerate(m):
    row += 1
    for v in row:
        print(i, v)
for x, y in zip(m[0], [1, 2, 3]):
    print(x * y)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     %c6_i64 = arith.constant 6 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %0 = "physl.arange"(%c0_i64, %c6_i64, %c1_i64) : (i64, i64, i64) -> tensor<6xi64>
#     %c2_i64 = arith.constant 2 : i64
#     %c3_i64 = arith.constant 3 : i64
#     %1 = "physl.reshape"(%0, %c2_i64, %c3_i64) : (tensor<6xi64>, i64, i64) -> tensor<2x3xi64>
#     %2 = "physl.new"(%1) : (tensor<2x3xi64>) -> !physl.ref<tensor<2x3xi64>>
#     %c0_i64_0 = arith.constant 0 : i64
#     %c2_i64_1 = arith.constant 2 : i64
#     %c1_i64_2 = arith.constant 1 : i64
#     %false = arith.constant false
#     %c0_i64_3 = arith.constant 0 : i64
#     %3:2 = scf.for %arg0 = %c0_i64_0 to %c2_i64_1 step %c1_i64_2 iter_args(%arg1 = %false, %arg2 = %c0_i64_3) -> (i1, i64)  : i64 {
#       %20 = "physl.view"(%2, %arg0) {spec = "i"} : (!physl.ref<tensor<2x3xi64>>, i64) -> !physl.ref<tensor<3xi64>>
#       %21 = "physl.read"(%20) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#       %c1_i64_11 = arith.constant 1 : i64
#       %22 = "physl.from_scalar"(%c1_i64_11) : (i64) -> tensor<i64>
#       %23 = "physl.add"(%21, %22) : (tensor<3xi64>, tensor<i64>) -> tensor<3xi64>
#       "physl.write"(%20, %23) : (!physl.ref<tensor<3xi64>>, tensor<3xi64>) -> ()
#       %c0_i64_12 = arith.constant 0 : i64
#       %c3_i64_13 = arith.constant 3 : i64
#       %c1_i64_14 = arith.constant 1 : i64
#       %24:2 = scf.for %arg3 = %c0_i64_12 to %c3_i64_13 step %c1_i64_14 iter_args(%arg4 = %arg1, %arg5 = %arg2) -> (i1, i64)  : i64 {
#         %25 = "physl.get_item"(%20, %arg3) : (!physl.ref<tensor<3xi64>>, i64) -> i64
#         %26 = "physl.to_str"(%arg0) : (i64) -> !physl.str
#         %27 = "physl.to_str"(%25) : (i64) -> !physl.str
#         %28 = "physl.text"() {value = " "} : () -> !physl.str
#         %29 = "physl.text"() {value = "\0A"} : () -> !physl.str
#         %30 = "physl.str_concat"(%26, %28, %27, %29) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#         "physl.print"(%30) {to_stderr = false} : (!physl.str) -> ()
#         %true = arith.constant true
#         scf.yield %true, %25 : i1, i64
#       }
#       scf.yield %24#0, %24#1 : i1, i64
#     }
#     %c0_i64_4 = arith.constant 0 : i64
#     %4 = "physl.view"(%2, %c0_i64_4) {spec = "i"} : (!physl.ref<tensor<2x3xi64>>, i64) -> !physl.ref<tensor<3xi64>>
#     %c0_i64_5 = arith.constant 0 : i64
#     %5 = "physl.get_item"(%4, %c0_i64_5) : (!physl.ref<tensor<3xi64>>, i64) -> i64
#     %c1_i64_6 = arith.constant 1 : i64
#     %6 = "physl.py_to_np"(%5, %c1_i64_6) {op = "mul"} : (i64, i64) -> i64
#     %7 = "physl.to_str"(%6) : (i64) -> !physl.str
#     %8 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %9 = "physl.str_concat"(%7, %8) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%9) {to_stderr = false} : (!physl.str) -> ()
#     %c1_i64_7 = arith.constant 1 : i64
#     %10 = "physl.get_item"(%4, %c1_i64_7) : (!physl.ref<tensor<3xi64>>, i64) -> i64
#     %c2_i64_8 = arith.constant 2 : i64
#     %11 = "physl.py_to_np"(%10, %c2_i64_8) {op = "mul"} : (i64, i64) -> i64
#     %12 = "physl.to_str"(%11) : (i64) -> !physl.str
#     %13 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %14 = "physl.str_concat"(%12, %13) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%14) {to_stderr = false} : (!physl.str) -> ()
#     %c2_i64_9 = arith.constant 2 : i64
#     %15 = "physl.get_item"(%4, %c2_i64_9) : (!physl.ref<tensor<3xi64>>, i64) -> i64
#     %c3_i64_10 = arith.constant 3 : i64
#     %16 = "physl.py_to_np"(%15, %c3_i64_10) {op = "mul"} : (i64, i64) -> i64
#     %17 = "physl.to_str"(%16) : (i64) -> !physl.str
#     %18 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %19 = "physl.str_concat"(%17, %18) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%19) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
