// RUN: physl-tasks
// ===== a map feeds a fold: one task, constants in its body
func.func @f(%a: tensor<?x?xf64>, %b: tensor<?xf64>) -> tensor<f64> {
  %two = arith.constant 2.0 : f64
  %t = "physl.from_scalar"(%two) : (f64) -> tensor<f64>
  %0 = "physl.mul"(%a, %b) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
  %1 = "physl.mul"(%0, %t) : (tensor<?x?xf64>, tensor<f64>) -> tensor<?x?xf64>
  %2 = "physl.sum"(%1) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
  return %2 : tensor<f64>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?x?xf64>, %arg1: tensor<?xf64>) -> tensor<f64> {
    %0 = "physl.spawn"(%arg0, %arg1) {body = @task_0_mul_mul_sum} : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<f64>
    return %0 : tensor<f64>
  }
  func.func private @task_0_mul_mul_sum(%arg0: tensor<?x?xf64>, %arg1: tensor<?xf64>) -> tensor<f64> attributes {physl.axes = array<i64: 0, 1>, physl.flops = 3 : i64, physl.fold = "sum", physl.keepdims = false, physl.task} {
    %0 = "physl.mul"(%arg0, %arg1) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
    %cst = arith.constant 2.000000e+00 : f64
    %1 = "physl.from_scalar"(%cst) : (f64) -> tensor<f64>
    %2 = "physl.mul"(%0, %1) : (tensor<?x?xf64>, tensor<f64>) -> tensor<?x?xf64>
    %3 = "physl.sum"(%2) {axes = array<i64: 0, 1>, keepdims = false} : (tensor<?x?xf64>) -> tensor<f64>
    return %3 : tensor<f64>
  }
}

// ===== an expensive op of lower rank is not repeated, a cheap one is
func.func @f(%a: tensor<?x?xf64>, %b: tensor<?xf64>) -> (tensor<?x?xf64>, tensor<?x?xf64>) {
  %e = "physl.exp"(%b) : (tensor<?xf64>) -> tensor<?xf64>
  %n = "physl.neg"(%b) : (tensor<?xf64>) -> tensor<?xf64>
  %0 = "physl.mul"(%a, %e) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
  %1 = "physl.mul"(%a, %n) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
  return %0, %1 : tensor<?x?xf64>, tensor<?x?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?x?xf64>, %arg1: tensor<?xf64>) -> (tensor<?x?xf64>, tensor<?x?xf64>) {
    %0 = "physl.spawn"(%arg1) {body = @task_0_exp} : (tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.spawn"(%arg0, %0) {body = @task_1_mul} : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
    %2 = "physl.spawn"(%arg0, %arg1) {body = @task_2_neg_mul} : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
    return %1, %2 : tensor<?x?xf64>, tensor<?x?xf64>
  }
  func.func private @task_0_exp(%arg0: tensor<?xf64>) -> tensor<?xf64> attributes {physl.axes = array<i64>, physl.flops = 15 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.exp"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    return %0 : tensor<?xf64>
  }
  func.func private @task_1_mul(%arg0: tensor<?x?xf64>, %arg1: tensor<?xf64>) -> tensor<?x?xf64> attributes {physl.axes = array<i64>, physl.flops = 1 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.mul"(%arg0, %arg1) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
    return %0 : tensor<?x?xf64>
  }
  func.func private @task_2_neg_mul(%arg0: tensor<?x?xf64>, %arg1: tensor<?xf64>) -> tensor<?x?xf64> attributes {physl.axes = array<i64>, physl.flops = 2 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.neg"(%arg1) : (tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.mul"(%arg0, %0) : (tensor<?x?xf64>, tensor<?xf64>) -> tensor<?x?xf64>
    return %1 : tensor<?x?xf64>
  }
}

// ===== a result that is stored is spawned into the reference, bodies with the same text are one
func.func @f(%r: !physl.ref<tensor<?xf64>>, %n: i64) {
  %c1 = arith.constant 1 : i64
  %v = "physl.view"(%r, %c1) {spec = ":s"} : (!physl.ref<tensor<?xf64>>, i64) -> !physl.ref<tensor<?xf64>>
  %w = "physl.view"(%r, %n) {spec = ":t"} : (!physl.ref<tensor<?xf64>>, i64) -> !physl.ref<tensor<?xf64>>
  %x = "physl.read"(%v) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %y = "physl.read"(%w) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %s = "physl.add"(%x, %y) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  "physl.write"(%v, %s) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
  %p = "physl.read"(%v) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %q = "physl.add"(%p, %p) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  %z = "physl.add"(%x, %p) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  %new = "physl.new"(%q) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  %new2 = "physl.new"(%z) : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
  "physl.write"(%new, %z) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
  return
}
// ----- becomes
module {
  func.func @f(%arg0: !physl.ref<tensor<?xf64>>, %arg1: i64) {
    %c1_i64 = arith.constant 1 : i64
    %0 = "physl.view"(%arg0, %c1_i64) {spec = ":s"} : (!physl.ref<tensor<?xf64>>, i64) -> !physl.ref<tensor<?xf64>>
    %1 = "physl.view"(%arg0, %arg1) {spec = ":t"} : (!physl.ref<tensor<?xf64>>, i64) -> !physl.ref<tensor<?xf64>>
    %2 = "physl.read"(%0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %3 = "physl.read"(%1) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    "physl.spawn_into"(%0, %2, %3) {body = @task_0_add} : (!physl.ref<tensor<?xf64>>, tensor<?xf64>, tensor<?xf64>) -> ()
    %4 = "physl.read"(%0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %5 = "physl.spawn"(%4) {body = @task_1_add} : (tensor<?xf64>) -> !physl.ref<tensor<?xf64>>
    "physl.spawn_into"(%5, %2, %4) {body = @task_0_add} : (!physl.ref<tensor<?xf64>>, tensor<?xf64>, tensor<?xf64>) -> ()
    return
  }
  func.func private @task_0_add(%arg0: tensor<?xf64>, %arg1: tensor<?xf64>) -> tensor<?xf64> attributes {physl.axes = array<i64>, physl.flops = 1 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.add"(%arg0, %arg1) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %0 : tensor<?xf64>
  }
  func.func private @task_1_add(%arg0: tensor<?xf64>) -> tensor<?xf64> attributes {physl.axes = array<i64>, physl.flops = 1 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.add"(%arg0, %arg0) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %0 : tensor<?xf64>
  }
}

// ===== nothing is carried past a write to what it reads
func.func @f(%r: !physl.ref<tensor<?xf64>>) -> tensor<?xf64> {
  %x = "physl.read"(%r) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %s = "physl.add"(%x, %x) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  "physl.write"(%r, %s) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
  %n = "physl.read"(%r) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
  %z = "physl.mul"(%s, %n) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  return %z : tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: !physl.ref<tensor<?xf64>>) -> tensor<?xf64> {
    %0 = "physl.read"(%arg0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %1 = "physl.spawn"(%0) {body = @task_0_add} : (tensor<?xf64>) -> tensor<?xf64>
    "physl.write"(%arg0, %1) : (!physl.ref<tensor<?xf64>>, tensor<?xf64>) -> ()
    %2 = "physl.read"(%arg0) : (!physl.ref<tensor<?xf64>>) -> tensor<?xf64>
    %3 = "physl.spawn"(%1, %2) {body = @task_1_mul} : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %3 : tensor<?xf64>
  }
  func.func private @task_0_add(%arg0: tensor<?xf64>) -> tensor<?xf64> attributes {physl.axes = array<i64>, physl.flops = 1 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.add"(%arg0, %arg0) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %0 : tensor<?xf64>
  }
  func.func private @task_1_mul(%arg0: tensor<?xf64>, %arg1: tensor<?xf64>) -> tensor<?xf64> attributes {physl.axes = array<i64>, physl.flops = 1 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.mul"(%arg0, %arg1) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %0 : tensor<?xf64>
  }
}

// ===== a cheap op of one full input is repeated for each user, a dear one is computed once
func.func @f(%a: tensor<?xf64>, %b: tensor<?xf64>) -> (tensor<f64>, tensor<?xf64>, tensor<?xf64>) {
  %m = "physl.neg"(%a) : (tensor<?xf64>) -> tensor<?xf64>
  %e = "physl.add"(%a, %b) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  %0 = "physl.mul"(%m, %e) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  %1 = "physl.sub"(%m, %e) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  %2 = "physl.sum"(%0) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
  return %2, %1, %e : tensor<f64>, tensor<?xf64>, tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?xf64>, %arg1: tensor<?xf64>) -> (tensor<f64>, tensor<?xf64>, tensor<?xf64>) {
    %0 = "physl.spawn"(%arg0, %arg1) {body = @task_0_add} : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.spawn"(%arg0, %0) {body = @task_1_neg_sub} : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %2 = "physl.spawn"(%arg0, %0) {body = @task_2_neg_mul_sum} : (tensor<?xf64>, tensor<?xf64>) -> tensor<f64>
    return %2, %1, %0 : tensor<f64>, tensor<?xf64>, tensor<?xf64>
  }
  func.func private @task_0_add(%arg0: tensor<?xf64>, %arg1: tensor<?xf64>) -> tensor<?xf64> attributes {physl.axes = array<i64>, physl.flops = 1 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.add"(%arg0, %arg1) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %0 : tensor<?xf64>
  }
  func.func private @task_1_neg_sub(%arg0: tensor<?xf64>, %arg1: tensor<?xf64>) -> tensor<?xf64> attributes {physl.axes = array<i64>, physl.flops = 2 : i64, physl.fold = "map", physl.keepdims = false, physl.task} {
    %0 = "physl.neg"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.sub"(%0, %arg1) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %1 : tensor<?xf64>
  }
  func.func private @task_2_neg_mul_sum(%arg0: tensor<?xf64>, %arg1: tensor<?xf64>) -> tensor<f64> attributes {physl.axes = array<i64: 0>, physl.flops = 3 : i64, physl.fold = "sum", physl.keepdims = false, physl.task} {
    %0 = "physl.neg"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.mul"(%0, %arg1) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    %2 = "physl.sum"(%1) {axes = array<i64: 0>, keepdims = false} : (tensor<?xf64>) -> tensor<f64>
    return %2 : tensor<f64>
  }
}

