# RUN: phylanxc build nowhere.py
# EXPECT exit 2
# ! phylanxc: error: cannot read nowhere.py: No such file or directory (os error 2)
