import sys

n = len(sys.argv)
assert n > 0, f"n is {n}"
if n > 5:
    raise ValueError("too many arguments: " + str(n))
if n > 4:
    sys.exit(3)
print(n)
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %c0_i64 = arith.constant 0 : i64
#     %1 = arith.cmpi sgt, %0, %c0_i64 : i64
#     %true = arith.constant true
#     %2 = arith.xori %1, %true : i1
#     scf.if %2 {
#       %8 = "physl.to_str"(%0) : (i64) -> !physl.str
#       %9 = "physl.text"() {value = "n is "} : () -> !physl.str
#       %10 = "physl.str_concat"(%9, %8) : (!physl.str, !physl.str) -> !physl.str
#       "physl.raise"(%10) {kind = "AssertionError"} : (!physl.str) -> ()
#     }
#     %c5_i64 = arith.constant 5 : i64
#     %3 = arith.cmpi sgt, %0, %c5_i64 : i64
#     scf.if %3 {
#       %8 = "physl.to_str"(%0) : (i64) -> !physl.str
#       %9 = "physl.text"() {value = "too many arguments: "} : () -> !physl.str
#       %10 = "physl.str_concat"(%9, %8) : (!physl.str, !physl.str) -> !physl.str
#       %11 = "physl.text"() {value = "+"} : () -> !physl.str
#       %12 = "physl.str_concat"(%11, %10) : (!physl.str, !physl.str) -> !physl.str
#       "physl.raise"(%10) {kind = "ValueError"} : (!physl.str) -> ()
#     } else {
#     }
#     %c4_i64 = arith.constant 4 : i64
#     %4 = arith.cmpi sgt, %0, %c4_i64 : i64
#     scf.if %4 {
#       %c3_i64 = arith.constant 3 : i64
#       "physl.exit"(%c3_i64) : (i64) -> ()
#     } else {
#     }
#     %5 = "physl.to_str"(%0) : (i64) -> !physl.str
#     %6 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %7 = "physl.str_concat"(%5, %6) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%7) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
