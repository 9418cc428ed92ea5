// RUN: physl-promote
// ===== nobody writes: references are values, views are slices
func.func private @f(%t: tensor<?xf64>, %n: i64, %go: i1) -> tensor<?xf64> {
  %r = "physl.new"(%t) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  %v = "physl.view"(%r, %n) {spec = ":s"} : (!physl.ref<tensor<?xf64>>, i64) -> !physl.ref<tensor<?xf64>>
  %w = scf.if %go -> !physl.ref<tensor<?xf64>> {
    scf.yield %v : !physl.ref<tensor<?xf64>>
  } else {
    scf.yield %r : !physl.ref<tensor<?xf64>>
  }
  %i = "physl.get_item"(%w, %n) : (!physl.ref<tensor<?xf64>>, i64) -> f64
  %x = "physl.read"(%w) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  return %x : tensor<?xf64>
}
// ----- becomes
module {
  func.func private @f(%arg0: tensor<?xf64>, %arg1: i64, %arg2: i1) -> tensor<?xf64> {
    %0 = "physl.slice"(%arg0, %arg1) {spec = ":s"} : (tensor<?xf64>, i64) -> tensor<?xf64>
    %1 = scf.if %arg2 -> (tensor<?xf64>) {
      scf.yield %0 : tensor<?xf64>
    } else {
      scf.yield %arg0 : tensor<?xf64>
    }
    %2 = "physl.get_item"(%1, %arg1) : (tensor<?xf64>, i64) -> f64
    return %1 : tensor<?xf64>
  }
}

// ===== a write through a view keeps all that share the buffer, and only them
func.func private @f(%t: tensor<?xf64>, %n: i64) -> tensor<?xf64> {
  %r = "physl.new"(%t) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  %v = "physl.view"(%r, %n) {spec = ":s"} : (!physl.ref<tensor<?xf64>>, i64) -> !physl.ref<tensor<?xf64>>
  %x = "physl.read"(%r) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %q = "physl.new"(%x) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  "physl.write"(%v, %t) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
  %y = "physl.read"(%q) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  return %y : tensor<?xf64>
}
// ----- becomes
module {
  func.func private @f(%arg0: tensor<?xf64>, %arg1: i64) -> tensor<?xf64> {
    %0 = "physl.new"(%arg0) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
    %1 = "physl.view"(%0, %arg1) {spec = ":s"} : (!physl.ref<tensor<?xf64>>, i64) -> !physl.ref<tensor<?xf64>>
    %2 = "physl.read"(%0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    "physl.write"(%1, %arg0) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
    return %2 : tensor<?xf64>
  }
}

// ===== classes go through calls, loops and module variables; signatures follow
func.func private @g(%a: !physl.ref<tensor<?xf64>>) -> !physl.ref<tensor<?xf64>> {
  return %a : !physl.ref<tensor<?xf64>>
}
func.func @__main__(%t: tensor<?xf64>, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = "physl.new"(%t) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  %b = func.call @g(%a) : (!physl.ref<tensor<?xf64>>) -> !physl.ref<tensor<?xf64>>
  %c = scf.for %i = %c0 to %n step %c1 iter_args(%k = %b) -> !physl.ref<tensor<?xf64>> {
    scf.yield %a : !physl.ref<tensor<?xf64>>
  }
  "physl.global_set"(%c) {name = "c"} : (!physl.ref<tensor<?xf64>>) -> ()
  %d = "physl.global_get"() {name = "c"} : () -> !physl.ref<tensor<?xf64>>
  %u = "physl.new"(%t) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  "physl.global_set"(%u) {name = "u"} : (!physl.ref<tensor<?xf64>>) -> ()
  %v = "physl.global_get"() {name = "u"} : () -> !physl.ref<tensor<?xf64>>
  "physl.write"(%v, %t) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
  return
}
// ----- becomes
module {
  func.func private @g(%arg0: tensor<?xf64>) -> tensor<?xf64> {
    return %arg0 : tensor<?xf64>
  }
  func.func @__main__(%arg0: tensor<?xf64>, %arg1: index) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %0 = call @g(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    %1 = scf.for %arg2 = %c0 to %arg1 step %c1 iter_args(%arg3 = %0) -> (tensor<?xf64>) {
      scf.yield %arg0 : tensor<?xf64>
    }
    "physl.global_set"(%1) {name = "c"} : (tensor<?xf64>) -> ()
    %2 = "physl.global_get"() {name = "c"} : () -> tensor<?xf64>
    %3 = "physl.new"(%arg0) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
    "physl.global_set"(%3) {name = "u"} : (!physl.ref<tensor<?xf64>>) -> ()
    %4 = "physl.global_get"() {name = "u"} : () -> !physl.ref<tensor<?xf64>>
    "physl.write"(%4, %arg0) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
    return
  }
}

// ===== what an exported function returns may be written by its caller; types that know different extents meet in a view
func.func @f(%a: !physl.ref<tensor<?xf64>>, %t: tensor<3xf64>) -> !physl.ref<tensor<?xf64>> {
  %r = "physl.new"(%t) : (tensor<3xf64>) -> !physl.ref<tensor<?xf64>>
  %x = "physl.read"(%r) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %s = "physl.new"(%x) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  return %s : !physl.ref<tensor<?xf64>>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?xf64>, %arg1: tensor<3xf64>) -> !physl.ref<tensor<?xf64>> {
    %0 = "physl.slice"(%arg1) {spec = "e"} : (tensor<3xf64>) -> tensor<?xf64>
    %1 = "physl.new"(%0) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
    return %1 : !physl.ref<tensor<?xf64>>
  }
}

