//! Every program of `tests/programs` and `examples` prints and writes the same under CPython and, compiled, on 1, 2, 3 and 4 ranks.

use phylanx_tests::expectation::report;
use phylanx_tests::program::Program;
use phylanx_tests::{differential, parallel, places};

#[test]
fn programs_do_as_under_cpython_on_any_number_of_ranks() {
    let wanted = std::env::var("PROGRAM").unwrap_or_default();
    let mut files = places::programs();
    files.retain(|path| path.to_string_lossy().contains(&wanted));
    let faults = parallel::faults(&files, |path| Program::read(path).and_then(|program| differential::check(&program)));
    report(files.len(), &faults);
}
