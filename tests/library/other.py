"""A second library in one process: tests that errors and results of both find their way."""

# SIG: halves(float64[:])
# SIG: refuse(int64)


def halves(a):
    return a / 2.0, a.sum()


def refuse(n):
    """Always fails."""
    raise ValueError(f"no {n} here")
