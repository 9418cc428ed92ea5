// RUN: phylanx-opt --mlir-print-debuginfo --physl-verify
func.func @f(%a: tensor<4xf64>) -> tensor<4xf64> {
  %0 = "physl.exp"(%a) : (tensor<4xf64>) -> tensor<4xf64> loc("app.py":7:3)
  return %0 : tensor<4xf64>
}
// EXPECT exit 0
// | #loc = loc(unknown)
// | module {
// |   func.func @f(%arg0: tensor<4xf64> loc(unknown)) -> tensor<4xf64> {
// |     %0 = "physl.exp"(%arg0) : (tensor<4xf64>) -> tensor<4xf64> loc(#loc2)
// |     return %0 : tensor<4xf64> loc(#loc3)
// |   } loc(#loc1)
// | } loc(#loc)
// | #loc1 = loc("-":2:1)
// | #loc2 = loc("app.py":7:3)
// | #loc3 = loc("-":4:3)
