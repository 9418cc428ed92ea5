//! `copy.deepcopy`: an object and all that it holds, each thing once.

use super::shape::Word;
use super::{Kind, Object, object, share_word};
use crate::array::handle;
use crate::error::{Error, Result};
use crate::exec;
use std::collections::HashMap;
use std::rc::Rc;

/// Objects inside objects, more than which are refused.
const MAX_DEPTH: usize = 1000;

/// A copy that shares nothing with the object but texts.
///
/// # Errors
/// `RecursionError` for objects in objects without end; errors of copying arrays.
pub fn deep_copy(source: &Object) -> Result<Rc<Object>> {
    Copies::default().object(source, 0)
}

/// The copies that there are, by what they are of.
#[derive(Default)]
struct Copies {
    objects: HashMap<*const Object, Rc<Object>>,
    arrays: HashMap<u64, Rc<crate::array::Array>>,
}

impl Copies {
    fn object(&mut self, source: &Object, depth: usize) -> Result<Rc<Object>> {
        if let Some(copy) = self.objects.get(&std::ptr::from_ref(source)) {
            return Ok(copy.clone());
        }
        if depth > MAX_DEPTH {
            return Err(Error::new("RecursionError", "maximum recursion depth exceeded while copying an object"));
        }
        let copy = source.like();
        // What holds itself finds its copy.
        self.objects.insert(source, copy.clone());
        for row in source.live_rows() {
            let mut words = source.row(row);
            for (bits, &word) in words.iter_mut().zip(&source.shape.words) {
                *bits = self.word(word, *bits, depth)?;
            }
            if source.kind == Kind::Dict || source.kind.is_set() {
                copy.put(&words)?;
            } else {
                copy.push(&words);
            }
        }
        Ok(copy)
    }

    /// A word of the copy: it owns one count of what it holds.
    fn word(&mut self, word: Word, bits: u64, depth: usize) -> Result<u64> {
        match word {
            Word::Object if bits != 0 => {
                // SAFETY: the row owns its handles.
                let copy = self.object(unsafe { object(bits) }, depth + 1)?;
                Ok(Rc::into_raw(copy) as u64)
            }
            Word::Array if bits != 0 => {
                if let Some(copy) = self.arrays.get(&bits) {
                    return Ok(Rc::into_raw(copy.clone()) as u64);
                }
                // SAFETY: as above.
                let copy = exec::copy(unsafe { handle::array(bits) })?;
                self.arrays.insert(bits, copy.clone());
                Ok(Rc::into_raw(copy) as u64)
            }
            _ => {
                // SAFETY: as above.
                unsafe { share_word(word, bits) }
                Ok(bits)
            }
        }
    }
}
