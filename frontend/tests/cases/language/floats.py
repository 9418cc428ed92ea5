import sys

x = float(len(sys.argv))
print(x + 1, x / 3, x // 2, x % 2, x ** 0.5, -x, int(x), round(x), round(x, 2), abs(x))
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %1 = arith.sitofp %0 : i64 to f64
#     %cst = arith.constant 1.000000e+00 : f64
#     %2 = arith.addf %1, %cst : f64
#     %cst_0 = arith.constant 3.000000e+00 : f64
#     %3 = "physl.float_div"(%1, %cst_0) : (f64, f64) -> f64
#     %cst_1 = arith.constant 2.000000e+00 : f64
#     %4 = "physl.float_floordiv"(%1, %cst_1) : (f64, f64) -> f64
#     %cst_2 = arith.constant 2.000000e+00 : f64
#     %5 = "physl.float_mod"(%1, %cst_2) : (f64, f64) -> f64
#     %cst_3 = arith.constant 5.000000e-01 : f64
#     %6 = "physl.float_pow"(%1, %cst_3) : (f64, f64) -> f64
#     %7 = arith.negf %1 : f64
#     %8 = "physl.float_to_int"(%1) : (f64) -> i64
#     %9 = "physl.float_round"(%1) : (f64) -> i64
#     %c2_i64 = arith.constant 2 : i64
#     %10 = "physl.float_round"(%1, %c2_i64) : (f64, i64) -> f64
#     %11 = math.absf %1 : f64
#     %12 = "physl.to_str"(%2) : (f64) -> !physl.str
#     %13 = "physl.to_str"(%3) : (f64) -> !physl.str
#     %14 = "physl.to_str"(%4) : (f64) -> !physl.str
#     %15 = "physl.to_str"(%5) : (f64) -> !physl.str
#     %16 = "physl.to_str"(%6) : (f64) -> !physl.str
#     %17 = "physl.to_str"(%7) : (f64) -> !physl.str
#     %18 = "physl.to_str"(%8) : (i64) -> !physl.str
#     %19 = "physl.to_str"(%9) : (i64) -> !physl.str
#     %20 = "physl.to_str"(%10) : (f64) -> !physl.str
#     %21 = "physl.to_str"(%11) : (f64) -> !physl.str
#     %22 = "physl.text"() {value = " "} : () -> !physl.str
#     %23 = "physl.text"() {value = " "} : () -> !physl.str
#     %24 = "physl.text"() {value = " "} : () -> !physl.str
#     %25 = "physl.text"() {value = " "} : () -> !physl.str
#     %26 = "physl.text"() {value = " "} : () -> !physl.str
#     %27 = "physl.text"() {value = " "} : () -> !physl.str
#     %28 = "physl.text"() {value = " "} : () -> !physl.str
#     %29 = "physl.text"() {value = " "} : () -> !physl.str
#     %30 = "physl.text"() {value = " "} : () -> !physl.str
#     %31 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %32 = "physl.str_concat"(%12, %22, %13, %23, %14, %24, %15, %25, %16, %26, %17, %27, %18, %28, %19, %29, %20, %30, %21, %31) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%32) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
