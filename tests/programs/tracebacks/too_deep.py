# COMPARE: exact
# TRACEBACK: whole
# Too deep a recursion is raised where the function is called.


def down(n):
    if n < 0:
        return 0
    return down(n + 1) + 1


print(down(-5))
print(down(1))
