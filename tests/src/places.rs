//! Where the repository, the built tools and the reference Python are.

use std::path::{Path, PathBuf};

/// The top of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the repository is here")
}

/// The folder that cargo built this test into, where the tools and the runtime are too.
pub fn built() -> PathBuf {
    let test = std::env::current_exe().expect("a test has a path");
    let deps = test.parent().expect("a test lies in deps");
    deps.parent().expect("deps lies in the profile's folder").to_path_buf()
}

/// A built tool, such as `phylanx-opt`.
///
/// # Panics
/// When it was not built: `cargo build --workspace` comes first.
pub fn tool(name: &str) -> PathBuf {
    let path = built().join(name);
    assert!(path.exists(), "{} is missing: run `cargo build --workspace` (make test does)", path.display());
    path
}

/// CPython with the pinned NumPy.
///
/// # Panics
/// When it is not there: `make setup` makes it.
pub fn python() -> PathBuf {
    let path = root().join(".venv/bin/python");
    assert!(path.exists(), "{} is missing: run `make setup`", path.display());
    path
}

/// An empty folder of a test's own under the build folder.
pub fn scratch(name: &str) -> PathBuf {
    let path = built().join("test-scratch").join(format!("{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("the build folder is writable");
    path
}

/// The programs of the corpus; files that they import as modules begin with `# MODULE`.
pub fn programs() -> Vec<PathBuf> {
    let is_module = |path: &PathBuf| std::fs::read_to_string(path).is_ok_and(|text| text.starts_with("# MODULE"));
    let mut files = files_under(&root().join("tests/programs"), "py");
    files.retain(|path| !is_module(path));
    files
}

/// Files under a folder with an extension, sorted.
pub fn files_under(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let entries = std::fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display()));
        for entry in entries.map(|entry| entry.expect("a readable folder").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|found| found == extension) {
                found.push(entry);
            }
        }
    }
    found.sort();
    found
}
