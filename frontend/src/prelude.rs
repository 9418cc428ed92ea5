//! The part of NumPy that is written in Python: `prelude/*.py`, parsed where a program may use something of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Files: the path that their functions live under, their name, their text.
const FILES: &[(&str, &str, &str)] = &[];

/// Functions of the prelude, by dotted path.
static INDEX: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let mut index = BTreeMap::new();
    for (at, (path, _, text)) in FILES.iter().enumerate() {
        index.extend(defined(text).map(|name| (format!("{path}.{name}"), at)));
    }
    index
});

/// The words of a program's texts.
#[derive(Default)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// Takes in the words of a text.
    pub fn read(&mut self, text: &str) {
        let words = text.split(|c: char| c != '_' && !c.is_alphanumeric()).filter(|word| !word.is_empty());
        self.0.extend(words.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_string));
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// The files that define something a program names: name and text.
pub fn parts(words: &Words) -> Vec<(&'static str, &'static str)> {
    let mut chosen = BTreeSet::new();
    let mut all = Words(words.0.clone());
    loop {
        let wanted = |at: &usize| {
            !chosen.contains(at)
                && defined(FILES[*at].2).any(|name| all.has(name) || as_method(name).is_some_and(|name| all.has(name)))
        };
        let more: Vec<usize> = (0..FILES.len()).filter(wanted).collect();
        if more.is_empty() {
            break;
        }
        for at in more {
            all.read(FILES[at].2);
            chosen.insert(at);
        }
    }
    chosen.into_iter().map(|at| (FILES[at].1, FILES[at].2)).collect()
}

/// The file and the name of the function at a path.
pub fn function(path: &str) -> Option<(&'static str, &str)> {
    let file = FILES[*INDEX.get(path)?];
    Some((file.1, path.rsplit('.').next().unwrap_or(path)))
}

/// The method that a function `_method_NAME` is.
pub fn as_method(name: &str) -> Option<&str> {
    name.strip_prefix("_method_")
}

/// All functions: path of the module, name of the file, text of the file.
pub fn files() -> &'static [(&'static str, &'static str, &'static str)] {
    FILES
}

fn defined(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix("def ")?.split('(').next())
}
