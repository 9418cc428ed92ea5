# COMPARE: exact
import numpy as np
import helpers
from helpers import f, SCALE, counter
from pkg.sub import area as A
import pkg.sub as s
import pkg.other

if __name__ == "__main__":
    print(helpers.NAME, f(3.0), SCALE, counter)
    helpers.bump()
    helpers.bump()
    print(helpers.counter, counter)
    print(A(2.0), s.PI, pkg.other.g(np.arange(3)))
    print(helpers.table.sum(), __name__, helpers.__name__)
    def late():
        import lazy
        return lazy.VALUE + lazy.compute(2)
    print(late(), late())
