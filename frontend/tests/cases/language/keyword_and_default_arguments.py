def bounded(x, low=0, high=None, *, strict=False):
    if high is None:
        high = 10
    if x < low or (strict and x == low):
        return low
    return min(x, high)


print(bounded(5), bounded(50), bounded(-1, high=3), bounded(x=0, strict=True))
# ---- expected ----
# module {
#   func.func private @bounded(%arg0: i64, %arg1: i64, %arg2: i1) -> i64 {
#     %0 = arith.cmpi slt, %arg0, %arg1 : i64
#     %1 = arith.cmpi eq, %arg0, %arg1 : i64
#     %2 = arith.andi %arg2, %1 : i1
#     %3 = arith.ori %0, %2 : i1
#     %4 = scf.if %3 -> (i64) {
#       scf.yield %arg1 : i64
#     } else {
#       %c10_i64 = arith.constant 10 : i64
#       %5 = arith.cmpi slt, %c10_i64, %arg0 : i64
#       %c10_i64_0 = arith.constant 10 : i64
#       %6 = arith.select %5, %c10_i64_0, %arg0 : i64
#       scf.yield %6 : i64
#     }
#     return %4 : i64
#   }
#   func.func private @bounded.1(%arg0: i64, %arg1: i64, %arg2: i64, %arg3: i1) -> i64 {
#     %0 = arith.cmpi slt, %arg0, %arg1 : i64
#     %1 = arith.cmpi eq, %arg0, %arg1 : i64
#     %2 = arith.andi %arg3, %1 : i1
#     %3 = arith.ori %0, %2 : i1
#     %4 = scf.if %3 -> (i64) {
#       scf.yield %arg1 : i64
#     } else {
#       %5 = arith.cmpi slt, %arg2, %arg0 : i64
#       %6 = arith.select %5, %arg2, %arg0 : i64
#       scf.yield %6 : i64
#     }
#     return %4 : i64
#   }
#   func.func @__main__() {
#     %c5_i64 = arith.constant 5 : i64
#     %c0_i64 = arith.constant 0 : i64
#     %false = arith.constant false
#     %0 = call @bounded(%c5_i64, %c0_i64, %false) : (i64, i64, i1) -> i64
#     %c50_i64 = arith.constant 50 : i64
#     %c0_i64_0 = arith.constant 0 : i64
#     %false_1 = arith.constant false
#     %1 = call @bounded(%c50_i64, %c0_i64_0, %false_1) : (i64, i64, i1) -> i64
#     %c-1_i64 = arith.constant -1 : i64
#     %c0_i64_2 = arith.constant 0 : i64
#     %c3_i64 = arith.constant 3 : i64
#     %false_3 = arith.constant false
#     %2 = call @bounded.1(%c-1_i64, %c0_i64_2, %c3_i64, %false_3) : (i64, i64, i64, i1) -> i64
#     %c0_i64_4 = arith.constant 0 : i64
#     %c0_i64_5 = arith.constant 0 : i64
#     %true = arith.constant true
#     %3 = call @bounded(%c0_i64_4, %c0_i64_5, %true) : (i64, i64, i1) -> i64
#     %4 = "physl.to_str"(%0) : (i64) -> !physl.str
#     %5 = "physl.to_str"(%1) : (i64) -> !physl.str
#     %6 = "physl.to_str"(%2) : (i64) -> !physl.str
#     %7 = "physl.to_str"(%3) : (i64) -> !physl.str
#     %8 = "physl.text"() {value = " "} : () -> !physl.str
#     %9 = "physl.text"() {value = " "} : () -> !physl.str
#     %10 = "physl.text"() {value = " "} : () -> !physl.str
#     %11 = "physl.text"() {value = "\0A"} : () -> !physl.str
#     %12 = "physl.str_concat"(%4, %8, %5, %9, %6, %10, %7, %11) : (!physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str, !physl.str) -> !physl.str
#     "physl.print"(%12) {to_stderr = false} : (!physl.str) -> ()
#     return
#   }
# }
