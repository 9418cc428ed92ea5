# RUN: phylanxc build %s --sig f(float65[:])
def f(x):
    return x + 1
# EXPECT exit 2
# ! phylanxc: error: --sig: `f(float65[:])` is no signature: a parameter's type is not known; write for example `f(float64[:,:], int64)`
