//! Syntax errors of the parser in our words: the place where the mistake is, and what to write.

use super::{lower_first, span};
use crate::source::{SourceFile, Span};
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType as Kind, Parsed};
use ruff_text_size::Ranged;

/// One syntax error.
pub struct Fault {
    pub span: Span,
    pub message: String,
    pub help: String,
}

/// The syntax errors of a text, in order. What only follows from a bracket that is not closed is left out.
pub fn faults<T>(source: &SourceFile, parsed: &Parsed<T>) -> Vec<Fault> {
    if parsed.errors().is_empty() {
        return Vec::new();
    }
    let open = unclosed(source, parsed);
    let mut found: Vec<Fault> = parsed.errors().iter().map(fault).collect();
    for fault in &open {
        let line = |span: Span| source.line_column(span.start).0;
        let first = found
            .iter()
            .map(|other| other.span)
            .filter(|span| span.start >= fault.span.start)
            .min_by_key(|span| span.start);
        let last = first.map_or(0, |span| line(span) + 1);
        found.retain(|other| other.span.start < fault.span.start || line(other.span) > last);
    }
    found.extend(open);
    found.sort_by_key(|fault| fault.span.start);
    found
}

/// Brackets that nothing closes.
fn unclosed<T>(source: &SourceFile, parsed: &Parsed<T>) -> Vec<Fault> {
    let mut open = Vec::new();
    for token in parsed.tokens() {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                open.push((span(token.range()), closing(token.kind())))
            }
            kind @ (TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace) => {
                // A bracket closes the nearest of its kind; those in between stay open, and are told below.
                if let Some(at) = open.iter().rposition(|(_, wanted)| *wanted == text_of(kind)) {
                    open.remove(at);
                }
            }
            _ => {}
        }
    }
    let fault = |(span, wanted): (Span, &str)| Fault {
        span,
        message: format!("invalid syntax: `{}` was never closed", source.slice(span)),
        help: format!("add `{wanted}`"),
    };
    open.into_iter().map(fault).collect()
}

fn closing(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Lpar => ")",
        TokenKind::Lsqb => "]",
        _ => "}",
    }
}

fn text_of(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Rpar => ")",
        TokenKind::Rsqb => "]",
        _ => "}",
    }
}

fn fault(error: &ParseError) -> Fault {
    let message = format!("invalid syntax: {}", lower_first(&error.error.to_string()));
    Fault { span: span(error.location), message, help: help(&error.error) }
}

/// What to write instead.
fn help(kind: &Kind) -> String {
    let text = match kind {
        Kind::ExpectedToken { expected, .. } => return format!("write {expected} here"),
        Kind::ExpectedExpression | Kind::UnexpectedExpressionToken => {
            "write a value here, or remove what stands before it"
        }
        Kind::UnexpectedIndentation => "indent this line as the lines above",
        Kind::OtherError(text) if text.contains("indented block") => "indent this line by four spaces, or write `pass`",
        Kind::OtherError(text) if text.contains("parameter") => "write names of parameters, separated by commas",
        Kind::Lexical(LexicalErrorType::IndentationError) => "indent this line as one of the blocks around it",
        Kind::Lexical(LexicalErrorType::UnclosedStringError) => "close the string with the quote that opens it",
        Kind::Lexical(LexicalErrorType::Eof) => "finish the last statement",
        Kind::Lexical(LexicalErrorType::UnrecognizedToken { .. }) => "remove this character, or put it in a string",
        Kind::Lexical(LexicalErrorType::LineContinuationError) => "let nothing follow the `\\` on its line",
        Kind::InvalidAssignmentTarget | Kind::InvalidAnnotatedAssignmentTarget => {
            "assign to a name, an element or an attribute; compare with `==`"
        }
        Kind::InvalidAugmentedAssignmentTarget => "update a name, an element or an attribute",
        Kind::InvalidNamedAssignmentTarget => "use a plain name",
        Kind::InvalidDeleteTarget => "delete a name, an element or an attribute",
        Kind::SimpleStatementsOnSameLine | Kind::SimpleAndCompoundStatementOnSameLine => {
            "begin a new line here, or write the operator that is missing"
        }
        Kind::PositionalAfterKeywordArgument | Kind::PositionalAfterKeywordUnpacking => {
            "put the arguments without names first"
        }
        Kind::NonDefaultParamAfterDefaultParam => "put the parameters without defaults first",
        Kind::UnparenthesizedNamedExpression
        | Kind::UnparenthesizedTupleExpression
        | Kind::UnparenthesizedGeneratorExpression => "put it in parentheses",
        Kind::EmptySlice => "write an index",
        Kind::EmptyImportNames | Kind::EmptyGlobalNames | Kind::EmptyNonlocalNames | Kind::EmptyDeleteTargets => {
            "write at least one name"
        }
        Kind::FStringError(_) => "check the braces of the f-string; write `{{` for a brace that is text",
        Kind::InvalidStarredExpressionUsage => "write `*` only in a call, a list, a tuple or a target",
        _ => "see the grammar of Python for this statement",
    };
    text.to_string()
}
