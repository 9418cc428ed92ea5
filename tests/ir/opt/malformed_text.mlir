// RUN: phylanx-opt
func.func @f() {
  %0 = "physl.bogus"() : () -> i32
  return
}
// EXPECT exit 1
// ! -:3:8: error: unregistered operation 'physl.bogus' found in dialect ('physl') that does not allow unknown operations
// ! -:3:8: note: see current operation: %0 = "physl.bogus"() : () -> i32
