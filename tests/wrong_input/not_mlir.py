# RUN: phylanxc build %s --from physl --emit tasks
print(1)
# EXPECT exit 1
# ! not_mlir.py:1:1: error: invalid attribute name
