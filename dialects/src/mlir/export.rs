//! From the tree to MLIR.

use super::{MlirError, with_diagnostics};
use crate::ir::{self, Attr, Block, Loc, Op, Region, Type, Value};
use melior::Context;
use melior::ir::RegionLike;
use melior::ir::block::BlockLike;
use melior::ir::operation::{OperationBuilder, OperationLike, OperationMutLike};
use melior::ir::{Attribute, Identifier, Location, ValueLike};
use std::collections::HashMap;

/// A verified MLIR module of a tree.
///
/// # Errors
/// What MLIR's verifier says, or the text that is no MLIR type or attribute.
pub fn to_mlir<'c>(context: &'c Context, tree: &ir::Module) -> Result<melior::ir::Module<'c>, MlirError> {
    let (result, said) = with_diagnostics(context, || build(context, tree));
    let module = result.map_err(|text| MlirError(said.iter().cloned().chain([format!("error: {text}")]).collect()))?;
    let (verified, said) = with_diagnostics(context, || module.as_operation().verify());
    if verified { Ok(module) } else { Err(MlirError(said)) }
}

fn build<'c>(context: &'c Context, tree: &ir::Module) -> Result<melior::ir::Module<'c>, String> {
    let mut export = Export { context, tree, values: HashMap::new(), types: HashMap::new() };
    let mut module = melior::ir::Module::new(Location::unknown(context));
    for (name, attr) in &tree.attrs {
        module.as_operation_mut().set_attribute(name, export.attr(attr)?);
    }
    for op in &tree.ops {
        let operation = export.op(op, &[])?;
        module.body().append_operation(operation);
    }
    Ok(module)
}

struct Export<'c, 't> {
    context: &'c Context,
    tree: &'t ir::Module,
    values: HashMap<Value, mlir_value::Raw>,
    types: HashMap<Type, melior::ir::Type<'c>>,
}

/// Raw values, kept beside the blocks that own them while the module is built.
mod mlir_value {
    pub type Raw = melior::ir::Value<'static, 'static>;
}

impl<'c> Export<'c, '_> {
    fn op(&mut self, op: &Op, blocks: &[melior::ir::BlockRef<'c, '_>]) -> Result<melior::ir::Operation<'c>, String> {
        let operands = op.operands.iter().map(|value| self.operand(op, *value)).collect::<Result<Vec<_>, _>>()?;
        let results =
            op.results.iter().map(|value| self.ty(self.tree.ty(*value))).collect::<Result<Vec<_>, String>>()?;
        let attrs = op
            .attrs
            .iter()
            .map(|(name, attr)| Ok((Identifier::new(self.context, name), self.attr(attr)?)))
            .collect::<Result<Vec<_>, String>>()?;
        let regions = op.regions.iter().map(|region| self.region(region)).collect::<Result<Vec<_>, _>>()?;
        let successors: Vec<&melior::ir::Block<'c>> = op
            .successors
            .iter()
            .map(|&at| blocks.get(at).map(|block| &**block).ok_or(format!("{}: no block {at}", op.name)))
            .collect::<Result<_, _>>()?;
        let operation = OperationBuilder::new(&op.name, self.loc(&op.loc))
            .add_operands(&operands)
            .add_results(&results)
            .add_attributes(&attrs)
            .add_successors(&successors)
            .add_regions_vec(regions)
            .build()
            .map_err(|error| format!("{}: {error}", op.name))?;
        self.name_results(op, &operation);
        Ok(operation)
    }

    fn name_results(&mut self, op: &Op, operation: &melior::ir::Operation<'c>) {
        for (&value, result) in op.results.iter().zip(operation.results()) {
            // SAFETY: the operation is put into the module being built, which outlives this table.
            self.values.insert(value, unsafe { melior::ir::Value::from_raw(result.to_raw()) });
        }
    }

    fn operand(&self, op: &Op, value: Value) -> Result<melior::ir::Value<'c, 'static>, String> {
        let raw = self.values.get(&value).ok_or_else(|| format!("{}: operand used before its definition", op.name))?;
        // SAFETY: as in `name_results`; only the lifetime changes.
        Ok(unsafe { melior::ir::Value::from_raw(raw.to_raw()) })
    }

    fn region(&mut self, region: &Region) -> Result<melior::ir::Region<'c>, String> {
        let built = melior::ir::Region::new();
        for block in &region.blocks {
            let fresh = self.block_with_args(block)?;
            built.append_block(fresh);
        }
        let mut refs = Vec::new();
        let mut next = built.first_block();
        while let Some(block) = next {
            refs.push(block);
            next = block.next_in_region();
        }
        for (block, to) in region.blocks.iter().zip(&refs) {
            for op in &block.ops {
                let operation = self.op(op, &refs)?;
                to.append_operation(operation);
            }
        }
        Ok(built)
    }

    fn block_with_args(&mut self, block: &Block) -> Result<melior::ir::Block<'c>, String> {
        let unknown = Location::unknown(self.context);
        let types = block
            .args
            .iter()
            .map(|value| Ok((self.ty(self.tree.ty(*value))?, unknown)))
            .collect::<Result<Vec<_>, String>>()?;
        let built = melior::ir::Block::new(&types);
        for (at, &value) in block.args.iter().enumerate() {
            let argument = built.argument(at).map_err(|error| error.to_string())?;
            // SAFETY: as in `name_results`.
            self.values.insert(value, unsafe { melior::ir::Value::from_raw(argument.to_raw()) });
        }
        Ok(built)
    }

    fn ty(&mut self, ty: &Type) -> Result<melior::ir::Type<'c>, String> {
        if let Some(&known) = self.types.get(ty) {
            return Ok(known);
        }
        let text = ty.to_string();
        let parsed = melior::ir::Type::parse(self.context, &text).ok_or(format!("no MLIR type: {text}"))?;
        self.types.insert(ty.clone(), parsed);
        Ok(parsed)
    }

    fn attr(&mut self, attr: &Attr) -> Result<Attribute<'c>, String> {
        match attr {
            Attr::Str(text) => Ok(melior::ir::attribute::StringAttribute::new(self.context, text).into()),
            Attr::Type(ty) => Ok(melior::ir::attribute::TypeAttribute::new(self.ty(ty)?).into()),
            Attr::Int(value, ty) => Ok(melior::ir::attribute::IntegerAttribute::new(self.ty(ty)?, *value).into()),
            Attr::Array(items) => {
                let items = items.iter().map(|item| self.attr(item)).collect::<Result<Vec<_>, _>>()?;
                Ok(melior::ir::attribute::ArrayAttribute::new(self.context, &items).into())
            }
            other => {
                let text = other.to_string();
                Attribute::parse(self.context, &text).ok_or(format!("no MLIR attribute: {text}"))
            }
        }
    }

    fn loc(&self, loc: &Loc) -> Location<'c> {
        let place = match &loc.file {
            Some(file) if loc.end == (0, 0) => {
                Location::new(self.context, file, loc.line as usize, loc.column as usize)
            }
            Some(file) => {
                let [line, column, end, behind] =
                    [loc.line, loc.column, loc.end.0, loc.end.1].map(|number| number as usize);
                Location::file_line_col_range(self.context, file, line, column, end, behind)
            }
            None => Location::unknown(self.context),
        };
        match &loc.inlined {
            None => place,
            Some(inlined) => {
                let callee = Location::name(self.context, &inlined.function, place);
                Location::call_site(callee, self.loc(&inlined.call))
            }
        }
    }
}
