# NumPy: creation, shape and joining
# ----
import numpy as np

print(np.zeros(-1))
print(np.zeros((1, 1, 1, 1, 1, 1, 1, 1, 1)))
print(np.zeros(np.zeros(3)))
print(np.zeros(2.5))
print(np.arange(0, 1, 0))
print(np.float16(1))
print(np.zeros(3).astype())
print(np.meshgrid(np.zeros(3), indexing="ab"))
print(np.meshgrid(np.zeros((3, 3))))
print(np.meshgrid())
print(np.array("a"))
# ----
import numpy as np
import sys

a = np.zeros((2, 3))
print(a.reshape(-1, -1))
print(a.reshape(4, 2))
print(a.reshape(3, 2, order="F"))
print(np.squeeze(a, axis=0))
print(np.squeeze(np.zeros((len(sys.argv), 1))))
print(np.expand_dims(a, None))
print(np.swapaxes(a, None, 0))
print(np.transpose(a, (0, 0)))
print(np.transpose(a, 5))
print(np.moveaxis(a, None, 0))
print(np.sum(a, axis=2))
print(np.sum(a, axis=(0, 0)))
print(np.flip(a, 5))
# ----
import numpy as np
import sys

a = np.zeros((2, 3))
print(np.concatenate([a, np.zeros(3)]))
print(np.concatenate([a, np.zeros((2, 2))]))
print(np.concatenate([]))
print(np.concatenate([1, 2]))
print(np.concatenate(zip(a, np.zeros(len(sys.argv)))))
print(np.stack([a, np.zeros(3)]))
print(np.vstack([a, np.zeros((2, 2))]))
print(np.roll(a, (1, 2)))
print(np.roll(a, (1, 2), axis=(0, 1, 1)))
print(np.rot90(a, 1, (0, 1, 1)))
print(np.rot90(np.zeros(3)))
print(np.vsplit(np.zeros(3), 3))
print(np.split(np.array(5.0), 1))
print(np.split(a, 0))
print(np.hsplit(np.array(5.0), 1))
print(np.array_split(np.zeros(3), 100000))
# ----
import numpy as np

a = np.zeros(3)
print(np.delete(a, 9))
print(np.delete(a, "x"))
print(np.delete(a, np.array([0.5])))
# ----
import numpy as np

print(np.r_[()])
print(np.mgrid[5])
print(np.mgrid[0:])
print(np.mgrid[0:5:0])
print(np.r_["c", 1])
print(np.ix_(np.zeros((2, 2))))
print(np.broadcast_to(np.zeros(3), (2, 2)))
print(np.diag(np.zeros((2, 2, 2))))
print(np.diagonal(np.zeros(3)))
print(np.diagonal(np.zeros((2, 2)), 0, 1, 1))
print(np.trace(np.zeros(3)))
print(np.triu(np.zeros(3)))
# ----
import numpy as np

print(np.iinfo(float))
print(np.finfo(int))
print(np.iinfo("x"))
print(np.issubdtype(int, "x"))
print(np.result_type())
print(np.can_cast(5, int))
print(np.can_cast(int, float, "often"))
print(np.dtype("x"))
print(np.promote_types(int, None))
