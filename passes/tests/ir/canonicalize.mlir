// RUN: physl-canonicalize
// ===== constants are computed where nothing can fail
func.func @f(%x: i64) -> (i64, i64, i64, f64, i1) {
  %c2 = arith.constant 2 : i64
  %m7 = arith.constant -7 : i64
  %c0 = arith.constant 0 : i64
  %half = arith.constant 0.5 : f64
  %a = "physl.int_floordiv"(%m7, %c2) : (i64, i64) -> i64
  %b = "physl.int_mod"(%m7, %c2) : (i64, i64) -> i64
  %c = "physl.int_floordiv"(%m7, %c0) : (i64, i64) -> i64
  %d = arith.addf %half, %half : f64
  %e = arith.cmpi slt, %a, %b : i64
  %g = "physl.int_add"(%x, %c0) : (i64, i64) -> i64
  %h = "physl.int_add"(%g, %c) : (i64, i64) -> i64
  return %a, %b, %h, %d, %e : i64, i64, i64, f64, i1
}
// ----- becomes
module {
  func.func @f(%arg0: i64) -> (i64, i64, i64, f64, i1) {
    %c-7_i64 = arith.constant -7 : i64
    %c0_i64 = arith.constant 0 : i64
    %c-4_i64 = arith.constant -4 : i64
    %c1_i64 = arith.constant 1 : i64
    %0 = "physl.int_floordiv"(%c-7_i64, %c0_i64) : (i64, i64) -> i64
    %cst = arith.constant 1.000000e+00 : f64
    %true = arith.constant true
    %1 = "physl.int_add"(%arg0, %0) : (i64, i64) -> i64
    return %c-4_i64, %c1_i64, %1, %cst, %true : i64, i64, i64, f64, i1
  }
}

// ===== scalars do not travel through tensors, no-op views go
func.func @f(%s: f64, %t: tensor<f64>, %x: tensor<?x3xf64>) -> (f64, tensor<f64>, tensor<?x3xf64>, i64, i64) {
  %0 = "physl.from_scalar"(%s) : (f64) -> tensor<f64>
  %1 = "physl.item"(%0) : (tensor<f64>) -> f64
  %2 = "physl.item"(%t) : (tensor<f64>) -> f64
  %3 = "physl.from_scalar"(%2) : (f64) -> tensor<f64>
  %4 = "physl.transpose"(%x) {perm = array<i64: 1, 0>} : (tensor<?x3xf64>) -> tensor<3x?xf64>
  %5 = "physl.transpose"(%4) {perm = array<i64: 1, 0>} : (tensor<3x?xf64>) -> tensor<?x3xf64>
  %6 = "physl.slice"(%5) {spec = ":,e"} : (tensor<?x3xf64>) -> tensor<?x3xf64>
  %7 = "physl.cast"(%6) : (tensor<?x3xf64>) -> tensor<?x3xf64>
  %8 = "physl.copy"(%7) : (tensor<?x3xf64>) -> tensor<?x3xf64>
  %9 = "physl.dim"(%4) {axis = 0 : i64} : (tensor<3x?xf64>) -> i64
  %10 = "physl.exp"(%4) : (tensor<3x?xf64>) -> tensor<3x?xf64>
  %11 = "physl.dim"(%10) {axis = 1 : i64} : (tensor<3x?xf64>) -> i64
  return %1, %3, %8, %9, %11 : f64, tensor<f64>, tensor<?x3xf64>, i64, i64
}
// ----- becomes
module {
  func.func @f(%arg0: f64, %arg1: tensor<f64>, %arg2: tensor<?x3xf64>) -> (f64, tensor<f64>, tensor<?x3xf64>, i64, i64) {
    %c3_i64 = arith.constant 3 : i64
    %0 = "physl.dim"(%arg2) {axis = 0 : i64} : (tensor<?x3xf64>) -> i64
    return %arg0, %arg1, %arg2, %c3_i64, %0 : f64, tensor<f64>, tensor<?x3xf64>, i64, i64
  }
}

// ===== a decided branch is taken, unused results go, ops that may fail stay
func.func @f(%x: tensor<?xf64>, %n: i64, %go: i1) -> tensor<?xf64> {
  %true = arith.constant true
  %0:2 = scf.if %true -> (tensor<?xf64>, i64) {
    %1 = "physl.exp"(%x) : (tensor<?xf64>) -> tensor<?xf64>
    scf.yield %1, %n : tensor<?xf64>, i64
  } else {
    scf.yield %x, %n : tensor<?xf64>, i64
  }
  %2:2 = scf.if %go -> (tensor<?xf64>, i64) {
    %3 = "physl.exp"(%x) : (tensor<?xf64>) -> tensor<?xf64>
    %4 = "physl.int_add"(%n, %n) : (i64, i64) -> i64
    scf.yield %3, %4 : tensor<?xf64>, i64
  } else {
    scf.yield %0#0, %n : tensor<?xf64>, i64
  }
  %5 = "physl.reshape"(%x, %n) : (tensor<?xf64>, i64) -> tensor<?xf64>
  return %2#0 : tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?xf64>, %arg1: i64, %arg2: i1) -> tensor<?xf64> {
    %0 = "physl.exp"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    %1 = scf.if %arg2 -> (tensor<?xf64>) {
      %3 = "physl.exp"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
      %4 = "physl.int_add"(%arg1, %arg1) : (i64, i64) -> i64
      scf.yield %3 : tensor<?xf64>
    } else {
      scf.yield %0 : tensor<?xf64>
    }
    %2 = "physl.reshape"(%arg0, %arg1) : (tensor<?xf64>, i64) -> tensor<?xf64>
    return %1 : tensor<?xf64>
  }
}

// ===== invariant ops leave loops: reads of what the loop does not write, dear maps, folds with what they need
func.func @f(%a: !physl.ref<tensor<?xf64>>, %t: tensor<?xf64>, %n: index, %a2: tensor<?xf64>) -> tensor<?xf64> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %w = "physl.new"(%t) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%u = %t, %v = %t) -> (tensor<?xf64>, tensor<?xf64>) {
    %x = "physl.read"(%a) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %e = "physl.exp"(%x) : (tensor<?xf64>) -> tensor<?xf64>
    %m = "physl.mul"(%e, %e) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %s = "physl.sum"(%m) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
    %bad = "physl.mul"(%a2, %v) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %badsum = "physl.sum"(%bad) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
    %k = "physl.mul"(%v, %v) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %y = "physl.read"(%w) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %z = "physl.exp"(%y) : (tensor<?xf64>) -> tensor<?xf64>
    %y2 = "physl.read"(%w) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %z2 = "physl.add"(%z, %y2) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    "physl.write"(%w, %z2) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
    %s9 = "physl.add"(%s, %badsum) : (tensor<f64>, tensor<f64>) -> tensor<f64>
    %p = "physl.mul"(%u, %s9) : (tensor<?xf64>, tensor<f64>) -> tensor<?xf64>
    %q = "physl.add"(%p, %k) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    scf.yield %q, %v : tensor<?xf64>, tensor<?xf64>
  }
  return %r#0 : tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: !physl.ref<tensor<?xf64>>, %arg1: tensor<?xf64>, %arg2: index, %arg3: tensor<?xf64>) -> tensor<?xf64> {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %0 = "physl.new"(%arg1) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
    %1 = "physl.read"(%arg0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %2 = "physl.exp"(%1) : (tensor<?xf64>) -> tensor<?xf64>
    %3 = "physl.mul"(%2, %2) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %4 = "physl.sum"(%3) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
    %5 = scf.for %arg4 = %c0 to %arg2 step %c1 iter_args(%arg5 = %arg1) -> (tensor<?xf64>) {
      %6 = "physl.mul"(%arg3, %arg1) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
      %7 = "physl.sum"(%6) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
      %8 = "physl.mul"(%arg1, %arg1) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
      %9 = "physl.read"(%0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
      %10 = "physl.exp"(%9) : (tensor<?xf64>) -> tensor<?xf64>
      %11 = "physl.add"(%10, %9) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
      "physl.write"(%0, %11) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
      %12 = "physl.add"(%4, %7) : (tensor<f64>, tensor<f64>) -> tensor<f64>
      %13 = "physl.mul"(%arg5, %12) : (tensor<?xf64>, tensor<f64>) -> tensor<?xf64>
      %14 = "physl.add"(%13, %8) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
      scf.yield %14 : tensor<?xf64>
    }
    return %5 : tensor<?xf64>
  }
}

