// RUN: phylanx-opt --split-input-file --canonicalize
func.func @f() -> i64 {
  %a = arith.constant 1 : i64
  %b = arith.addi %a, %a : i64
  return %b : i64
}
// -----
func.func @g() {
  return
}
// EXPECT exit 0
// | module {
// |   func.func @f() -> i64 {
// |     %c2_i64 = arith.constant 2 : i64
// |     return %c2_i64 : i64
// |   }
// | }
// | // -----
// | module {
// |   func.func @g() {
// |     return
// |   }
// | }
