# library: shapes
# sig: f(float64[:,:], (int64, bool))
# sig: f(float32[()], (int64, bool))
# sig: g(int64)
SCALE = 2.0


def f(a, pair):
    """Scales
    an array."""
    k, sign = pair
    return a * (SCALE if sign else -SCALE), k


def g(n):
    if n > 3:
        return n
    return None


if __name__ == "__main__":
    print("not in a library")
# ---- expected ----
# module {
#   func.func @f(%arg0: !physl.ref<tensor<?x?xf64>>, %arg1: i64, %arg2: i1) -> (!physl.ref<tensor<?x?xf64>>, i64) attributes {physl.doc = "Scales\0A    an array.", physl.export = "f", physl.line = "def f(a, pair):", physl.params = ["a", "pair_0", "pair_1"], physl.results = ["result_0", "result_1"], physl.types = "(float64[:, :], (int, bool)) -> (float64[:, :], int)"} {
#     %0 = scf.if %arg2 -> (f64) {
#       %cst = arith.constant 2.000000e+00 : f64
#       scf.yield %cst : f64
#     } else {
#       %cst = arith.constant -2.000000e+00 : f64
#       scf.yield %cst : f64
#     }
#     %1 = "physl.read"(%arg0) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
#     %2 = "physl.from_scalar"(%0) : (f64) -> tensor<f64>
#     %3 = "physl.mul"(%1, %2) : (tensor<?x?xf64>, tensor<f64>) -> tensor<?x?xf64>
#     %4 = "physl.new"(%3) : (tensor<?x?xf64>) -> !physl.ref<tensor<?x?xf64>>
#     return %4, %arg1 : !physl.ref<tensor<?x?xf64>>, i64
#   }
#   func.func @f.1(%arg0: !physl.ref<tensor<f32>>, %arg1: i64, %arg2: i1) -> (f32, i64) attributes {physl.doc = "Scales\0A    an array.", physl.export = "f_2", physl.line = "def f(a, pair):", physl.params = ["a", "pair_0", "pair_1"], physl.results = ["result_0", "result_1"], physl.types = "(float32[], (int, bool)) -> (np.float32, int)"} {
#     %0 = scf.if %arg2 -> (f64) {
#       %cst = arith.constant 2.000000e+00 : f64
#       scf.yield %cst : f64
#     } else {
#       %cst = arith.constant -2.000000e+00 : f64
#       scf.yield %cst : f64
#     }
#     %1 = "physl.read"(%arg0) : (!physl.ref<tensor<f32>>) -> tensor<f32>
#     %2 = arith.truncf %0 : f64 to f32
#     %3 = "physl.from_scalar"(%2) : (f32) -> tensor<f32>
#     %4 = "physl.mul"(%1, %3) : (tensor<f32>, tensor<f32>) -> tensor<f32>
#     %5 = "physl.item"(%4) : (tensor<f32>) -> f32
#     return %5, %arg1 : f32, i64
#   }
#   func.func @g(%arg0: i64) -> (i1, i64) attributes {physl.export = "g", physl.line = "def g(n):", physl.params = ["n"], physl.results = ["result_present", "result"], physl.types = "(int) -> int | None"} {
#     %c3_i64 = arith.constant 3 : i64
#     %0 = arith.cmpi sgt, %arg0, %c3_i64 : i64
#     %1:2 = scf.if %0 -> (i1, i64) {
#       %true = arith.constant true
#       scf.yield %true, %arg0 : i1, i64
#     } else {
#       %false = arith.constant false
#       %c0_i64 = arith.constant 0 : i64
#       scf.yield %false, %c0_i64 : i1, i64
#     }
#     return %1#0, %1#1 : i1, i64
#   }
#   func.func @__main__() {
#     return
#   }
# }
