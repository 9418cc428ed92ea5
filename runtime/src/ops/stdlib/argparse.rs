//! `argparse`: the program's arguments read as the script's parser says, its messages and its help.
//!
//! The compiler states the words to read (none: the program's own; else their number, then each after `\x1f`) and the parser as texts:
//! the first has program name, description and epilog, each further one an argument, the
//! fields of a text apart by `\x1f` and the items of a field by `\x1e`. What is found is left among the module's variables, as
//! `ID.DEST` (`ID.DEST.0` and so on where there are several values) and `ID.DEST?`, which says whether it was given.

use super::Call;
use super::argparse_help::{help, usage};
use crate::error::{Error, Result};
use crate::ops::value::Owned;
use crate::{exec, rank};

/// An argument of the script.
pub struct Argument {
    /// `-n`, `--number`; none for a positional argument.
    pub flags: Vec<String>,
    pub dest: String,
    pub action: String,
    pub kind: String,
    pub nargs: String,
    pub choices: Vec<String>,
    pub metavar: String,
    pub required: bool,
    pub help: Option<String>,
    pub default: String,
}

/// The script's parser.
pub struct Parser {
    pub prog: String,
    pub description: String,
    pub epilog: String,
    pub arguments: Vec<Argument>,
}

/// Values found for an argument, as text.
struct Found(Vec<Option<Vec<String>>>);

pub fn parse(call: &Call) -> Result<Owned> {
    let id = call.args.text(0)?;
    let parser = read_parser(call)?;
    let words = words(call.args.text(1)?);
    let found = match parser.read(&words) {
        Ok(Some(found)) => found,
        Ok(None) => return leave(&help(&parser), 0),
        Err(message) => return leave(&format!("{}{}: error: {message}\n", usage(&parser), parser.prog), 2),
    };
    for (argument, values) in parser.arguments.iter().zip(&found.0) {
        let name = format!("{id}.{}", argument.dest);
        set(format!("{name}?"), Owned::bool(values.is_some()));
        let Some(values) = values else { continue };
        match argument.nargs.as_str() {
            "" | "?" => set(name, value(argument, values.first().map_or("", String::as_str))?),
            _ => {
                for (at, text) in values.iter().enumerate() {
                    set(format!("{name}.{at}"), value(argument, text)?);
                }
            }
        }
    }
    Ok(Owned::int(0))
}

/// A value that has been found.
pub fn found(name: &str) -> Result<Owned> {
    let found = rank::with(|rank| rank.globals.borrow().get(name).cloned());
    found.ok_or_else(|| Error::internal(format!("the argument `{name}` has not been read")))
}

fn set(name: String, value: Owned) {
    let old = rank::with(|rank| rank.globals.borrow_mut().insert(name, value));
    drop(old);
}

/// Writes a text where Python does and ends the program.
fn leave(text: &str, code: i32) -> Result<Owned> {
    use std::io::Write;
    rank::with(|rank| match (rank.number.get(), code) {
        (0, 0) => rank.output.borrow_mut().write_all(text.as_bytes()),
        (0, _) => std::io::stderr().write_all(text.as_bytes()),
        _ => Ok(()),
    })
    .map_err(|cause| Error::os(&cause, "<stdout>"))?;
    exec::exit(code)
}

fn words(stated: &str) -> Vec<String> {
    let mut parts = stated.split('\x1f');
    match parts.next() {
        Some("") | None => rank::with(|rank| rank.argv.borrow().iter().skip(1).cloned().collect()),
        Some("0") => Vec::new(),
        Some(_) => parts.map(str::to_string).collect(),
    }
}

fn read_parser(call: &Call) -> Result<Parser> {
    let fields =
        |at: usize| -> Result<Vec<String>> { Ok(call.args.text(at)?.split('\x1f').map(str::to_string).collect()) };
    let head = fields(2)?;
    let own = rank::with(|rank| rank.argv.borrow().first().cloned().unwrap_or_default());
    let own = own.rsplit('/').next().unwrap_or("").to_string();
    let part = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
    let list = |text: &str| text.split('\x1e').filter(|item| !item.is_empty()).map(str::to_string).collect::<Vec<_>>();
    let mut arguments = Vec::new();
    for at in 3..call.count {
        let texts = fields(at)?;
        arguments.push(Argument {
            flags: list(&part(&texts, 0)),
            dest: part(&texts, 1),
            action: part(&texts, 2),
            kind: part(&texts, 3),
            nargs: part(&texts, 4),
            choices: list(&part(&texts, 5)),
            metavar: part(&texts, 6),
            required: part(&texts, 7) == "1",
            help: Some(part(&texts, 8)).filter(|_| part(&texts, 10) == "1"),
            default: part(&texts, 9),
        });
    }
    let prog = if part(&head, 0).is_empty() { own } else { part(&head, 0) };
    Ok(Parser { prog, description: part(&head, 1), epilog: part(&head, 2), arguments })
}

fn value(argument: &Argument, text: &str) -> Result<Owned> {
    let wrong = || Error::internal("an argument was not checked");
    Ok(match (argument.action.as_str(), argument.kind.as_str()) {
        ("store_true", _) => Owned::bool(true),
        ("store_false", _) => Owned::bool(false),
        ("count", _) | (_, "int") => Owned::int(crate::ops::text::int_from(text).ok_or_else(wrong)?),
        (_, "float") => Owned::float(crate::ops::text::float_from(text).ok_or_else(wrong)?),
        _ => Owned::text(text),
    })
}

impl Argument {
    /// How messages name it.
    fn name(&self) -> String {
        if self.flags.is_empty() { self.shown() } else { self.flags.join("/") }
    }

    /// What stands for its value in usage and help.
    pub fn shown(&self) -> String {
        if !self.metavar.is_empty() {
            self.metavar.clone()
        } else if !self.choices.is_empty() {
            format!("{{{}}}", self.choices.join(","))
        } else if self.flags.is_empty() {
            self.dest.clone()
        } else {
            self.dest.to_uppercase()
        }
    }

    pub fn takes_value(&self) -> bool {
        self.action == "store"
    }

    fn count(&self) -> Option<usize> {
        if self.nargs.is_empty() { Some(1) } else { self.nargs.parse().ok() }
    }

    fn check(&self, text: &str) -> std::result::Result<(), String> {
        let fits = match self.kind.as_str() {
            "int" => crate::ops::text::int_from(text).is_some(),
            "float" => crate::ops::text::float_from(text).is_some(),
            _ => true,
        };
        let shown = crate::text::string::repr(text);
        if !fits {
            return Err(format!("argument {}: invalid {} value: {shown}", self.name(), self.kind));
        }
        let same = |choice: &String| match self.kind.as_str() {
            "int" => crate::ops::text::int_from(choice) == crate::ops::text::int_from(text),
            "float" => crate::ops::text::float_from(choice) == crate::ops::text::float_from(text),
            _ => choice == text,
        };
        if !self.choices.is_empty() && !self.choices.iter().any(same) {
            let quote =
                |choice: &String| if self.kind == "str" { crate::text::string::repr(choice) } else { choice.clone() };
            let choices: Vec<String> = self.choices.iter().map(quote).collect();
            return Err(format!(
                "argument {}: invalid choice: {shown} (choose from {})",
                self.name(),
                choices.join(", ")
            ));
        }
        Ok(())
    }
}

impl Parser {
    /// The values of each argument; nothing when help is asked for.
    fn read(&self, words: &[String]) -> std::result::Result<Option<Found>, String> {
        let mut found = Found(self.arguments.iter().map(|_| None).collect());
        let (mut plain, mut unknown) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < words.len() {
            let word = &words[at];
            at += 1;
            if word == "--" {
                plain.extend(words[at..].iter().cloned());
                break;
            }
            if !self.is_flag(word) {
                plain.push(word.clone());
                continue;
            }
            let (flag, joined) = self.split_flag(word);
            if matches!(flag.as_str(), "-h" | "--help") {
                return Ok(None);
            }
            match self.named(&flag)? {
                Some(index) => at = self.option(index, joined, words, at, &mut found)?,
                None => unknown.push(word.clone()),
            }
        }
        self.positionals(plain, &mut found, &mut unknown)?;
        let missing: Vec<String> = self
            .arguments
            .iter()
            .zip(&found.0)
            .filter(|(argument, values)| argument.required && values.is_none())
            .map(|(argument, _)| argument.name())
            .collect();
        if !missing.is_empty() {
            return Err(format!("the following arguments are required: {}", missing.join(", ")));
        }
        if !unknown.is_empty() {
            return Err(format!("unrecognized arguments: {}", unknown.join(" ")));
        }
        Ok(Some(found))
    }

    /// Whether a word is an option: a negative number is none, unless there are options that look like one.
    fn is_flag(&self, word: &str) -> bool {
        let looks = word.len() > 1 && word.starts_with('-') && !word.contains(' ');
        looks
            && (crate::ops::text::float_from(word).is_none()
                || self.arguments.iter().any(|argument| argument.flags.iter().any(|flag| flag == word)))
    }

    fn split_flag(&self, word: &str) -> (String, Option<String>) {
        if word.starts_with("--") {
            return match word.split_once('=') {
                Some((flag, value)) => (flag.to_string(), Some(value.to_string())),
                None => (word.to_string(), None),
            };
        }
        let known = |flag: &str| {
            flag == "-h" || self.arguments.iter().any(|argument| argument.flags.iter().any(|other| other == flag))
        };
        let short: String = word.chars().take(2).collect();
        if !known(word) && known(&short) {
            let rest = word[short.len()..].to_string();
            return (short, Some(rest.strip_prefix('=').map_or(rest.clone(), str::to_string)));
        }
        (word.to_string(), None)
    }

    /// The argument that a flag, or the beginning of one, names.
    fn named(&self, flag: &str) -> std::result::Result<Option<usize>, String> {
        let exact = self.arguments.iter().position(|argument| argument.flags.iter().any(|other| other == flag));
        if exact.is_some() || !flag.starts_with("--") {
            return Ok(exact);
        }
        let mut matches = Vec::new();
        for (at, argument) in self.arguments.iter().enumerate() {
            matches
                .extend(argument.flags.iter().filter(|other| other.starts_with(flag)).map(|other| (at, other.clone())));
        }
        match matches.as_slice() {
            [] => Ok(None),
            [(at, _)] => Ok(Some(*at)),
            many => {
                let names: Vec<&str> = many.iter().map(|(_, name)| name.as_str()).collect();
                Err(format!("ambiguous option: {flag} could match {}", names.join(", ")))
            }
        }
    }

    /// Takes the values of an option; gives the place after them.
    fn option(
        &self,
        index: usize,
        joined: Option<String>,
        words: &[String],
        mut at: usize,
        found: &mut Found,
    ) -> std::result::Result<usize, String> {
        let argument = &self.arguments[index];
        if !argument.takes_value() {
            if let Some(value) = joined {
                return Err(format!(
                    "argument {}: ignored explicit argument {}",
                    argument.name(),
                    crate::text::string::repr(&value)
                ));
            }
            let before = found.0[index].as_ref().and_then(|values| values.first()?.parse::<i64>().ok()).unwrap_or(0);
            found.0[index] = Some(vec![(before + 1).to_string()]);
            return Ok(at);
        }
        let mut values: Vec<String> = joined.into_iter().collect();
        if values.is_empty() {
            let wanted = argument.count().unwrap_or(usize::from(argument.nargs == "?"));
            while values.len() < wanted && at < words.len() && !self.is_flag(&words[at]) && words[at] != "--" {
                values.push(words[at].clone());
                at += 1;
            }
            if argument.nargs != "?" && values.len() < wanted {
                let expected = if wanted == 1 { "one argument".to_string() } else { format!("{wanted} arguments") };
                return Err(format!("argument {}: expected {expected}", argument.name()));
            }
        }
        for text in &values {
            argument.check(text)?;
        }
        if !values.is_empty() {
            found.0[index] = Some(values);
        }
        Ok(at)
    }

    fn positionals(
        &self,
        plain: Vec<String>,
        found: &mut Found,
        unknown: &mut Vec<String>,
    ) -> std::result::Result<(), String> {
        let mut rest = plain.into_iter();
        for (at, argument) in self.arguments.iter().enumerate().filter(|(_, argument)| argument.flags.is_empty()) {
            let wanted = argument.count().unwrap_or(1);
            let values: Vec<String> = rest.by_ref().take(wanted).collect();
            if values.len() < wanted {
                continue;
            }
            for text in &values {
                argument.check(text)?;
            }
            found.0[at] = Some(values);
        }
        unknown.splice(0..0, rest).for_each(drop);
        Ok(())
    }
}
