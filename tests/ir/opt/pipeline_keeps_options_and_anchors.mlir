// RUN: phylanx-opt --pass-pipeline=builtin.module(physl-verify,func.func(affine-loop-tile{tile-size=3},canonicalize)) --mlir-print-ir-before=physl-verify
func.func @f(%a: memref<9xf64>, %c: f64) {
  affine.for %i = 0 to 9 {
    affine.store %c, %a[%i] : memref<9xf64>
  }
  return
}
// EXPECT exit 0
// | #map = affine_map<(d0) -> (d0)>
// | #map1 = affine_map<(d0) -> (d0 + 3)>
// | module {
// |   func.func @f(%arg0: memref<9xf64>, %arg1: f64) {
// |     affine.for %arg2 = 0 to 9 step 3 {
// |       affine.for %arg3 = #map(%arg2) to #map1(%arg2) {
// |         affine.store %arg1, %arg0[%arg3] : memref<9xf64>
// |       }
// |     }
// |     return
// |   }
// | }
// ! // -----// IR Dump Before physl-verify //----- //
// ! module {
// !   func.func @f(%arg0: memref<9xf64>, %arg1: f64) {
// !     affine.for %arg2 = 0 to 9 {
// !       affine.store %arg1, %arg0[%arg2] : memref<9xf64>
// !     }
// !     return
// !   }
// ! }
// !
