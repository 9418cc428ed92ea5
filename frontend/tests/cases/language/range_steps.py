import sys

n = len(sys.argv)
for i in range(10, 0, -3):
    print(i)
for i in range(0, 10, n):
    print(i)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %c0_i64 = arith.constant 0 : i64
#     %c4_i64 = arith.constant 4 : i64
#     %c1_i64 = arith.constant 1 : i64
#     %c0_i64_0 = arith.constant 0 : i64
#     %1 = scf.for %arg0 = %c0_i64 to %c4_i64 step %c1_i64 iter_args(%arg1 = %c0_i64_0) -> (i64)  : i64 {
#       %c-3_i64 = arith.constant -3 : i64
#       %14 = arith.muli %c-3_i64, %arg0 : i64
#       %c10_i64_7 = arith.constant 10 : i64
#       %15 = arith.addi %c10_i64_7, %14 : i64
#       %16 = "physl.to_str"(%15) : (i64) -> !physl.str
#       %17 = "physl.text"() {value = "\0A"} : () -> !physl.str
#       %18 = "physl.str_concat"(%16, %17) : (!physl.str, !physl.str) -> !physl.str
#       "physl.print"(%18) {to_stderr = false} : (!physl.str) -> ()
#       scf.yield %15 : i64
#     }
#     %c0_i64_1 = arith.constant 0 : i64
#     %c10_i64 = arith.constant 10 : i64
#     %c0_i64_2 = arith.constant 0 : i64
#     %c0_i64_3 = arith.constant 0 : i64
#     %c1_i64_4 = arith.constant 1 : i64
#     %2 = arith.cmpi eq, %0, %c0_i64_3 : i64
#     scf.if %2 {
#       %14 = "physl.text"() {value = "range() arg 3 must not be zero"} : () -> !physl.str
#       "physl.raise"(%14) {kind = "ValueError"} : (!physl.str) -> ()
#     }
#     %3 = arith.cmpi sgt, %0, %c0_i64_3 : i64
#     %4 = arith.subi %c10_i64, %c0_i64_1 : i64
#     %5 = arith.subi %c0_i64_1, %c10_i64 : i64
#     %6 = arith.select %3, %4, %5 : i64
#     %7 = arith.subi %c0_i64_3, %0 : i64
#     %8 = arith.maxsi %0, %7 : i64
#     %9 = arith.maxsi %8, %c1_i64_4 : i64
#     %10 = arith.maxsi %6, %c0_i64_3 : i64
#     %11 = arith.subi %9, %c1_i64_4 : i64
#     %12 = arith.addi %10, %11 : i64
#     %13 = arith.divsi %12, %9 : i64
#     %c0_i64_5 = arith.constant 0 : i64
#     %c1_i64_6 = arith.constant 1 : i64
#     scf.for %arg0 = %c0_i64_5 to %13 step %c1_i64_6  : i64 {
#       %14 = arith.muli %0, %arg0 : i64
#       %15 = "physl.to_str"(%14) : (i64) -> !physl.str
#       %16 = "physl.text"() {value = "\0A"} : () -> !physl.str
#       %17 = "physl.str_concat"(%15, %16) : (!physl.str, !physl.str) -> !physl.str
#       "physl.print"(%17) {to_stderr = false} : (!physl.str) -> ()
#     }
#     return
#   }
# }
