x = 3.14159
n = 42
s = "abc"
print(f"{x:.2f} {n:5d} {s!r} {n=} {s:>6} {{}}", sep="", end="!\n")
# ---- expected ----
# module {
#   func.func @__main__() {
#     %cst = arith.constant 3.141590e+00 : f64
#     %0 = "physl.format"(%cst) {spec = ".2f"} : (f64) -> !physl.str
#     %c42_i64 = arith.constant 42 : i64
#     %1 = "physl.format"(%c42_i64) {spec = "5d"} : (i64) -> !physl.str
#     %2 = "physl.text"() {value = "abc"} : () -> !physl.str
#     %3 = "physl.repr"(%2) {numpy = false} : (!physl.str) -> !physl.str
#     %4 = "physl.text"() {value = "abc"} : () -> !physl.str
#     %5 = "physl.format"(%4) {spec = ">6"} : (!physl.str) -> !physl.str
#     %6 = "physl.text"() {value = " "} : () -> !physl.str
#     %7 = "physl.text"() {value = " "} : () -> !physl.str
#     %8 = "physl.text"() {value = " n=42 "} : () -> !physl.str
#     %9 = "physl.text"() {value = " {}"} : () -> !physl.str
#     %10 = "physl.str_concat"(%0, %6, %1, %7, %3, %8, %5, %9) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     %11 = "physl.text"() {value = "!\0A"} : () -> !physl.str
#     %12 = "physl.str_concat"(%10, %11) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%12) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
