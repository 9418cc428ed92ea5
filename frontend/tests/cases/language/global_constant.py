LIMIT = 10
NAME = "n"


def inside(x):
    return x < LIMIT and NAME == "n"


print(inside(3))
# ---- expected ----
# module {
#   func.func private @inside(%arg0: i64) -> i1 {
#     %c10_i64 = arith.constant 10 : i64
#     %0 = arith.cmpi slt, %arg0, %c10_i64 : i64
#     %1 = scf.if %0 -> (i1) {
#       %true = arith.constant true
#       scf.yield %true : i1
#     } else {
#       scf.yield %0 : i1
#     }
#     return %1 : i1
#   }
#   func.func @__main__() {
#     %c3_i64 = arith.constant 3 : i64
#     %0 = call @inside(%c3_i64) : (i64) -> i1
#     %1 = "physl.to_str"(%0) : (i1) -> !physl.str
#     %2 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %3 = "physl.str_concat"(%1, %2) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%3) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
