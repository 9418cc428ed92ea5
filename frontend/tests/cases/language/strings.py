import sys

name = sys.argv[0]
print(name.upper() + "!", len(name), "py" in name, name == "x", name * 2, name[0])
# ---- expected ----
# module {
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     %0 = "physl.argv"(%c0_i64) : (i64) -> !physl.str
#     %1 = "physl.str_method"(%0) {method = "upper"} : (!physl.str) -> !physl.str
#     %2 = "physl.text"() {value = "!"} : () -> !physl.str
#     %3 = "physl.str_concat"(%1, %2) : (!physl.str, !physl.str) -> !physl.str
#     %4 = "physl.str_len"(%0) : (!physl.str) -> i64
#     %5 = "physl.text"() {value = "py"} : () -> !physl.str
#     %6 = "physl.str_method"(%0, %5) {method = "find"} : (!physl.str, !physl.str) -> i64
#     %c0_i64_0 = arith.constant 0 : i64
#     %7 = arith.cmpi sge, %6, %c0_i64_0 : i64
#     %8 = "physl.text"() {value = "x"} : () -> !physl.str
#     %9 = "physl.str_eq"(%0, %8) : (!physl.str, !physl.str) -> i1
#     %c2_i64 = arith.constant 2 : i64
#     %10 = "physl.str_repeat"(%0, %c2_i64) : (!physl.str, i64) -> !physl.str
#     %c0_i64_1 = arith.constant 0 : i64
#     %11 = "physl.str_index"(%0, %c0_i64_1) : (!physl.str, i64) -> !physl.str
#     %12 = "physl.to_str"(%4) : (i64) -> !physl.str
#     %13 = "physl.to_str"(%7) : (i1) -> !physl.str
#     %14 = "physl.to_str"(%9) : (i1) -> !physl.str
#     %15 = "physl.text"() {value = " "} : () -> !physl.str
#     %16 = "physl.text"() {value = " "} : () -> !physl.str
#     %17 = "physl.text"() {value = " "} : () -> !physl.str
#     %18 = "physl.text"() {value = " "} : () -> !physl.str
#     %19 = "physl.text"() {value = " "} : () -> !physl.str
#     %20 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %21 = "physl.str_concat"(%3, %15, %12, %16, %13, %17, %14, %18, %10, %19, %11, %20) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%21) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
