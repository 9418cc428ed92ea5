# sig: g(float64)
# sig: f(float64)
def f(a, b):
    return a + b
# ---- expected ----
# bad_signature_target.py:1:1: error: --sig names `g`, which is no function of this file
#     # sig: g(float64)
#     ^
#     help: name a function defined at the top level
# bad_signature_target.py:3:5: error: --sig gives 1 type for f()
#     def f(a, b):
#         ^
#     help: the function is `f(a, b)`
