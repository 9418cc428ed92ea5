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
#     scf.for %arg0 = %c0_i64 to %c4_i64 step %c1_i64  : i64 {
#       %c-3_i64 = arith.constant -3 : i64
#       %13 = arith.muli %c-3_i64, %arg0 : i64
#       %c10_i64_6 = arith.constant 10 : i64
#       %14 = arith.addi %c10_i64_6, %13 : i64
#       %15 = "physl.to_str"(%14) : (i64) -> !physl.str
#       %16 = "physl.text"() {value = "\0A"} : () -> !physl.str
#       %17 = "physl.str_concat"(%15, %16) : (!physl.str, !physl.str) -> !physl.str
#       "physl.print"(%17) {to_stderr = false} : (!physl.str) -> ()
#     }
#     %c0_i64_0 = arith.constant 0 : i64
#     %c10_i64 = arith.constant 10 : i64
#     %c0_i64_1 = arith.constant 0 : i64
#     %c0_i64_2 = arith.constant 0 : i64
#     %c1_i64_3 = arith.constant 1 : i64
#     %1 = arith.cmpi eq, %0, %c0_i64_2 : i64
#     scf.if %1 {
#       %13 = "physl.text"() {value = "range() arg 3 must not be zero"} : () -> !physl.str
#       "physl.raise"(%13) {kind = "ValueError"} : (!physl.str) -> ()
#     }
#     %2 = arith.cmpi sgt, %0, %c0_i64_2 : i64
#     %3 = arith.subi %c10_i64, %c0_i64_0 : i64
#     %4 = arith.subi %c0_i64_0, %c10_i64 : i64
#     %5 = arith.select %2, %3, %4 : i64
#     %6 = arith.subi %c0_i64_2, %0 : i64
#     %7 = arith.maxsi %0, %6 : i64
#     %8 = arith.maxsi %7, %c1_i64_3 : i64
#     %9 = arith.maxsi %5, %c0_i64_2 : i64
#     %10 = arith.subi %8, %c1_i64_3 : i64
#     %11 = arith.addi %9, %10 : i64
#     %12 = arith.divsi %11, %8 : i64
#     %c0_i64_4 = arith.constant 0 : i64
#     %c1_i64_5 = arith.constant 1 : i64
#     scf.for %arg0 = %c0_i64_4 to %12 step %c1_i64_5  : i64 {
#       %13 = arith.muli %0, %arg0 : i64
#       %14 = "physl.to_str"(%13) : (i64) -> !physl.str
#       %15 = "physl.text"() {value = "\0A"} : () -> !physl.str
#       %16 = "physl.str_concat"(%14, %15) : (!physl.str, !physl.str) -> !physl.str
#       "physl.print"(%16) {to_stderr = false} : (!physl.str) -> ()
#     }
#     return
#   }
# }
