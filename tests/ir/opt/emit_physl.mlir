// RUN: phylanx-opt --emit-physl --physl-canonicalize
func.func @norm(%x: !physl.ref<tensor<?xf64>>) -> f64 {
  %v = "physl.read"(%x) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %p = "physl.mul"(%v, %v) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  %s = "physl.sum"(%p) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
  %r = "physl.sqrt"(%s) : (tensor<f64>) -> tensor<f64>
  %i = "physl.item"(%r) : (tensor<f64>) -> f64
  return %i : f64
}
// EXPECT exit 0
// | define(norm, a0: !physl.ref<tensor<?xf64>>, block(
// |   define(v1, read(a0): tensor<?xf64>),
// |   func.return(item(sqrt(sum(mul(v1, v1): tensor<?xf64>, axes=[0], keepdims=false): tensor<f64>): tensor<f64>): f64))): f64
