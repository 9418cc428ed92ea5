# RUN: phylanxc build %s --emit machine
print(1)
# EXPECT exit 2
# ! phylanxc: error: no stage 'machine'; stages are: ast typed physl simplified tasks placed tiled llvm asm obj so exe (and tasks-dot to emit)
