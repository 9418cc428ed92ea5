// RUN: phylanx-opt --verify-diagnostics
// expected-error @+1 {{something else}}
func.func @f() {
  %0 = "physl.bogus"() : () -> i32
  return
}
// EXPECT exit 1
// ! line 2: expected error "something else" was not produced
// ! line 4: unexpected error: unregistered operation 'physl.bogus' found in dialect ('physl') that does not allow unknown operations
