// RUN: phylanx-opt --pass-pipeline=builtin.module(cse,physl-verify{a=1})
// EXPECT exit 2
// ! phylanx-opt: error: malformed pass pipeline: pass 'physl-verify' takes no options and nests nothing
// !     builtin.module(cse,physl-verify{a=1})
// !                                    ^
