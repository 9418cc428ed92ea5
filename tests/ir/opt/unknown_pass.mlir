// RUN: phylanx-opt --no-such-pass
// EXPECT exit 2
// ! phylanx-opt: error: malformed pass pipeline: 'no-such-pass': error: failed to parse pass pipeline:
// ! MLIR Textual PassPipeline Parser:1:1: error: 'no-such-pass' does not refer to a registered pass or pass pipeline
// ! no-such-pass
// ! ^
