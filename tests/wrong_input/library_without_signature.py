# RUN: phylanxc build %s --emit=so
def f(x):
    return x
# EXPECT exit 2
# ! phylanxc: error: a shared library needs a function to export: name it with its types, --sig 'f(float64[:,:], int64)'
