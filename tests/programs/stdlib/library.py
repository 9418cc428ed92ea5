# COMPARE: exact
"""time, sys, os, string, copy."""
import copy
import os
import os.path
import string
import sys
import time
import warnings
from os.path import basename, join

import numpy as np

t0 = time.perf_counter()
time.sleep(0.001)
t1 = time.perf_counter()
print(t1 - t0 >= 0.001, time.time() > 1e9, time.monotonic() > 0, time.process_time() >= 0, time.perf_counter_ns() > 0)
print(sys.maxsize, sys.float_info.max, sys.float_info.epsilon, sys.version_info >= (3, 8), len(sys.argv), sys.byteorder)
print(join("a", "b", "c.txt"), join("a/", "/b"), basename("/x/y.tar.gz"), os.path.dirname("/x/y/z"), os.path.splitext("dir.d/file.tar.gz"))
print(os.path.split("/a/b"), os.path.isabs("/a"), os.path.normpath("a/../b//c/."), os.path.exists("/no/such/file"), os.path.isfile("/"), os.path.isdir("/"))
print(os.environ.get("PHYLANX_NO_SUCH_VARIABLE"), os.environ.get("PHYLANX_NO_SUCH_VARIABLE", "default"), os.getenv("PHYLANX_NO_SUCH_VARIABLE", "d"))
print(os.getcwd() != "", os.sep, os.linesep == "\n")
print(string.ascii_lowercase, string.digits, string.ascii_uppercase[:3], string.punctuation)
a = np.arange(3)
b = copy.copy(a)
c = copy.deepcopy((a, 1))
a[0] = 9
print(a, b, c[0], c[1])
warnings.warn("careful")
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
sys.stdout.flush()
sys.exit(0)
