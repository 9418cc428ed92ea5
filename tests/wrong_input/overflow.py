# RUN: phylanxc run %s
x = 1
for i in range(70):
    x = x * 2
print(x)
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "overflow.py", line 4, in <module>
# !     x = x * 2
# !         ~~^~~
# ! OverflowError: integer result does not fit in 64 bits
