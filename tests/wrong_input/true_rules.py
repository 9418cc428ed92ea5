# RUN: phylanxc rules test true.rules
# EXPECT exit 0
# | "add-commutes": holds on 116 inputs
# | "double": holds on 84 inputs
