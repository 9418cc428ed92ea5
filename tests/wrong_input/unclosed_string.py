# RUN: phylanxc build %s
x = "abc
print(x)
# EXPECT exit 1
# ! unclosed_string.py:2:5: error: invalid syntax: missing closing quote in string literal
# !     x = "abc
# !         ^^^^
# !     help: close the string with the quote that opens it
