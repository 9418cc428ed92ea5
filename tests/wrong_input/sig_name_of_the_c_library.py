# RUN: phylanxc build %s --sig index(float64[:]) --emit=obj
def index(x):
    return x[0]
# EXPECT exit 1
# ! sig_name_of_the_c_library.py:2:5: error: `index` is a function of the C library, which an exported one would hide
# !     def index(x):
# !         ^
# !     help: export a function with another name that calls this one
