//! What passes are told, what they hand back besides the module, and how they fail.

use phylanx_dialects::ir::Loc;
use std::collections::BTreeMap;

/// How far floating-point rewrites may go; each rewrite rule names the level it needs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum FloatLevel {
    /// No rewrite changes any rounding.
    Strict,
    /// Rounding may differ; NaN, infinities and the sign of zero may not.
    #[default]
    Reassociate,
    /// Anything that holds for real numbers.
    Fast,
}

/// A rule file of the user, by name and content.
#[derive(Clone, Debug)]
pub struct RuleText {
    pub name: String,
    pub text: String,
}

/// Facts of the machine that the program is made for.
#[derive(Clone, Debug)]
pub struct Target {
    /// Bytes of one vector register.
    pub vector_bytes: u64,
    /// Bytes of data cache by level, smallest first.
    pub cache_bytes: [u64; 3],
    /// Cores that share memory.
    pub cores: u32,
}

impl Default for Target {
    fn default() -> Target {
        Target { vector_bytes: 32, cache_bytes: [32 << 10, 1 << 20, 16 << 20], cores: 1 }
    }
}

/// What the user asked for. The number of ranks is not known at compile time and has no place here.
#[derive(Clone, Debug)]
pub struct Options {
    pub float: FloatLevel,
    pub rules: Vec<RuleText>,
    pub target: Target,
    /// Extent that cost models take for a dimension that is known only at run time.
    pub default_extent: i64,
    /// Trips that cost models take for a loop whose count is known only at run time.
    pub default_trips: i64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            float: FloatLevel::default(),
            rules: Vec::new(),
            target: Target::default(),
            default_extent: 4096,
            default_trips: 100,
        }
    }
}

/// One sentence about a place in the Python text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// The pass that speaks.
    pub pass: &'static str,
    pub loc: Loc,
    pub text: String,
}

/// Options on the way in; statistics, report and explanations on the way out.
#[derive(Clone, Debug, Default)]
pub struct PassContext {
    pub options: Options,
    /// Counters by pass and name, printed by `--mlir-pass-statistics`.
    pub statistics: BTreeMap<(&'static str, String), i64>,
    /// What was decided, per Python line (`--report`).
    pub report: Vec<Remark>,
    /// Rewrites that were used and what they saved, per Python line (`--explain`).
    pub explanations: Vec<Remark>,
    /// The pass that runs now; set by the pipeline.
    pub pass: &'static str,
}

impl PassContext {
    /// A context with options.
    pub fn new(options: Options) -> PassContext {
        PassContext { options, ..PassContext::default() }
    }

    /// Adds to a counter of the current pass.
    pub fn count(&mut self, counter: &str, amount: i64) {
        *self.statistics.entry((self.pass, counter.to_string())).or_insert(0) += amount;
    }

    /// Reports a decision.
    pub fn report(&mut self, loc: &Loc, text: impl Into<String>) {
        self.report.push(Remark { pass: self.pass, loc: loc.clone(), text: text.into() });
    }

    /// Explains a rewrite.
    pub fn explain(&mut self, loc: &Loc, text: impl Into<String>) {
        self.explanations.push(Remark { pass: self.pass, loc: loc.clone(), text: text.into() });
    }
}

/// An error of the user, at its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    pub loc: Loc,
    /// What is wrong and why.
    pub message: String,
    /// What to write instead, if there is something to say.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without help.
    pub fn new(loc: &Loc, message: impl Into<String>) -> Diagnostic {
        Diagnostic { loc: loc.clone(), message: message.into(), help: None }
    }

    /// The same with help.
    pub fn with_help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }
}

/// Why a pass did not do its work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PassError {
    /// The user's program or rule file is at fault; all findings, in order.
    User(Vec<Diagnostic>),
    /// The compiler is at fault.
    Internal { pass: &'static str, loc: Loc, message: String },
}

impl PassError {
    /// An internal error at a place; the pipeline fills in the pass.
    pub fn internal(loc: &Loc, message: impl Into<String>) -> PassError {
        PassError::Internal { pass: "", loc: loc.clone(), message: message.into() }
    }

    /// The same error, with the pass named if it was not yet.
    pub fn in_pass(self, name: &'static str) -> PassError {
        match self {
            PassError::Internal { pass: "", loc, message } => PassError::Internal { pass: name, loc, message },
            other => other,
        }
    }
}

impl std::fmt::Display for PassError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            PassError::User(found) => {
                let lines: Vec<String> =
                    found.iter().map(|one| format!("{}error: {}", place(&one.loc), one.message)).collect();
                write!(out, "{}", lines.join("\n"))
            }
            PassError::Internal { pass, loc, message } => {
                write!(out, "{}internal error in {pass}: {message}", place(loc))
            }
        }
    }
}

impl std::error::Error for PassError {}

/// `file:line:col: `, or nothing for an unknown place.
pub fn place(loc: &Loc) -> String {
    match &loc.file {
        Some(file) => format!("{file}:{}:{}: ", loc.line, loc.column),
        None => String::new(),
    }
}
