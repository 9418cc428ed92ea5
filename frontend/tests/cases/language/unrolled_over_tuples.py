for name, scale in [("a", 1), ("b", 2.5)]:
    print(f"{name}: {scale * 2}")
# ---- expected ----
# module {
#   func.func @__main__() {
#     %0 = "physl.text"() {value = "a: 2\0A"} : () -> !physl.str
#     "physl.print"(%0) {to_stderr = false} : (!physl.str) -> ()
#     %cst = arith.constant 5.000000e+00 : f64
#     %1 = "physl.to_str"(%cst) : (f64) -> !physl.str
#     %2 = "physl.text"() {value = "b: "} : () -> !physl.str
#     %3 = "physl.str_concat"(%2, %1) : (!physl.str, !physl.str) -> !physl.str
#     %4 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %5 = "physl.str_concat"(%3, %4) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%5) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
