import sys

xs = []
for i in range(10):
    xs.append(i)
ys = [i for i in range(len(sys.argv))]
xs[0] = 3
# ---- expected ----
# lists_that_grow.py:5:5: error: lists that grow or shrink are not supported
#         xs.append(i)
#         ^^^^^^^^^^^^
#     help: fill an array made by `np.zeros(n)`, or count first and then fill
# lists_that_grow.py:6:6: error: a list whose length is not known at compile time is not supported
#     ys = [i for i in range(len(sys.argv))]
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#     help: fill an array in a loop: `a = np.zeros(n)`, `for i in range(n): a[i] = ...`
# lists_that_grow.py:7:1: error: assigning to items of a list is not supported
#     xs[0] = 3
#     ^^
#     help: make it an array with `np.array([...])`
