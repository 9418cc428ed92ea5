// RUN: phylanx-opt --physl-verify --mlir-pass-pipeline-crash-reproducer=crash.mlir
func.func @h(%a: tensor<4xf64>, %b: tensor<4xf32>) -> tensor<4xf64> {
  %0 = "physl.add"(%a, %b) : (tensor<4xf64>, tensor<4xf32>) -> tensor<4xf64>
  return %0 : tensor<4xf64>
}
// EXPECT exit 3
// ! phylanx-opt: internal error in physl-verify: -:3:8: physl.add: types do not fit together: tensor<4xf64>, tensor<4xf32>, tensor<4xf64>
// ! note: a reproducer was written; this runs it: phylanx-opt --run-reproducer crash.mlir
// ! note: this is a fault of the compiler, not of your program; please report it with the reproducer and this version: phylanx-opt 0.1.0
