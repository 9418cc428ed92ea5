# sig: f(float64[:,:], int64)
# sig: f(float32[3], float)
def f(a, k):
    return a * k
# ---- expected ----
# module {
#   func.func @f(%arg0: !physl.ref<tensor<?x?xf64>>, %arg1: i64) -> !physl.ref<tensor<?x?xf64>> {
#     %0 = "physl.read"(%arg0) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %1 = arith.sitofp %arg1 : i64 to f64
#     %2 = "physl.from_scalar"(%1) : (f64) -> tensor<f64>
#     %3 = "physl.mul"(%0, %2) : (tensor<?x?xf64>, tensor<f64>) -> tensor<?x?xf64>
#     %4 = "physl.new"(%3) : (tensor<?x?xf64>) -> !physl.ref<tensor<?x?xf64>>
#     return %4 : !physl.ref<tensor<?x?xf64>>
#   }
#   func.func @f.1(%arg0: !physl.ref<tensor<3xf32>>, %arg1: f64) -> !physl.ref<tensor<3xf32>> {
#     %0 = "physl.read"(%arg0) : (!physl.ref<tensor<3xf32>>) -> tensor<3xf32>
#     %1 = arith.truncf %arg1 : f64 to f32
#     %2 = "physl.from_scalar"(%1) : (f32) -> tensor<f32>
#     %3 = "physl.mul"(%0, %2) : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
#     %4 = "physl.new"(%3) : (tensor<3xf32>) -> !physl.ref<tensor<3xf32>>
#     return %4 : !physl.ref<tensor<3xf32>>
#   }
#   func.func @__main__() {
#     return
#   }
# }
