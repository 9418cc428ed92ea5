def double(x):
    return x + x


print(double(2), double(1.5), double("ab"))
# ---- expected ----
# module {
#   func.func private @double(%arg0: i64) -> i64 {
#     %0 = "physl.int_add"(%arg0, %arg0) : (i64, i64) -> i64
#     return %0 : i64
#   }
#   func.func private @double.1(%arg0: f64) -> f64 {
#     %0 = arith.addf %arg0, %arg0 : f64
#     return %0 : f64
#   }
#   func.func private @double.2(%arg0: !physl.str) -> !physl.str {
#     %0 = "physl.str_concat"(%arg0, %arg0) : (!physl.str, !physl.str) -> !physl.str
#     return %0 : !physl.str
#   }
#   func.func @__main__() {
#     %c2_i64 = arith.constant 2 : i64
#     %0 = call @double(%c2_i64) : (i64) -> i64
#     %cst = arith.constant 1.500000e+00 : f64
#     %1 = call @double.1(%cst) : (f64) -> f64
#     %2 = "physl.text"() {value = "ab"} : () -> !physl.str
#     %3 = call @double.2(%2) : (!physl.str) -> !physl.str
#     %4 = "physl.to_str"(%0) : (i64) -> !physl.str
#     %5 = "physl.to_str"(%1) : (f64) -> !physl.str
#     %6 = "physl.text"() {value = " "} : () -> !physl.str
#     %7 = "physl.text"() {value = " "} : () -> !physl.str
#     %8 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %9 = "physl.str_concat"(%4, %6, %5, %7, %3, %8) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%9) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
