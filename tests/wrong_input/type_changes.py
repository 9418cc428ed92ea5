# RUN: phylanxc build %s
import sys

x = 1
if len(sys.argv) > 1:
    x = "now text"
print(x)
# EXPECT exit 1
# ! type_changes.py:5:1: error: `x` is str on one path and int on another
# !     if len(sys.argv) > 1:
# !     ^^^^^^^^^^^^^^^^^^^^^
# !     help: use one type on every path (such as `0.0` for a float), or two names
