//! The stages between Python text and an executable, in order.

/// A stage, named as `--emit` and `--from` name it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Our syntax tree, printed.
    Ast,
    /// Names, types and shapes resolved, printed.
    Typed,
    /// The PhySL dialect.
    Physl,
    /// After canonicalization and equality saturation.
    Simplified,
    /// The task graph.
    Tasks,
    /// Layouts, sends and receives.
    Placed,
    /// Task bodies as loops.
    Tiled,
    Llvm,
    Asm,
    Obj,
    So,
    Exe,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Stage; 12] = [
        Stage::Ast,
        Stage::Typed,
        Stage::Physl,
        Stage::Simplified,
        Stage::Tasks,
        Stage::Placed,
        Stage::Tiled,
        Stage::Llvm,
        Stage::Asm,
        Stage::Obj,
        Stage::So,
        Stage::Exe,
    ];

    /// The stages that are MLIR text, which can be resumed from.
    pub const MLIR: [Stage; 5] = [Stage::Physl, Stage::Simplified, Stage::Tasks, Stage::Placed, Stage::Tiled];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Ast => "ast",
            Stage::Typed => "typed",
            Stage::Physl => "physl",
            Stage::Simplified => "simplified",
            Stage::Tasks => "tasks",
            Stage::Placed => "placed",
            Stage::Tiled => "tiled",
            Stage::Llvm => "llvm",
            Stage::Asm => "asm",
            Stage::Obj => "obj",
            Stage::So => "so",
            Stage::Exe => "exe",
        }
    }

    /// The stage with a name.
    pub fn from_name(name: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// File extension of the stage's text or binary.
    pub fn extension(self) -> &'static str {
        match self {
            Stage::Ast | Stage::Typed => "txt",
            stage if stage.is_mlir() => "mlir",
            Stage::Llvm => "ll",
            Stage::Asm => "s",
            Stage::Obj => "o",
            Stage::So => "so",
            _ => "",
        }
    }

    /// Whether the stage is MLIR text.
    pub fn is_mlir(self) -> bool {
        Stage::MLIR.contains(&self)
    }

    /// Whether the stage is text at all.
    pub fn is_text(self) -> bool {
        self <= Stage::Asm
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_found_by_its_name() {
        assert!(Stage::ALL.into_iter().all(|stage| Stage::from_name(stage.name()) == Some(stage)));
        assert_eq!(Stage::from_name("binary"), None);
        assert!(Stage::ALL.is_sorted());
    }
}
