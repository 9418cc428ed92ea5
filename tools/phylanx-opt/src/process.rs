//! One input through the passes: split, parse, run, print or compare diagnostics.

use crate::options::Options;
use crate::watch::{self, Watch};
use phylanx_dialects::mlir::{self, MlirError};
use phylanx_driver::expected::{self, Said};
use phylanx_driver::failure::{Failure, Internal, Outcome};
use phylanx_driver::module::{Held, Locations};
use phylanx_driver::pipeline_text::{self, Step};
use phylanx_driver::reproducer;
use phylanx_driver::run_steps::{self, Cause, StepError};
use phylanx_passes::context::{Diagnostic, PassContext, RuleText, place};
use phylanx_passes::pipeline::Verify;

const SPLIT_LINE: &str = "// -----";

/// The whole text through the passes; gives what to print.
///
/// # Errors
/// The text's fault, a pass's fault, or differences under `--verify-diagnostics`.
pub fn all(text: &str, options: &Options) -> Outcome<String> {
    let rules = read_rules(options)?;
    let mut parts = Vec::new();
    let mut faults = Vec::new();
    for part in split(text, options.split) {
        match one(&part, options, &rules) {
            Ok(printed) => parts.push(printed),
            Err(Failure::User(said)) if options.split || options.verify_diagnostics => faults.push(said),
            Err(failure) => return Err(failure),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::User(faults.join("\n")));
    }
    if options.verify_diagnostics {
        return Ok(String::new());
    }
    Ok(parts.join(&format!("{SPLIT_LINE}\n")))
}

/// The parts, each after as many empty lines as there are lines before it, so that lines keep their numbers.
fn split(text: &str, wanted: bool) -> Vec<String> {
    if !wanted {
        return vec![text.to_string()];
    }
    let mut parts = vec![String::new()];
    for (at, line) in text.lines().enumerate() {
        if line.trim_end() == SPLIT_LINE {
            parts.push("\n".repeat(at + 1));
        } else if let Some(part) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    parts
}

fn read_rules(options: &Options) -> Outcome<Vec<RuleText>> {
    let read = |name: &String| {
        let text = std::fs::read_to_string(name).map_err(|error| anyhow::anyhow!("cannot read {name}: {error}"))?;
        Ok(RuleText { name: name.clone(), text })
    };
    options.rules.iter().map(read).collect()
}

fn one(text: &str, options: &Options, rules: &[RuleText]) -> Outcome<String> {
    let (text, steps) = text_and_steps(text, options)?;
    let context = mlir::context();
    let parsed = if options.physl_in { Held::parse_physl(&context, &text) } else { Held::parse(&context, &text) };
    let mut module = match parsed {
        Ok(module) => module,
        Err(error) => return finish_lines(&text, options, &error.0),
    };
    let mut pass_context = PassContext::new(phylanx_passes::Options {
        float: options.float,
        rules: rules.to_vec(),
        ..phylanx_passes::Options::default()
    });
    let mut watch = Watch::new(options);
    let keep = Reproduce::new(&module, options);
    let result = run_steps::run(&mut module, &steps, options.verify, &mut pass_context, &mut watch);
    print_reports(options, &watch, &pass_context);
    match result {
        Ok(()) if options.verify_diagnostics => compare(&text, &[]),
        Ok(()) if options.physl_out => module.physl().map_err(Failure::User),
        Ok(()) => module.text(options.locations).map_err(invalid),
        Err(error) => fail(&text, options, &steps, error, &keep),
    }
}

fn text_and_steps(text: &str, options: &Options) -> Outcome<(String, Vec<Step>)> {
    if !options.from_reproducer {
        return Ok((text.to_string(), options.steps.clone()));
    }
    let Some((module, pipeline)) = reproducer::read(text) else {
        return Err(Failure::Usage("--run-reproducer: the input names no pipeline".into()));
    };
    let steps = pipeline_text::parse(&pipeline).map_err(Failure::Usage)?;
    Ok((module, steps))
}

/// The module as it was before any pass, kept only if a reproducer was asked for.
struct Reproduce {
    module: Option<String>,
}

impl Reproduce {
    fn new(module: &Held, options: &Options) -> Reproduce {
        let wanted = options.reproducer.is_some();
        Reproduce { module: wanted.then(|| module.text(Locations::Shown).ok()).flatten() }
    }

    /// Writes the reproducer and gives the command that runs it.
    fn write(&self, options: &Options, steps: &[Step]) -> Outcome<Option<String>> {
        let (Some(path), Some(module)) = (&options.reproducer, &self.module) else { return Ok(None) };
        let verify = if options.verify == Verify::AfterEach { "true" } else { "false" };
        let text = reproducer::print(module, steps, verify);
        std::fs::write(path, text).map_err(|error| anyhow::anyhow!("cannot write {path}: {error}"))?;
        Ok(Some(format!("phylanx-opt --run-reproducer {path}")))
    }
}

fn print_reports(options: &Options, watch: &Watch, context: &PassContext) {
    if options.timing {
        eprintln!("{}", watch::timing_table(&watch.times));
    }
    if options.statistics {
        eprintln!("{}", watch::statistics_table(context));
    }
    if options.explain {
        for remark in &context.explanations {
            eprintln!("{}{}: {}", place(&remark.loc), remark.pass, remark.text);
        }
    }
}

fn fail(text: &str, options: &Options, steps: &[Step], error: StepError, keep: &Reproduce) -> Outcome<String> {
    match error.cause {
        Cause::User(found) if options.verify_diagnostics => compare(text, &said_by_pass(&found)),
        Cause::User(found) => Err(Failure::User(found.iter().map(diagnostic_text).collect::<Vec<_>>().join("\n"))),
        Cause::Mlir(lines) if is_pipeline_fault(&lines) => Err(Failure::Usage(pipeline_fault(&error.pass, &lines))),
        Cause::Mlir(lines) => {
            keep.write(options, &steps[..=error.step])?;
            finish_lines(text, options, &lines)
        }
        Cause::Internal(message) if options.verify_diagnostics => {
            // The verifier speaks as an internal error; in a test of it, that is what is expected.
            let said = message.replacen(&format!("internal error in {}: ", error.pass), "error: ", 1);
            compare(text, &expected::said_in(&[said]))
        }
        Cause::Internal(message) => {
            let reproducer = keep.write(options, &steps[..=error.step])?;
            let message = message.replacen(&format!("internal error in {}: ", error.pass), "", 1);
            Err(Failure::Internal(Internal { pass: error.pass, message, reproducer }))
        }
    }
}

fn is_pipeline_fault(lines: &[String]) -> bool {
    let signs =
        ["MLIR Textual PassPipeline Parser", "does not refer to a registered pass", "no such option", "restricted to"];
    lines.iter().any(|line| signs.iter().any(|sign| line.contains(sign)))
}

fn pipeline_fault(pass: &str, lines: &[String]) -> String {
    format!("malformed pass pipeline: '{pass}': {}", lines.join("\n").trim_end())
}

/// Errors as lines of text, or their comparison with what was expected.
fn finish_lines(text: &str, options: &Options, lines: &[String]) -> Outcome<String> {
    if options.verify_diagnostics {
        return compare(text, &expected::said_in(lines));
    }
    Err(Failure::User(lines.join("\n")))
}

fn compare(text: &str, said: &[Said]) -> Outcome<String> {
    let faults = expected::compare(text, said);
    if faults.is_empty() {
        return Ok(String::new());
    }
    Err(Failure::User(faults.join("\n")))
}

fn said_by_pass(found: &[Diagnostic]) -> Vec<Said> {
    let said = |one: &Diagnostic| Said { severity: "error".into(), line: one.loc.line, text: one.message.clone() };
    found.iter().map(said).collect()
}

fn diagnostic_text(found: &Diagnostic) -> String {
    let help = found.help.as_ref().map(|help| format!("\n    help: {help}")).unwrap_or_default();
    format!("{}error: {}{help}", place(&found.loc), found.message)
}

fn invalid(error: MlirError) -> Failure {
    Failure::internal("the last pass", format!("MLIR refuses its module: {error}"))
}
