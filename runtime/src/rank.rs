//! The state of one rank. A rank is a thread or a process; everything that a script can change hangs here.

use crate::array::Array;
use crate::error::{Error, Result};
use crate::object::shape::Shape;
use crate::ops::value::Owned;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::rc::Rc;

/// One rank's state.
pub struct Rank {
    /// Which rank this is, and of how many.
    pub number: Cell<usize>,
    pub count: Cell<usize>,
    /// `sys.argv`: the script's name, then the arguments.
    pub argv: RefCell<Vec<String>>,
    /// Module-level variables.
    pub globals: RefCell<HashMap<String, Owned>>,
    /// What cached functions have given.
    pub memo: crate::ops::stdlib::memo::Memo,
    /// The state of NumPy's legacy global generator, once it is used.
    pub random: RefCell<Option<Rc<Array>>>,
    /// Shapes of rows, by the text that states them.
    pub shapes: RefCell<HashMap<Box<str>, Rc<Shape>>>,
    /// What an op keeps from one call to the next (plans of Fourier transforms); programs without the op do not link its library.
    pub kept: RefCell<Option<Rc<dyn Any>>>,
    /// How arrays are printed: the innermost `np.printoptions` last.
    pub print_options: RefCell<Vec<crate::text::options::Options>>,
    /// Where `print` writes.
    pub output: RefCell<Box<dyn Write>>,
}

thread_local! {
    static RANK: RefCell<Rc<Rank>> = RefCell::new(Rc::new(Rank::alone()));
}

/// Calls `use_rank` with this thread's rank.
pub fn with<T>(use_rank: impl FnOnce(&Rank) -> T) -> T {
    let rank = RANK.with(|rank| rank.borrow().clone());
    use_rank(&rank)
}

/// Makes this thread go on as another rank; gives the one it was.
pub fn install(rank: Rc<Rank>) -> Rc<Rank> {
    RANK.replace(rank)
}

/// Writes out what `print` has buffered.
pub fn flush_output() -> Result<()> {
    crate::files::stream::flush_all()?;
    let flushed =
        RANK.try_with(|rank| rank.borrow().output.try_borrow_mut().map_or(Ok(()), |mut output| output.flush()));
    flushed.unwrap_or(Ok(())).map_err(|cause| Error::os(&cause, "<stdout>"))
}

impl Rank {
    /// A rank without others.
    pub fn alone() -> Rank {
        Rank {
            number: Cell::new(0),
            count: Cell::new(1),
            argv: RefCell::new(std::env::args().collect()),
            globals: RefCell::default(),
            memo: Default::default(),
            shapes: RefCell::default(),
            random: RefCell::default(),
            kept: RefCell::default(),
            print_options: RefCell::default(),
            output: RefCell::new(standard_output()),
        }
    }
}

/// Buffered for files and pipes, by lines for a terminal, as Python does.
fn standard_output() -> Box<dyn Write> {
    use std::io::IsTerminal;
    match io::stdout().is_terminal() {
        true => Box::new(io::stdout()),
        false => Box::new(BufWriter::with_capacity(64 * 1024, io::stdout())),
    }
}
