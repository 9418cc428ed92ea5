"""`itertools` over items whose number is known when the program runs."""


def _check(r):
    if r < 0:
        raise ValueError("r must be non-negative")


def _method_combinations(pool, r: static):
    """Selections in order, each place once; pairs and triples have a known length."""
    _check(r)
    n = len(pool)
    found = []
    if r == 2:
        for i in range(n):
            for j in range(i + 1, n):
                found.append((pool[i], pool[j]))
    elif r == 3:
        for i in range(n):
            for j in range(i + 1, n):
                for k in range(j + 1, n):
                    found.append((pool[i], pool[j], pool[k]))
    else:
        places = list(range(r))
        at = 0 if r <= n else -1
        while at >= 0:
            found.append(tuple([pool[place] for place in places]))
            at = r - 1
            while at >= 0 and places[at] == at + n - r:
                at -= 1
            if at >= 0:
                places[at] += 1
                for later in range(at + 1, r):
                    places[later] = places[later - 1] + 1
    return iter(found)


def _method_combinations_with_replacement(pool, r: static):
    """Selections in order, places as often as wished."""
    _check(r)
    n = len(pool)
    found = []
    if r == 2:
        for i in range(n):
            for j in range(i, n):
                found.append((pool[i], pool[j]))
    else:
        places = [0] * r
        at = 0 if n > 0 or r == 0 else -1
        while at >= 0:
            found.append(tuple([pool[place] for place in places]))
            at = r - 1
            while at >= 0 and places[at] == n - 1:
                at -= 1
            if at >= 0:
                places[at:] = [places[at] + 1] * (r - at)
    return iter(found)


def _method_permutations(pool, r: static):
    """Selections in every order; pairs have a known length."""
    n = len(pool)
    found = []
    if r == 2:
        for i in range(n):
            for j in range(n):
                if i != j:
                    found.append((pool[i], pool[j]))
        return iter(found)
    size = n if r is None else r
    _check(size)
    places = list(range(n))
    cycles = list(range(n, n - size, -1))
    at = 0 if size <= n else -1
    while at >= 0:
        found.append(tuple([pool[place] for place in places[:size]]))
        at = size - 1
        while at >= 0:
            cycles[at] -= 1
            if cycles[at] > 0:
                other = n - cycles[at]
                places[at], places[other] = places[other], places[at]
                break
            places[at:] = places[at + 1:] + places[at:at + 1]
            cycles[at] = n - at
            at -= 1
    return iter(found)


def _method_accumulate(items, function, initial):
    """Totals, each from the one before and the next item."""
    found = []
    first = 0
    if initial is None:
        if len(items) == 0:
            return iter(found)
        total = items[0]
        first = 1
    else:
        total = initial
    found.append(total)
    for at in range(first, len(items)):
        total = total + items[at] if function is None else function(total, items[at])
        found.append(total)
    return iter(found)


def _method_islice(items, start, stop, step):
    """Every `step`-th item from `start` on; no item from `stop` on is taken."""
    found = []
    at = 0
    if stop > 0:
        for item in items:
            if at >= start and (at - start) % step == 0:
                found.append(item)
            at += 1
            if at >= stop:
                break
    return iter(found)


def _method_pairwise(items):
    """Each item and the one after it."""
    return iter([(items[at], items[at + 1]) for at in range(len(items) - 1)])


def _method_starmap(function, items):
    """`function(*item)` for each item."""
    return iter([function(*item) for item in items])


def zip_longest(a, b, fillvalue=None):
    """Pairs; what ends first is filled up."""
    first, second = list(a), list(b)
    found = []
    for at in range(max(len(first), len(second))):
        left = first[at] if at < len(first) else fillvalue
        right = second[at] if at < len(second) else fillvalue
        found.append((left, right))
    return iter(found)


def groupby(iterable, key=None):
    """Runs of items with one key: the key and a list of the items."""
    items = list(iterable)
    keys = items if key is None else [key(item) for item in items]
    found = []
    start = 0
    for at in range(1, len(items) + 1):
        if at == len(items) or keys[at] != keys[start]:
            found.append((keys[start], items[start:at]))
            start = at
    return iter(found)


def takewhile(predicate, iterable):
    """The items before the first that does not hold."""
    found = []
    for item in iterable:
        if not predicate(item):
            break
        found.append(item)
    return iter(found)


def dropwhile(predicate, iterable):
    """The items from the first on that does not hold."""
    found = []
    dropping = True
    for item in iterable:
        if dropping and predicate(item):
            continue
        dropping = False
        found.append(item)
    return iter(found)


def filterfalse(predicate, iterable):
    """The items that do not hold."""
    if predicate is None:
        return iter([item for item in iterable if not item])
    return iter([item for item in iterable if not predicate(item)])


def _method_zip(rows):
    """`zip(*rows)` of rows whose number is not known."""
    lines = [list(row) for row in rows]
    width = min([len(line) for line in lines], default=0)
    return iter([tuple([line[at] for line in lines]) for at in range(width)])


def _method_from_iterable(rows):
    """The items of all rows."""
    return iter([item for row in rows for item in row])
