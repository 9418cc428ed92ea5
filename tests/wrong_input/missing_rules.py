# RUN: phylanxc build %s --rules nowhere.rules
print(1)
# EXPECT exit 2
# ! phylanxc: error: cannot read nowhere.rules: No such file or directory (os error 2)
