# RUN: phylanxc build %s --sig f(float64[:,:]) --sig f(float64) --emit=so
def f(x):
    return x.sum(axis=1) + missing
# EXPECT exit 1
# ! sig_wrong_body.py:3:12: error: float has no supported method `sum`
# !         return x.sum(axis=1) + missing
# !                ^^^^^^^^^^^^^
# !     help: numbers have `real`, `imag` and `conjugate()`; use a function such as `abs(x)`
# ! sig_wrong_body.py:3:28: error: name 'missing' is not defined
# !         return x.sum(axis=1) + missing
# !                                ^^^^^^^
# !     help: assign it before this use, or import it
