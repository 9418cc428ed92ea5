# RUN: phylanxc run %s
import numpy as np

print(np.loadtxt("malformed.csv", delimiter=","))
# EXPECT exit 3
# ! phylanxc: internal error in physl-inline: malformed_csv.py:4:7: physl.loadtxt: attribute ndmin is missing
# ! note: this is a fault of the compiler, not of your program; please report it with the program and this version: phylanxc 0.1.0
