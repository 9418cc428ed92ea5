# RUN: phylanxc build %s --speed
print(1)
# EXPECT exit 2
# ! error: unexpected argument '--speed' found
# !
# !   tip: to pass '--speed' as a value, use '-- --speed'
# !
# ! Usage: phylanxc build <FILE>
# !
# ! For more information, try '--help'.
