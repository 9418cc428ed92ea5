//! The source of Python's standard library: the frontend refuses or compiles each file, whole, cut off or mutated; it never
//! crashes, never hangs, and takes time in proportion to the length.
//!
//! The regular run takes a sample; `STDLIB=all` takes every file.

use phylanx_frontend::{Options, SourceFile, compile};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Files of the sample.
const SAMPLE: usize = 60;
/// What a file may take: so long, and so much more for each byte.
const BASE: Duration = Duration::from_secs(5);
const PER_BYTE: Duration = Duration::from_micros(100);

#[test]
fn the_standard_library_is_refused_or_compiled_in_linear_time() {
    let Some(files) = files() else { return };
    let all = std::env::var("STDLIB").is_ok_and(|wish| wish == "all");
    let step = if all { 1 } else { (files.len() / SAMPLE).max(1) };
    std::panic::set_hook(Box::new(|_| {}));
    let mut random = Random(0x5DEE_CE66_D1CE_4E5B);
    let (mut faults, mut tested) = (Vec::new(), 0);
    for path in files.iter().step_by(step) {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        for variant in [text.clone(), cut(&text, &mut random), mutated(&text, &mut random)] {
            tested += 1;
            faults.extend(fault(path, &variant));
        }
    }
    let _ = std::panic::take_hook();
    assert!(tested > 100, "only {tested} texts were tested");
    assert!(faults.is_empty(), "{} of {tested} texts:\n{}", faults.len(), faults.join("\n"));
}

/// The library's files in order; `None` where there is no Python.
fn files() -> Option<Vec<PathBuf>> {
    let script = "import sysconfig; print(sysconfig.get_paths()['stdlib'])";
    let out = Command::new("python3").args(["-c", script]).output().ok()?;
    let root = PathBuf::from(String::from_utf8(out.stdout).ok()?.trim());
    let mut found = Vec::new();
    collect(&root, &mut found);
    found.sort();
    Some(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("site-packages") && !path.ends_with("dist-packages") {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

fn fault(path: &Path, text: &str) -> Option<String> {
    let source = SourceFile::new("library.py", text);
    let start = Instant::now();
    let done = catch_unwind(AssertUnwindSafe(|| compile(&source, &Options::default())));
    let took = start.elapsed();
    let limit = BASE + PER_BYTE * text.len() as u32;
    let what = match done {
        Err(_) => "a panic".to_string(),
        Ok(Err(diagnostics)) if diagnostics.is_empty() => "refused without a reason".to_string(),
        Ok(_) if took > limit => format!("took {took:?}"),
        Ok(_) => return None,
    };
    Some(format!("{} ({} bytes): {what}", path.display(), text.len()))
}

/// The text up to a random place.
fn cut(text: &str, random: &mut Random) -> String {
    let mut end = random.below(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_string()
}

/// The text with some lines doubled, dropped or moved.
fn mutated(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for _ in 0..4 {
        let (from, to) = (random.below(lines.len()), random.below(lines.len()));
        match random.below(3) {
            0 if from < lines.len() => lines.insert(to, lines[from]),
            1 if from < lines.len() => {
                lines.remove(from);
            }
            _ if from < lines.len() && to < lines.len() => lines.swap(from, to),
            _ => {}
        }
    }
    lines.join("\n") + "\n"
}

/// xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound.max(1)
    }
}
