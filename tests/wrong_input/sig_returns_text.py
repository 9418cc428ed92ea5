# RUN: phylanxc build %s --sig f(int64) --emit=so
def f(n):
    return str(n)
# EXPECT exit 1
# ! sig_returns_text.py:2:5: error: f() returns str, which code outside cannot take
# !     def f(n):
# !         ^
# !     help: return numbers, arrays or tuples of them
