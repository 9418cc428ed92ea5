// RUN: phylanx-opt --cse=level=3
// EXPECT exit 2
// ! phylanx-opt: error: malformed pass pipeline: 'cse{level=3}': error: failed to parse pass pipeline:
// ! <Pass-Options-Parser>: no such option level
// !
// ! failed to add `cse` with options `level=3`
