//! Every MLIR stage of every program prints, reads back, and resumes to the same next stage.

use phylanx_driver::compile::{self, Request};
use phylanx_driver::guard;
use phylanx_driver::stage::Stage;
use phylanx_tests::expectation::{difference, report};
use phylanx_tests::{parallel, places};
use std::path::Path;

#[test]
fn stages_resume_from_their_own_text() {
    let root = places::root();
    let mut files = places::programs();
    files.extend(places::files_under(&root.join("examples"), "py"));
    let faults = parallel::faults(&files, |path| check(path).map_err(|text| format!("{}: {text}", path.display())));
    report(files.len(), &faults);
}

fn check(path: &Path) -> Result<(), String> {
    let source = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let name = path.to_string_lossy().into_owned();
    let texts: Vec<String> =
        Stage::MLIR.into_iter().map(|stage| emit(&name, &source, None, stage)).collect::<Result<_, _>>()?;
    for (at, stage) in Stage::MLIR.into_iter().enumerate() {
        let again = emit(&name, &texts[at], Some(stage), stage)?;
        same(&texts[at], &again, &format!("'{}' does not read back", stage.name()))?;
        if let (Some(next), Some(wanted)) = (Stage::MLIR.get(at + 1), texts.get(at + 1)) {
            let resumed = emit(&name, &texts[at], Some(stage), *next)?;
            same(wanted, &resumed, &format!("'{}' does not resume to '{}'", stage.name(), next.name()))?;
        }
    }
    Ok(())
}

fn same(wanted: &str, found: &str, what: &str) -> Result<(), String> {
    if wanted == found { Ok(()) } else { Err(format!("{what}\n{}", difference(wanted, found))) }
}

fn emit(name: &str, text: &str, from: Option<Stage>, stage: Stage) -> Result<String, String> {
    let mut request = Request::executable(name, text, Path::new("/dev/null"));
    request.from = from;
    request.emit = stage;
    let outcome = guard::on_big_stack(move || compile::compile(&request));
    let product = outcome.map_err(|failure| failure.text("phylanxc"))?;
    product.text.ok_or_else(|| "no text".to_string())
}
