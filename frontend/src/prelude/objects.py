"""Orders of objects that say themselves which of two is less (`__lt__`)."""


def _method_sort(items, reverse: static):
    """Sorts a list in place; equal items keep their order."""
    n = len(items)
    source, target = items[:], items[:]
    width = 1
    while width < n:
        for start in range(0, n, 2 * width):
            middle, end = min(start + width, n), min(start + 2 * width, n)
            left, right = start, middle
            for at in range(start, end):
                if left == middle:
                    from_right = True
                elif right == end:
                    from_right = False
                elif reverse:
                    from_right = source[left] < source[right]
                else:
                    from_right = source[right] < source[left]
                if from_right:
                    target[at] = source[right]
                    right += 1
                else:
                    target[at] = source[left]
                    left += 1
        source, target = target, source
        width *= 2
    for at in range(n):
        items[at] = source[at]


def _method_sorted(items, reverse: static):
    """The name by which `sorted` asks for this file."""
    _method_sort(items, reverse)


def _rise(heap, first, at):
    """Moves an item up until its parent is not greater."""
    item = heap[at]
    while at > first:
        parent = (at - 1) // 2
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, at):
    """Moves an item down past its lesser children to a leaf, and up again to its place."""
    first, end, item = at, len(heap), heap[at]
    child = 2 * at + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, first, at)


def _method_heappush(heap, item):
    """Adds an item."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def _method_heappop(heap):
    """Takes the least item."""
    last = heap.pop()
    if len(heap) == 0:
        return last
    least = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return least


def _method_heapify(heap):
    """Orders a list as a heap."""
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, at)


def _method_heapreplace(heap, item):
    """Takes the least item and adds one."""
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least
