# RUN: phylanxc build %s --rules malformed.rules
import numpy as np

print(np.zeros(3).sum())
# EXPECT exit 1
# ! malformed.rules:1:31: error: expected a pattern: `?x`, a number or `(op ...)`
# !     "unfinished": (add ?x (mul ?y => (mul ?y ?x)
# !                                   ^
