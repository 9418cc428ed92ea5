# RUN: phylanxc build %s --from tiled --emit physl
print(1)
# EXPECT exit 2
# ! phylanxc: error: cannot go from 'tiled' to 'physl'
