n = 0
total = 0.0
while True:
    n += 1
    if n % 3 == 0:
        continue
    total += n / 2
    if total > 100.0:
        break
print(f"{n} {total:.3f}")
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     %cst = arith.constant 0.000000e+00 : f64
#     %false = arith.constant false
#     %0:3 = scf.while (%arg0 = %c0_i64, %arg1 = %cst, %arg2 = %false) : (i64, f64, i1) -> (i64, f64, i1) {
#       %true = arith.constant true
#       %7 = arith.xori %arg2, %true : i1
#       scf.condition(%7) %arg0, %arg1, %arg2 : i64, f64, i1
#     } do {
#     ^bb0(%arg0: i64, %arg1: f64, %arg2: i1):
#       %c1_i64 = arith.constant 1 : i64
#       %7 = "physl.int_add"(%arg0, %c1_i64) : (i64, i64) -> i64
#       %c3_i64 = arith.constant 3 : i64
#       %8 = "physl.int_mod"(%7, %c3_i64) : (i64, i64) -> i64
#       %c0_i64_0 = arith.constant 0 : i64
#       %9 = arith.cmpi eq, %8, %c0_i64_0 : i64
#       %10:3 = scf.if %9 -> (i1, i1, f64) {
#         %false_1 = arith.constant false
#         %true = arith.constant true
#         scf.yield %false_1, %true, %arg1 : i1, i1, f64
#       } else {
#         %c2_i64 = arith.constant 2 : i64
#         %11 = "physl.int_div"(%7, %c2_i64) : (i64, i64) -> f64
#         %12 = arith.addf %arg1, %11 : f64
#         %cst_1 = arith.constant 1.000000e+02 : f64
#         %13 = arith.cmpf ogt, %12, %cst_1 : f64
#         %14 = scf.if %13 -> (i1) {
#           %true = arith.constant true
#           scf.yield %true : i1
#         } else {
#           %false_3 = arith.constant false
#           scf.yield %false_3 : i1
#         }
#         %false_2 = arith.constant false
#         scf.yield %14, %false_2, %12 : i1, i1, f64
#       }
#       scf.yield %7, %10#2, %10#0 : i64, f64, i1
#     }
#     %1 = "physl.to_str"(%0#0) : (i64) -> !physl.str
#     %2 = "physl.format"(%0#1) {spec = ".3f"} : (f64) -> !physl.str
#     %3 = "physl.text"() {value = " "} : () -> !physl.str
#     %4 = "physl.str_concat"(%1, %3, %2) : (!physl.str, !physl.str, !physl.str) -> !physl.str
#     %5 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %6 = "physl.str_concat"(%4, %5) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%6) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
