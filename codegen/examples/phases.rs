//! Times the phases of code generation on an MLIR file at the `tiled` stage.

use phylanx_codegen::{Options, lower};
use phylanx_dialects::mlir;
use std::time::Instant;

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let text = std::fs::read_to_string(path).expect("readable");
    let start = Instant::now();
    let tree = mlir::parse_tree(&text).expect("parses");
    println!("parse {:?}", start.elapsed());
    if std::env::args().nth(2).as_deref() == Some("upstream") {
        return println!("{}", phylanx_codegen::upstream_text(&tree, &Options::default()).expect("lowers"));
    }
    let start = Instant::now();
    let lowered = lower(&tree, &Options::default()).expect("lowers");
    println!("lower {:?}", start.elapsed());
    let start = Instant::now();
    lowered.object(std::path::Path::new("/tmp/phases.o")).expect("object");
    println!("object {:?}", start.elapsed());
    if std::env::args().nth(2).is_some() {
        println!("{}", lowered.llvm_text().expect("text"));
    }
}
