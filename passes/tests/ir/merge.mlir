// RUN: physl-merge
// ===== two that differ in names and numbers of values are one; another op or another type is another task
func.func @main(%a: tensor<?xf64>, %b: tensor<?xf32>) -> (tensor<?xf64>, tensor<?xf64>, tensor<?xf64>, tensor<?xf32>) {
  %x = "physl.spawn"(%a) {body = @task_0_exp} : (tensor<?xf64>) -> tensor<?xf64>
  %y = "physl.spawn"(%x) {body = @task_1_exp} : (tensor<?xf64>) -> tensor<?xf64>
  %z = "physl.spawn"(%y) {body = @task_2_exp} : (tensor<?xf64>) -> tensor<?xf64>
  %w = "physl.spawn"(%b) {body = @task_3_exp} : (tensor<?xf32>) -> tensor<?xf32>
  return %x, %y, %z, %w : tensor<?xf64>, tensor<?xf64>, tensor<?xf64>, tensor<?xf32>
}
func.func private @task_0_exp(%a: tensor<?xf64>) -> tensor<?xf64> attributes {physl.task} {
  %0 = "physl.exp"(%a) : (tensor<?xf64>) -> tensor<?xf64>
  return %0 : tensor<?xf64>
}
func.func private @task_1_exp(%b: tensor<?xf64>) -> tensor<?xf64> attributes {physl.task} {
  %0 = "physl.exp"(%b) : (tensor<?xf64>) -> tensor<?xf64>
  return %0 : tensor<?xf64>
}
func.func private @task_2_exp(%b: tensor<?xf64>) -> tensor<?xf64> attributes {physl.task} {
  %0 = "physl.exp"(%b) : (tensor<?xf64>) -> tensor<?xf64>
  %1 = "physl.sqrt"(%0) : (tensor<?xf64>) -> tensor<?xf64>
  return %1 : tensor<?xf64>
}
func.func private @task_3_exp(%b: tensor<?xf32>) -> tensor<?xf32> attributes {physl.task} {
  %0 = "physl.exp"(%b) : (tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}
// ----- becomes
module {
  func.func @main(%arg0: tensor<?xf64>, %arg1: tensor<?xf32>) -> (tensor<?xf64>, tensor<?xf64>, tensor<?xf64>, tensor<?xf32>) {
    %0 = "physl.spawn"(%arg0) {body = @task_0_exp} : (tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.spawn"(%0) {body = @task_0_exp} : (tensor<?xf64>) -> tensor<?xf64>
    %2 = "physl.spawn"(%1) {body = @task_2_exp} : (tensor<?xf64>) -> tensor<?xf64>
    %3 = "physl.spawn"(%arg1) {body = @task_3_exp} : (tensor<?xf32>) -> tensor<?xf32>
    return %0, %1, %2, %3 : tensor<?xf64>, tensor<?xf64>, tensor<?xf64>, tensor<?xf32>
  }
  func.func private @task_0_exp(%arg0: tensor<?xf64>) -> tensor<?xf64> attributes {physl.task} {
    %0 = "physl.exp"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    return %0 : tensor<?xf64>
  }
  func.func private @task_2_exp(%arg0: tensor<?xf64>) -> tensor<?xf64> attributes {physl.task} {
    %0 = "physl.exp"(%arg0) : (tensor<?xf64>) -> tensor<?xf64>
    %1 = "physl.sqrt"(%0) : (tensor<?xf64>) -> tensor<?xf64>
    return %1 : tensor<?xf64>
  }
  func.func private @task_3_exp(%arg0: tensor<?xf32>) -> tensor<?xf32> attributes {physl.task} {
    %0 = "physl.exp"(%arg0) : (tensor<?xf32>) -> tensor<?xf32>
    return %0 : tensor<?xf32>
  }
}

