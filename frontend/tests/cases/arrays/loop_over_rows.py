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
#     scf.for %arg0 = %c0_i64_0 to %c2_i64_1 step %c1_i64_2  : i64 {
#       %19 = "physl.view"(%2, %arg0) {spec = "i"} : (!physl.ref<tensor<2x3xi64>>, i64) -> !physl.ref<tensor<3xi64>>
#       %20 = "physl.read"(%19) : (!physl.ref<tensor<3xi64>>) -> tensor<3xi64>
#       %c1_i64_10 = arith.constant 1 : i64
#       %21 = "physl.from_scalar"(%c1_i64_10) : (i64) -> tensor<i64>
#       %22 = "physl.add"(%20, %21) : (tensor<3xi64>, tensor<i64>) -> tensor<3xi64>
#       "physl.write"(%19, %22) : (!physl.ref<tensor<3xi64>>, tensor<3xi64>) -> ()
#       %c0_i64_11 = arith.constant 0 : i64
#       %c3_i64_12 = arith.constant 3 : i64
#       %c1_i64_13 = arith.constant 1 : i64
#       scf.for %arg1 = %c0_i64_11 to %c3_i64_12 step %c1_i64_13  : i64 {
#         %23 = "physl.get_item"(%19, %arg1) : (!physl.ref<tensor<3xi64>>, i64) -> i64
#         %24 = "physl.to_str"(%arg0) : (i64) -> !physl.str
#         %25 = "physl.to_str"(%23) : (i64) -> !physl.str
#         %26 = "physl.text"() {value = " "} : () -> !physl.str
#         %27 = "physl.text"() {value = "\0A"} : () -> !physl.str
#         %28 = "physl.str_concat"(%24, %26, %25, %27) : (!physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#         "physl.print"(%28) {to_stderr = false} : (!physl.str) -> ()
#       }
#     }
#     %c0_i64_3 = arith.constant 0 : i64
#     %3 = "physl.view"(%2, %c0_i64_3) {spec = "i"} : (!physl.ref<tensor<2x3xi64>>, i64) -> !physl.ref<tensor<3xi64>>
#     %c0_i64_4 = arith.constant 0 : i64
#     %4 = "physl.get_item"(%3, %c0_i64_4) : (!physl.ref<tensor<3xi64>>, i64) -> i64
#     %c1_i64_5 = arith.constant 1 : i64
#     %5 = "physl.py_to_np"(%4, %c1_i64_5) {op = "mul"} : (i64, i64) -> i64
#     %6 = "physl.to_str"(%5) : (i64) -> !physl.str
#     %7 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %8 = "physl.str_concat"(%6, %7) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%8) {to_stderr = false} : (!physl.str) -> ()
#     %c1_i64_6 = arith.constant 1 : i64
#     %9 = "physl.get_item"(%3, %c1_i64_6) : (!physl.ref<tensor<3xi64>>, i64) -> i64
#     %c2_i64_7 = arith.constant 2 : i64
#     %10 = "physl.py_to_np"(%9, %c2_i64_7) {op = "mul"} : (i64, i64) -> i64
#     %11 = "physl.to_str"(%10) : (i64) -> !physl.str
#     %12 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %13 = "physl.str_concat"(%11, %12) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%13) {to_stderr = false} : (!physl.str) -> ()
#     %c2_i64_8 = arith.constant 2 : i64
#     %14 = "physl.get_item"(%3, %c2_i64_8) : (!physl.ref<tensor<3xi64>>, i64) -> i64
#     %c3_i64_9 = arith.constant 3 : i64
#     %15 = "physl.py_to_np"(%14, %c3_i64_9) {op = "mul"} : (i64, i64) -> i64
#     %16 = "physl.to_str"(%15) : (i64) -> !physl.str
#     %17 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %18 = "physl.str_concat"(%16, %17) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%18) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
