# RUN: phylanxc build %s --sig f(float64,float64) --emit=exe -o /nowhere/program
def f(x):
    return x
# EXPECT exit 1
# ! library_as_program.py:2:5: error: --sig gives 2 types for f()
# !     def f(x):
# !         ^
# !     help: the function is `f(x)`
