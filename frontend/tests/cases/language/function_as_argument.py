def square(x):
    return x * x


def twice(f, x):
    return f(f(x))


print(twice(square, 3))
# ---- expected ----
# module {
#   func.func private @twice(%arg0: i64) -> i64 {
#     %0 = call @square(%arg0) : (i64) -> i64
#     %1 = call @square(%0) : (i64) -> i64
#     return %1 : i64
#   }
#   func.func private @square(%arg0: i64) -> i64 {
#     %0 = "physl.int_mul"(%arg0, %arg0) : (i64, i64) -> i64
#     return %0 : i64
#   }
#   func.func @__main__() {
#     %c3_i64 = arith.constant 3 : i64
#     %0 = call @twice(%c3_i64) : (i64) -> i64
#     %1 = "physl.to_str"(%0) : (i64) -> !physl.str
#     %2 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %3 = "physl.str_concat"(%1, %2) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%3) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
