"""Arrays saved together."""
import numpy as np
import physl


def savez(file, *args, allow_pickle=True, **kwds):
    """Arrays in one file, by name."""
    physl._savez(file, args, kwds, False)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """Arrays in one compressed file, by name."""
    physl._savez(file, args, kwds, True)
