// RUN: physl-inline
// ===== small functions are inlined everywhere, dead ones go, recursive ones stay
func.func private @twice(%x: i64) -> i64 {
  %y = "physl.int_add"(%x, %x) : (i64, i64) -> i64
  return %y : i64
}
func.func private @four(%x: i64) -> i64 {
  %y = func.call @twice(%x) : (i64) -> i64
  %z = func.call @twice(%y) : (i64) -> i64
  return %z : i64
}
func.func private @again(%x: i64, %go: i1) -> i64 {
  %y = scf.if %go -> i64 {
    %z = func.call @again(%x, %go) : (i64, i1) -> i64
    scf.yield %z : i64
  } else {
    scf.yield %x : i64
  }
  return %y : i64
}
func.func private @dead(%x: i64) -> i64 {
  return %x : i64
}
func.func @__main__(%x: i64, %go: i1) -> i64 {
  %a = func.call @four(%x) : (i64) -> i64
  %b = scf.if %go -> i64 {
    %c = func.call @twice(%a) : (i64) -> i64
    scf.yield %c : i64
  } else {
    %d = func.call @again(%a, %go) : (i64, i1) -> i64
    scf.yield %d : i64
  }
  return %b : i64
}
// ----- becomes
module {
  func.func private @again(%arg0: i64, %arg1: i1) -> i64 {
    %0 = scf.if %arg1 -> (i64) {
      %1 = func.call @again(%arg0, %arg1) : (i64, i1) -> i64
      scf.yield %1 : i64
    } else {
      scf.yield %arg0 : i64
    }
    return %0 : i64
  }
  func.func @__main__(%arg0: i64, %arg1: i1) -> i64 {
    %0 = "physl.int_add"(%arg0, %arg0) : (i64, i64) -> i64
    %1 = "physl.int_add"(%0, %0) : (i64, i64) -> i64
    %2 = scf.if %arg1 -> (i64) {
      %3 = "physl.int_add"(%1, %1) : (i64, i64) -> i64
      scf.yield %3 : i64
    } else {
      %3 = func.call @again(%1, %arg1) : (i64, i1) -> i64
      scf.yield %3 : i64
    }
    return %2 : i64
  }
}

