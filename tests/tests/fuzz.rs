//! Mutated Python to the compiler: it may refuse, it may not panic, hang or fail inside.

use phylanx_driver::compile::{self, Request};
use phylanx_driver::failure::Failure;
use phylanx_driver::guard;
use phylanx_driver::stage::Stage;
use phylanx_tests::expectation::report;
use phylanx_tests::mutate::{Dice, mutate};
use phylanx_tests::{parallel, places};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(60);

/// Number of mutants; `FUZZ=5000` tries more.
fn count() -> u64 {
    std::env::var("FUZZ").ok().and_then(|text| text.parse().ok()).unwrap_or(400)
}

#[test]
fn mutated_programs_are_compiled_or_refused() {
    let root = places::root();
    let mut files = places::programs();
    files.extend(places::files_under(&root.join("examples"), "py"));
    let texts: Vec<String> = files.iter().map(|path| std::fs::read_to_string(path).expect("a readable file")).collect();
    let seeds: Vec<u64> = (0..count()).collect();
    let faults = parallel::faults(&seeds, |&seed| {
        let mut dice = Dice::new(seed);
        let text = &texts[dice.below(texts.len())];
        let other = &texts[dice.below(texts.len())];
        check(seed, mutate(text, other, &mut dice))
    });
    report(seeds.len(), &faults);
}

fn check(seed: u64, text: String) -> Result<(), String> {
    let mut request = Request::executable("mutant.py", &text, Path::new("/dev/null"));
    // Code generation costs most and sees only what the stages before it let through.
    request.emit = if seed.is_multiple_of(8) { Stage::Llvm } else { Stage::Tiled };
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let outcome = guard::on_big_stack(move || compile::compile(&request).map(|_| ()));
        // The receiver is gone only after the time limit.
        let _ = sender.send(outcome);
    });
    match receiver.recv_timeout(LIMIT) {
        Ok(Ok(()) | Err(Failure::User(_))) => Ok(()),
        Ok(Err(failure)) => Err(format!("{}\n{}", failure.text("phylanxc"), kept(seed, &text))),
        Err(_) => Err(format!("hangs: {}", kept(seed, &text))),
    }
}

/// Keeps a mutant for the developer.
fn kept(seed: u64, text: &str) -> String {
    let path = places::built().join("test-scratch").join(format!("mutant-{seed}.py"));
    let written = std::fs::write(&path, text);
    written.map_or_else(|error| error.to_string(), |()| format!("the program is in {}", path.display()))
}
