# RUN: phylanxc build %s --sig f(float64[:,:,:,:,:]) --emit=so
def f(x):
    return x
# EXPECT exit 2
# ! phylanxc: error: --sig: `f(float64[:,:,:,:,:])` is no signature: `float64[:,:,:,:,:]` has more than 4 dimensions; write for example `f(float64[:,:], int64)`
