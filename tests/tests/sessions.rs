//! Sessions at the command line: each command in `tests/sessions` prints what stands below it.

use phylanx_tests::expectation::report;
use phylanx_tests::{markdown, places};

#[test]
fn every_session_prints_what_it_says() {
    let files = places::files_under(&places::root().join("tests/sessions"), "md");
    let faults: Vec<String> = files.iter().flat_map(|path| markdown::check(path)).collect();
    report(files.len(), &faults);
}
