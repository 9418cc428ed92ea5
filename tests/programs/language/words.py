# COMPARE: exact
s = "The quick brown fox"
print(s.lower(), s.upper(), s.title(), s.swapcase(), len(s))
print(s.split(), s.replace("quick", "slow"), s.find("brown"), s.find("zzz"), s.index("fox"), s.count("o"))
print(s.startswith("The"), s.endswith(("x", "y")), "fox" in s, s[4:9], s[::-1], s[-3:])
print("a,b,,c".split(","), "  pad ".strip(), "xxabcxx".strip("x"), "abc".center(9, "*"), "7".zfill(3), "a-b".partition("-"))
print("-".join(sorted(set("hello"))), "abc".isalpha(), "12".isdigit(), "ab1".isalnum(), " ".isspace())
words = {}
for w in "to be or not to be".split():
    words[w] = words.get(w, 0) + 1
print(words, max(words, key=words.get))
print(ord("a"), chr(98), [chr(ord("a") + i) for i in range(5)])
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in "hello, world")
print(caesar)
print(int("42"), float("3.5"), int("ff", 16), bin(10), hex(255), oct(8), int("1010", 2))
print("%s has %d items costing %.2f" % ("cart", 3, 9.99), "{} {:>6.2f} {name}".format(1, 2.5, name="x"))
lines = "a=1\nb=2\n\n# c\nd=4".splitlines()
conf = {}
for line in lines:
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    key, value = line.split("=")
    conf[key] = int(value)
print(conf)
def is_palindrome(t):
    t = [c.lower() for c in t if c.isalnum()]
    return t == t[::-1]
print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("nope"))
dna = "ATGCGATACGTT"
print(sorted(s.split(), key=len), sorted("banana"), "b" < "a", "abc" == "ab" + "c", "ab" * 3)
text = "one two three"
print(text.rfind("t"), text.expandtabs(), text.removeprefix("one "), text.ljust(20, ".") + "|", text.capitalize())
