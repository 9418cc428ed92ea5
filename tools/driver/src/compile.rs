//! From a source file to the stage that is asked for.

use crate::failure::{Failure, Internal, Outcome};
use crate::module::{Held, Locations, tree_text};
use crate::pipeline_text::Step;
use crate::run_steps::{self, Cause, NoObserver, StepError};
use crate::stage::Stage;
use crate::{c_names, diagnostics, front, guard, header, reproducer};
use phylanx_codegen::{CodegenError, LinkOptions, Lowered};
use phylanx_dialects::ir;
use phylanx_dialects::mlir;
use phylanx_passes::pipeline::{self, Verify};
use phylanx_passes::{PassContext, RuleText};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What to compile and how.
#[derive(Clone, Debug)]
pub struct Request {
    /// Name of the source, as diagnostics show it.
    pub name: String,
    pub text: String,
    /// `None` for Python text, else the MLIR stage that the text is at.
    pub from: Option<Stage>,
    pub emit: Stage,
    /// Where binaries go.
    pub output: Option<PathBuf>,
    /// Signatures of functions that Python code outside calls.
    pub signatures: Vec<String>,
    pub float: phylanx_passes::FloatLevel,
    pub rules: Vec<RuleText>,
    pub target_cpu: Option<String>,
    pub unchecked: bool,
    pub locations: Locations,
    /// Folder that takes every stage on the way.
    pub dump: Option<PathBuf>,
    /// The function that a Python session has compiled, rather than a program.
    pub session: Option<Session>,
}

/// A function of a Python session.
#[derive(Clone, Debug)]
pub struct Session {
    pub entry: phylanx_frontend::Entry,
    /// The modules that its text imports: by name, the file that diagnostics show and the text.
    pub modules: BTreeMap<String, (String, String)>,
}

/// A session's function as object files, and the types that cross its edge (`frontend/src/outside.rs`).
pub struct Compiled {
    pub params: String,
    pub result: String,
    /// Which of the values that carry the arguments are arrays that it may write.
    pub written: Vec<bool>,
    pub images: Vec<Vec<u8>>,
}

impl Request {
    /// A request for an executable from Python text, with defaults.
    pub fn executable(name: &str, text: &str, output: &Path) -> Request {
        Request {
            name: name.to_string(),
            text: text.to_string(),
            from: None,
            emit: Stage::Exe,
            output: Some(output.to_path_buf()),
            signatures: Vec::new(),
            float: phylanx_passes::FloatLevel::default(),
            rules: Vec::new(),
            target_cpu: None,
            unchecked: false,
            locations: Locations::Shown,
            dump: None,
            session: None,
        }
    }
}

/// What came out.
#[derive(Default)]
pub struct Product {
    /// The stage's text, for stages that are text.
    pub text: Option<String>,
    /// The module at the stage, for MLIR stages.
    pub module: Option<ir::Module>,
    /// Explanations, report and statistics of the passes.
    pub context: PassContext,
}

/// Compiles.
///
/// # Errors
/// Diagnostics of the program, or a failure of ours or of the world.
pub fn compile(request: &Request) -> Outcome<Product> {
    if let Some(folder) = &request.dump {
        std::fs::create_dir_all(folder)
            .map_err(|error| anyhow::anyhow!("cannot make {}: {error}", folder.display()))?;
    }
    if request.emit < Stage::Physl {
        let text = guard::catching("the frontend", || front::print_stage(request))?;
        dump(request, request.emit, &text)?;
        return Ok(Product { text: Some(text), ..Product::default() });
    }
    let (tree, at) = start(request)?;
    let mut context = pass_context(request);
    let tree = run_stages(request, tree, at, &mut context)?;
    if !request.emit.is_mlir() {
        return Ok(Product { text: generate(request, &tree)?, module: None, context });
    }
    let printer = mlir::context();
    let text = tree_text(&printer, &tree, request.locations, request.emit.name())?;
    Ok(Product { text: Some(text), module: Some(tree), context })
}

/// Compiles a session's function.
///
/// # Errors
/// As [`compile`].
pub fn compile_session(request: &Request) -> Outcome<Compiled> {
    let (tree, at) = start(request)?;
    let entry = tree.functions().find(|op| op.attr("physl.entry").is_some());
    let entry = entry.ok_or_else(|| Failure::internal("the frontend", "the session's function is not there"))?;
    let text = |name: &str| entry.attr(name).and_then(ir::Attr::as_str).unwrap_or_default().to_string();
    let (params, result) = (text("physl.entry_params"), text("physl.entry_result"));
    let written = phylanx_passes::alias::written_params(&tree, entry);
    let request = &Request { emit: Stage::Obj, ..request.clone() };
    let tree = run_stages(request, tree, at, &mut pass_context(request))?;
    let lowered = lowered(request, &tree)?;
    let images = guard::catching("codegen", || lowered.images().map_err(codegen_failure))?;
    Ok(Compiled { params, result, written, images })
}

/// The module to begin with, and its stage.
fn start(request: &Request) -> Outcome<(ir::Module, Stage)> {
    let Some(stage) = request.from else {
        let tree = guard::catching("the frontend", || front::module(request))?;
        return Ok((tree, Stage::Physl));
    };
    if !stage.is_mlir() || stage > request.emit {
        return Err(Failure::Usage(format!("cannot go from '{}' to '{}'", stage.name(), request.emit.name())));
    }
    let tree = mlir::parse_tree(&request.text).map_err(|error| Failure::User(lines_of(&error, &request.name)))?;
    Ok((tree, stage))
}

/// What MLIR says, with the file's own name instead of `-`.
fn lines_of(error: &mlir::MlirError, name: &str) -> String {
    let text = error.to_string();
    let lines = text.lines().map(|line| match line.strip_prefix("-:") {
        Some(rest) => format!("{name}:{rest}"),
        None => line.to_string(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn pass_context(request: &Request) -> PassContext {
    PassContext::new(phylanx_passes::Options {
        float: request.float,
        rules: request.rules.clone(),
        ..phylanx_passes::Options::default()
    })
}

/// Runs the pipelines of the stages after `at`, up to the one asked for or the last before code generation.
fn run_stages(request: &Request, tree: ir::Module, at: Stage, context: &mut PassContext) -> Outcome<ir::Module> {
    let printer = mlir::context();
    let mut held = Held::of_tree(&printer, tree);
    dump_module(request, at, &mut held)?;
    for stage in Stage::MLIR.into_iter().filter(|stage| *stage > at && *stage <= request.emit) {
        let passes = pipeline::stage(stage.name())
            .ok_or_else(|| Failure::internal(stage.name(), "the stage has no pipeline"))?;
        let steps: Vec<Step> = passes.into_iter().map(Step::Ours).collect();
        let before = held.tree().clone();
        run_steps::run(&mut held, &steps, Verify::AfterEach, context, &mut NoObserver)
            .map_err(|error| step_failure(request, &before, &steps, error))?;
        dump_module(request, stage, &mut held)?;
    }
    Ok(std::mem::take(held.tree()))
}

fn step_failure(request: &Request, before: &ir::Module, steps: &[Step], error: StepError) -> Failure {
    let message = match error.cause {
        Cause::User(found) => return Failure::User(diagnostics::render_all(&found)),
        Cause::Internal(message) => message.replacen(&format!("internal error in {}: ", error.pass), "", 1),
        Cause::Mlir(lines) => lines.join("\n"),
    };
    let reproducer = write_reproducer(request, before, &steps[..=error.step])
        .map(|path| format!("phylanx-opt --run-reproducer {path}"));
    Failure::Internal(Internal { pass: error.pass, message, reproducer })
}

/// Writes a reproducer beside the user, or among temporary files; failing at that must not hide the error itself.
fn write_reproducer(request: &Request, module: &ir::Module, steps: &[Step]) -> Option<String> {
    let printer = mlir::context();
    let text = tree_text(&printer, module, Locations::Shown, "reproducer").ok()?;
    let stem = Path::new(&request.name).file_stem()?.to_string_lossy().into_owned();
    let name = format!("{stem}.reproducer.mlir");
    let text = reproducer::print(&text, steps, "true");
    let places = [PathBuf::from(&name), std::env::temp_dir().join(&name)];
    let written = places.into_iter().find(|path| std::fs::write(path, &text).is_ok())?;
    Some(written.display().to_string())
}

/// Everything from LLVM IR on.
fn generate(request: &Request, tree: &ir::Module) -> Outcome<Option<String>> {
    let exported = header::exports(tree);
    match request.emit {
        Stage::So if exported.is_empty() => {
            let text =
                "a shared library needs a function to export: name it with its types, --sig 'f(float64[:,:], int64)'";
            return Err(Failure::Usage(text.into()));
        }
        Stage::Exe if !exported.is_empty() => {
            let text = "this text was made for a library (--sig); it has no program for an executable";
            return Err(Failure::Usage(text.into()));
        }
        _ => c_names::check(&exported)?,
    }
    let lowered = lowered(request, tree)?;
    if request.dump.is_some() {
        dump(request, Stage::Llvm, &lowered.llvm_text().map_err(codegen_failure)?)?;
    }
    let text = guard::catching("codegen", || finish(request, &lowered))?;
    match (&request.output, request.emit) {
        (Some(output), Stage::Obj | Stage::So) if !exported.is_empty() => {
            header::write(output, &request.name, &exported)?
        }
        _ => {}
    }
    Ok(text)
}

fn lowered(request: &Request, tree: &ir::Module) -> Outcome<Lowered> {
    let options = phylanx_codegen::Options { target_cpu: request.target_cpu.clone(), unchecked: request.unchecked };
    guard::catching("codegen", || phylanx_codegen::lower(tree, &options).map_err(codegen_failure))
        .map_err(|failure| with_reproducer(request, tree, failure))
}

fn finish(request: &Request, lowered: &Lowered) -> Outcome<Option<String>> {
    let output = || request.output.clone().ok_or_else(|| Failure::Usage("this stage needs an output file (-o)".into()));
    match request.emit {
        Stage::Llvm => return lowered.llvm_text().map(Some).map_err(codegen_failure),
        Stage::Asm => return lowered.asm().map(Some).map_err(codegen_failure),
        Stage::Obj => lowered.object(&output()?).map_err(codegen_failure)?,
        stage => {
            let link = LinkOptions { shared: stage == Stage::So, ..LinkOptions::default() };
            lowered.link(&output()?, &link).map_err(codegen_failure)?;
        }
    }
    Ok(None)
}

fn codegen_failure(error: CodegenError) -> Failure {
    match error {
        CodegenError::Internal { phase, message } => Failure::internal(format!("codegen ({phase})"), message),
        CodegenError::World(message) => Failure::World(anyhow::anyhow!(message)),
    }
}

fn with_reproducer(request: &Request, tree: &ir::Module, failure: Failure) -> Failure {
    match failure {
        Failure::Internal(internal) => {
            let reproducer =
                write_reproducer(request, tree, &[]).map(|path| format!("phylanxc build --from tiled {path} -o a.out"));
            Failure::Internal(Internal { reproducer, ..internal })
        }
        other => other,
    }
}

fn dump_module(request: &Request, stage: Stage, held: &mut Held) -> Outcome<()> {
    if request.dump.is_none() {
        return Ok(());
    }
    let text = held.text(Locations::Shown);
    let text = text.map_err(|error| Failure::internal(stage.name(), format!("MLIR refuses its module: {error}")))?;
    dump(request, stage, &text)
}

fn dump(request: &Request, stage: Stage, text: &str) -> Outcome<()> {
    let Some(folder) = &request.dump else { return Ok(()) };
    let number = Stage::ALL.iter().position(|one| *one == stage).unwrap_or(0);
    let path = folder.join(format!("{number:02}-{}.{}", stage.name(), stage.extension()));
    Ok(std::fs::write(&path, text).map_err(|error| anyhow::anyhow!("cannot write {}: {error}", path.display()))?)
}
