import sys

n = len(sys.argv)
if n > 1 and int(sys.argv[1]) > 3:
    print("large")
print(0 < n < 10, n or 5, not n)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %c1_i64 = arith.constant 1 : i64
#     %1 = arith.cmpi sgt, %0, %c1_i64 : i64
#     %2 = scf.if %1 -> (i1) {
#       %c1_i64_2 = arith.constant 1 : i64
#       %16 = "physl.argv"(%c1_i64_2) : (i64) -> !physl.str
#       %17 = "physl.parse_int"(%16) : (!physl.str) -> i64
#       %c3_i64 = arith.constant 3 : i64
#       %18 = arith.cmpi sgt, %17, %c3_i64 : i64
#       scf.yield %18 : i1
#     } else {
#       %false = arith.constant false
#       scf.yield %false : i1
#     }
#     scf.if %2 {
#       %16 = "physl.text"() {value = "large\0A"} : () -> !physl.str
#       "physl.print"(%16) {to_stderr = false} : (!physl.str) -> ()
#     } else {
#     }
#     %c0_i64 = arith.constant 0 : i64
#     %3 = arith.cmpi slt, %c0_i64, %0 : i64
#     %4 = scf.if %3 -> (i1) {
#       %c10_i64 = arith.constant 10 : i64
#       %16 = arith.cmpi slt, %0, %c10_i64 : i64
#       scf.yield %16 : i1
#     } else {
#       %false = arith.constant false
#       scf.yield %false : i1
#     }
#     %c0_i64_0 = arith.constant 0 : i64
#     %5 = arith.cmpi ne, %0, %c0_i64_0 : i64
#     %6 = scf.if %5 -> (i64) {
#       scf.yield %0 : i64
#     } else {
#       %c5_i64 = arith.constant 5 : i64
#       scf.yield %c5_i64 : i64
#     }
#     %c0_i64_1 = arith.constant 0 : i64
#     %7 = arith.cmpi ne, %0, %c0_i64_1 : i64
#     %true = arith.constant true
#     %8 = arith.xori %7, %true : i1
#     %9 = "physl.to_str"(%4) : (i1) -> !physl.str
#     %10 = "physl.to_str"(%6) : (i64) -> !physl.str
#     %11 = "physl.to_str"(%8) : (i1) -> !physl.str
#     %12 = "physl.text"() {value = " "} : () -> !physl.str
#     %13 = "physl.text"() {value = " "} : () -> !physl.str
#     %14 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %15 = "physl.str_concat"(%9, %12, %10, %13, %11, %14) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%15) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
