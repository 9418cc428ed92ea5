# COMPARE: exact
s = "Hello"
t = s + ", " + "world"
print(t, len(t), t.upper(), t.lower())
print(s * 3, "-" * 10)
print(t.startswith("Hell"), t.endswith("x"), t.find("world"), t.replace("l", "L"))
print("  pad ".strip() + "|", "ab" in t)
print(s[0], s[-1], str(3) + str(2.5), repr(s))
print("7".zfill(3), "x".rjust(4) + "|", "x".ljust(4) + "|", "x".center(5) + "|")
if s == "Hello" and t != s:
    print("equal as expected")
