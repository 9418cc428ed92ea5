"""Bits packed into bytes, numbers written in other bases."""
import numpy as np
import physl


def _weights(bitorder):
    if bitorder == "big":
        return np.array([128, 64, 32, 16, 8, 4, 2, 1], dtype=np.uint8)
    if bitorder == "little":
        return np.array([1, 2, 4, 8, 16, 32, 64, 128], dtype=np.uint8)
    raise ValueError("'order' must be either 'little' or 'big'")


def packbits(a, axis: static = None, bitorder="big"):
    """Eight truth values to each byte."""
    a = np.asarray(a)
    if a.dtype.kind not in "biu":
        physl._refuse("Expected an input array of integer or boolean data type", "compare first, such as `x > 0`")
    bits = np.not_equal(a, 0)
    moved = np.ravel(bits) if axis is None else np.moveaxis(bits, axis, -1)
    n = moved.shape[-1]
    count = (n + 7) // 8
    padded = np.zeros(moved.shape[:-1] + (8 * count,), dtype=np.uint8)
    padded[..., :n] = moved
    groups = np.multiply(np.reshape(padded, moved.shape[:-1] + (count, 8)), _weights(bitorder))
    packed = np.sum(groups, axis=-1, dtype=np.uint8)
    return packed if axis is None else np.moveaxis(packed, -1, axis)


def unpackbits(a, axis: static = None, count=None, bitorder="big"):
    """The bits of bytes."""
    a = np.asarray(a)
    if a.dtype != np.uint8:
        physl._refuse("Expected an input array of unsigned byte data type", "convert with `astype(np.uint8)`")
    moved = np.ravel(a) if axis is None else np.moveaxis(a, axis, -1)
    n = 8 * moved.shape[-1]
    set_bits = np.not_equal(np.bitwise_and(moved[..., None], _weights(bitorder)), 0)
    bits = np.reshape(set_bits, moved.shape[:-1] + (n,)).astype(np.uint8)
    if count is not None:
        wanted = count if count >= 0 else n + count
        if wanted < 0:
            raise ValueError(f"-ve count {count} but the axis has only {n} bits")
        out = np.zeros(moved.shape[:-1] + (wanted,), dtype=np.uint8)
        kept = min(wanted, n)
        out[..., :kept] = bits[..., :kept]
        bits = out
    return bits if axis is None else np.moveaxis(bits, -1, axis)


def base_repr(number, base=2, padding=0):
    """A number written in a base."""
    if base > 36:
        raise ValueError("Bases greater than 36 not handled in base_repr.")
    if base < 2:
        raise ValueError("Bases less than 2 not handled in base_repr.")
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = abs(int(number))
    text = "0" * padding
    if rest == 0:
        return text + "0" if padding == 0 else text
    written = ""
    while rest > 0:
        written = digits[rest % base] + written
        rest = rest // base
    return ("-" if number < 0 else "") + text + written


def binary_repr(num, width=None):
    """A number written in base two, as a complement of two where a width is given."""
    number = int(num)
    if width is None:
        return _binary(number) if number >= 0 else "-" + _binary(-number)
    if number >= 0:
        written = _binary(number)
        if len(written) > width:
            raise ValueError(f"Insufficient bit width={width} provided for binwidth={len(written)}")
        return "0" * (width - len(written)) + written
    least = len(_binary(-number - 1)) + 1 if number < -1 else 1
    if least > width:
        raise ValueError(f"Insufficient bit width={width} provided for binwidth={least}")
    written = _binary(-number - 1) if number < -1 else ""
    turned = ""
    for digit in written:
        turned = turned + ("0" if digit == "1" else "1")
    return "1" * (width - len(turned)) + turned


def _binary(number):
    if number == 0:
        return "0"
    written = ""
    while number > 0:
        written = ("1" if number % 2 == 1 else "0") + written
        number = number // 2
    return written
