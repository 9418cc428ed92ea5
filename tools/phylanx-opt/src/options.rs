//! The command line of `phylanx-opt`: options as in `mlir-opt`, one flag per pass in order.

use phylanx_driver::failure::{Failure, Outcome};
use phylanx_driver::module::Locations;
use phylanx_driver::pipeline_text::{self, Step};
use phylanx_passes::FloatLevel;
use phylanx_passes::pipeline::Verify;

pub const HELP: &str = "\
Usage: phylanx-opt [options] [FILE|-]

Reads MLIR text, runs passes, prints MLIR text.

Passes:
  --PASS[=options]                one flag per pass, run in order; ours and MLIR's (--cse)
  --pass-pipeline=TEXT            builtin.module(pass,pass{option=value},func.func(pass))
  --stage=NAME                    the default pipeline that leads to a stage (simplified, tasks, placed, tiled)
  --list-passes                   names and meanings of our passes
  --show-dialects                 dialects that input may use

Passes' options:
  --rules=FILE                    rewrite rules of the user, for physl-egraph
  --float=LEVEL                   strict, reassociate (default) or fast

Text:
  -o FILE                         output (default: stdout)
  --from-physl                    the input is PhySL text, as a file named *.physl is
  --emit-physl                    print PhySL text
  --split-input-file              treat parts between '// -----' lines one by one
  --verify-diagnostics            compare errors with '// expected-error {{...}}' comments
  --verify-each=BOOL              verify after every pass (default: true)
  --mlir-print-debuginfo          print the places of ops
  --mlir-print-ir-before=PASS     print the module before a pass; --mlir-print-ir-before-all before every pass
  --mlir-print-ir-after=PASS      the same after; --mlir-print-ir-after-all
  --mlir-timing                   time spent in each pass
  --mlir-pass-statistics          counters of passes
  --explain                       rewrites that were used, per Python line
  --mlir-pass-pipeline-crash-reproducer=FILE   write module and pipeline there when a pass fails
  --run-reproducer                take the pipeline from the input, a reproducer
";

/// What the command line asks for.
pub enum Command {
    Help,
    ListPasses,
    ShowDialects,
    Process(Box<Options>),
}

/// How to process an input.
pub struct Options {
    pub input: String,
    pub output: Option<String>,
    pub steps: Vec<Step>,
    pub from_reproducer: bool,
    pub physl_in: bool,
    pub physl_out: bool,
    pub split: bool,
    pub verify_diagnostics: bool,
    pub verify: Verify,
    pub locations: Locations,
    pub print_before: Printed,
    pub print_after: Printed,
    pub timing: bool,
    pub statistics: bool,
    pub explain: bool,
    pub reproducer: Option<String>,
    pub float: FloatLevel,
    pub rules: Vec<String>,
}

/// Passes around which the module is printed.
#[derive(Default)]
pub struct Printed {
    pub all: bool,
    pub names: Vec<String>,
}

impl Printed {
    pub fn wants(&self, step: &Step) -> bool {
        self.all || self.names.iter().any(|name| step.is_named(name))
    }

    fn add(&mut self, names: &str) {
        self.names.extend(names.split(',').map(str::to_string));
    }
}

/// Reads the command line.
///
/// # Errors
/// A usage failure.
pub fn parse(args: &[String]) -> Outcome<Command> {
    let mut options = defaults();
    let mut input = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if arg == "-" || !arg.starts_with('-') {
            if input.replace(arg.clone()).is_some() {
                return usage(format!("more than one input: {arg}"));
            }
            continue;
        }
        // `-flag` and `--flag` are the same, as in mlir-opt.
        let flag = arg.strip_prefix("--").or(arg.strip_prefix('-')).unwrap_or(arg);
        let (name, value) = flag.split_once('=').map_or((flag, None), |(name, value)| (name, Some(value)));
        match name {
            "help" | "h" => return Ok(Command::Help),
            "list-passes" => return Ok(Command::ListPasses),
            "show-dialects" => return Ok(Command::ShowDialects),
            _ => {}
        }
        if let Some(name) = VALUED.iter().find(|known| **known == name) {
            let next = value.map(str::to_string).or_else(|| args.next().cloned());
            let Some(value) = next else { return usage(format!("--{name} needs a value")) };
            set_value(&mut options, name, &value)?;
        } else if !set_switch(&mut options, name, value)? {
            options.steps.push(pipeline_text::from_flag(name, value).map_err(Failure::Usage)?);
        }
    }
    options.input = input.unwrap_or_else(|| "-".into());
    options.physl_in |= options.input.ends_with(".physl");
    Ok(Command::Process(Box::new(options)))
}

const VALUED: [&str; 9] = [
    "o",
    "pass-pipeline",
    "stage",
    "rules",
    "float",
    "verify-each",
    "mlir-print-ir-before",
    "mlir-print-ir-after",
    "mlir-pass-pipeline-crash-reproducer",
];

fn set_value(options: &mut Options, name: &str, value: &str) -> Outcome<()> {
    match name {
        "o" => options.output = Some(value.to_string()),
        "pass-pipeline" => options.steps.extend(pipeline_text::parse(value).map_err(Failure::Usage)?),
        "stage" => options.steps.extend(stage_steps(value)?),
        "rules" => options.rules.push(value.to_string()),
        "float" => options.float = float_level(value)?,
        "verify-each" => options.verify = verify_each(value)?,
        "mlir-print-ir-before" => options.print_before.add(value),
        "mlir-print-ir-after" => options.print_after.add(value),
        _ => options.reproducer = Some(value.to_string()),
    }
    Ok(())
}

/// Sets a switch; false when there is none of this name.
fn set_switch(options: &mut Options, name: &str, value: Option<&str>) -> Outcome<bool> {
    let switch = match name {
        "from-physl" => &mut options.physl_in,
        "emit-physl" => &mut options.physl_out,
        "split-input-file" => &mut options.split,
        "verify-diagnostics" => &mut options.verify_diagnostics,
        "run-reproducer" => &mut options.from_reproducer,
        "mlir-timing" => &mut options.timing,
        "mlir-pass-statistics" => &mut options.statistics,
        "explain" => &mut options.explain,
        "mlir-print-ir-before-all" => &mut options.print_before.all,
        "mlir-print-ir-after-all" => &mut options.print_after.all,
        "mlir-print-debuginfo" => {
            options.locations = Locations::Shown;
            return Ok(true);
        }
        _ => return Ok(false),
    };
    if let Some(value) = value {
        return usage(format!("--{name} takes no value, but got '{value}'"));
    }
    *switch = true;
    Ok(true)
}

fn stage_steps(name: &str) -> Outcome<Vec<Step>> {
    match phylanx_passes::pipeline::stage(name) {
        Some(passes) => Ok(passes.into_iter().map(Step::Ours).collect()),
        None => usage(format!("no stage '{name}' has a pipeline")),
    }
}

fn float_level(text: &str) -> Outcome<FloatLevel> {
    match text {
        "strict" => Ok(FloatLevel::Strict),
        "reassociate" => Ok(FloatLevel::Reassociate),
        "fast" => Ok(FloatLevel::Fast),
        other => usage(format!("--float is strict, reassociate or fast, not '{other}'")),
    }
}

fn verify_each(text: &str) -> Outcome<Verify> {
    match text {
        "true" | "1" => Ok(Verify::AfterEach),
        "false" | "0" => Ok(Verify::Never),
        other => usage(format!("--verify-each is true or false, not '{other}'")),
    }
}

fn usage<T>(text: String) -> Outcome<T> {
    Err(Failure::Usage(text))
}

fn defaults() -> Options {
    Options {
        input: String::new(),
        output: None,
        steps: Vec::new(),
        from_reproducer: false,
        physl_in: false,
        physl_out: false,
        split: false,
        verify_diagnostics: false,
        verify: Verify::AfterEach,
        locations: Locations::Hidden,
        print_before: Printed::default(),
        print_after: Printed::default(),
        timing: false,
        statistics: false,
        explain: false,
        reproducer: None,
        float: FloatLevel::default(),
        rules: Vec::new(),
    }
}
