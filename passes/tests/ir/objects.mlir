// RUN: physl-promote physl-snapshot
// ===== an array that is written through a cell stays a reference, another one in another cell becomes a value
func.func @__main__(%a: tensor<3xf64>, %b: tensor<3xf64>) {
  %r = "physl.new"(%a) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
  %s = "physl.new"(%b) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
  %c = "physl.cell_new"(%r) : (!physl.ref<tensor<3xf64>>) -> !physl.object
  %d = "physl.cell_new"(%s) : (!physl.ref<tensor<3xf64>>) -> !physl.object
  %x = "physl.cell_get"(%c) {at = 0 : i64} : (!physl.object) -> !physl.ref<tensor<3xf64>>
  %y = "physl.cell_get"(%d) {at = 0 : i64} : (!physl.object) -> !physl.ref<tensor<3xf64>>
  %v = "physl.read"(%y) : (!physl.ref<tensor<3xf64>>) -> tensor<3xf64>
  "physl.write"(%x, %v) : (!physl.ref<tensor<3xf64>>, tensor<3xf64>) -> ()
  return
}
// ----- becomes
module {
  func.func @__main__(%arg0: tensor<3xf64>, %arg1: tensor<3xf64>) {
    %0 = "physl.new"(%arg0) : (tensor<3xf64>) -> !physl.ref<tensor<3xf64>>
    %1 = "physl.cell_new"(%0) : (!physl.ref<tensor<3xf64>>) -> !physl.object
    %2 = "physl.cell_new"(%arg1) : (tensor<3xf64>) -> !physl.object
    %3 = "physl.cell_get"(%1) {at = 0 : i64} : (!physl.object) -> !physl.ref<tensor<3xf64>>
    %4 = "physl.cell_get"(%2) {at = 0 : i64} : (!physl.object) -> tensor<3xf64>
    "physl.write"(%3, %4) : (!physl.ref<tensor<3xf64>>, tensor<3xf64>) -> ()
    return
  }
}

