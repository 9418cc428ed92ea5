import sys

n = len(sys.argv)
print(n + 1, n - 1, n * 3, n // 2, n % 2, -n, n ** 2, n / 2, n << 1, n & 3, ~n, abs(n))
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.argc"() : () -> i64
#     %c1_i64 = arith.constant 1 : i64
#     %1 = "physl.int_add"(%0, %c1_i64) : (i64, i64) -> i64
#     %c1_i64_0 = arith.constant 1 : i64
#     %2 = "physl.int_sub"(%0, %c1_i64_0) : (i64, i64) -> i64
#     %c3_i64 = arith.constant 3 : i64
#     %3 = "physl.int_mul"(%0, %c3_i64) : (i64, i64) -> i64
#     %c2_i64 = arith.constant 2 : i64
#     %4 = "physl.int_floordiv"(%0, %c2_i64) : (i64, i64) -> i64
#     %c2_i64_1 = arith.constant 2 : i64
#     %5 = "physl.int_mod"(%0, %c2_i64_1) : (i64, i64) -> i64
#     %6 = "physl.int_neg"(%0) : (i64) -> i64
#     %c2_i64_2 = arith.constant 2 : i64
#     %7 = "physl.int_pow"(%0, %c2_i64_2) : (i64, i64) -> i64
#     %c2_i64_3 = arith.constant 2 : i64
#     %8 = "physl.int_div"(%0, %c2_i64_3) : (i64, i64) -> f64
#     %c1_i64_4 = arith.constant 1 : i64
#     %9 = "physl.int_shl"(%0, %c1_i64_4) : (i64, i64) -> i64
#     %c3_i64_5 = arith.constant 3 : i64
#     %10 = arith.andi %0, %c3_i64_5 : i64
#     %c-1_i64 = arith.constant -1 : i64
#     %11 = arith.xori %0, %c-1_i64 : i64
#     %12 = "physl.int_abs"(%0) : (i64) -> i64
#     %13 = "physl.to_str"(%1) : (i64) -> !physl.str
#     %14 = "physl.to_str"(%2) : (i64) -> !physl.str
#     %15 = "physl.to_str"(%3) : (i64) -> !physl.str
#     %16 = "physl.to_str"(%4) : (i64) -> !physl.str
#     %17 = "physl.to_str"(%5) : (i64) -> !physl.str
#     %18 = "physl.to_str"(%6) : (i64) -> !physl.str
#     %19 = "physl.to_str"(%7) : (i64) -> !physl.str
#     %20 = "physl.to_str"(%8) : (f64) -> !physl.str
#     %21 = "physl.to_str"(%9) : (i64) -> !physl.str
#     %22 = "physl.to_str"(%10) : (i64) -> !physl.str
#     %23 = "physl.to_str"(%11) : (i64) -> !physl.str
#     %24 = "physl.to_str"(%12) : (i64) -> !physl.str
#     %25 = "physl.text"() {value = " "} : () -> !physl.str
#     %26 = "physl.text"() {value = " "} : () -> !physl.str
#     %27 = "physl.text"() {value = " "} : () -> !physl.str
#     %28 = "physl.text"() {value = " "} : () -> !physl.str
#     %29 = "physl.text"() {value = " "} : () -> !physl.str
#     %30 = "physl.text"() {value = " "} : () -> !physl.str
#     %31 = "physl.text"() {value = " "} : () -> !physl.str
#     %32 = "physl.text"() {value = " "} : () -> !physl.str
#     %33 = "physl.text"() {value = " "} : () -> !physl.str
#     %34 = "physl.text"() {value = " "} : () -> !physl.str
#     %35 = "physl.text"() {value = " "} : () -> !physl.str
#     %36 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %37 = "physl.str_concat"(%13, %25, %14, %26, %15, %27, %16, %28, %17, %29, %18, %30, %19, %31, %20, %32, %21, %33, %22, %34, %23, %35, %24, %36) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%37) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
