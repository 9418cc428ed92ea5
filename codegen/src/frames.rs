//! Calls that add a frame to the traceback of an exception on its way out. They cost nothing while none is raised.
//!
//! Before: `call @py.f.at.3(%a)`, declared by the host's lowering.
//! After: `@py.f.at.3` calls `@py.f`; where that unwinds, it tells the runtime the place of the call and goes on unwinding.
//! LLVM puts it in line.

use crate::CodegenError;
use crate::statics::Call;
use inkwell::AddressSpace;
use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::module::{Linkage, Module};
use inkwell::values::{BasicMetadataValueEnum, BasicValueEnum, FunctionValue};

/// How the unwinder of C runs cleanups.
const PERSONALITY: &str = "__gcc_personality_v0";
const ADD_FRAME: &str = "phx_add_frame";

/// Gives the declared calls their bodies.
///
/// # Errors
/// Our fault: a function that does not exist.
pub fn define(module: &Module, calls: &[Call]) -> Result<(), CodegenError> {
    for call in calls {
        // What the pipeline found to be dead is gone.
        let Some(function) = module.get_function(&call.symbol) else { continue };
        body(module, function, call)?;
    }
    Ok(())
}

fn body(module: &Module, function: FunctionValue, call: &Call) -> Result<(), CodegenError> {
    let failed = |error: inkwell::builder::BuilderError| CodegenError::internal("frames", error.to_string());
    let missing = |name: &str| CodegenError::internal("frames", format!("no symbol {name}"));
    let context = module.get_context();
    let callee = module.get_function(&call.callee).ok_or_else(|| missing(&call.callee))?;
    let site = module.get_global(&call.site).ok_or_else(|| missing(&call.site))?.as_pointer_value();
    let [entry, done, unwind] = ["entry", "done", "unwind"].map(|name| context.append_basic_block(function, name));
    let builder = context.create_builder();
    builder.position_at_end(entry);
    let args: Vec<BasicValueEnum> = function.get_param_iter().collect();
    let result = builder.build_invoke(callee, &args, done, unwind, "").map_err(failed)?;
    builder.position_at_end(done);
    match result.try_as_basic_value().basic() {
        Some(value) => builder.build_return(Some(&value)),
        None => builder.build_return(None),
    }
    .map_err(failed)?;
    builder.position_at_end(unwind);
    let pointer = context.ptr_type(AddressSpace::default());
    let pad = context.struct_type(&[pointer.into(), context.i32_type().into()], false);
    let personality = module
        .get_function(PERSONALITY)
        .unwrap_or_else(|| module.add_function(PERSONALITY, context.i32_type().fn_type(&[], true), None));
    let exception = builder.build_landing_pad(pad, personality, &[], true, "exception").map_err(failed)?;
    let add = module
        .get_function(ADD_FRAME)
        .unwrap_or_else(|| module.add_function(ADD_FRAME, context.void_type().fn_type(&[pointer.into()], false), None));
    let operand: BasicMetadataValueEnum = site.into();
    builder.build_call(add, &[operand], "").map_err(failed)?;
    builder.build_resume(exception).map_err(failed)?;
    function.set_personality_function(personality);
    function.set_linkage(Linkage::Internal);
    let always = context.create_enum_attribute(Attribute::get_named_enum_kind_id("alwaysinline"), 0);
    function.add_attribute(AttributeLoc::Function, always);
    Ok(())
}
