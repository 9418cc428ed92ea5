// RUN: physl-ownership
// ===== a handle is released after its last use, one that nobody uses at once
func.func @f(%a: tensor<?xf64>) {
  %0 = "physl.sort"(%a) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
  %1 = "physl.sort"(%0) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
  %2 = "physl.to_str"(%0) : (tensor<?xf64>) -> !physl.str
  "physl.print"(%2) {to_stderr = false} : (!physl.str) -> ()
  return
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?xf64>) {
    %0 = "physl.sort"(%arg0) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.sort"(%0) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
    "physl.release"(%1) : (tensor<?xf64>) -> ()
    %2 = "physl.to_str"(%0) : (tensor<?xf64>) -> !physl.str
    "physl.release"(%0) : (tensor<?xf64>) -> ()
    "physl.print"(%2) {to_stderr = false} : (!physl.str) -> ()
    "physl.release"(%2) : (!physl.str) -> ()
    return
  }
}

// ===== a loop takes its inits and gives its results
func.func @f(%a: tensor<?xf64>, %n: index) -> tensor<?xf64> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %x = "physl.copy"(%a) : (tensor<?xf64>) -> tensor<?xf64>
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%t = %x, %u = %a) -> (tensor<?xf64>, tensor<?xf64>) {
    %y = "physl.sort"(%x) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
    scf.yield %y, %y : tensor<?xf64>, tensor<?xf64>
  }
  return %r#0 : tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?xf64>, %arg1: index) -> tensor<?xf64> {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %0 = "physl.copy"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    "physl.retain"(%0) : (tensor<?xf64>) -> ()
    "physl.retain"(%arg0) : (tensor<?xf64>) -> ()
    %1:2 = scf.for %arg2 = %c0 to %arg1 step %c1 iter_args(%arg3 = %0, %arg4 = %arg0) -> (tensor<?xf64>, tensor<?xf64>) {
      "physl.release"(%arg3) : (tensor<?xf64>) -> ()
      "physl.release"(%arg4) : (tensor<?xf64>) -> ()
      %2 = "physl.sort"(%0) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
      "physl.retain"(%2) : (tensor<?xf64>) -> ()
      scf.yield %2, %2 : tensor<?xf64>, tensor<?xf64>
    }
    "physl.release"(%0) : (tensor<?xf64>) -> ()
    "physl.release"(%1#1) : (tensor<?xf64>) -> ()
    return %1#0 : tensor<?xf64>
  }
}

// ===== a while loop with a handle that stays
func.func @f(%a: tensor<?xf64>, %go: i1) -> tensor<?xf64> {
  %x = "physl.copy"(%a) : (tensor<?xf64>) -> tensor<?xf64>
  %r = scf.while (%t = %x) : (tensor<?xf64>) -> tensor<?xf64> {
    scf.condition(%go) %t : tensor<?xf64>
  } do {
  ^bb0(%t: tensor<?xf64>):
    %y = "physl.sort"(%t) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
    scf.yield %y : tensor<?xf64>
  }
  return %r : tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?xf64>, %arg1: i1) -> tensor<?xf64> {
    %0 = "physl.copy"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    %1 = scf.while (%arg2 = %0) : (tensor<?xf64>) -> tensor<?xf64> {
      scf.condition(%arg1) %arg2 : tensor<?xf64>
    } do {
    ^bb0(%arg2: tensor<?xf64>):
      %2 = "physl.sort"(%arg2) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
      "physl.release"(%arg2) : (tensor<?xf64>) -> ()
      scf.yield %2 : tensor<?xf64>
    }
    return %1 : tensor<?xf64>
  }
}

// ===== a branch that yields what it does not own retains it
func.func @f(%a: tensor<?xf64>, %go: i1) -> tensor<?xf64> {
  %r = scf.if %go -> (tensor<?xf64>) {
    scf.yield %a : tensor<?xf64>
  } else {
    %y = "physl.sort"(%a) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
    scf.yield %y : tensor<?xf64>
  }
  %s = arith.select %go, %r, %a : tensor<?xf64>
  return %s : tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?xf64>, %arg1: i1) -> tensor<?xf64> {
    %0 = scf.if %arg1 -> (tensor<?xf64>) {
      "physl.retain"(%arg0) : (tensor<?xf64>) -> ()
      scf.yield %arg0 : tensor<?xf64>
    } else {
      %2 = "physl.sort"(%arg0) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
      scf.yield %2 : tensor<?xf64>
    }
    %1 = arith.select %arg1, %0, %arg0 : tensor<?xf64>
    "physl.retain"(%1) : (tensor<?xf64>) -> ()
    "physl.release"(%0) : (tensor<?xf64>) -> ()
    return %1 : tensor<?xf64>
  }
}

