//! The part of NumPy that is written in Python: `prelude/*.py`, parsed where a program may use something of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A file of the prelude.
#[derive(Clone, Copy)]
pub struct Part {
    /// The path that its functions live under.
    pub path: &'static str,
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! parts {
    ($($path:literal: $name:literal),* $(,)?) => {
        &[$(Part { path: $path, name: $name, text: include_str!(concat!("prelude/", $name)) }),*]
    };
}

const FILES: &[Part] = parts![
    "numpy": "archives.py",
    "collections": "collections.py",
    "itertools": "itertools.py",
    "objects": "objects.py",
    "numpy": "arrange.py",
    "numpy": "bits.py",
    "numpy": "elementwise.py",
    "numpy": "polynomials.py",
    "numpy": "select.py",
    "numpy": "sets.py",
    "numpy": "sorting.py",
    "numpy": "statistics.py",
    "numpy": "small.py",
    "numpy": "ufunc.py",
    "numpy": "vectorize.py",
    "numpy": "windows.py",
    "numpy.fft": "fft.py",
    "numpy.linalg": "linalg.py",
    "numpy.testing": "testing.py",
    "scipy.linalg": "scipy_linalg.py",
    "scipy.sparse": "scipy_sparse.py",
    "scipy.special": "scipy_special.py",
];

/// Functions of the prelude, by dotted path.
static INDEX: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let mut index = BTreeMap::new();
    for (at, part) in FILES.iter().enumerate() {
        index.extend(defined(part.text).map(|name| (format!("{}.{name}", part.path), at)));
    }
    index
});

/// The words of a program's texts.
#[derive(Clone, Default)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// Takes in the words of a text.
    pub fn read(&mut self, text: &str) {
        let words = text.split(|c: char| c != '_' && !c.is_alphanumeric()).filter(|word| !word.is_empty());
        self.0.extend(words.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_string));
    }

    /// Whether a word is there.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether a function is named, as itself or as the method that it is.
    fn names(&self, function: &str) -> bool {
        self.0.contains(function) || as_method(function).is_some_and(|name| self.0.contains(name))
    }
}

/// The files that define something a program names: name and text.
pub fn parts(words: &Words) -> Vec<Part> {
    let mut chosen: BTreeSet<usize> = BTreeSet::new();
    let mut words = words.clone();
    loop {
        let is_new = |at: &usize| !chosen.contains(at) && defined(FILES[*at].text).any(|name| words.names(name));
        let more: Vec<usize> = (0..FILES.len()).filter(is_new).collect();
        if more.is_empty() {
            return chosen.into_iter().map(|at| FILES[at]).collect();
        }
        for at in more {
            words.read(FILES[at].text);
            chosen.insert(at);
        }
    }
}

/// The file and the name of the function at a path.
pub fn function(path: &str) -> Option<(&'static str, &str)> {
    let part = FILES[*INDEX.get(path)?];
    Some((part.name, path.rsplit('.').next().unwrap_or(path)))
}

/// The method that a function `_method_NAME` or `_ufunc_NAME` is.
pub fn as_method(name: &str) -> Option<&str> {
    name.strip_prefix("_method_").or_else(|| name.strip_prefix("_ufunc_"))
}

/// All files.
pub fn files() -> &'static [Part] {
    FILES
}

fn defined(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.strip_prefix("def ")?.split('(').next())
}
