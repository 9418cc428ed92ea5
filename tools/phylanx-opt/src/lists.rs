//! `--list-passes` and `--show-dialects`.

use phylanx_dialects::mlir::DIALECTS;
use phylanx_passes::PASSES;
use phylanx_passes::pipeline::STAGES;

/// Our passes with their meanings, the default pipelines, and how to reach upstream passes.
pub fn passes() -> String {
    let width = PASSES.iter().map(|pass| pass.name.len()).max().unwrap_or(0);
    let mut text = String::from("Passes of the pass table:\n");
    for pass in PASSES {
        text.push_str(&format!("  --{:width$}  {}\n", pass.name, pass.doc));
    }
    text.push_str("\nDefault pipelines (--stage=NAME):\n");
    for stage in STAGES {
        text.push_str(&format!("  {}: builtin.module({})\n", stage.name, stage.passes.join(",")));
    }
    text.push_str(
        "\nEvery pass of MLIR 22 is there too, by the name that mlir-opt gives it (--cse, --canonicalize, ...).\n",
    );
    text
}

/// The dialects that are loaded; text may name any other upstream dialect as well.
pub fn dialects() -> String {
    let mut names: Vec<&str> = DIALECTS.iter().copied().chain(["builtin", "physl"]).collect();
    names.sort_unstable();
    format!("Dialects loaded at start (others of MLIR 22 load when the text names them):\n  {}\n", names.join("\n  "))
}
