//! Syntax tree -> PhySL, by running the program on types.
//!
//! Types and IR come out of one walk: an expression gives a [`Val`], which knows its type and the IR value that carries it. A loop is walked
//! again until the types of its variables are stable, a function once for each signature it is called with; what a walk that was
//! not the last has made is dropped.

mod argparse;
mod array;
mod assign;
mod attempt;
mod attempt_body;
mod block;
mod branch;
pub mod builtins;
mod cached;
pub mod call;
mod cast;
mod cells;
mod class;
mod closure;
mod cmath;
mod compare;
mod compare_exact;
mod complex;
mod convert;
mod count;
mod defaults;
mod either;
mod emit;
mod exception;
mod export;
mod expr;
mod extreme;
pub mod file;
pub mod flat;
mod for_loop;
mod function;
pub mod functional;
mod globals;
pub mod heap;
mod index;
mod integers;
mod iter;
pub mod itertools;
pub mod kinds;
pub mod library;
mod logic;
mod loops;
mod merge;
mod methods;
mod modules;
mod notes;
mod one_of;
mod params;
mod power;
mod prelude;
mod recursion;
mod reshape_in_place;
pub mod scalar;
mod sequence;
mod session;
pub mod slices;
mod sorting;
pub mod stdlib;
mod store;
pub mod stored;
mod subscript;
mod template;
mod text;
mod text_method;
mod unroll;
pub mod vectorized;
mod wide;
mod with_stmt;
mod write;

pub use array::Mode;
pub use emit::{Res, Stop};
pub use export::is_reserved_in_c;
pub use index::{Basic, Item};

use crate::Options;
use crate::ast::{Name, NodeId};
use crate::diagnostic::Diagnostic;
use crate::scope::Program;
use crate::scope::live::Liveness;
use crate::source::{Sources, Span};
use crate::types::Ty;
use crate::value::Val;
use function::Specs;
use notes::Notes;
use phylanx_dialects::ir::{Loc, Module, Op, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

/// Variables and what they hold. Hidden ones (how a block was left) begin with `%`.
pub type Env = BTreeMap<Name, Val>;

/// Rounds of typing of module-level variables before giving up.
const MAX_ROUNDS: usize = 40;

/// Whether the place after a statement is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// It may be.
    Next,
    /// It is not: a `return`, `break` or `continue` has set its flag.
    Exits,
    /// It is not: the program has ended with an error.
    Stops,
}

/// The function (or top level) being lowered.
pub struct Frame<'a> {
    pub function: Option<usize>,
    /// The module of a top level.
    pub top: usize,
    /// In a function of the prelude: where the user's program has called it.
    pub site: Option<Span>,
    pub env: Env,
    pub ops: Vec<Op>,
    /// Ops that the region made next begins with: they put together what its arguments carry.
    pub entry: Vec<Op>,
    pub flow: Flow,
    pub live: &'a Liveness,
    pub at: Span,
    /// Where `at` was before the expression that is looked at: what uses its value.
    pub user: Span,
    /// The comprehensions around, which are frames in tracebacks: name and place, innermost last.
    pub inner_frames: Vec<(Arc<str>, Loc)>,
    /// Nesting of regions.
    pub depth: u32,
    /// Variables of the comprehensions around: nobody outside sees them.
    pub comprehended: BTreeSet<Name>,
    /// What tells the specialisation apart in every round of lowering.
    pub place: Rc<str>,
    /// Number of the specialisation, for the cache of loop types.
    pub spec: usize,
    pub notes: Notes,
    /// How deep in calls a function that may call itself is.
    pub depth_of_calls: Option<Value>,
    /// The bodies of `try` around, innermost last.
    attempts: Vec<attempt_body::Attempt>,
    /// Whether the call that the function is walked for is in a `try`.
    guarded: bool,
    /// The exceptions that are being handled, innermost last.
    handling: Vec<crate::value::Caught>,
    /// The short loops around, innermost last.
    short_loops: Vec<unroll::ShortLoop>,
}

/// The state of a compilation.
pub struct Lowerer<'a> {
    pub source: &'a Sources,
    pub program: &'a Program<'a>,
    pub options: &'a Options,
    pub module: Module,
    pub diagnostics: Vec<Diagnostic>,
    pub frame: Frame<'a>,
    specs: Specs<'a>,
    globals: BTreeMap<Name, Ty>,
    globals_changed: bool,
    /// Parsers of the program's arguments.
    parsers: Vec<argparse::ParserSpec>,
    /// The deepest limit on recursion that the program asks for.
    recursion_limit: Option<i64>,
    /// What the cells of shared variables hold, by the place where they are made.
    cells: BTreeMap<Arc<str>, Ty>,
    /// Types that the loops of a specialisation settled on.
    loop_types: HashMap<(usize, u32), BTreeMap<Name, Ty>>,
    /// Parameters that must be known at compile time, by function.
    static_params: HashMap<usize, BTreeSet<usize>>,
    /// Loops whose variables must be known at compile time.
    unrolled: BTreeSet<NodeId>,
    /// Bodies of `try`, outlined, each with the name of its function.
    bodies: Vec<(Name, Op)>,
    /// Top levels of modules that have been lowered, and those that have surely run.
    tops: modules::Tops,
    /// What the program has saved to files so far.
    pub stored: stored::Files,
    /// The objects of the program.
    places: heap::Places,
}

/// What lowering gives: the module, or what is wrong; and the `typed` stage as text.
pub struct Lowered {
    pub module: Module,
    pub typed: String,
    pub diagnostics: Vec<Diagnostic>,
    /// A function whose result has no type: worth telling only when nothing else is wrong.
    pub untyped: Option<Diagnostic>,
}

/// Lowers a program whose names are resolved.
pub fn lower(source: &Sources, program: &Program, options: &Options) -> Lowered {
    let mut globals = BTreeMap::new();
    let mut static_params = HashMap::new();
    let mut unrolled = BTreeSet::new();
    let mut places = heap::Places::default();
    let mut cells = BTreeMap::new();
    let mut recursion_limit = None;
    for _ in 0..MAX_ROUNDS {
        let mut lowerer = Lowerer::new(source, program, options, globals, static_params);
        lowerer.unrolled = unrolled;
        places.growth.set(false);
        lowerer.places = places;
        lowerer.cells = cells;
        lowerer.recursion_limit = recursion_limit;
        lowerer.run();
        if !lowerer.globals_changed && !lowerer.places.growth.get() {
            return lowerer.finish();
        }
        globals = lowerer.globals;
        static_params = lowerer.static_params;
        unrolled = lowerer.unrolled;
        places = lowerer.places;
        cells = lowerer.cells;
        recursion_limit = lowerer.recursion_limit;
    }
    let message = "the types of the module-level variables do not settle";
    let help = "assign each module-level variable values of one type";
    let place = Span::default();
    let diagnostics = vec![Diagnostic::new(source.of(place), place, message, help)];
    Lowered { module: Module::new(), typed: String::new(), diagnostics, untyped: None }
}

impl<'a> Lowerer<'a> {
    fn new(
        source: &'a Sources,
        program: &'a Program<'a>,
        options: &'a Options,
        globals: BTreeMap<Name, Ty>,
        static_params: HashMap<usize, BTreeSet<usize>>,
    ) -> Lowerer<'a> {
        Lowerer {
            source,
            program,
            options,
            module: Module::new(),
            diagnostics: Vec::new(),
            frame: Frame::new(None, &program.modules[0].live, 0),
            specs: Specs::default(),
            globals,
            globals_changed: false,
            parsers: Vec::new(),
            recursion_limit: None,
            cells: BTreeMap::new(),
            loop_types: HashMap::new(),
            static_params,
            unrolled: BTreeSet::new(),
            bodies: Vec::new(),
            tops: modules::Tops::default(),
            stored: stored::Files::default(),
            places: heap::Places::default(),
        }
    }

    fn run(&mut self) {
        self.top_level();
        for export in &self.options.exports {
            self.export(export);
        }
        if let Some(entry) = &self.options.entry {
            self.enter(entry);
        }
    }

    fn top_level(&mut self) {
        self.clear_lazy();
        let body = self.program.modules[0].body;
        self.block(body, &Default::default());
        self.effect("func.return", &[], &[]);
        let ops = std::mem::take(&mut self.frame.ops);
        self.finish_main(ops);
    }
}

impl<'a> Frame<'a> {
    pub fn new(function: Option<usize>, live: &'a Liveness, spec: usize) -> Frame<'a> {
        Frame {
            function,
            top: 0,
            site: None,
            env: Env::new(),
            ops: Vec::new(),
            entry: Vec::new(),
            flow: Flow::Next,
            live,
            at: Span::default(),
            depth: 0,
            comprehended: BTreeSet::new(),
            place: "".into(),
            spec,
            notes: Notes::default(),
            depth_of_calls: None,
            attempts: Vec::new(),
            guarded: false,
            user: Span::default(),
            inner_frames: Vec::new(),
            handling: Vec::new(),
            short_loops: Vec::new(),
        }
    }
}
