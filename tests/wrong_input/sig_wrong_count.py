# RUN: phylanxc build %s --sig f(float64) --emit=so
def f(x, n):
    return x + n
# EXPECT exit 1
# ! sig_wrong_count.py:2:5: error: --sig gives 1 type for f()
# !     def f(x, n):
# !         ^
# !     help: the function is `f(x, n)`
