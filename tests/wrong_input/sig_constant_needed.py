# RUN: phylanxc build %s --sig f(float64[:,:],int64) --emit=so
def f(x, axis):
    return x.sum(axis=axis)
# EXPECT exit 1
# ! sig_constant_needed.py:2:5: error: the argument `axis` of f() must be a constant
# !     def f(x, axis):
# !         ^
# !     help: it decides a type or a shape in the function: write a literal here
