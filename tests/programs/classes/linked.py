# COMPARE: exact
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for x in items:
            self.push(x)
    def push(self, x):
        self.head = Node(x, self.head)
        self.size += 1
    def pop(self):
        if self.head is None:
            raise IndexError("empty")
        v = self.head.value
        self.head = self.head.next
        self.size -= 1
        return v
    def reverse(self):
        prev, cur = None, self.head
        while cur is not None:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
    def to_list(self):
        out, n = [], self.head
        while n:
            out.append(n.value)
            n = n.next
        return out
    def __len__(self):
        return self.size

l = LinkedList([1, 2, 3, 4])
print(l.to_list(), len(l), l.pop())
l.reverse()
print(l.to_list(), bool(l))
try:
    LinkedList().pop()
except IndexError as e:
    print(e)


class BST:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None
    def insert(self, k):
        if k < self.key:
            if self.left is None:
                self.left = BST(k)
            else:
                self.left.insert(k)
        else:
            if self.right is None:
                self.right = BST(k)
            else:
                self.right.insert(k)
    def inorder(self):
        out = []
        if self.left:
            out += self.left.inorder()
        out.append(self.key)
        if self.right:
            out += self.right.inorder()
        return out
    def height(self):
        l = self.left.height() if self.left else 0
        r = self.right.height() if self.right else 0
        return 1 + max(l, r)
t = BST(50)
for k in [30, 70, 20, 40, 60, 80, 10]:
    t.insert(k)
print(t.inorder(), t.height())
class LRU:
    def __init__(self, cap):
        self.cap = cap
        self.data = {}
    def get(self, k):
        if k not in self.data:
            return -1
        v = self.data.pop(k)
        self.data[k] = v
        return v
    def put(self, k, v):
        if k in self.data:
            del self.data[k]
        elif len(self.data) >= self.cap:
            oldest = next(iter(self.data))
            del self.data[oldest]
        self.data[k] = v
c = LRU(2)
c.put(1, 1); c.put(2, 2)
print(c.get(1)); c.put(3, 3); print(c.get(2), c.get(3), list(c.data.items()))
class UF:
    def __init__(self, n):
        self.p = list(range(n))
        self.rank = [0] * n
    def find(self, x):
        while self.p[x] != x:
            self.p[x] = self.p[self.p[x]]
            x = self.p[x]
        return x
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.rank[a] < self.rank[b]:
            a, b = b, a
        self.p[b] = a
        self.rank[a] += self.rank[a] == self.rank[b]
        return True
u = UF(6)
edges = sorted([(7, 0, 1), (5, 1, 2), (8, 0, 2), (9, 3, 4), (1, 2, 3)])
print(sum(w for w, a, b in edges if u.union(a, b)), [u.find(i) for i in range(6)], u.rank)
