// RUN: phylanx-opt --split-input-file --verify-diagnostics --physl-verify
func.func @f() {
  // expected-error @+1 {{unregistered operation 'physl.bogus'}}
  %0 = "physl.bogus"() : () -> i32
  return
}
// -----
func.func @g() {
  return
}
// -----
// A sum of two element types is refused by our verifier, at the op's own line.
func.func @h(%a: tensor<4xf64>, %b: tensor<4xf32>) -> tensor<4xf64> {
  // expected-error @below {{types do not fit together}}
  %0 = "physl.add"(%a, %b) : (tensor<4xf64>, tensor<4xf32>) -> tensor<4xf64>
  return %0 : tensor<4xf64>
}
// EXPECT exit 0
