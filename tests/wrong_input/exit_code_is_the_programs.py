# RUN: phylanxc run %s
import sys

print("leaving")
sys.exit(7)
# EXPECT exit 7
# | leaving
