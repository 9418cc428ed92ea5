//! Compiles task functions into this process, so that tests may call them as the runtime does.

use libloading::Library;
use phylanx_abi::{MemRefHead, TaskDesc};
use phylanx_codegen::{Options, lower};
use phylanx_dialects::ir::{Attr, Module, Type};
use phylanx_dialects::mlir;
use phylanx_passes::PassContext;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// Task functions as native code, in the order of the text.
pub struct Kernels {
    tasks: Vec<*const TaskDesc>,
    _library: Library,
}

impl Kernels {
    /// Compiles the task functions of a text; `home` is a folder for the files on the way, `stub` the C file that hands over tasks.
    ///
    /// # Panics
    /// When the text does not compile.
    pub fn compile(text: &str, home: &Path, stub: &Path) -> Kernels {
        let whole = format!("{text}\n{}", main_function(text));
        let mut tree = mlir::parse_tree(&whole).expect("the text parses");
        let tile = phylanx_passes::table::find("physl-tile").expect("the pass");
        (tile.run)(&mut tree, &mut PassContext::default()).expect("the tasks tile");
        let lowered = lower(&tree, &Options::default()).expect("the module lowers");
        let (object, library) = (home.join("kernels.o"), home.join("kernels.so"));
        lowered.object(&object).expect("an object");
        let mut command = Command::new("cc");
        command.args(["-shared", "-fPIC", "-w"]).arg(&object).arg(stub).arg("-o").arg(&library).arg("-lm");
        let linked = command.output().expect("cc runs");
        assert!(linked.status.success(), "{}", String::from_utf8_lossy(&linked.stderr));
        // SAFETY: the library is ours; its initializers do nothing.
        let loaded = unsafe { Library::new(&library) }.expect("the library loads");
        Kernels { tasks: tasks(&loaded), _library: loaded }
    }

    /// The description of a task.
    pub fn desc(&self, at: usize) -> &TaskDesc {
        // SAFETY: the description is static data of the library, which lives as long as `self`.
        unsafe { &*self.tasks[at] }
    }

    /// Calls a task on operands (inputs, then the output) over a box.
    pub fn call(&self, at: usize, operands: &[Operand], lo: &[i64], hi: &[i64]) {
        let descriptors: Vec<Vec<i64>> = operands.iter().map(Operand::descriptor).collect();
        let args: Vec<*const MemRefHead> = descriptors.iter().map(|words| words.as_ptr().cast()).collect();
        // SAFETY: the test gives operands that hold the box.
        unsafe { (self.desc(at).kernel)(args.as_ptr(), lo.as_ptr(), hi.as_ptr()) }
    }
}

/// Memory seen by a kernel.
pub struct Operand {
    /// Address of the element at index 0.
    pub data: *mut u8,
    pub shape: Vec<i64>,
    /// In elements.
    pub strides: Vec<i64>,
}

impl Operand {
    fn descriptor(&self) -> Vec<i64> {
        let address = self.data as i64;
        [address, address, 0]
            .into_iter()
            .chain(self.shape.iter().copied())
            .chain(self.strides.iter().copied())
            .collect()
    }
}

fn tasks(library: &Library) -> Vec<*const TaskDesc> {
    // SAFETY: the symbols are those of the stub and of codegen, with these types.
    unsafe {
        let main = library.get::<unsafe extern "C" fn()>(b"phylanx_program_main\0").expect("the entry");
        let task = library.get::<unsafe extern "C" fn(i64) -> *const TaskDesc>(b"test_task\0").expect("the stub");
        main();
        (0..).map(|at| task(at)).take_while(|task| !task.is_null()).collect()
    }
}

/// A top level that spawns each task once, on handles that nobody looks at.
fn main_function(text: &str) -> String {
    let tree: Module = mlir::parse_tree(text).expect("the text parses");
    let mut main = String::from("func.func @__main__() {\n");
    for (number, op) in tree.functions().enumerate() {
        let Some(Type::Function(inputs, outputs)) = op.attr("function_type").and_then(Attr::as_type) else { continue };
        let mut names = Vec::new();
        for (at, ty) in inputs.iter().enumerate() {
            let name = format!("%a{number}_{at}");
            let _ = writeln!(main, "{name} = \"physl.global_get\"() {{name = \"x\"}} : () -> {ty}");
            names.push(name);
        }
        let (names, types) = (names.join(", "), inputs.iter().map(Type::to_string).collect::<Vec<_>>().join(", "));
        let symbol = op.symbol().unwrap_or_default();
        let _ =
            writeln!(main, "%r{number} = \"physl.spawn\"({names}) {{body = @{symbol}}} : ({types}) -> {}", outputs[0]);
    }
    main + "return\n}\n"
}
