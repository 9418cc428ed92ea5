// RUN: physl-snapshot
// ===== a use after a write sees a copy, a use before does not
func.func private @f(%r: !physl.ref<tensor<?xf64>>) -> tensor<?xf64> {
  %x = "physl.read"(%r) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %s = "physl.add"(%x, %x) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  "physl.write"(%r, %s) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
  %z = "physl.mul"(%s, %x) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  return %z : tensor<?xf64>
}
// ----- becomes
module {
  func.func private @f(%arg0: !physl.ref<tensor<?xf64>>) -> tensor<?xf64> {
    %0 = "physl.read"(%arg0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %1 = "physl.copy"(%0) : (tensor<?xf64>) -> tensor<?xf64>
    %2 = "physl.add"(%0, %0) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    "physl.write"(%arg0, %2) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
    %3 = "physl.mul"(%2, %1) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %3 : tensor<?xf64>
  }
}

// ===== a view of a value looks at the same buffer; a loop that writes comes round again
func.func private @f(%r: !physl.ref<tensor<?x?xf64>>, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %x = "physl.read"(%r) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
  %t = "physl.transpose"(%x) {perm = array<i64: 1, 0>} : (tensor<?x?xf64>) -> tensor<?x?xf64>
  scf.for %i = %c0 to %n step %c1 {
    "physl.write"(%r, %t) : (!physl.ref<tensor<?x?xf64>>, tensor<?x?xf64>) -> ()
  }
  return
}
// ----- becomes
module {
  func.func private @f(%arg0: !physl.ref<tensor<?x?xf64>>, %arg1: index) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %0 = "physl.read"(%arg0) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %1 = "physl.transpose"(%0) {perm = array<i64: 1, 0>} : (tensor<?x?xf64>) -> tensor<?x?xf64>
    %2 = "physl.copy"(%1) : (tensor<?x?xf64>) -> tensor<?x?xf64>
    scf.for %arg2 = %c0 to %arg1 step %c1 {
      "physl.write"(%arg0, %2) : (!physl.ref<tensor<?x?xf64>>, tensor<?x?xf64>) -> ()
    }
    return
  }
}

// ===== what one branch writes is not yet written for the other
func.func private @f(%r: !physl.ref<tensor<?xf64>>, %v: tensor<f64>, %c: i1) -> tensor<f64> {
  %x = "physl.read"(%r) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %s = scf.if %c -> tensor<f64> {
    "physl.write"(%r, %v) : (!physl.ref<tensor<?xf64>>, tensor<f64>) -> ()
    scf.yield %v : tensor<f64>
  } else {
    %m = "physl.sum"(%x) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
    scf.yield %m : tensor<f64>
  }
  return %s : tensor<f64>
}
// ----- becomes
module {
  func.func private @f(%arg0: !physl.ref<tensor<?xf64>>, %arg1: tensor<f64>, %arg2: i1) -> tensor<f64> {
    %0 = "physl.read"(%arg0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %1 = scf.if %arg2 -> (tensor<f64>) {
      "physl.write"(%arg0, %arg1) : (!physl.ref<tensor<?xf64>>, tensor<f64>) -> ()
      scf.yield %arg1 : tensor<f64>
    } else {
      %2 = "physl.sum"(%0) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
      scf.yield %2 : tensor<f64>
    }
    return %1 : tensor<f64>
  }
}

// ===== a callee that writes the argument's buffer through a global
func.func private @g(%x: tensor<?xf64>) {
  %r = "physl.global_get"() {name = "u"} : () -> !physl.ref<tensor<?xf64>>
  "physl.write"(%r, %x) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
  return
}
func.func private @f(%r: !physl.ref<tensor<?xf64>>) {
  "physl.global_set"(%r) {name = "u"} : (!physl.ref<tensor<?xf64>>) -> ()
  %x = "physl.read"(%r) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  func.call @g(%x) : (tensor<?xf64>) -> ()
  return
}
// ----- becomes
module {
  func.func private @g(%arg0: tensor<?xf64>) {
    %0 = "physl.global_get"() {name = "u"} : () -> !physl.ref<tensor<?xf64>>
    "physl.write"(%0, %arg0) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
    return
  }
  func.func private @f(%arg0: !physl.ref<tensor<?xf64>>) {
    "physl.global_set"(%arg0) {name = "u"} : (!physl.ref<tensor<?xf64>>) -> ()
    %0 = "physl.read"(%arg0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %1 = "physl.copy"(%0) : (tensor<?xf64>) -> tensor<?xf64>
    call @g(%1) : (tensor<?xf64>) -> ()
    return
  }
}

// ===== an argument that the callee gives back is copied, one that it only uses is not
func.func private @id(%x: tensor<?xf64>) -> tensor<?xf64> {
  return %x : tensor<?xf64>
}
func.func private @total(%x: tensor<?xf64>) -> tensor<f64> {
  %m = "physl.sum"(%x) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
  return %m : tensor<f64>
}
func.func private @f(%r: !physl.ref<tensor<?xf64>>, %v: tensor<f64>) -> (tensor<?xf64>, tensor<f64>) {
  %x = "physl.read"(%r) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %y = func.call @id(%x) : (tensor<?xf64>) -> tensor<?xf64>
  %m = func.call @total(%x) : (tensor<?xf64>) -> tensor<f64>
  "physl.write"(%r, %v) : (!physl.ref<tensor<?xf64>>, tensor<f64>) -> ()
  return %y, %m : tensor<?xf64>, tensor<f64>
}
// ----- becomes
module {
  func.func private @id(%arg0: tensor<?xf64>) -> tensor<?xf64> {
    return %arg0 : tensor<?xf64>
  }
  func.func private @total(%arg0: tensor<?xf64>) -> tensor<f64> {
    %0 = "physl.sum"(%arg0) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
    return %0 : tensor<f64>
  }
  func.func private @f(%arg0: !physl.ref<tensor<?xf64>>, %arg1: tensor<f64>) -> (tensor<?xf64>, tensor<f64>) {
    %0 = "physl.read"(%arg0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %1 = "physl.copy"(%0) : (tensor<?xf64>) -> tensor<?xf64>
    %2 = call @id(%1) : (tensor<?xf64>) -> tensor<?xf64>
    %3 = call @total(%0) : (tensor<?xf64>) -> tensor<f64>
    "physl.write"(%arg0, %arg1) : (!physl.ref<tensor<?xf64>>, tensor<f64>) -> ()
    return %2, %3 : tensor<?xf64>, tensor<f64>
  }
}

