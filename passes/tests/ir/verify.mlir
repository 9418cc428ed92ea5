// RUN: physl-verify
// ===== a handle is not used after its release
func.func @f(%a: tensor<?xf64>) {
  %0 = "physl.sort"(%a) {axis = 0 : i64} : (tensor<?xf64>) -> tensor<?xf64>
  "physl.retain"(%0) : (tensor<?xf64>) -> ()
  "physl.release"(%0) : (tensor<?xf64>) -> ()
  "physl.release"(%0) : (tensor<?xf64>) -> ()
  %2 = "physl.to_str"(%0) : (tensor<?xf64>) -> !physl.str
  return
}
// ----- fails
-:6:8: internal error in physl-verify: physl.to_str: uses value 1 after its release

// ===== what is sent is received
func.func @f(%a: tensor<?xf64>) {
  %0 = "physl.send"(%a) {pattern = "replicated", low = array<i64>, high = array<i64>} : (tensor<?xf64>) -> !physl.token
  return
}
// ----- fails
-:2:8: internal error in physl-verify: physl.send: an exchange is sent once and received 0 times

// ===== element types fit together
func.func @f(%a: tensor<?xf64>, %b: tensor<?xi64>) {
  %0 = "physl.add"(%a, %b) : (tensor<?xf64>, tensor<?xi64>) -> tensor<?xf64>
  return
}
// ----- fails
-:2:8: internal error in physl-verify: physl.add: types do not fit together: tensor<?xf64>, tensor<?xi64>, tensor<?xf64>

// ===== a sound program stays as it is
func.func @f(%a: tensor<?xf64>) -> tensor<?xf64> {
  %0 = "physl.add"(%a, %a) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
  return %0 : tensor<?xf64>
}
// ----- becomes
module {
  func.func @f(%arg0: tensor<?xf64>) -> tensor<?xf64> {
    %0 = "physl.add"(%arg0, %arg0) : (tensor<?xf64>, tensor<?xf64>) -> tensor<?xf64>
    return %0 : tensor<?xf64>
  }
}

