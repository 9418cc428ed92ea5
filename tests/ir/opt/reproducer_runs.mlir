// RUN: phylanx-opt --run-reproducer
module {
  func.func @f() -> i64 {
    %a = arith.constant 1 : i64
    %b = arith.addi %a, %a : i64
    return %b : i64
  }
}
{-#
  external_resources: {
    mlir_reproducer: {
      pipeline: "builtin.module(physl-verify,func.func(canonicalize))",
      disable_threading: true,
      verify_each: true
    }
  }
#-}
// EXPECT exit 0
// | module {
// |   func.func @f() -> i64 {
// |     %c2_i64 = arith.constant 2 : i64
// |     return %c2_i64 : i64
// |   }
// | }
