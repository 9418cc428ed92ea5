//! The start and the end of a program: which ranks there are, and what is done when they are through.
//!
//! Under a launcher each process is a rank and MPI connects them. Otherwise `PHYLANX_RANKS=n` makes `n` ranks of
//! this process, threads that share its cores. Otherwise there is one rank.

use crate::comm::{Comm, CommError, local, mpi};
use crate::exec::pool::{Pool, share};
use crate::exec::state::State;
use crate::{exec, rank};
use std::ffi::{CStr, c_char, c_int};

/// The script's top level.
pub type Program = phylanx_abi::library::ModuleFn;

/// Deep recursion of scripts needs a deep stack; pages are only used when touched.
const STACK: usize = 256 << 20;

/// Runs a script to its end; gives the exit code.
///
/// # Safety
/// `argv` holds `argc` texts; `program` is compiled for this runtime.
pub unsafe fn run(argc: c_int, argv: *const *const c_char, program: Program) -> c_int {
    // SAFETY: by the contract.
    let argv: Vec<String> =
        (0..argc as usize).map(|at| unsafe { CStr::from_ptr(*argv.add(at)) }.to_string_lossy().into_owned()).collect();
    match ranks() {
        Ok(ranks) => run_ranks(ranks, &argv, program),
        Err(error) => {
            eprintln!("error: {error}");
            1
        }
    }
}

/// A rank that is to start, and its number of threads.
type Start = (Box<dyn Comm + Send>, usize);

/// This process's ranks, each with its share of threads.
fn ranks() -> Result<Vec<Start>, CommError> {
    if mpi::launched() {
        let comm = mpi::open()?;
        return Ok(vec![(Box::new(comm), share(neighbours()))]);
    }
    let count = match std::env::var("PHYLANX_RANKS") {
        Ok(text) => text.parse().ok().filter(|&count| (1..=1024).contains(&count)).ok_or_else(|| {
            CommError(format!("PHYLANX_RANKS must be a number of ranks from 1 to 1024, found '{text}'"))
        })?,
        Err(_) => 1,
    };
    let threads = share(count);
    Ok(local::ranks(count).into_iter().map(|rank| (Box::new(rank) as Box<dyn Comm + Send>, threads)).collect())
}

/// The ranks on this machine, as the launcher tells.
fn neighbours() -> usize {
    const NAMES: [&str; 3] = ["OMPI_COMM_WORLD_LOCAL_SIZE", "MPI_LOCALNRANKS", "SLURM_NTASKS_PER_NODE"];
    NAMES.iter().find_map(|name| std::env::var(name).ok()?.parse().ok()).unwrap_or(1)
}

fn run_ranks(ranks: Vec<Start>, argv: &[String], program: Program) -> c_int {
    std::thread::scope(|scope| {
        for (comm, threads) in ranks {
            let builder = std::thread::Builder::new().stack_size(STACK).name(format!("rank {}", comm.rank()));
            let started = builder.spawn_scoped(scope, move || run_rank(comm, threads, argv, program));
            if let Err(cause) = started {
                exec::abort(&format!("error: cannot start a rank: {cause}\n"), 1);
            }
        }
    });
    0
}

/// One rank from its first line to its last.
fn run_rank(comm: Box<dyn Comm>, threads: usize, argv: &[String], program: Program) {
    rank::with(|rank| {
        rank.number.set(comm.rank());
        rank.count.set(comm.size());
        *rank.argv.borrow_mut() = argv.to_vec();
    });
    let mut state = State::new(comm, Pool::new(threads));
    let agreed = state.agree_on_sharing();
    exec::state::install(state);
    if let Err(error) = agreed {
        exec::abort(&error.traceback(), 1);
    }
    // SAFETY: by the contract of `run`.
    crate::attempt::whole_program(|| unsafe { program() });
    exec::exit(0)
}
