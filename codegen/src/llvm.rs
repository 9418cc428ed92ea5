//! The program as LLVM IR: its parts optimized side by side, then given out as text, assembly, object, library or executable.

use crate::parts::Kind;
use crate::{CodegenError, LinkOptions, Options, kernel, link, parallel};
use inkwell::OptimizationLevel;
use inkwell::context::Context;
use inkwell::module::{Linkage, Module};
use inkwell::passes::PassBuilderOptions;
use inkwell::targets::{CodeModel, FileType, InitializationConfig, RelocMode, Target, TargetMachine};
use std::path::{Path, PathBuf};
use std::sync::Once;

/// What LLVM does to host functions: anything may stand there, loops over elements as well as calls of the runtime.
const HOST: &str = "default<O3>";

/// What LLVM does to loops of tasks, which are inner loops already and need no search for what else they might be: a third
/// of the time of `default<O3>` for the same vectors. Loops of a known short length are unrolled, others by the vectorizer only.
const TASKS: &str = "globaldce,cgscc(inline),globaldce,function(sroa,early-cse<memssa>,simplifycfg,instcombine,\
    loop-mssa(loop-rotate,licm),simplifycfg,loop(indvars),gvn,loop-vectorize,instcombine<no-verify-fixpoint>,simplifycfg,\
    loop-unroll<no-runtime>,early-cse,loop-mssa(licm),instsimplify)";

/// What LLVM does to loops over scattered elements: vectors of them gain nothing and take most of the time.
const STRIDED: &str = "always-inline,globaldce,function(sroa,early-cse<memssa>,simplifycfg,instcombine<no-verify-fixpoint>,\
    loop-mssa(loop-rotate,licm),simplifycfg)";

/// A machine to compile for.
pub struct Machine {
    pub cpu: String,
    pub features: String,
    target: TargetMachine,
}

/// One part of a program in a context of its own.
pub struct Compiled {
    // Declared before `context`, since it is dropped first and lives in it.
    module: Module<'static>,
    machine: Machine,
    // Boxed, so that its address stays.
    _context: Box<Context>,
}

// SAFETY: a context, all that lives in it and the machine move to another thread together, and one thread at a time uses them.
unsafe impl Send for Compiled {}

/// An optimized program.
pub struct Lowered {
    parts: Vec<Compiled>,
    exports: Vec<String>,
    options: Options,
}

impl Compiled {
    /// Makes a context, has it filled, and sets the target.
    pub(crate) fn new(
        options: &Options,
        fill: impl for<'l> FnOnce(&'l Context) -> Result<Module<'l>, CodegenError>,
    ) -> Result<Compiled, CodegenError> {
        let machine = Machine::new(options)?;
        let context = Box::new(Context::create());
        let module = fill(&context)?;
        // SAFETY: the module lives in `context`, which moves into the same value, boxed, and is dropped after it.
        let module: Module<'static> = unsafe { std::mem::transmute(module) };
        module.set_triple(&machine.target.get_triple());
        module.set_data_layout(&machine.target.get_target_data().get_data_layout());
        Ok(Compiled { module, machine, _context: context })
    }

    pub(crate) fn module(&self) -> &Module<'static> {
        &self.module
    }

    pub(crate) fn machine(&self) -> &Machine {
        &self.machine
    }

    pub(crate) fn optimize(&self, kind: Kind) -> Result<(), CodegenError> {
        self.module.verify().map_err(|error| CodegenError::internal("translate", error.to_string_lossy()))?;
        let options = PassBuilderOptions::create();
        options.set_loop_vectorization(true);
        options.set_loop_slp_vectorization(true);
        options.set_loop_interleaving(true);
        options.set_loop_unrolling(true);
        let passes = match kind {
            Kind::Host => HOST,
            Kind::Tasks => TASKS,
            Kind::Strided => STRIDED,
        };
        self.module
            .run_passes(passes, &self.machine.target, options)
            .map_err(|error| CodegenError::internal("optimize", error.to_string_lossy()))
    }

    fn image(&self) -> Result<Vec<u8>, CodegenError> {
        let buffer = self.machine.target.write_to_memory_buffer(&self.module, FileType::Object);
        let buffer = buffer.map_err(|error| CodegenError::internal("emit", error.to_string_lossy()))?;
        Ok(buffer.as_slice().to_vec())
    }

    fn object(&self, path: &Path) -> Result<(), CodegenError> {
        self.machine
            .target
            .write_to_file(&self.module, FileType::Object, path)
            .map_err(|error| CodegenError::World(format!("{}: {}", path.display(), error.to_string_lossy())))
    }
}

impl Lowered {
    pub(crate) fn new(parts: Vec<Compiled>, exports: Vec<String>, options: &Options) -> Lowered {
        Lowered { parts, exports, options: options.clone() }
    }

    /// C functions that code outside calls; a program has none.
    pub fn exports(&self) -> &[String] {
        &self.exports
    }

    /// The optimized IR as text.
    ///
    /// # Errors
    /// What LLVM says.
    pub fn llvm_text(&self) -> Result<String, CodegenError> {
        Ok(self.joined()?.module.print_to_string().to_string_lossy().into_owned())
    }

    /// Assembly text.
    ///
    /// # Errors
    /// What LLVM says.
    pub fn asm(&self) -> Result<String, CodegenError> {
        let joined = self.joined()?;
        let buffer = joined
            .machine
            .target
            .write_to_memory_buffer(&joined.module, FileType::Assembly)
            .map_err(|error| CodegenError::internal("emit", error.to_string_lossy()))?;
        Ok(String::from_utf8_lossy(buffer.as_slice()).trim_end_matches('\0').to_string())
    }

    /// Writes one object file.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn object(&self, path: &Path) -> Result<(), CodegenError> {
        self.joined()?.object(path)
    }

    /// Writes an object file for each part, side by side; the caller removes them, also after an error.
    pub(crate) fn objects(&self, paths: &[PathBuf]) -> Result<(), CodegenError> {
        let pairs: Vec<(Shared, &PathBuf)> = self.parts.iter().map(Shared).zip(paths).collect();
        parallel::map(pairs, |(part, path)| part.part().object(path)).into_iter().collect()
    }

    /// An object file for each part, in memory.
    ///
    /// # Errors
    /// What LLVM says.
    pub fn images(&self) -> Result<Vec<Vec<u8>>, CodegenError> {
        parallel::map(self.parts.iter().map(Shared).collect(), |part| part.part().image()).into_iter().collect()
    }

    /// Number of parts.
    pub(crate) fn part_count(&self) -> usize {
        self.parts.len()
    }

    /// Links an executable or a shared library with the runtime.
    ///
    /// # Errors
    /// No linker, no runtime, or what the linker says.
    pub fn link(&self, path: &Path, options: &LinkOptions) -> Result<(), CodegenError> {
        link::link(self, path, options)
    }

    /// All parts as one module, in a context of its own.
    fn joined(&self) -> Result<Compiled, CodegenError> {
        let failed = |error: inkwell::support::LLVMString| CodegenError::internal("join", error.to_string_lossy());
        let joined = Compiled::new(&self.options, |context| {
            let whole = context.create_module("program");
            for part in &self.parts {
                let bitcode = part.module.write_bitcode_to_memory();
                let copy = Module::parse_bitcode_from_buffer(&bitcode, context).map_err(failed)?;
                whole.link_in_module(copy).map_err(failed)?;
            }
            Ok(whole)
        })?;
        for function in joined.module.get_functions() {
            if function.count_basic_blocks() > 0 && kernel::is_shared(&function.get_name().to_string_lossy()) {
                function.set_linkage(Linkage::Internal);
            }
        }
        Ok(joined)
    }
}

/// A part that another thread reads.
struct Shared<'p>(&'p Compiled);

// SAFETY: each part is given to one thread, and the owner waits for it.
unsafe impl Send for Shared<'_> {}

impl Shared<'_> {
    fn part(&self) -> &Compiled {
        self.0
    }
}

/// The CPU and features of the machine we run on.
pub fn host() -> String {
    let (cpu, features) = (TargetMachine::get_host_cpu_name(), TargetMachine::get_host_cpu_features());
    format!("{} {}", cpu.to_string_lossy(), features.to_string_lossy())
}

impl Machine {
    fn new(options: &Options) -> Result<Machine, CodegenError> {
        Target::initialize_x86(&InitializationConfig::default());
        settle_options();
        let triple = TargetMachine::get_default_triple();
        let failed = |error: String| CodegenError::internal("target", error);
        let target = Target::from_triple(&triple).map_err(|error| failed(error.to_string()))?;
        let (cpu, features) = match &options.target_cpu {
            Some(cpu) if cpu != "native" => (cpu.clone(), String::new()),
            _ => (
                TargetMachine::get_host_cpu_name().to_string_lossy().into_owned(),
                TargetMachine::get_host_cpu_features().to_string_lossy().into_owned(),
            ),
        };
        let level = OptimizationLevel::Aggressive;
        let target = target
            .create_target_machine(&triple, &cpu, &features, level, RelocMode::PIC, CodeModel::Default)
            .ok_or_else(|| failed(format!("LLVM has no machine {cpu}")))?;
        Ok(Machine { cpu, features, target })
    }
}

/// Options of LLVM that have no other way in. Loop strength reduction takes two fifths of code generation and gains
/// nothing on loops that step through arrays: x86 addresses them with a base, an index and a scale.
fn settle_options() {
    static SETTLED: Once = Once::new();
    SETTLED.call_once(|| {
        let arguments = [c"phylanx".as_ptr(), c"-disable-lsr".as_ptr()];
        // SAFETY: the arguments are texts that end in NUL, as many as counted, and are copied.
        unsafe {
            inkwell::llvm_sys::support::LLVMParseCommandLineOptions(2, arguments.as_ptr(), std::ptr::null());
        }
    });
}
