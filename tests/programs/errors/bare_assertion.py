# COMPARE: exact
import sys

assert len(sys.argv) == 3
