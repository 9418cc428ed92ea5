"""`collections.Counter`: a dict of counts in which what is missing counts nothing."""
import collections


def _method_Counter(counts, items, sign: static):
    """Counts items, or takes their counts away."""
    for item in items:
        counts[item] += sign


def _counter_merge(counts, other, sign: static):
    """Adds the counts of another, or takes them away."""
    for key, count in other.items():
        counts[key] += sign * count


def _counter_most_common(counts, n=None):
    """Pairs of items and counts, the greatest counts first."""
    pairs = sorted(counts.items(), key=lambda pair: pair[1], reverse=True)
    return pairs if n is None else pairs[:n]


def _counter_elements(counts):
    """Each item as often as it counts."""
    items = []
    for key, count in counts.items():
        for _ in range(count):
            items.append(key)
    return items


def _counter_total(counts):
    """The sum of all counts."""
    return sum(counts.values())


def _counter_repr(counts):
    """As Python shows it."""
    if len(counts) == 0:
        return "Counter()"
    pairs = sorted(counts.items(), key=lambda pair: pair[1], reverse=True)
    return "Counter({" + ", ".join([f"{key!r}: {count!r}" for key, count in pairs]) + "})"


def _counter_add(a, b):
    """Counts added; those above zero stay."""
    result = collections.Counter()
    for key, count in a.items():
        if count + b[key] > 0:
            result[key] = count + b[key]
    for key, count in b.items():
        if key not in a and count > 0:
            result[key] = count
    return result


def _counter_sub(a, b):
    """Counts taken away; those above zero stay."""
    result = collections.Counter()
    for key, count in a.items():
        if count - b[key] > 0:
            result[key] = count - b[key]
    for key, count in b.items():
        if key not in a and count < 0:
            result[key] = -count
    return result


def _counter_and(a, b):
    """The smaller counts; those above zero stay."""
    result = collections.Counter()
    for key, count in a.items():
        least = min(count, b[key])
        if least > 0:
            result[key] = least
    return result


def _counter_or(a, b):
    """The greater counts; those above zero stay."""
    result = collections.Counter()
    for key, count in a.items():
        most = max(count, b[key])
        if most > 0:
            result[key] = most
    for key, count in b.items():
        if key not in a and count > 0:
            result[key] = count
    return result
