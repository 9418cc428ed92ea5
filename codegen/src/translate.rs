//! From upstream dialects to LLVM IR: MLIR's own lowering, the translation, static data, linkage and attributes.

use crate::llvm::{Compiled, Machine};
use crate::parts::{Kind, Part};
use crate::statics::{Attempt, Datum, Export, Place, Port, Statics, Task};
use crate::{CodegenError, Options, frames, host, independent, kernel, math};
use inkwell::AddressSpace;
use inkwell::GlobalVisibility;
use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::context::Context;
use inkwell::module::{Linkage, Module};
use inkwell::values::{BasicValueEnum, FunctionValue, StructValue, UnnamedAddress};
use phylanx_dialects::mlir;

/// What MLIR does between our tree and LLVM's dialect.
const PIPELINE: &str = "builtin.module(convert-scf-to-cf,expand-strided-metadata,lower-affine,convert-math-to-llvm,\
    convert-math-to-libm,convert-to-llvm,reconcile-unrealized-casts)";

/// Functions of the runtime that end the job.
const NORETURN: [&str; 3] = ["phx_raise", "phx_raise_index", "phx_raise_float_to_int"];

/// Translates a part in upstream dialects and optimizes the result; the host's part takes the static data.
///
/// # Errors
/// An internal error that names the phase which failed.
pub fn to_llvm(part: &Part, statics: &Statics, options: &Options) -> Result<Compiled, CodegenError> {
    let context = mlir::upstream_context();
    let mut module = mlir::to_mlir(&context, &part.module).map_err(|error| CodegenError::internal("mlir", error))?;
    mlir::run_pipeline(&context, &mut module, PIPELINE).map_err(|error| CodegenError::internal("mlir", error))?;
    if part.kind == Kind::Tasks {
        independent::annotate(&context, &module);
    }
    let compiled = Compiled::new(options, |llvm| translate(llvm, &context, &module))?;
    if part.kind == Kind::Host {
        define_statics(compiled.module(), statics)?;
        frames::define(compiled.module(), statics.calls())?;
    }
    settle_functions(compiled.module(), compiled.machine(), &statics.exports());
    compiled.optimize(part.kind)?;
    Ok(compiled)
}

fn translate<'l>(
    llvm: &'l Context,
    context: &melior::Context,
    module: &melior::ir::Module,
) -> Result<Module<'l>, CodegenError> {
    // SAFETY: the operation is alive for the call; both libraries share one LLVM, so the context's address means the same.
    let (raw, said) = mlir::with_diagnostics(context, || unsafe {
        mlir_sys::mlirTranslateModuleToLLVMIR(module.as_operation().to_raw(), llvm.raw().cast())
    });
    if raw.is_null() {
        return Err(CodegenError::internal("translate", said.join("\n")));
    }
    // SAFETY: the translation gave a module in `llvm` that nobody else owns.
    Ok(unsafe { Module::new(raw.cast()) })
}

/// Gives the declared globals their contents.
fn define_statics(module: &Module, statics: &Statics) -> Result<(), CodegenError> {
    for (symbol, datum) in statics.data() {
        let contents = contents(module, datum)?;
        let global = module.get_global(symbol).unwrap_or_else(|| module.add_global(contents.get_type(), None, symbol));
        global.set_initializer(&contents);
        global.set_linkage(Linkage::Private);
        global.set_constant(true);
        global.set_unnamed_address(UnnamedAddress::Global);
    }
    Ok(())
}

fn contents<'l>(module: &Module<'l>, datum: &Datum) -> Result<BasicValueEnum<'l>, CodegenError> {
    let context = module.get_context();
    let i32_type = context.i32_type();
    Ok(match datum {
        Datum::Text(bytes) => context.const_string(bytes, true).into(),
        Datum::I64s(values) => {
            let values: Vec<_> = values.iter().map(|&value| context.i64_type().const_int(value as u64, true)).collect();
            context.i64_type().const_array(&values).into()
        }
        Datum::Site(place) => site(module, place)?.into(),
        Datum::Operands(operands) => {
            let pairs: Vec<_> = operands.iter().map(|&pair| operand(module, pair)).collect();
            context.struct_type(&[i32_type.into(), i32_type.into()], false).const_array(&pairs).into()
        }
        Datum::Task(task) => task_contents(module, task)?.into(),
        Datum::Ports(list) => {
            let pointer = context.ptr_type(AddressSpace::default());
            let ports: Vec<_> = list.iter().map(|one| port(module, one)).collect::<Result<_, _>>()?;
            let fields = [pointer.into(), i32_type.into(), i32_type.into(), pointer.into()];
            context.struct_type(&fields, false).const_array(&ports).into()
        }
        Datum::Export(export) => export_contents(module, export)?.into(),
        Datum::Attempt(attempt) => attempt_contents(module, attempt)?.into(),
    })
}

fn port<'l>(module: &Module<'l>, port: &Port) -> Result<StructValue<'l>, CodegenError> {
    let context = module.get_context();
    let extents = match &port.extents {
        Some(symbol) => address(module, symbol)?,
        None => context.ptr_type(AddressSpace::default()).const_null().into(),
    };
    let int = |value: i64| context.i32_type().const_int(value as u64, true).into();
    Ok(context
        .const_struct(&[address(module, &port.name)?, int(port.dtype.into()), int(port.rank.into()), extents], false))
}

fn export_contents<'l>(module: &Module<'l>, export: &Export) -> Result<StructValue<'l>, CodegenError> {
    let context = module.get_context();
    let int = |value: u32| -> BasicValueEnum<'l> { context.i32_type().const_int(value.into(), false).into() };
    let report_type = context.void_type().fn_type(&[context.ptr_type(AddressSpace::default()).into()], false);
    let report = module.get_function(&export.report);
    let report = report.unwrap_or_else(|| module.add_function(&export.report, report_type, Some(Linkage::External)));
    let fields = [
        code(module, &export.entry)?,
        code(module, &export.module)?,
        report.as_global_value().as_pointer_value().into(),
        address(module, &export.name)?,
        site(module, &export.site)?.into(),
        address(module, &export.params)?,
        address(module, &export.results)?,
        int(export.counts.0),
        int(export.counts.1),
    ];
    Ok(context.const_struct(&fields, false))
}

fn attempt_contents<'l>(module: &Module<'l>, attempt: &Attempt) -> Result<StructValue<'l>, CodegenError> {
    let fields = [
        code(module, &attempt.body)?,
        address(module, &attempt.id)?,
        address(module, &attempt.handlers)?,
        site(module, &attempt.site)?.into(),
    ];
    Ok(module.get_context().const_struct(&fields, false))
}

fn task_contents<'l>(module: &Module<'l>, task: &Task) -> Result<StructValue<'l>, CodegenError> {
    let context = module.get_context();
    let int = |value: u32| -> BasicValueEnum<'l> { context.i32_type().const_int(value.into(), false).into() };
    let kernel = module.get_function(&task.kernel).unwrap_or_else(|| declare_entry(module, &task.kernel));
    let fields = [
        kernel.as_global_value().as_pointer_value().into(),
        address(module, &task.name)?,
        site(module, &task.site)?.into(),
        int(task.rank),
        int(task.input_count),
        address(module, &task.inputs)?,
        operand(module, task.output).into(),
        int(task.fold),
        int(task.reduced),
        int(task.keepdims),
        int(task.layout),
        int(task.flops),
        address(module, &task.steps)?,
    ];
    Ok(context.const_struct(&fields, false))
}

/// Declares the entry of a task, which is in another part.
fn declare_entry<'l>(module: &Module<'l>, symbol: &str) -> FunctionValue<'l> {
    let context = module.get_context();
    let pointer = context.ptr_type(AddressSpace::default()).into();
    let entry = module.add_function(symbol, context.void_type().fn_type(&[pointer; 3], false), Some(Linkage::External));
    entry.as_global_value().set_visibility(GlobalVisibility::Hidden);
    entry
}

fn site<'l>(module: &Module<'l>, place: &Place) -> Result<StructValue<'l>, CodegenError> {
    let context = module.get_context();
    let int = |value: u32| context.i32_type().const_int(value.into(), false).into();
    let caller = match &place.caller {
        Some(symbol) => address(module, symbol)?,
        None => context.ptr_type(AddressSpace::default()).const_null().into(),
    };
    let (file, function) = (address(module, &place.file)?, address(module, &place.function)?);
    let [line, column, end_line, end_column] = [place.line, place.column, place.end.0, place.end.1].map(int);
    Ok(context.const_struct(&[file, line, column, end_line, end_column, function, caller], false))
}

fn operand<'l>(module: &Module<'l>, (dtype, rank): (u32, u32)) -> StructValue<'l> {
    let context = module.get_context();
    let int = |value: u32| context.i32_type().const_int(value.into(), false).into();
    context.const_struct(&[int(dtype), int(rank)], false)
}

/// Address of a function.
fn code<'l>(module: &Module<'l>, symbol: &str) -> Result<BasicValueEnum<'l>, CodegenError> {
    let function = module
        .get_function(symbol)
        .ok_or_else(|| CodegenError::internal("translate", format!("no function {symbol}")))?;
    Ok(function.as_global_value().as_pointer_value().into())
}

fn address<'l>(module: &Module<'l>, symbol: &str) -> Result<BasicValueEnum<'l>, CodegenError> {
    let global = module
        .get_global(symbol)
        .ok_or_else(|| CodegenError::internal("translate", format!("no static object {symbol}")))?;
    Ok(global.as_pointer_value().into())
}

/// Linkage, target and attributes of functions.
fn settle_functions(module: &Module, machine: &Machine, exports: &[String]) {
    let context = module.get_context();
    let flag = |name: &str| context.create_enum_attribute(Attribute::get_named_enum_kind_id(name), 0);
    let (noreturn, cold, always) = (flag("noreturn"), flag("cold"), flag("alwaysinline"));
    let cpu = context.create_string_attribute("target-cpu", &machine.cpu);
    let features = context.create_string_attribute("target-features", &machine.features);
    for function in module.get_functions() {
        let name = function.get_name().to_str().unwrap_or_default().to_string();
        if function.count_basic_blocks() == 0 {
            if NORETURN.contains(&name.as_str()) {
                function.add_attribute(AttributeLoc::Function, noreturn);
                function.add_attribute(AttributeLoc::Function, cold);
            }
            if kernel::is_shared(&name) {
                function.as_global_value().set_visibility(GlobalVisibility::Hidden);
            }
            continue;
        }
        if name.starts_with(math::PREFIX) {
            function.add_attribute(AttributeLoc::Function, always);
        }
        function.add_attribute(AttributeLoc::Function, cpu);
        function.add_attribute(AttributeLoc::Function, features);
        hide(function, &name, exports);
    }
}

/// Functions of the program are internal, what they are called is nobody else's business; some are seen by the other
/// parts.
fn hide(function: FunctionValue, name: &str, exports: &[String]) {
    if kernel::is_shared(name) {
        function.as_global_value().set_visibility(GlobalVisibility::Hidden);
    } else if !host::is_entry(name) && !exports.iter().any(|export| export == name) {
        function.set_linkage(Linkage::Internal);
    }
}
