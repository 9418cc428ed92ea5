//! Room: codegen.
