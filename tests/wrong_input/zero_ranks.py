# RUN: phylanxc run %s -n 0
print(1)
# EXPECT exit 2
# ! phylanxc: error: -n must be at least 1
