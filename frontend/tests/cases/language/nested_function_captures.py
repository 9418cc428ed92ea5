def scaled(n):
    def inner(k):
        return k * n

    return inner(2) + inner(3)


print(scaled(4))
# ---- expected ----
# module {
#   func.func private @scaled(%arg0: i64) -> i64 {
#     %c2_i64 = arith.constant 2 : i64
#     %0 = call @inner(%c2_i64, %arg0) : (i64, i64) -> i64
#     %c3_i64 = arith.constant 3 : i64
#     %1 = call @inner(%c3_i64, %arg0) : (i64, i64) -> i64
#     %2 = "physl.int_add"(%0, %1) : (i64, i64) -> i64
#     return %2 : i64
#   }
#   func.func private @inner(%arg0: i64, %arg1: i64) -> i64 {
#     %0 = "physl.int_mul"(%arg0, %arg1) : (i64, i64) -> i64
#     return %0 : i64
#   }
#   func.func @__main__() {
#     %c4_i64 = arith.constant 4 : i64
#     %0 = call @scaled(%c4_i64) : (i64) -> i64
#     %1 = "physl.to_str"(%0) : (i64) -> !physl.str
#     %2 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %3 = "physl.str_concat"(%1, %2) : (!physl.str, !physl.str) -> !physl.str
#     "physl.print"(%3) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
