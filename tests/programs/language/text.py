# COMPARE: exact
"""Strings as data."""
s = "Hello, World"
for c in "abc":
    print(c, end=".")
print()
print(s[1:5], s[::-1], s[-3:], s[::2], s[10:2:-3])
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), "straße".casefold())
print(s.find("o"), s.rfind("o"), s.find("o", 5), s.find("zz"), s.index("W"), s.rindex("l"), s.count("l"), s.count("o", 0, 5))
print(s.startswith("Hell"), s.endswith("d"), s.startswith(("x", "He")), s.startswith("World", 7), s.endswith(("a", "b")))
print("  x ".strip() + "|", "xxhixx".strip("x"), "  l".lstrip(), "r  ".rstrip() + "|", "-".join(("a", "b", "c")))
print(s.replace("l", "L"), s.replace("l", "", 1), "a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("x"))
print("7".zfill(3), "-7".zfill(4), "ab".ljust(5) + "|", "ab".rjust(5, "."), "ab".center(7, "*"))
print("abc123".isalnum(), "abc".isalpha(), "123".isdigit(), "12a".isnumeric(), " \t".isspace(), "ABC".isupper(), "abc".islower(), "Abc Def".istitle(), "x1".isidentifier(), "".isalpha())
print("test_name.py".removesuffix(".py"), "test_name".removeprefix("test_"), "a\tb".expandtabs(4))
print("ab" * 3, 2 * "xy", "a" in "cat", "do" not in "cat", "abc" < "abd", "a" == "a", "b" >= "a", max("hello"), len("héllo"))
n, x = 42, 3.14159
print("%d items, %5.2f|%-8s|%08.3f|%x|%e|%s|%r|%%" % (n, x, "left", x, 255, x, "s", "q"))
print("%s" % n, "%5d|" % n, "%-5d|" % n, "%05d" % n, "%+d" % n, "%.3g" % x, "%s and %s" % ("a", 2.5), "%c%c" % ("x", 65), "%i" % 3.9)
print("{} {} {}".format(1, "two", 3.0), "{1} {0}".format("a", "b"), "{x:>6.2f}|{y!r}".format(x=x, y="q"), "{:>{w}}|".format("r", w=5), "{{}}".format())
print("{0[1]} {0[0]}".format((7, 8)), "{:,}".format(1234567), "{:.1%}".format(0.256), "{:^9}|".format("mid"), "{:#x}".format(255))
w, p = 10, 3
print(f"{x:{w}.{p}f}|{n:>{w}}|{n!r:>5}|{'a' + 'b'!s:<4}|{n=}|{x=:.2f}|{s!r}")
print(f"{n:08b} {n:o} {n:X} {n:+} {-n: d} {x:e} {x:g} {1e10:g} {0.0001:g} {n:c} {True} {None} {n:_d} {10**9:,}")
print(f"{'nested ' + f'{n}'} {(lambda v: v * 2)(4)} {[i for i in range(3)]} {n if n > 3 else 'no'}")
print(str(1.0), str(1e100), str(True), repr("it's"), repr('say "hi"'), repr("tab\t"), str(None), str((1, "a")))
print(int(" 12 "), float("2.5e-3"), bool(""), bool("x"), ord("€"), chr(8364), hex(ord("A")))
total = ""
for i in range(5):
    total += str(i) + ("," if i < 4 else "")
print(total)
word = "level"
print(word == word[::-1], all(ch in "elv" for ch in word))
print("\n".join(["line one", "line two"]), sep="")


def caesar(text, k):
    out = ""
    for ch in text:
        if ch.isalpha() and ch.islower():
            out += chr((ord(ch) - ord("a") + k) % 26 + ord("a"))
        else:
            out += ch
    return out


print(caesar("hello, zebra", 3), caesar(caesar("round trip", 5), -5))


def vowels(text):
    count = 0
    for ch in text:
        if ch in "aeiou":
            count += 1
    return count


print(vowels("programming language"))
