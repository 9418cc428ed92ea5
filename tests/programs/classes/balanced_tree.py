# COMPARE: exact
import numpy as np

class Node:
    def __init__(self, key, value):
        self.key, self.value = key, value
        self.left = None
        self.right = None
        self.height = 1

class AVL:
    def __init__(self):
        self.root = None
        self.size = 0

    def _h(self, n):
        return n.height if n else 0

    def _fix(self, n):
        n.height = 1 + max(self._h(n.left), self._h(n.right))

    def _rot_r(self, y):
        x = y.left
        y.left, x.right = x.right, y
        self._fix(y); self._fix(x)
        return x

    def _rot_l(self, x):
        y = x.right
        x.right, y.left = y.left, x
        self._fix(x); self._fix(y)
        return y

    def _insert(self, n, key, value):
        if n is None:
            self.size += 1
            return Node(key, value)
        if key < n.key:
            n.left = self._insert(n.left, key, value)
        elif key > n.key:
            n.right = self._insert(n.right, key, value)
        else:
            n.value = value
            return n
        self._fix(n)
        b = self._h(n.left) - self._h(n.right)
        if b > 1:
            if key > n.left.key:
                n.left = self._rot_l(n.left)
            return self._rot_r(n)
        if b < -1:
            if key < n.right.key:
                n.right = self._rot_r(n.right)
            return self._rot_l(n)
        return n

    def __setitem__(self, key, value):
        self.root = self._insert(self.root, key, value)

    def __contains__(self, key):
        n = self.root
        while n is not None:
            if key == n.key:
                return True
            n = n.left if key < n.key else n.right
        return False

    def __getitem__(self, key):
        n = self.root
        while n:
            if key == n.key:
                return n.value
            n = n.left if key < n.key else n.right
        raise KeyError(key)

    def items(self):
        out = []
        def walk(n):
            if n:
                walk(n.left)
                out.append((n.key, n.value))
                walk(n.right)
        walk(self.root)
        return out

t = AVL()
rng = np.random.default_rng(3)
for k in rng.permutation(50):
    t[int(k)] = float(k) ** 0.5
print(t.size, t.root.height, 17 in t, 99 in t, t[16])
print(t.items()[:5])
try:
    t[1000]
except KeyError as e:
    print("missing", e)
stack, depth = [(t.root, 0)], {}
while stack:
    n, d = stack.pop()
    if n is None:
        continue
    depth[d] = depth.get(d, 0) + 1
    stack.extend([(n.left, d + 1), (n.right, d + 1)])
print(depth)
