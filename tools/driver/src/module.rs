//! One module in the form that the next pass needs: our tree, or MLIR's own.

use crate::failure::{Failure, Outcome};
use phylanx_dialects::ir;
use phylanx_dialects::mlir::{self, Context, MlirError, MlirModule};

/// A module that changes its form on demand.
pub struct Held<'c> {
    context: &'c Context,
    form: Form<'c>,
}

enum Form<'c> {
    Tree(Box<ir::Module>),
    Mlir(MlirModule<'c>),
}

/// Whether text carries the places of ops.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Locations {
    Shown,
    Hidden,
}

impl<'c> Held<'c> {
    /// Reads MLIR text, verified.
    ///
    /// # Errors
    /// What MLIR says.
    pub fn parse(context: &'c Context, text: &str) -> Result<Held<'c>, MlirError> {
        Ok(Held { context, form: Form::Mlir(mlir::parse(context, text)?) })
    }

    /// Reads PhySL text.
    ///
    /// # Errors
    /// The first mistake, as MLIR would write it.
    pub fn parse_physl(context: &'c Context, text: &str) -> Result<Held<'c>, MlirError> {
        let tree = phylanx_frontend::physl::parse(text);
        let tree = tree
            .map_err(|error| MlirError(vec![format!("-:{}:{}: error: {}", error.line, error.column, error.message)]))?;
        Ok(Held::of_tree(context, tree))
    }

    /// The module as PhySL text.
    ///
    /// # Errors
    /// A sentence when the module is below what PhySL can say.
    pub fn physl(&mut self) -> Result<String, String> {
        phylanx_frontend::physl::print(self.tree())
    }

    /// Holds a tree.
    pub fn of_tree(context: &'c Context, tree: ir::Module) -> Held<'c> {
        Held { context, form: Form::Tree(Box::new(tree)) }
    }

    /// The context that this module's MLIR form lives in.
    pub fn context(&self) -> &'c Context {
        self.context
    }

    /// The tree, converted if need be.
    pub fn tree(&mut self) -> &mut ir::Module {
        if let Form::Mlir(module) = &self.form {
            self.form = Form::Tree(Box::new(mlir::from_mlir(module)));
        }
        match &mut self.form {
            Form::Tree(tree) => tree,
            Form::Mlir(_) => unreachable!("converted above"),
        }
    }

    /// MLIR's form, converted and verified if need be.
    ///
    /// # Errors
    /// What MLIR's verifier says of the tree.
    pub fn mlir(&mut self) -> Result<&mut MlirModule<'c>, MlirError> {
        if let Form::Tree(tree) = &self.form {
            self.form = Form::Mlir(mlir::to_mlir(self.context, tree)?);
        }
        match &mut self.form {
            Form::Mlir(module) => Ok(module),
            Form::Tree(_) => unreachable!("converted above"),
        }
    }

    /// The text, whichever form is held; the form stays.
    ///
    /// # Errors
    /// What MLIR's verifier says of the tree.
    pub fn text(&self, locations: Locations) -> Result<String, MlirError> {
        match &self.form {
            Form::Mlir(module) => Ok(module_text(module, locations)),
            Form::Tree(tree) => Ok(module_text(&mlir::to_mlir(self.context, tree)?, locations)),
        }
    }
}

/// A tree as MLIR text.
///
/// # Errors
/// An internal error with what MLIR's verifier says: a stage made an invalid module.
pub fn tree_text(context: &Context, tree: &ir::Module, locations: Locations, stage: &str) -> Outcome<String> {
    match mlir::to_mlir(context, tree) {
        Ok(module) => Ok(module_text(&module, locations)),
        Err(error) => Err(Failure::internal(stage, format!("MLIR refuses its module: {error}"))),
    }
}

fn module_text(module: &MlirModule, locations: Locations) -> String {
    let text = match locations {
        Locations::Shown => mlir::print_with_locations(module),
        Locations::Hidden => mlir::print(module),
    };
    if text.ends_with('\n') { text } else { text + "\n" }
}
