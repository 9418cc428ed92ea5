# RUN: phylanxc rules test malformed.rules
# EXPECT exit 1
# ! malformed.rules:1:31: error: expected a pattern: `?x`, a number or `(op ...)`
# !     "unfinished": (add ?x (mul ?y => (mul ?y ?x)
# !                                   ^
