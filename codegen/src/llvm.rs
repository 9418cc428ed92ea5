//! The module as LLVM IR: optimized once, then given out as text, assembly, object, library or executable.

use crate::{CodegenError, LinkOptions, Options, link};
use inkwell::OptimizationLevel;
use inkwell::context::Context;
use inkwell::module::Module;
use inkwell::passes::PassBuilderOptions;
use inkwell::targets::{CodeModel, FileType, InitializationConfig, RelocMode, Target, TargetMachine};
use std::path::Path;

/// A machine to compile for.
pub struct Machine {
    pub cpu: String,
    pub features: String,
    target: TargetMachine,
}

/// An optimized LLVM module.
pub struct Lowered {
    // Declared before `context`, since it is dropped first and lives in it.
    module: Module<'static>,
    machine: Machine,
    exports: Vec<String>,
    // Boxed, so that its address stays.
    _context: Box<Context>,
}

impl Lowered {
    /// Makes a context, has it filled, and sets the target.
    pub(crate) fn new(
        options: &Options,
        exports: Vec<String>,
        fill: impl for<'l> FnOnce(&'l Context) -> Result<Module<'l>, CodegenError>,
    ) -> Result<Lowered, CodegenError> {
        let machine = Machine::new(options)?;
        let context = Box::new(Context::create());
        let module = fill(&context)?;
        // SAFETY: the module lives in `context`, which moves into the same value, boxed, and is dropped after it.
        let module: Module<'static> = unsafe { std::mem::transmute(module) };
        module.set_triple(&machine.target.get_triple());
        module.set_data_layout(&machine.target.get_target_data().get_data_layout());
        Ok(Lowered { module, machine, exports, _context: context })
    }

    pub(crate) fn module(&self) -> &Module<'static> {
        &self.module
    }

    pub(crate) fn machine(&self) -> &Machine {
        &self.machine
    }

    /// C functions that code outside calls; a program has none.
    pub fn exports(&self) -> &[String] {
        &self.exports
    }

    pub(crate) fn optimize(&self) -> Result<(), CodegenError> {
        self.module.verify().map_err(|error| CodegenError::internal("translate", error.to_string_lossy()))?;
        let options = PassBuilderOptions::create();
        options.set_loop_vectorization(true);
        options.set_loop_slp_vectorization(true);
        options.set_loop_interleaving(true);
        options.set_loop_unrolling(true);
        self.module
            .run_passes("default<O3>", &self.machine.target, options)
            .map_err(|error| CodegenError::internal("optimize", error.to_string_lossy()))
    }

    /// The optimized IR as text.
    pub fn llvm_text(&self) -> String {
        self.module.print_to_string().to_string_lossy().into_owned()
    }

    /// Assembly text.
    ///
    /// # Errors
    /// What LLVM says.
    pub fn asm(&self) -> Result<String, CodegenError> {
        let buffer = self
            .machine
            .target
            .write_to_memory_buffer(&self.module, FileType::Assembly)
            .map_err(|error| CodegenError::internal("emit", error.to_string_lossy()))?;
        Ok(String::from_utf8_lossy(buffer.as_slice()).trim_end_matches('\0').to_string())
    }

    /// Writes an object file.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn object(&self, path: &Path) -> Result<(), CodegenError> {
        self.machine
            .target
            .write_to_file(&self.module, FileType::Object, path)
            .map_err(|error| CodegenError::World(format!("{}: {}", path.display(), error.to_string_lossy())))
    }

    /// Links an executable or a shared library with the runtime.
    ///
    /// # Errors
    /// No linker, no runtime, or what the linker says.
    pub fn link(&self, path: &Path, options: &LinkOptions) -> Result<(), CodegenError> {
        link::link(self, path, options)
    }
}

impl Machine {
    fn new(options: &Options) -> Result<Machine, CodegenError> {
        Target::initialize_x86(&InitializationConfig::default());
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
