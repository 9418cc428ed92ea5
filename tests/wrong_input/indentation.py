# RUN: phylanxc build %s
def f(x):
return x
# EXPECT exit 1
# ! indentation.py:3:1: error: invalid syntax: expected an indented block after function definition
# !     return x
# !     ^^^^^^
# !     help: indent this line by four spaces, or write `pass`
