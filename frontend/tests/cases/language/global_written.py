calls = 0


def bump(k=1):
    global calls
    calls += k
    return calls


print(bump(), bump(5), calls)
# ---- expected ----
# module {
#   func.func private @bump(%arg0: i64) -> i64 {
#     %0 = "physl.global_get"() {name = "calls"} : () -> i64
#     %1 = "physl.int_add"(%0, %arg0) : (i64, i64) -> i64
#     "physl.global_set"(%1) {name = "calls"} : (i64) -> ()
#     %2 = "physl.global_get"() {name = "calls"} : () -> i64
#     return %2 : i64
#   }
#   func.func @__main__() {
#     %c0_i64 = arith.constant 0 : i64
#     "physl.global_set"(%c0_i64) {name = "calls"} : (i64) -> ()
#     %c1_i64 = arith.constant 1 : i64
#     %0 = call @bump(%c1_i64) : (i64) -> i64
#     %c5_i64 = arith.constant 5 : i64
#     %1 = call @bump(%c5_i64) : (i64) -> i64
#     %2 = "physl.global_get"() {name = "calls"} : () -> i64
#     %3 = "physl.to_str"(%0) : (i64) -> !physl.str
#     %4 = "physl.to_str"(%1) : (i64) -> !physl.str
#     %5 = "physl.to_str"(%2) : (i64) -> !physl.str
#     %6 = "physl.text"() {value = " "} : () -> !physl.str
#     %7 = "physl.text"() {value = " "} : () -> !physl.str
#     %8 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %9 = "physl.str_concat"(%3, %6, %4, %7, %5, %8) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%9) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
