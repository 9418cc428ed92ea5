# RUN: phylanxc build %s --sig g(float64) --emit=so
def f(x):
    return x + 1
# EXPECT exit 1
# ! sig_unknown_function.py:1:1: error: --sig names `g`, which is no function of this file
# !     # RUN: phylanxc build %s --sig g(float64) --emit=so
# !     ^
# !     help: name a function defined at the top level
