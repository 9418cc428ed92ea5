def maybe(x):
    if x > 0:
        return x * 2.0


m = maybe(3)
if m is not None:
    print(m + 1)
print(m)
# ---- expected ----
# module {
#   func.func private @maybe(%arg0: i64) -> (i1, f64) {
#     %c0_i64 = arith.constant 0 : i64
#     %0 = arith.cmpi sgt, %arg0, %c0_i64 : i64
#     %1:2 = scf.if %0 -> (i1, f64) {
#       %2 = arith.sitofp %arg0 : i64 to f64
#       %cst = arith.constant 2.000000e+00 : f64
#       %3 = arith.mulf %2, %cst : f64
#       %true = arith.constant true
#       scf.yield %true, %3 : i1, f64
#     } else {
#       %false = arith.constant false
#       %cst = arith.constant 0.000000e+00 : f64
#       scf.yield %false, %cst : i1, f64
#     }
#     return %1#0, %1#1 : i1, f64
#   }
#   func.func @__main__() {
#     %c3_i64 = arith.constant 3 : i64
#     %0:2 = call @maybe(%c3_i64) : (i64) -> (i1, f64)
#     %true = arith.constant true
#     %1 = arith.xori %0#0, %true : i1
#     %true_0 = arith.constant true
#     %2 = arith.xori %1, %true_0 : i1
#     %3:2 = scf.if %2 -> (i1, f64) {
#       %cst = arith.constant 1.000000e+00 : f64
#       %7 = arith.addf %0#1, %cst : f64
#       %8 = "physl.to_str"(%7) : (f64) -> !physl.str
#       %9 = "physl.text"() {value = "\0A"} : () -> !physl.str
#       %10 = "physl.str_concat"(%8, %9) : (!physl.str, !physl.str) -> !physl.str
#       "physl.print"(%10) {to_stderr = false} : (!physl.str) -> ()
#       %true_1 = arith.constant true
#       scf.yield %true_1, %0#1 : i1, f64
#     } else {
#       %false = arith.constant false
#       %cst = arith.constant 0.000000e+00 : f64
#       scf.yield %false, %cst : i1, f64
#     }
#     %4 = scf.if %3#0 -> (!physl.str) {
#       %7 = "physl.to_str"(%3#1) : (f64) -> !physl.str
#       scf.yield %7 : !physl.str
#     } else {
#       %7 = "physl.text"() {value = "None"} : () -> !physl.str
#       scf.yield %7 : !physl.str
#     }
#     %5 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %6 = "physl.str_concat"(%4, %5) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%6) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
