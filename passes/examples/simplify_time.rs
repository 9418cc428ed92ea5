//! Prints how long `physl-simplify` takes on a file of MLIR, the best of five runs, with its counters.

use phylanx_dialects::mlir;
use phylanx_passes::PassContext;
use std::time::Instant;

fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let Ok(module) = mlir::parse_tree(&text) else { continue };
        let mut best = f64::INFINITY;
        let mut context = PassContext::default();
        for _ in 0..5 {
            let mut copy = module.clone();
            context = PassContext::default();
            let start = Instant::now();
            let done = phylanx_passes::simplify::run(&mut copy, &mut context);
            best = best.min(start.elapsed().as_secs_f64());
            if let Err(error) = done {
                println!("{error}");
            }
        }
        println!("{file}: {:.2} ms, {} lines of IR, {:?}", best * 1e3, text.lines().count(), context.statistics);
    }
}
