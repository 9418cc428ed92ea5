// RUN: physl-simplify
// ===== equal ops become one and unused ones go
func.func private @f(%x: tensor<8xf64>) -> tensor<8xf64> {
  %dead = "physl.exp"(%x) : (tensor<8xf64>) -> tensor<8xf64>
  %a = "physl.sin"(%x) : (tensor<8xf64>) -> tensor<8xf64>
  %b = "physl.sin"(%x) : (tensor<8xf64>) -> tensor<8xf64>
  %y = "physl.add"(%a, %b) : (tensor<8xf64>, tensor<8xf64>) -> tensor<8xf64>
  return %y : tensor<8xf64>
}
// ----- becomes
module {
  func.func private @f(%arg0: tensor<8xf64>) -> tensor<8xf64> {
    %0 = "physl.sin"(%arg0) : (tensor<8xf64>) -> tensor<8xf64>
    %1 = "physl.add"(%0, %0) : (tensor<8xf64>, tensor<8xf64>) -> tensor<8xf64>
    return %1 : tensor<8xf64>
  }
}

// ===== a chain of products is bracketed anew
func.func private @f(%A: tensor<?x?xf64>, %B: tensor<?x?xf64>, %x: tensor<?xf64>) -> tensor<?xf64> {
  %m = "physl.matmul"(%A, %B) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
  %y = "physl.matmul"(%m, %x) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?xf64>
  return %y : tensor<?xf64>
}
// ----- becomes
module {
  func.func private @f(%arg0: tensor<?x?xf64>, %arg1: tensor<?x?xf64>, %arg2: tensor<?xf64>) -> tensor<?xf64> {
    %0 = "physl.matmul"(%arg1, %arg2) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.matmul"(%arg0, %0) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %1 : tensor<?xf64>
  }
}

// ===== scaling happens to the vector
func.func private @f(%A: tensor<?x?xf64>, %x: tensor<?xf64>, %s: f64) -> tensor<?xf64> {
  %t = "physl.from_scalar"(%s) : (f64) -> tensor<f64>
  %m = "physl.mul"(%t, %A) : (tensor<f64>, tensor<?x?xf64>) -> tensor<?x?xf64>
  %y = "physl.matmul"(%m, %x) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?xf64>
  return %y : tensor<?xf64>
}
// ----- becomes
module {
  func.func private @f(%arg0: tensor<?x?xf64>, %arg1: tensor<?xf64>, %arg2: f64) -> tensor<?xf64> {
    %0 = "physl.from_scalar"(%arg2) : (f64) -> tensor<f64>
    %1 = "physl.matmul"(%arg0, %arg1) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %2 = "physl.mul"(%0, %1) : (tensor<f64>, tensor<?xf64>) -> tensor<?xf64>
    return %2 : tensor<?xf64>
  }
}

// ===== what may fail is not dropped, what cannot is
func.func private @f(%A: tensor<?x?xf64>, %B: tensor<4x4xf64>) {
  %m = "physl.matmul"(%A, %A) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
  %n = "physl.matmul"(%B, %B) : (tensor<4x4xf64>, tensor<4x4xf64>) -> tensor<4x4xf64>
  return
}
// ----- becomes
module {
  func.func private @f(%arg0: tensor<?x?xf64>, %arg1: tensor<4x4xf64>) {
    %0 = "physl.matmul"(%arg0, %arg0) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    return
  }
}

// ===== a region ends at a write
func.func private @f(%r: !physl.ref<tensor<8xf64>>) -> tensor<8xf64> {
  %x = "physl.read"(%r) : (!physl.ref<tensor<8xf64>>) -> tensor<8xf64>
  %a = "physl.sin"(%x) : (tensor<8xf64>) -> tensor<8xf64>
  "physl.write"(%r, %a) : (!physl.ref<tensor<8xf64>>, tensor<8xf64>) -> ()
  %y = "physl.read"(%r) : (!physl.ref<tensor<8xf64>>) -> tensor<8xf64>
  %b = "physl.sin"(%y) : (tensor<8xf64>) -> tensor<8xf64>
  %c = "physl.mul"(%a, %b) : (tensor<8xf64>, tensor<8xf64>) -> tensor<8xf64>
  return %c : tensor<8xf64>
}
// ----- becomes
module {
  func.func private @f(%arg0: !physl.ref<tensor<8xf64>>) -> tensor<8xf64> {
    %0 = "physl.read"(%arg0) : (!physl.ref<tensor<8xf64>>) -> tensor<8xf64>
    %1 = "physl.sin"(%0) : (tensor<8xf64>) -> tensor<8xf64>
    "physl.write"(%arg0, %1) : (!physl.ref<tensor<8xf64>>, tensor<8xf64>) -> ()
    %2 = "physl.read"(%arg0) : (!physl.ref<tensor<8xf64>>) -> tensor<8xf64>
    %3 = "physl.sin"(%2) : (tensor<8xf64>) -> tensor<8xf64>
    %4 = "physl.mul"(%1, %3) : (tensor<8xf64>, tensor<8xf64>) -> tensor<8xf64>
    return %4 : tensor<8xf64>
  }
}

// ===== transposes made outside a loop cancel inside
func.func private @f(%A: tensor<?x?xf64>, %n: index) -> tensor<?x?xf64> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %t = "physl.transpose"(%A) {perm = array<i64: 1, 0>} : (tensor<?x?xf64>) -> tensor<?x?xf64>
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%s = %A) -> (tensor<?x?xf64>) {
    %u = "physl.transpose"(%t) {perm = array<i64: 1, 0>} : (tensor<?x?xf64>) -> tensor<?x?xf64>
    %v = "physl.matmul"(%s, %u) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    scf.yield %v : tensor<?x?xf64>
  }
  return %r : tensor<?x?xf64>
}
// ----- becomes
module {
  func.func private @f(%arg0: tensor<?x?xf64>, %arg1: index) -> tensor<?x?xf64> {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %0 = scf.for %arg2 = %c0 to %arg1 step %c1 iter_args(%arg3 = %arg0) -> (tensor<?x?xf64>) {
      %1 = "physl.matmul"(%arg3, %arg0) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
      scf.yield %1 : tensor<?x?xf64>
    }
    return %0 : tensor<?x?xf64>
  }
}

