// RUN: phylanx-opt --physl-verify --cse
func.func @f(%a: tensor<4xf64>) -> tensor<4xf64> {
  %0 = "physl.add"(%a, %a) : (tensor<4xf64>, tensor<4xf64>) -> tensor<4xf64>
  %1 = arith.constant 1 : i32
  return %0 : tensor<4xf64>
}
// EXPECT exit 0
// | module {
// |   func.func @f(%arg0: tensor<4xf64>) -> tensor<4xf64> {
// |     %0 = "physl.add"(%arg0, %arg0) : (tensor<4xf64>, tensor<4xf64>) -> tensor<4xf64>
// |     return %0 : tensor<4xf64>
// |   }
// | }
