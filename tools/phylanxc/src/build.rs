//! `phylanxc build`, and requests for the other commands.

use crate::args::{BuildArgs, CompileArgs};
use anyhow::Context;
use phylanx_driver::compile::{self, Product, Request};
use phylanx_driver::diagnostics::remarks;
use phylanx_driver::failure::{Failure, Outcome};
use phylanx_driver::module::Locations;
use phylanx_driver::stage::Stage;
use phylanx_driver::tasks_dot;
use phylanx_passes::RuleText;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Compiles as asked and writes what comes out.
///
/// # Errors
/// Those of the compiler, and files that cannot be read or written.
pub fn build(args: &BuildArgs) -> Outcome<()> {
    let emit = emit_of(&args.emit)?;
    let mut request = request(&args.compile, emit.stage(), None)?;
    request.from = args.from.as_deref().map(stage_of).transpose()?;
    request.locations = if args.no_locations { Locations::Hidden } else { Locations::Shown };
    let is_binary = !emit.stage().is_text();
    request.output =
        args.output.clone().or_else(|| is_binary.then(|| default_output(&args.compile.file, emit.stage())));
    let product = compile::compile(&request)?;
    write_text(&emit, &product, args.output.as_deref())?;
    if args.explain {
        eprint!("{}", remarks(&product.context.explanations));
    }
    match &args.report {
        Some(path) => write_file(Some(path), &remarks(&product.context.report)),
        None => Ok(()),
    }
}

/// A request for a stage of the file on the command line.
///
/// # Errors
/// Files that cannot be read.
pub fn request(args: &CompileArgs, emit: Stage, output: Option<PathBuf>) -> Outcome<Request> {
    let text = read(&args.file)?;
    let rule = |path: &PathBuf| Ok(RuleText { name: path.display().to_string(), text: read(path)? });
    Ok(Request {
        name: args.file.display().to_string(),
        text,
        from: None,
        emit,
        output,
        signatures: args.signatures.clone(),
        float: args.float.into(),
        rules: args.rules.iter().map(rule).collect::<Outcome<_>>()?,
        target_cpu: args.target_cpu.clone(),
        unchecked: args.unchecked,
        locations: Locations::Shown,
        dump: std::env::var_os("PHYLANX_DUMP").map(PathBuf::from),
        session: None,
    })
}

/// Reads a text file.
///
/// # Errors
/// A failure that names the file.
pub fn read(path: &Path) -> Outcome<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(_) => Err(Failure::User(format!("{}:1:1: error: the file is not UTF-8 text", path.display()))),
    }
}

/// What `--emit` names: a stage, or the picture of the task graph.
enum Emit {
    Stage(Stage),
    TasksDot,
}

impl Emit {
    fn stage(&self) -> Stage {
        match self {
            Emit::Stage(stage) => *stage,
            Emit::TasksDot => Stage::Tasks,
        }
    }
}

fn emit_of(name: &str) -> Outcome<Emit> {
    if name == "tasks-dot" { Ok(Emit::TasksDot) } else { Ok(Emit::Stage(stage_of(name)?)) }
}

fn stage_of(name: &str) -> Outcome<Stage> {
    Stage::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Stage::ALL.into_iter().map(Stage::name).collect();
        Failure::Usage(format!("no stage '{name}'; stages are: {} (and tasks-dot to emit)", names.join(" ")))
    })
}

fn default_output(file: &Path, stage: Stage) -> PathBuf {
    let stem = file.file_stem().map_or_else(|| "a".into(), |stem| stem.to_string_lossy().into_owned());
    if stage == Stage::So {
        return PathBuf::from(format!("lib{stem}.so"));
    }
    match stage.extension() {
        "" => PathBuf::from(stem),
        extension => PathBuf::from(format!("{stem}.{extension}")),
    }
}

fn write_text(emit: &Emit, product: &Product, output: Option<&Path>) -> Outcome<()> {
    let Some(text) = &product.text else { return Ok(()) };
    match emit {
        Emit::Stage(_) => write_file(output, text),
        Emit::TasksDot => write_file(output, &product.module.as_ref().map(tasks_dot::print).unwrap_or_default()),
    }
}

fn write_file(path: Option<&Path>, text: &str) -> Outcome<()> {
    match path {
        Some(path) if path != Path::new("-") => {
            Ok(std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?)
        }
        _ => {
            let mut out = std::io::stdout().lock();
            Ok(out.write_all(text.as_bytes()).and_then(|()| out.flush()).context("cannot write to stdout")?)
        }
    }
}
