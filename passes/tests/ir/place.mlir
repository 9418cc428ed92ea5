// RUN: physl-tasks physl-place
// ===== a stencil in a loop: the grid is cut, its borders travel
func.func @f(%n: i64, %steps: index) -> f64 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0.0 : f64
  %i1 = arith.constant 1 : i64
  %i2 = arith.constant 2 : i64
  %m1 = arith.constant -1 : i64
  %m2 = arith.constant -2 : i64
  %t = "physl.full"(%zero, %n, %n) : (f64, i64, i64) -> tensor<?x?xf64>
  %u = "physl.new"(%t) : (tensor<?x?xf64>) -> !physl.ref<tensor<?x?xf64>>
  scf.for %i = %c0 to %steps step %c1 {
    %va = "physl.view"(%u, %i2, %i1, %m1) {spec = ":s,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    %vb = "physl.view"(%u, %m2, %i1, %m1) {spec = ":t,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    %vc = "physl.view"(%u, %i1, %m1, %i1, %m1) {spec = ":st,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    %a = "physl.read"(%va) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %b = "physl.read"(%vb) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %s = "physl.add"(%a, %b) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    "physl.write"(%vc, %s) : (!physl.ref<tensor<?x?xf64>>, tensor<?x?xf64>) -> ()
  }
  %r = "physl.read"(%u) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
  %m = "physl.sum"(%r) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
  %x = "physl.item"(%m) : (tensor<f64>) -> f64
  return %x : f64
}
// ----- becomes
module {
  func.func @f(%arg0: i64, %arg1: index) -> f64 {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %cst = arith.constant 0.000000e+00 : f64
    %c1_i64 = arith.constant 1 : i64
    %c2_i64 = arith.constant 2 : i64
    %c-1_i64 = arith.constant -1 : i64
    %c-2_i64 = arith.constant -2 : i64
    %0 = "physl.full"(%cst, %arg0, %arg0) {physl.layout = "rows"} : (f64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    scf.for %arg2 = %c0 to %arg1 step %c1 {
      %4 = "physl.read"(%0) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
      %5 = "physl.send"(%4) {high = array<i64: 1, 0>, low = array<i64: 1, 0>, pattern = "halo"} : (tensor<?x?xf64>) -> !physl.token
      %6 = "physl.view"(%0, %c1_i64, %c-1_i64, %c1_i64, %c-1_i64) {spec = ":st,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
      %7 = "physl.recv"(%5) : (!physl.token) -> tensor<?x?xf64>
      %8 = "physl.slice"(%7, %c2_i64, %c1_i64, %c-1_i64) {spec = ":s,:st"} : (tensor<?x?xf64>, i64, i64, i64) -> tensor<?x?xf64>
      %9 = "physl.slice"(%7, %c-2_i64, %c1_i64, %c-1_i64) {spec = ":t,:st"} : (tensor<?x?xf64>, i64, i64, i64) -> tensor<?x?xf64>
      "physl.spawn_into"(%6, %8, %9) {body = @task_1_add, physl.layout = "rows"} : (!physl.ref<tensor<?x?xf64>>, tensor<?x?xf64>, tensor<?x?xf64>) -> ()
    }
    %1 = "physl.read"(%0) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %2 = "physl.spawn"(%1) {body = @task_0_sum, physl.layout = "rows"} : (tensor<?x?xf64>) -> tensor<f64>
    %3 = "physl.item"(%2) : (tensor<f64>) -> f64
    return %3 : f64
  }
  func.func private @task_0_sum(%arg0: tensor<?x?xf64>) -> tensor<f64> attributes {physl.axes = array<i64: 0, 1>, physl.flops = 1 : i64, physl.fold = "sum", physl.keepdims = false, physl.task} {
    %0 = "physl.sum"(%arg0) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
    return %0 : tensor<f64>
  }
  func.func private @task_1_add(%arg0: tensor<?x?xf64>, %arg1: tensor<?x?xf64>) -> tensor<?x?xf64> attributes {physl.axes = array<i64>, physl.flops = 1 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.add"(%arg0, %arg1) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    return %0 : tensor<?x?xf64>
  }
}

// ===== what is only read element by element stays on every rank
func.func @f(%n: i64, %x: f64) -> f64 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c1000 = arith.constant 1000 : index
  %t = "physl.full"(%x, %n) : (f64, i64) -> tensor<?xf64>
  %u = "physl.new"(%t) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  %s = scf.for %i = %c0 to %c1000 step %c1 iter_args(%a = %x) -> (f64) {
    %j = arith.index_cast %i : index to i64
    %v = "physl.get_item"(%u, %j) : (!physl.ref<tensor<?xf64>>, i64) -> f64
    %w = arith.addf %v, %a : f64
    "physl.set_item"(%u, %w, %j) : (!physl.ref<tensor<?xf64>>, f64, i64) -> ()
    scf.yield %w : f64
  }
  return %s : f64
}
// ----- becomes
module {
  func.func @f(%arg0: i64, %arg1: f64) -> f64 {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c1000 = arith.constant 1000 : index
    %0 = "physl.full"(%arg1, %arg0) {physl.layout = "replicated"} : (f64, i64) -> !physl.ref<tensor<?xf64>>
    %1 = scf.for %arg2 = %c0 to %c1000 step %c1 iter_args(%arg3 = %arg1) -> (f64) {
      %2 = arith.index_cast %arg2 : index to i64
      %3 = "physl.get_item"(%0, %2) : (!physl.ref<tensor<?xf64>>, i64) -> f64
      %4 = arith.addf %3, %arg3 : f64
      "physl.set_item"(%0, %4, %2) : (!physl.ref<tensor<?xf64>>, f64, i64) -> ()
      scf.yield %4 : f64
    }
    return %1 : f64
  }
}

// ===== a matrix times its transpose, then a row-wise sum
func.func @f(%p: !physl.str) -> tensor<?xf64> {
  %a = "physl.load"(%p) : (!physl.str) -> tensor<?x?xf64>
  %t = "physl.transpose"(%a) {perm = array<i64: 1, 0>} : (tensor<?x?xf64>) -> tensor<?x?xf64>
  %c = "physl.matmul"(%a, %t) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
  %e = "physl.exp"(%c) : (tensor<?x?xf64>) -> tensor<?x?xf64>
  %s = "physl.sum"(%e) {axes = array<i64: 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<?xf64>
  return %s : tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: !physl.str) -> tensor<?xf64> {
    %0 = "physl.load"(%arg0) {physl.layout = "replicated"} : (!physl.str) -> tensor<?x?xf64>
    %1 = "physl.transpose"(%0) {perm = array<i64: 1, 0>} : (tensor<?x?xf64>) -> tensor<?x?xf64>
    %2 = "physl.matmul"(%0, %1) {physl.layout = "rows"} : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %3 = "physl.spawn"(%2) {body = @task_0_exp_sum, physl.layout = "rows"} : (tensor<?x?xf64>) -> tensor<?xf64>
    return %3 : tensor<?xf64>
  }
  func.func private @task_0_exp_sum(%arg0: tensor<?x?xf64>) -> tensor<?xf64> attributes {physl.axes = array<i64: 1>, physl.flops = 16 : i64, physl.fold = "sum", physl.keepdims = false, physl.task} {
    %0 = "physl.exp"(%arg0) : (tensor<?x?xf64>) -> tensor<?x?xf64>
    %1 = "physl.sum"(%0) {axes = array<i64: 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<?xf64>
    return %1 : tensor<?xf64>
  }
}

// ===== borders on four sides: one halo for all slices, sent when the grid was last written
func.func @f(%n: i64, %steps: index) -> f64 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0.0 : f64
  %i1 = arith.constant 1 : i64
  %i2 = arith.constant 2 : i64
  %m1 = arith.constant -1 : i64
  %m2 = arith.constant -2 : i64
  %t = "physl.full"(%zero, %n, %n) : (f64, i64, i64) -> tensor<?x?xf64>
  %u = "physl.new"(%t) : (tensor<?x?xf64>) -> !physl.ref<tensor<?x?xf64>>
  scf.for %i = %c0 to %steps step %c1 {
    %va = "physl.view"(%u, %i2, %i1, %m1) {spec = ":s,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    %vb = "physl.view"(%u, %m2, %i1, %m1) {spec = ":t,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    %vd = "physl.view"(%u, %i1, %m1, %i2) {spec = ":st,:s"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    %ve = "physl.view"(%u, %i1, %m1, %m2) {spec = ":st,:t"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    %vc = "physl.view"(%u, %i1, %m1, %i1, %m1) {spec = ":st,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    %a = "physl.read"(%va) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %b = "physl.read"(%vb) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %d = "physl.read"(%vd) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %e = "physl.read"(%ve) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %s1 = "physl.add"(%a, %b) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %s2 = "physl.add"(%d, %e) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %s = "physl.add"(%s1, %s2) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    "physl.write"(%vc, %s) : (!physl.ref<tensor<?x?xf64>>, tensor<?x?xf64>) -> ()
  }
  %r = "physl.read"(%u) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
  %m = "physl.sum"(%r) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
  %x = "physl.item"(%m) : (tensor<f64>) -> f64
  return %x : f64
}
// ----- becomes
module {
  func.func @f(%arg0: i64, %arg1: index) -> f64 {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %cst = arith.constant 0.000000e+00 : f64
    %c1_i64 = arith.constant 1 : i64
    %c2_i64 = arith.constant 2 : i64
    %c-1_i64 = arith.constant -1 : i64
    %c-2_i64 = arith.constant -2 : i64
    %0 = "physl.full"(%cst, %arg0, %arg0) {physl.layout = "rows"} : (f64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
    scf.for %arg2 = %c0 to %arg1 step %c1 {
      %4 = "physl.read"(%0) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
      %5 = "physl.send"(%4) {high = array<i64: 1, 0>, low = array<i64: 1, 0>, pattern = "halo"} : (tensor<?x?xf64>) -> !physl.token
      %6 = "physl.view"(%0, %c1_i64, %c-1_i64, %c2_i64) {spec = ":st,:s"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
      %7 = "physl.view"(%0, %c1_i64, %c-1_i64, %c-2_i64) {spec = ":st,:t"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
      %8 = "physl.view"(%0, %c1_i64, %c-1_i64, %c1_i64, %c-1_i64) {spec = ":st,:st"} : (!physl.ref<tensor<?x?xf64>>, i64, i64, i64, i64) -> !physl.ref<tensor<?x?xf64>>
      %9 = "physl.read"(%6) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
      %10 = "physl.read"(%7) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
      %11 = "physl.recv"(%5) : (!physl.token) -> tensor<?x?xf64>
      %12 = "physl.slice"(%11, %c2_i64, %c1_i64, %c-1_i64) {spec = ":s,:st"} : (tensor<?x?xf64>, i64, i64, i64) -> tensor<?x?xf64>
      %13 = "physl.slice"(%11, %c-2_i64, %c1_i64, %c-1_i64) {spec = ":t,:st"} : (tensor<?x?xf64>, i64, i64, i64) -> tensor<?x?xf64>
      "physl.spawn_into"(%8, %12, %13, %9, %10) {body = @task_1_add_add_add, physl.layout = "rows"} : (!physl.ref<tensor<?x?xf64>>, tensor<?x?xf64>, tensor<?x?xf64>, tensor<?x?xf64>, tensor<?x?xf64>) -> ()
    }
    %1 = "physl.read"(%0) : (!physl.ref<tensor<?x?xf64>>) -> tensor<?x?xf64>
    %2 = "physl.spawn"(%1) {body = @task_0_sum, physl.layout = "rows"} : (tensor<?x?xf64>) -> tensor<f64>
    %3 = "physl.item"(%2) : (tensor<f64>) -> f64
    return %3 : f64
  }
  func.func private @task_0_sum(%arg0: tensor<?x?xf64>) -> tensor<f64> attributes {physl.axes = array<i64: 0, 1>, physl.flops = 1 : i64, physl.fold = "sum", physl.keepdims = false, physl.task} {
    %0 = "physl.sum"(%arg0) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
    return %0 : tensor<f64>
  }
  func.func private @task_1_add_add_add(%arg0: tensor<?x?xf64>, %arg1: tensor<?x?xf64>, %arg2: tensor<?x?xf64>, %arg3: tensor<?x?xf64>) -> tensor<?x?xf64> attributes {physl.axes = array<i64>, physl.flops = 3 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.add"(%arg0, %arg1) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %1 = "physl.add"(%arg2, %arg3) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %2 = "physl.add"(%0, %1) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    return %2 : tensor<?x?xf64>
  }
}

// ===== a transposed operand travels once, before the loop that does not change it
func.func @f(%n: i64, %steps: index) -> f64 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %one = arith.constant 1.0 : f64
  %t = "physl.full"(%one, %n, %n) : (f64, i64, i64) -> tensor<?x?xf64>
  %a = "physl.transpose"(%t) {perm = array<i64: 1, 0>} : (tensor<?x?xf64>) -> tensor<?x?xf64>
  %r = scf.for %i = %c0 to %steps step %c1 iter_args(%x = %t) -> tensor<?x?xf64> {
    %s = "physl.mul"(%t, %a) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %y = "physl.add"(%x, %s) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %z = "physl.exp"(%y) : (tensor<?x?xf64>) -> tensor<?x?xf64>
    scf.yield %z : tensor<?x?xf64>
  }
  %o = "physl.sort"(%r) {axis = 0 : i64} : (tensor<?x?xf64>) -> tensor<?x?xf64>
  %m = "physl.sum"(%o) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
  %v = "physl.item"(%m) : (tensor<f64>) -> f64
  return %v : f64
}
// ----- becomes
module {
  func.func @f(%arg0: i64, %arg1: index) -> f64 {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %cst = arith.constant 1.000000e+00 : f64
    %0 = "physl.full"(%cst, %arg0, %arg0) {physl.layout = "rows"} : (f64, i64, i64) -> tensor<?x?xf64>
    %1 = "physl.transpose"(%0) {perm = array<i64: 1, 0>} : (tensor<?x?xf64>) -> tensor<?x?xf64>
    %2 = "physl.send"(%1) {high = array<i64>, low = array<i64>, pattern = "rows"} : (tensor<?x?xf64>) -> !physl.token
    %3 = "physl.recv"(%2) : (!physl.token) -> tensor<?x?xf64>
    %4 = scf.for %arg2 = %c0 to %arg1 step %c1 iter_args(%arg3 = %0) -> (tensor<?x?xf64>) {
      %10 = "physl.spawn"(%0, %3, %arg3) {body = @task_1_mul_add_exp, physl.layout = "rows"} : (tensor<?x?xf64>, tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
      scf.yield %10 : tensor<?x?xf64>
    }
    %5 = "physl.send"(%4) {high = array<i64>, low = array<i64>, pattern = "replicated"} : (tensor<?x?xf64>) -> !physl.token
    %6 = "physl.recv"(%5) : (!physl.token) -> tensor<?x?xf64>
    %7 = "physl.sort"(%6) {axis = 0 : i64, physl.layout = "replicated"} : (tensor<?x?xf64>) -> tensor<?x?xf64>
    %8 = "physl.spawn"(%7) {body = @task_0_sum, physl.layout = "replicated"} : (tensor<?x?xf64>) -> tensor<f64>
    %9 = "physl.item"(%8) : (tensor<f64>) -> f64
    return %9 : f64
  }
  func.func private @task_0_sum(%arg0: tensor<?x?xf64>) -> tensor<f64> attributes {physl.axes = array<i64: 0, 1>, physl.flops = 1 : i64, physl.fold = "sum", physl.keepdims = false, physl.task} {
    %0 = "physl.sum"(%arg0) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
    return %0 : tensor<f64>
  }
  func.func private @task_1_mul_add_exp(%arg0: tensor<?x?xf64>, %arg1: tensor<?x?xf64>, %arg2: tensor<?x?xf64>) -> tensor<?x?xf64> attributes {physl.axes = array<i64>, physl.flops = 17 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.mul"(%arg0, %arg1) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %1 = "physl.add"(%arg2, %0) : (tensor<?x?xf64>, tensor<?x?xf64>) -> tensor<?x?xf64>
    %2 = "physl.exp"(%1) : (tensor<?x?xf64>) -> tensor<?x?xf64>
    return %2 : tensor<?x?xf64>
  }
}

