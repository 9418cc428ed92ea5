# COMPARE: exact
# Copies, shallow and deep.
import copy

import numpy as np


class Node:
    def __init__(self, value, children):
        self.value = value
        self.children = children
        self.data = np.zeros(2)


grid = [[1, 2], [3]]
shallow, deep = copy.copy(grid), copy.deepcopy(grid)
grid[0].append(9)
grid.append([7])
print(grid, shallow, deep)
table = {"a": [1], "b": []}
table["b"].append(2)
other = copy.deepcopy(table)
table["a"][0] = 5
print(table, other, copy.copy(table) == table)
leaf = Node(1, [])
root = Node(2, [leaf, leaf])
twin = copy.deepcopy(root)
leaf.value = 10
leaf.data[0] = 3
print(root.children[1].value, twin.children[1].value, twin.children[0] is twin.children[1], twin.children[0].data)
arrays = [np.arange(3), np.arange(2)]
same, apart = copy.copy(arrays), copy.deepcopy(arrays)
arrays[0][0] = 7
print(same[0], apart[0], copy.deepcopy({3, 1, 2}), copy.deepcopy((1, [2])))
