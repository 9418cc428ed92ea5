# RUN: phylanxc build %s --sig f(str) --emit=so
def f(x):
    return len(x)
# EXPECT exit 2
# ! phylanxc: error: --sig: `f(str)` is no signature: a str cannot be passed from outside, where it has no form that all callers share; write for example `f(float64[:,:], int64)`
