//! Why a tool stops, and the exit code that says so.

/// The kinds of failure that a tool's exit code tells apart.
#[derive(Debug)]
pub enum Failure {
    /// The user's program, rule file or IR text is at fault; the text is complete, as printed.
    User(String),
    /// The command line is wrong.
    Usage(String),
    /// The world: files, linker, launcher.
    World(anyhow::Error),
    /// We are at fault.
    Internal(Internal),
    /// A program that we started ended with this code and has said why.
    Program(i32),
}

/// An internal error of the compiler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Internal {
    /// The pass or stage that failed.
    pub pass: String,
    pub message: String,
    /// The command that runs the reproducer, if one was written.
    pub reproducer: Option<String>,
}

/// Result of everything in this crate.
pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// An internal error without a reproducer.
    pub fn internal(pass: impl Into<String>, message: impl Into<String>) -> Failure {
        Failure::Internal(Internal { pass: pass.into(), message: message.into(), reproducer: None })
    }

    /// 1 the user's program, 2 wrong usage or a file that cannot be had, 3 our fault.
    pub fn exit_code(&self) -> i32 {
        match self {
            Failure::User(_) => 1,
            Failure::Usage(_) | Failure::World(_) => 2,
            Failure::Internal(_) => 3,
            Failure::Program(code) => *code,
        }
    }

    /// What goes to stderr, without a final newline.
    pub fn text(&self, tool: &str) -> String {
        match self {
            Failure::User(text) => text.trim_end().to_string(),
            Failure::Usage(text) => format!("{tool}: error: {text}"),
            Failure::World(error) => format!("{tool}: error: {error:#}"),
            Failure::Internal(internal) => internal.text(tool),
            Failure::Program(_) => String::new(),
        }
    }
}

impl Internal {
    fn text(&self, tool: &str) -> String {
        let mut text = format!("{tool}: internal error in {}: {}\n", self.pass, self.message);
        if let Some(command) = &self.reproducer {
            text.push_str(&format!("note: a reproducer was written; this runs it: {command}\n"));
        }
        text.push_str("note: this is a fault of the compiler, not of your program; please report it with ");
        text.push_str(if self.reproducer.is_some() { "the reproducer" } else { "the program" });
        text.push_str(&format!(" and this version: {tool} {}", env!("CARGO_PKG_VERSION")));
        text
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Failure {
        Failure::World(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_internal_error_names_the_pass_and_says_how_to_report_it() {
        let text = Failure::internal("physl-promote", "no such value").text("phylanxc");
        assert!(text.starts_with("phylanxc: internal error in physl-promote: no such value\n"), "{text}");
        assert!(text.contains("please report it with the program"), "{text}");
    }
}
