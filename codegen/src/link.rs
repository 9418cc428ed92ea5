//! Object to executable or shared library, by the system's linker, with the runtime beside the compiler.

use crate::{CodegenError, Lowered};
use std::path::{Path, PathBuf};
use std::process::Command;

/// File name of the runtime.
const RUNTIME: &str = "libphylanx_start.a";

/// Functions of the runtime that a library shows, as its header says.
const LIBRARY_SYMBOLS: [&str; 3] = ["phylanx_last_error", "phylanx_set_last_error", "phylanx_array_free"];

/// What to link.
#[derive(Clone, Debug, Default)]
pub struct LinkOptions {
    /// A shared library instead of an executable.
    pub shared: bool,
    /// The runtime's library; `None` looks beside the compiler.
    pub runtime: Option<PathBuf>,
    /// The linker driver; `None` is `$CC`, or `cc`.
    pub linker: Option<String>,
    /// Keep what the linker would drop, for a debugger.
    pub keep_symbols: bool,
}

/// Where the runtime's library lies: beside the compiler's executable (development), in `deps` above it, or in `../lib` (installed).
///
/// # Errors
/// All places that were searched.
pub fn runtime_library() -> Result<PathBuf, CodegenError> {
    let executable = std::env::current_exe()
        .map_err(|error| CodegenError::World(format!("cannot find the compiler's own path: {error}")))?;
    let home = executable.parent().unwrap_or(Path::new("."));
    let places = [home.join(RUNTIME), home.join("../lib").join(RUNTIME), home.join("..").join(RUNTIME)];
    first_file(&places)
}

fn first_file(places: &[PathBuf]) -> Result<PathBuf, CodegenError> {
    if let Some(found) = places.iter().find(|place| place.is_file()) {
        return Ok(found.clone());
    }
    let searched: Vec<String> = places.iter().map(|place| format!("  {}", place.display())).collect();
    Err(CodegenError::World(format!(
        "the runtime library {RUNTIME} was not found; searched:\n{}\nbuild it with `cargo build -p phylanx-start`",
        searched.join("\n")
    )))
}

/// Links a module.
pub fn link(lowered: &Lowered, path: &Path, options: &LinkOptions) -> Result<(), CodegenError> {
    let runtime = match &options.runtime {
        Some(given) => given.clone(),
        None => runtime_library()?,
    };
    let beside =
        |extension: &str| path.with_file_name(format!("{}.{}.{extension}", file_name(path), std::process::id()));
    let objects: Vec<PathBuf> = (0..lowered.part_count()).map(|at| beside(&format!("{at}.o"))).collect();
    let symbols = beside("symbols");
    let result = lowered.objects(&objects).and_then(|()| {
        let mut inputs: Vec<String> = objects.iter().map(|object| object.display().to_string()).collect();
        if options.shared && !lowered.exports().is_empty() {
            write_symbols(&symbols, lowered.exports())?;
            inputs.extend(library_arguments(&symbols));
        }
        run_linker(&inputs, path, &runtime, options)
    });
    for leftover in objects.iter().chain([&symbols]) {
        // A leftover file is no reason to fail.
        let _ = std::fs::remove_file(leftover);
    }
    result
}

/// What a library shows: its functions and the runtime's part of the header. Whatever else is in it stays its own affair, so that
/// several libraries can live in one process.
fn write_symbols(path: &Path, exports: &[String]) -> Result<(), CodegenError> {
    let names: Vec<&str> = exports.iter().map(String::as_str).chain(LIBRARY_SYMBOLS).collect();
    std::fs::write(path, format!("{{ global: {}; local: *; }};\n", names.join("; ")))
        .map_err(|error| CodegenError::World(format!("{}: {error}", path.display())))
}

fn library_arguments(symbols: &Path) -> Vec<String> {
    let mut arguments: Vec<String> = LIBRARY_SYMBOLS.iter().map(|name| format!("-Wl,-u,{name}")).collect();
    arguments.extend(["-Xlinker".into(), format!("--version-script={}", symbols.display())]);
    // Threads of the runtime sleep in the library's code, so it cannot be unloaded.
    arguments.push("-Wl,-z,nodelete".into());
    arguments
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_else(|| "out".into())
}

fn run_linker(inputs: &[String], path: &Path, runtime: &Path, options: &LinkOptions) -> Result<(), CodegenError> {
    let driver = options.linker.clone().or_else(|| std::env::var("CC").ok()).unwrap_or_else(|| "cc".into());
    let mut command = Command::new(&driver);
    command.args(inputs).arg("-o").arg(path);
    command.args(arguments(runtime, options));
    let output = command.output().map_err(|error| {
        CodegenError::World(format!("cannot run the linker `{driver}`: {error}; install a C compiler or set CC"))
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(CodegenError::World(format!("the linker `{driver}` failed ({}):\n{}", output.status, said.trim_end())))
}

fn arguments(runtime: &Path, options: &LinkOptions) -> Vec<String> {
    let mut arguments: Vec<String> = Vec::new();
    if options.shared {
        arguments.push("-shared".into());
    } else {
        arguments.push("-pie".into());
    }
    arguments.push(runtime.display().to_string());
    // The MPI transport lies beside the runtime's library; programs load it by name, under a launcher only.
    if let Some(home) = runtime.parent().and_then(|home| home.canonicalize().ok()) {
        arguments.push(format!("-Wl,-rpath,{}", home.display()));
    }
    arguments.push("-Wl,--gc-sections".into());
    if !options.keep_symbols {
        arguments.push("-Wl,--strip-debug".into());
    }
    arguments.extend(fast_linker(&linker_folders()));
    for library in ["-lm", "-lpthread", "-ldl", "-lgcc_s", "-lc"] {
        arguments.push(library.into());
    }
    arguments
}

/// Where linkers are looked for: LLVM's own programs, then the search path.
fn linker_folders() -> Vec<PathBuf> {
    let own = option_env!("LLVM_SYS_221_PREFIX").map(|prefix| Path::new(prefix).join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    own.into_iter().chain(std::env::split_paths(&path)).collect()
}

/// Arguments that choose the fastest linker there is; without one of them the driver's own does, in about three times the time.
fn fast_linker(folders: &[PathBuf]) -> Vec<String> {
    for (name, program) in [("lld", "ld.lld"), ("gold", "ld.gold")] {
        if let Some(folder) = folders.iter().find(|folder| folder.join(program).is_file()) {
            return vec![format!("-fuse-ld={name}"), format!("-B{}", folder.display())];
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_runtime_names_the_places_searched() {
        let error = first_file(&["/nowhere/a.a".into(), "/nowhere/b.a".into()]).expect_err("neither is there");
        let said = error.to_string();
        assert!(said.contains("searched:\n  /nowhere/a.a\n  /nowhere/b.a\nbuild it with"), "{said}");
    }

    #[test]
    fn without_a_fast_linker_the_driver_chooses() {
        assert_eq!(fast_linker(&["/nowhere".into()]), Vec::<String>::new());
    }

    #[test]
    fn the_first_file_there_is_taken() {
        let here =
            PathBuf::from(file!()).file_name().map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name));
        let here = here.expect("a name");
        assert_eq!(first_file(&["/nowhere/a.a".into(), here.clone()]), Ok(here));
    }
}
