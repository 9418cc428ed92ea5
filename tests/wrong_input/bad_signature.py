# RUN: phylanxc build %s --sig f(float65[:])
def f(x):
    return x + 1
# EXPECT exit 2
# ! phylanxc: error: --sig: `f(float65[:])` is no signature: `float65[:]` is no type of a parameter; write for example `f(float64[:,:], int64)`
