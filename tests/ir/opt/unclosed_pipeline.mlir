// RUN: phylanx-opt --pass-pipeline=builtin.module(cse,func.func(canonicalize)
// EXPECT exit 2
// ! phylanx-opt: error: malformed pass pipeline: '(' is never closed
// !     builtin.module(cse,func.func(canonicalize)
// !                   ^
