//! Objects on the heap: lists, dicts, sets, instances of classes, cells. Each is a table of rows of 8-byte leaves.
//!
//! Generated code holds objects as handles and reads and writes rows in place through the [`ObjectHead`]; what changes the number of
//! rows is done here. An object owns the handles in its rows. Cycles of objects are never freed.

pub mod compare;
pub mod hash;
pub mod heap;
pub mod index;
pub mod item;
pub mod list;
pub mod numbers;
pub mod repr;
pub mod set;
pub mod shape;
pub mod sort;
pub mod table;

use crate::array::handle::{self, Text};
use crate::error::{Error, Result};
use index::Index;
use phylanx_abi::{ObjectHead, Tag, Value};
use shape::{Shape, Word};
use std::cell::{Cell, RefCell, UnsafeCell};
use std::rc::Rc;

/// What an object is to Python.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Cell,
    List,
    /// A tuple whose length the program finds.
    Tuple,
    Deque,
    Dict,
    Set,
    FrozenSet,
    /// An instance that is equal to itself alone.
    Instance,
    /// An instance that is equal to another of the same class with equal fields.
    Data,
}

impl Kind {
    pub fn is_set(self) -> bool {
        matches!(self, Kind::Set | Kind::FrozenSet)
    }
}

/// An object. The first field is what generated code reads.
#[repr(C)]
pub struct Object {
    head: UnsafeCell<ObjectHead>,
    pub kind: Kind,
    pub shape: Rc<Shape>,
    rows: RefCell<Rows>,
    /// The entries of dicts and sets, by hash.
    index: RefCell<Option<Index>>,
    /// The most rows that a deque keeps.
    pub limit: Cell<i64>,
}

/// The rows: those before `start` are free, as `popleft` leaves them.
#[derive(Default)]
pub struct Rows {
    pub words: Vec<u64>,
    pub start: usize,
}

impl Object {
    /// An object without rows.
    pub fn new(kind: Kind, shape: Rc<Shape>) -> Rc<Object> {
        let indexed = kind == Kind::Dict || kind.is_set();
        Rc::new(Object {
            head: UnsafeCell::new(ObjectHead { data: std::ptr::null_mut(), len: 0 }),
            kind,
            shape,
            rows: RefCell::default(),
            index: RefCell::new(indexed.then(Index::default)),
            limit: Cell::new(i64::MAX),
        })
    }

    /// A fresh object of the same kind.
    pub fn like(&self) -> Rc<Object> {
        let fresh = Object::new(self.kind, self.shape.clone());
        fresh.limit.set(self.limit.get());
        fresh
    }

    /// Number of rows, or of entries.
    pub fn len(&self) -> usize {
        // SAFETY: generated code does not run while the runtime does.
        unsafe { (*self.head.get()).len as usize }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Words of a row.
    pub fn width(&self) -> usize {
        self.shape.words.len()
    }

    /// The words of a row that is there.
    pub fn row(&self, at: usize) -> Vec<u64> {
        self.row_into(at, Vec::new())
    }

    /// As [`Object::row`], in a vector that is used again.
    pub fn row_into(&self, at: usize, mut out: Vec<u64>) -> Vec<u64> {
        let rows = self.rows.borrow();
        let first = rows.start + at * self.width();
        out.clear();
        out.extend_from_slice(&rows.words[first..first + self.width()]);
        out
    }

    /// Works on the rows, then tells generated code where they are and how many.
    pub fn change<T>(&self, change: impl FnOnce(&mut Rows) -> (T, usize)) -> T {
        let mut rows = self.rows.borrow_mut();
        let (result, len) = change(&mut rows);
        let data = rows.words.as_mut_ptr();
        // SAFETY: `start` is within the vector, or at its end; generated code does not run now.
        unsafe {
            let head = &mut *self.head.get();
            head.data = data.add(rows.start);
            head.len = len as i64;
        }
        result
    }

    /// Gives the words of handles in these rows back: one owner less of each.
    pub fn drop_words(&self, words: &[u64]) {
        if !self.shape.holds_handles {
            return;
        }
        for (at, &bits) in words.iter().enumerate() {
            // SAFETY: the object owned one count of each handle in its rows, and gave it up.
            unsafe { drop_word(self.shape.words[at % self.width()], bits) }
        }
    }

    /// One more owner of each handle in these rows.
    pub fn share_words(&self, words: &[u64]) {
        if !self.shape.holds_handles {
            return;
        }
        for (at, &bits) in words.iter().enumerate() {
            // SAFETY: the handles are alive in another row.
            unsafe { share_word(self.shape.words[at % self.width()], bits) }
        }
    }
}

impl std::fmt::Debug for Object {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{:?} of {} rows", self.kind, self.len())
    }
}

impl Drop for Object {
    fn drop(&mut self) {
        let rows = std::mem::take(&mut *self.rows.borrow_mut());
        if self.width() > 0 {
            self.drop_words(&rows.words[rows.start..]);
        }
    }
}

/// One owner more of a handle; nothing for other words and for handles that are not set.
///
/// # Safety
/// `bits` is 0 or what `word` says, alive.
pub unsafe fn share_word(word: Word, bits: u64) {
    if bits == 0 {
        return;
    }
    // SAFETY: by the contract.
    unsafe {
        match word {
            Word::Plain => {}
            Word::Text => Rc::increment_strong_count(bits as *const Text),
            Word::Array => Rc::increment_strong_count(bits as *const crate::array::Array),
            Word::Object => Rc::increment_strong_count(bits as *const Object),
        }
    }
}

/// One owner less of a handle.
///
/// # Safety
/// `bits` is 0 or what `word` says, and the caller owned one count of it.
pub unsafe fn drop_word(word: Word, bits: u64) {
    if bits == 0 {
        return;
    }
    // SAFETY: by the contract.
    unsafe {
        match word {
            Word::Plain => {}
            Word::Text => Rc::decrement_strong_count(bits as *const Text),
            Word::Array => Rc::decrement_strong_count(bits as *const crate::array::Array),
            Word::Object => Rc::decrement_strong_count(bits as *const Object),
        }
    }
}

/// The words of values that are stored: scalars by their bits, handles with one more owner.
pub fn stored(shape: &Shape, first: usize, values: &[Value]) -> Result<Vec<u64>> {
    let kinds = shape.words.get(first..first + values.len());
    let kinds = kinds.ok_or_else(|| Error::internal("a row has fewer leaves than are stored"))?;
    values
        .iter()
        .zip(kinds)
        .map(|(value, &word)| {
            if (value.tag == Tag::None as u32 && word == Word::Plain) || word != Word::of_tag(value.tag) {
                return Err(Error::internal(format!("a leaf has tag {}, the object holds {word:?}", value.tag)));
            }
            // SAFETY: operands are alive, and the tag says what this one is.
            unsafe { share_word(word, value.bits) }
            Ok(value.bits)
        })
        .collect()
}

/// Borrows the object behind a handle.
///
/// # Safety
/// `bits` is a live object handle, owned by somebody for as long as the borrow lasts.
pub unsafe fn object<'a>(bits: u64) -> &'a Object {
    // SAFETY: by the contract.
    unsafe { &*(bits as *const Object) }
}

/// Gives a handle away: the receiver owns one count.
pub fn into_bits(object: Rc<Object>) -> u64 {
    let bits = Rc::into_raw(object) as u64;
    crate::array::ledger::given(Tag::Object, bits);
    bits
}

/// Stores a handle in a leaf: the object owns one count of the new one, and gives up the old one.
///
/// # Safety
/// `place` is a leaf of a live object that holds handles of the kind that `tag` names, `bits` a live handle of it.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_object_store(tag: u32, place: *mut u64, bits: u64) {
    let word = Word::of_tag(tag);
    // SAFETY: by the contract; the new one gets its count first, as both may be one.
    unsafe {
        share_word(word, bits);
        let old = place.replace(bits);
        drop_word(word, old);
    }
}

/// Raises `IndexError` for a row that is not there.
///
/// # Safety
/// `site` is null or valid, `message` is NUL-terminated.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_raise_row(site: *const phylanx_abi::Site, message: *const core::ffi::c_char) -> ! {
    // SAFETY: by the contract.
    let message = unsafe { core::ffi::CStr::from_ptr(message) };
    // SAFETY: by the contract.
    unsafe { crate::error::fail(site, &Error::index(message.to_string_lossy())) }
}

/// Borrows the text behind a word.
///
/// # Safety
/// `bits` is a live string handle.
pub unsafe fn text_of<'a>(bits: u64) -> &'a str {
    // SAFETY: by the contract.
    unsafe { handle::text(bits) }
}
