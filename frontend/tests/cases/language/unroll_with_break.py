import sys

for k in (3, 5, 7):
    if len(sys.argv) > k:
        print("stop", k)
        break
    print(k)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %c3_i64 = arith.constant 3 : i64
#     %1 = arith.cmpi sgt, %0, %c3_i64 : i64
#     %2 = scf.if %1 -> (i1) {
#       %5 = "physl.text"() {value = "stop 3\0A"} : () -> !physl.str
#       "physl.print"(%5) {to_stderr = false} : (!physl.str) -> ()
#       %true_0 = arith.constant true
#       scf.yield %true_0 : i1
#     } else {
#       %5 = "physl.text"() {value = "3\0A"} : () -> !physl.str
#       "physl.print"(%5) {to_stderr = false} : (!physl.str) -> ()
#       %false = arith.constant false
#       scf.yield %false : i1
#     }
#     %true = arith.constant true
#     %3 = arith.xori %2, %true : i1
#     %4 = scf.if %3 -> (i1) {
#       %5 = "physl.argc"() : () -> i64
#       %c5_i64 = arith.constant 5 : i64
#       %6 = arith.cmpi sgt, %5, %c5_i64 : i64
#       %7 = scf.if %6 -> (i1) {
#         %10 = "physl.text"() {value = "stop 5\0A"} : () -> !physl.str
#         "physl.print"(%10) {to_stderr = false} : (!physl.str) -> ()
#         %true_1 = arith.constant true
#         scf.yield %true_1 : i1
#       } else {
#         %10 = "physl.text"() {value = "5\0A"} : () -> !physl.str
#         "physl.print"(%10) {to_stderr = false} : (!physl.str) -> ()
#         %false = arith.constant false
#         scf.yield %false : i1
#       }
#       %true_0 = arith.constant true
#       %8 = arith.xori %7, %true_0 : i1
#       %9 = scf.if %8 -> (i1) {
#         %10 = "physl.argc"() : () -> i64
#         %c7_i64 = arith.constant 7 : i64
#         %11 = arith.cmpi sgt, %10, %c7_i64 : i64
#         %12 = scf.if %11 -> (i1) {
#           %13 = "physl.text"() {value = "stop 7\0A"} : () -> !physl.str
#           "physl.print"(%13) {to_stderr = false} : (!physl.str) -> ()
#           %true_1 = arith.constant true
#           scf.yield %true_1 : i1
#         } else {
#           %13 = "physl.text"() {value = "7\0A"} : () -> !physl.str
#           "physl.print"(%13) {to_stderr = false} : (!physl.str) -> ()
#           %false = arith.constant false
#           scf.yield %false : i1
#         }
#         scf.yield %12 : i1
#       } else {
#         scf.yield %7 : i1
#       }
#       scf.yield %9 : i1
#     } else {
#       scf.yield %2 : i1
#     }
#     return
#   }
# }
