//! Ranks as processes under MPI: a shared object of its own, loaded only when the environment shows a launcher.
//!
//! It is looked for where `PHYLANX_MPI_LIB` says, then beside the executable, then by its bare name, which the dynamic linker
//! finds along the run path that `phylanxc` puts into executables.

use super::{Arrival, Backoff, Comm, CommError};
use libloading::Library;
use phylanx_abi::transport::{TRANSPORT_SYMBOL, TRANSPORT_VERSION, Transport, TransportFn};
use std::collections::{HashMap, VecDeque};
use std::ffi::{CStr, c_char, c_void};
use std::path::PathBuf;
use std::time::{Duration, Instant};

const FILE: &str = "libphylanx_mpi.so";
/// Room that the transport asks for past the end of a frame.
const MARGIN: usize = 4096;
/// Longest frame sent as plain bytes: MPI counts in 32 bits.
const SPLIT: usize = 1 << 30;
/// How long ranks other than the first leave it to the first to report an error that all of them meet.
const COURTESY: Duration = Duration::from_millis(500);
/// How often a waiting rank looks whether its launcher still lives.
const LOOK: Duration = Duration::from_secs(1);

/// Variables by which Open MPI, MPICH and its kin, PMIx and Slurm tell a process that it is one of several.
const LAUNCHERS: [&str; 4] = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "PMIX_RANK", "SLURM_PROCID"];

/// Whether a launcher started this process.
pub fn launched() -> bool {
    LAUNCHERS.iter().any(|name| std::env::var_os(name).is_some())
}

/// One process of an MPI job.
pub struct Mpi {
    table: &'static Transport,
    state: *mut c_void,
    split: usize,
    rank: usize,
    size: usize,
    /// Frames being sent, by slot.
    outgoing: HashMap<usize, Vec<u8>>,
    /// Frames being received, in the order in which they were found.
    incoming: VecDeque<Incoming>,
    parent: u32,
    looked: Instant,
}

// SAFETY: the state is used by the one thread that holds this value.
unsafe impl Send for Mpi {}

struct Incoming {
    from: usize,
    slot: usize,
    frame: Vec<u8>,
    done: bool,
}

/// Joins the job.
pub fn open() -> Result<Mpi, CommError> {
    open_splitting(SPLIT)
}

/// As [`open`], sending frames longer than `split` bytes as blocks.
pub fn open_splitting(split: usize) -> Result<Mpi, CommError> {
    let table = load()?;
    super::sleep_exactly();
    // SAFETY: the table is of our version; it is called by this thread only.
    let state = unsafe { (table.open)(split) };
    if state.is_null() {
        return Err(CommError("MPI cannot be initialised in this process".into()));
    }
    // SAFETY: the state is open.
    let (rank, size) = unsafe { ((table.rank)(state), (table.size)(state)) };
    Ok(Mpi {
        table,
        state,
        split,
        rank: rank as usize,
        size: size as usize,
        outgoing: HashMap::new(),
        incoming: VecDeque::new(),
        parent: std::os::unix::process::parent_id(),
        looked: Instant::now(),
    })
}

fn load() -> Result<&'static Transport, CommError> {
    let mut tried = Vec::new();
    for path in candidates() {
        if path.components().count() > 1 && !path.exists() {
            tried.push(format!("  {} is not there", path.display()));
            continue;
        }
        // SAFETY: the file is our own transport; its initialisers are those of MPI.
        match unsafe { Library::new(&path) } {
            Ok(library) => return table(library),
            Err(cause) => tried.push(format!("  {cause}")),
        }
    }
    Err(CommError(format!(
        "a launcher started this program, but the MPI transport {FILE} cannot be loaded:\n{}\n\
         Set PHYLANX_MPI_LIB to its place, or start the program without a launcher (PHYLANX_RANKS=n gives local ranks).",
        tried.join("\n")
    )))
}

/// Where the shared object may be, best first.
fn candidates() -> Vec<PathBuf> {
    if let Some(path) = std::env::var_os("PHYLANX_MPI_LIB") {
        return vec![path.into()];
    }
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join(FILE)));
    beside.into_iter().chain([FILE.into()]).collect()
}

fn table(library: Library) -> Result<&'static Transport, CommError> {
    // SAFETY: the symbol has the type the contract states; the library stays loaded until the process ends.
    let table = unsafe {
        let entry = library.get::<TransportFn>(TRANSPORT_SYMBOL).map(|symbol| *symbol);
        let entry = entry.map_err(|cause| CommError(format!("{FILE} is not an MPI transport: {cause}")))?;
        std::mem::forget(library);
        entry(TRANSPORT_VERSION).as_ref()
    };
    table.ok_or_else(|| CommError(format!("{FILE} belongs to another version of Phylanx; build both anew")))
}

impl Comm for Mpi {
    fn rank(&self) -> usize {
        self.rank
    }

    fn size(&self) -> usize {
        self.size
    }

    fn send(&mut self, to: usize, mut frame: Vec<u8>) -> Result<(), CommError> {
        if frame.len() > self.split {
            frame.reserve_exact(MARGIN);
        }
        let mut slot = 0;
        // SAFETY: the frame is kept in `outgoing` until its slot is reported; moving the `Vec` does not move its bytes.
        let code = unsafe { (self.table.send)(self.state, to as i32, frame.as_ptr(), frame.len(), &mut slot) };
        self.check(code)?;
        self.outgoing.insert(slot, frame);
        Ok(())
    }

    fn poll(&mut self, patience: Duration) -> Result<Option<Arrival>, CommError> {
        if let Some(arrival) = self.look()? {
            return Ok(Some(arrival));
        }
        if patience.is_zero() {
            return Ok(None);
        }
        let backoff = Backoff::new();
        loop {
            backoff.pause();
            if let Some(arrival) = self.look()? {
                return Ok(Some(arrival));
            }
            if backoff.waited() >= patience {
                self.check_launcher()?;
                return Ok(None);
            }
        }
    }

    fn sending(&mut self) -> Result<bool, CommError> {
        self.test()?;
        Ok(!self.outgoing.is_empty())
    }

    fn abort(&mut self, message: &str, code: i32) -> ! {
        if self.rank > 0 {
            std::thread::sleep(COURTESY);
        }
        eprint!("{message}");
        // SAFETY: the state is open.
        unsafe { (self.table.abort)(self.state, code) };
        std::process::exit(code)
    }

    fn finish(&mut self) -> Result<(), CommError> {
        // SAFETY: the state is open and this is its last use.
        unsafe { (self.table.close)(self.state) };
        Ok(())
    }
}

impl Mpi {
    /// Takes up what was found, then gives the first whole frame that no unfinished frame of its sender precedes.
    fn look(&mut self) -> Result<Option<Arrival>, CommError> {
        while self.accept()? {}
        self.test()?;
        let ready = |at: &usize| {
            let this = &self.incoming[*at];
            this.done && !self.incoming.iter().take(*at).any(|earlier| earlier.from == this.from)
        };
        let Some(at) = (0..self.incoming.len()).find(ready) else { return Ok(None) };
        Ok(self.incoming.remove(at).map(|it| (it.from, it.frame)))
    }

    /// Starts receiving one frame, if one has come.
    fn accept(&mut self) -> Result<bool, CommError> {
        let (mut from, mut len, mut slot) = (-1, 0, 0);
        // SAFETY: plain output parameters.
        let code = unsafe { (self.table.probe)(self.state, &mut from, &mut len) };
        self.check(code)?;
        let Ok(from) = usize::try_from(from) else { return Ok(false) };
        let mut frame: Vec<u8> = Vec::new();
        frame
            .try_reserve_exact(len + MARGIN)
            .map_err(|_| CommError(format!("no memory for a message of {len} bytes")))?;
        // SAFETY: the frame has room for its bytes and the margin, and is kept in `incoming` until it is complete.
        let code = unsafe { (self.table.receive)(self.state, frame.as_mut_ptr(), &mut slot) };
        self.check(code)?;
        // SAFETY: nobody reads the frame before MPI has filled it.
        unsafe { frame.set_len(len) };
        self.incoming.push_back(Incoming { from, slot, frame, done: false });
        Ok(true)
    }

    /// Takes note of what is complete.
    fn test(&mut self) -> Result<(), CommError> {
        if self.outgoing.is_empty() && self.incoming.iter().all(|it| it.done) {
            return Ok(());
        }
        let mut slots = [0usize; 32];
        loop {
            let mut count = 0;
            // SAFETY: `slots` has the room stated.
            let code = unsafe { (self.table.test)(self.state, slots.as_mut_ptr(), slots.len(), &mut count) };
            self.check(code)?;
            slots[..count].iter().for_each(|slot| self.complete(*slot));
            if count < slots.len() {
                return Ok(());
            }
        }
    }

    fn complete(&mut self, slot: usize) {
        if self.outgoing.remove(&slot).is_some() {
            return;
        }
        if let Some(it) = self.incoming.iter_mut().find(|it| it.slot == slot && !it.done) {
            it.done = true;
        }
    }

    /// A rank whose launcher is gone has no peers to wait for.
    fn check_launcher(&mut self) -> Result<(), CommError> {
        if self.looked.elapsed() < LOOK {
            return Ok(());
        }
        self.looked = Instant::now();
        if std::os::unix::process::parent_id() == self.parent {
            return Ok(());
        }
        Err(CommError("the launcher of this job is gone".into()))
    }

    fn check(&self, code: i32) -> Result<(), CommError> {
        if code == 0 {
            return Ok(());
        }
        let mut text = [0 as c_char; 256];
        // SAFETY: the text has the room stated and is terminated.
        let text = unsafe {
            (self.table.explain)(self.state, code, text.as_mut_ptr(), text.len());
            CStr::from_ptr(text.as_ptr()).to_string_lossy().into_owned()
        };
        Err(CommError(format!("MPI failed: {text}")))
    }
}
