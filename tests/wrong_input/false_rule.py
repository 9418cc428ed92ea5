# RUN: phylanxc rules test false.rules
# EXPECT exit 1
# ! false.rules:2:1: error: rule "sub-commutes" is false at float level reassociate
# !   ?x = float64 -2.0
# !   ?y = float64 1.0
# !   (sub ?x ?y) = float64 -3.0
# !   (sub ?y ?x) = float64 3.0
# !     "sub-commutes": (sub ?x ?y) => (sub ?y ?x)
# !     ^
# !     help: add a condition that excludes this, or a level that allows it (`@fast`)
