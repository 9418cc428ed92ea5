//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use phylanx_passes::FloatLevel;
use std::path::PathBuf;

/// Compiles Python and NumPy programs to native programs for one core, all cores and MPI ranks.
///
/// Exit codes: 0 fine, 1 the program is at fault, 2 wrong usage, 3 an internal error.
#[derive(Parser)]
#[command(name = "phylanxc", version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Compile a program
    Build(BuildArgs),
    /// Compile a program and run it
    Run(RunArgs),
    /// Compare a program's output between rank counts and with CPython
    Check(CheckArgs),
    /// Work with files of rewrite rules
    Rules(RulesArgs),
    /// Work with traces of programs (PHYLANX_TRACE=out.json ./app)
    Trace(TraceArgs),
}

/// What all commands that compile take.
#[derive(Args, Clone)]
pub struct CompileArgs {
    /// The Python program, or MLIR text with --from
    pub file: PathBuf,
    /// File of rewrite rules (may be given several times)
    #[arg(long, value_name = "FILE")]
    pub rules: Vec<PathBuf>,
    /// How far floating-point rewrites may go
    #[arg(long, value_name = "LEVEL", default_value = "reassociate")]
    pub float: Float,
    /// CPU to compile for, as LLVM names it (default: this machine's)
    #[arg(long, value_name = "CPU")]
    pub target_cpu: Option<String>,
    /// Drop checks of indices and of integer overflow
    #[arg(long)]
    pub unchecked: bool,
    /// Signature of a function that is called from outside, such as 'f(float64[:,:], int64)'
    #[arg(long = "sig", value_name = "SIGNATURE")]
    pub signatures: Vec<String>,
}

#[derive(Args)]
pub struct BuildArgs {
    #[command(flatten)]
    pub compile: CompileArgs,
    /// Output file (default: the program's name for binaries, stdout for text)
    #[arg(short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Stage to stop at: ast typed physl simplified tasks tasks-dot placed tiled llvm asm obj so exe
    #[arg(long, value_name = "STAGE", default_value = "exe")]
    pub emit: String,
    /// Stage that the input is at, MLIR text: physl simplified tasks placed tiled
    #[arg(long, value_name = "STAGE")]
    pub from: Option<String>,
    /// Print the rewrites that were used and what they saved, per Python line
    #[arg(long)]
    pub explain: bool,
    /// Write what was decided (fusion, layouts, bytes sent) to a file; - for stdout
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Leave the places of ops out of MLIR text
    #[arg(long)]
    pub no_locations: bool,
}

#[derive(Args)]
pub struct RunArgs {
    #[command(flatten)]
    pub compile: CompileArgs,
    /// Number of ranks
    #[arg(short = 'n', value_name = "RANKS", default_value_t = 1)]
    pub ranks: u32,
    /// Ranks as processes under mpirun instead of threads of one process
    #[arg(long)]
    pub mpi: bool,
    /// Arguments of the program; those that begin with a dash stand after --
    pub args: Vec<String>,
}

#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub compile: CompileArgs,
    /// Rank counts to compare
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "1,2,3,5")]
    pub ranks: Vec<u32>,
    /// Relative tolerance of numbers against CPython (rank counts must agree exactly)
    #[arg(long, default_value_t = 1e-9)]
    pub rtol: f64,
    /// Python to compare with
    #[arg(long, value_name = "PATH")]
    pub python: Option<PathBuf>,
    /// Arguments of the program; those that begin with a dash stand after --
    pub args: Vec<String>,
}

#[derive(Args)]
pub struct RulesArgs {
    #[command(subcommand)]
    pub command: RulesCommand,
}

#[derive(Subcommand)]
pub enum RulesCommand {
    /// Evaluate both sides of every rule on random inputs; refuse a false one with a counterexample
    Test {
        /// The rule file
        file: PathBuf,
    },
}

#[derive(Args)]
pub struct TraceArgs {
    #[command(subcommand)]
    pub command: TraceCommand,
}

#[derive(Subcommand)]
pub enum TraceCommand {
    /// How busy each rank was, which tasks took longest, what was sent
    Summary {
        /// The trace
        file: PathBuf,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Float {
    Strict,
    Reassociate,
    Fast,
}

impl From<Float> for FloatLevel {
    fn from(float: Float) -> FloatLevel {
        match float {
            Float::Strict => FloatLevel::Strict,
            Float::Reassociate => FloatLevel::Reassociate,
            Float::Fast => FloatLevel::Fast,
        }
    }
}
