//! Calls of functions that a Python session has compiled: plain data goes in and comes out, so that the session's own lock is free
//! while code runs, and nothing of the runtime is shared with other threads.

use super::argument::{Given, detach, groups, views};
use super::take::{Taken, Taker};
use super::types::Type;
use super::{Inside, LIBRARY, Library, guard};
use crate::array::handle::{Text, drop_count};
use crate::array::{Array, copy, handle};
use crate::error::{Error, Result};
use crate::object::shape::Shape;
use crate::object::{Kind, Object};
use crate::ops::value::Owned;
use crate::{interrupt, rank};
use phylanx_abi::library::{EntryFn, ExternArray, ModuleFn};
use phylanx_abi::{Tag, Value};
use std::io::Write;
use std::rc::Rc;
use std::sync::PoisonError;

/// A compiled function.
#[derive(Clone, Copy)]
pub struct Code {
    pub top_level: ModuleFn,
    pub entry: EntryFn,
    /// Number of values that carry the result.
    pub results: usize,
    /// Makes what `print` writes to.
    pub output: fn() -> Box<dyn Write>,
    /// Whether the call is to stop, after the user has asked for it.
    pub stops: fn() -> bool,
}

/// One of the values that carry an argument.
pub enum Leaf {
    /// The bits of a scalar.
    Word(u64),
    Text(Box<str>),
    /// The number of one of the call's arrays.
    Array(usize),
    /// The number of one of the call's objects.
    Object(usize),
}

/// An array of the session's.
pub struct Lent {
    pub array: ExternArray,
    /// Code may write it although its owner forbids that: it gets a copy, and an exception if the copy has changed.
    pub protected: bool,
}

// SAFETY: the session keeps the memory for the call, and nobody else uses the description.
unsafe impl Send for Lent {}

/// A list, dict, set or the like of the session's.
pub struct Tree {
    pub kind: Kind,
    /// Types of the items, or of keys and values.
    pub parts: Vec<Type>,
    pub rows: Vec<Vec<Leaf>>,
}

/// What a function is called with.
#[derive(Default)]
pub struct Arguments {
    pub leaves: Vec<Leaf>,
    pub arrays: Vec<Lent>,
    /// Objects come after those that they hold.
    pub objects: Vec<Tree>,
    /// Module-level variables that hold arrays of the session's: the name, and the number of the array.
    pub variables: Vec<(String, usize)>,
}

/// What came of a call.
pub struct Outcome {
    pub result: Taken,
    /// What each of the objects among the arguments holds now.
    pub objects: Vec<Taken>,
}

/// An exception, with the places of the program that it has left, the innermost first.
#[derive(Debug)]
pub struct Fault {
    pub kind: String,
    pub message: String,
    /// `e.args` as Python writes them, without the parentheses.
    pub args: String,
    pub frames: Vec<(String, u32, Option<String>)>,
}

/// Calls a function.
///
/// # Errors
/// The exception that ended it.
///
/// # Safety
/// `code` is compiled for these arguments and this type of result; arrays describe valid memory.
pub unsafe fn call(code: Code, arguments: &Arguments, result: &Type) -> std::result::Result<Outcome, Fault> {
    let Some(_watched) = interrupt::Watched::begin(code.stops) else {
        let text = "compiled code cannot be called while it prints, or by what handles a signal that stops it";
        return Err(Fault::of(Error::new("RuntimeError", text)));
    };
    let mut library = LIBRARY.lock().unwrap_or_else(PoisonError::into_inner);
    let library = library.get_or_insert_with(Library::new);
    library.renew_after_fork();
    let module = library.module(code.top_level);
    let _inside = Inside::enter(library.state.clone(), module.rank.clone());
    let prepared = (|| {
        if !module.ready.get() {
            *module.rank.output.borrow_mut() = (code.output)();
            // SAFETY: by the contract.
            guard::guarded(|| unsafe { (code.top_level)() })?;
            module.ready.set(true);
        }
        Prepared::new(arguments)
    })();
    let done = prepared.and_then(|prepared| {
        // SAFETY: by the contract.
        let done = unsafe { run(code, arguments, &prepared, result) };
        drop(prepared.objects);
        detach(prepared.arrays).and(done)
    });
    let flushed = rank::flush_output();
    done.and_then(|outcome| flushed.map(|()| outcome)).map_err(Fault::of)
}

/// # Safety
/// As for [`call`].
unsafe fn run(code: Code, arguments: &Arguments, prepared: &Prepared, result: &Type) -> Result<Outcome> {
    let before = prepared.set_variables(arguments);
    let mut values = vec![Value::NONE; code.results];
    // SAFETY: by the contract.
    let done = guard::guarded(|| unsafe { (code.entry)(prepared.values.as_ptr(), values.as_mut_ptr()) });
    let settled = crate::exec::settle();
    restore_variables(before);
    done.and(settled)?;
    let mut taker = Taker::new(&prepared.arrays, &prepared.objects);
    let taken = taker.take(result, &mut values.iter().map(|value| value.bits));
    let objects: Result<Vec<Taken>> =
        arguments.objects.iter().zip(&prepared.objects).map(|(tree, object)| taker.rows(object, &tree.parts)).collect();
    for value in &values {
        if value.bits != 0 || value.tag == Tag::Token as u32 {
            // SAFETY: the entry gave us one count of each handle.
            unsafe { drop_count(value.tag, value.bits) }
        }
    }
    prepared.check_protected(arguments)?;
    let (result, objects) = taker.finish(taken?, objects?)?;
    Ok(Outcome { result, objects })
}

/// Arguments as generated code takes them.
struct Prepared {
    values: Vec<Value>,
    arrays: Vec<Rc<Array>>,
    objects: Vec<Rc<Object>>,
    _texts: Vec<Rc<Text>>,
}

impl Prepared {
    fn new(arguments: &Arguments) -> Result<Prepared> {
        let arrays = lent(&arguments.arrays)?;
        let mut objects: Vec<Rc<Object>> = Vec::with_capacity(arguments.objects.len());
        for tree in &arguments.objects {
            let object = build(tree, &arrays, &objects)?;
            objects.push(object);
        }
        let mut texts = Vec::new();
        let mut values = Vec::with_capacity(arguments.leaves.len());
        for leaf in &arguments.leaves {
            let bits = match leaf {
                Leaf::Word(bits) => *bits,
                Leaf::Text(text) => {
                    let text = Rc::new(Text(text.clone()));
                    texts.push(text.clone());
                    Rc::as_ptr(&text) as u64
                }
                Leaf::Array(at) => Rc::as_ptr(&arrays[*at]) as u64,
                Leaf::Object(at) => Rc::as_ptr(&objects[*at]) as u64,
            };
            values.push(Value { tag: Tag::None as u32, aux: 0, bits });
        }
        Ok(Prepared { values, arrays, objects, _texts: texts })
    }

    /// Makes module-level variables the session's arrays; gives what they were.
    fn set_variables(&self, arguments: &Arguments) -> Vec<(String, Option<Owned>)> {
        rank::with(|rank| {
            let mut globals = rank.globals.borrow_mut();
            let set = |(name, at): &(String, usize)| {
                (name.clone(), globals.insert(name.clone(), Owned::Array(self.arrays[*at].clone())))
            };
            arguments.variables.iter().map(set).collect()
        })
    }

    /// # Errors
    /// NumPy's exception for a read-only array that has changed.
    fn check_protected(&self, arguments: &Arguments) -> Result<()> {
        for (lent, array) in arguments.arrays.iter().zip(&self.arrays).filter(|(lent, _)| lent.protected) {
            let now = copy::contiguous(array)?;
            let then = copy::contiguous(&views(&[Given::seen(0, &lent.array)?])?[0].1)?;
            // SAFETY: both are fresh or whole arrays of the same type and shape.
            let bytes = |array: &Rc<Array>| unsafe {
                let first = array.base().wrapping_add(array.view.offset as usize * array.dtype().size());
                std::slice::from_raw_parts(first, array.size() as usize * array.dtype().size())
            };
            if array.size() > 0 && bytes(&now) != bytes(&then) {
                return Err(Error::value("assignment destination is read-only"));
            }
        }
        Ok(())
    }
}

fn restore_variables(before: Vec<(String, Option<Owned>)>) {
    rank::with(|rank| {
        let mut globals = rank.globals.borrow_mut();
        for (name, old) in before {
            match old {
                Some(old) => drop(globals.insert(name, old)),
                None => drop(globals.remove(&name)),
            }
        }
    });
}

/// The session's arrays as views on its memory; those that overlap share a buffer.
fn lent(arrays: &[Lent]) -> Result<Vec<Rc<Array>>> {
    let given = arrays.iter().enumerate().map(|(at, lent)| Given::seen(at, &lent.array));
    let mut done: Vec<(usize, Rc<Array>)> = Vec::with_capacity(arrays.len());
    for group in groups(given.collect::<Result<_>>()?) {
        done.extend(views(&group)?);
    }
    done.sort_by_key(|(at, _)| *at);
    let protect = |(at, array): (usize, Rc<Array>)| {
        if arrays[at].protected { owned_copy(&array) } else { Ok(array) }
    };
    done.into_iter().map(protect).collect()
}

/// A copy in memory of its own.
pub(super) fn owned_copy(array: &Rc<Array>) -> Result<Rc<Array>> {
    let copy = copy::contiguous(array)?;
    let is_same = Rc::ptr_eq(&copy.buffer, &array.buffer);
    if !is_same {
        return Ok(copy);
    }
    let fresh = Array::fresh(array.dtype(), array.view.shape, crate::array::Fill::Any)?;
    let size = array.dtype().size();
    let first = array.base().wrapping_add(array.view.offset as usize * size);
    // SAFETY: the array is contiguous, whole, and as large as the fresh one.
    unsafe { std::ptr::copy_nonoverlapping(first, fresh.base(), array.size() as usize * size) };
    Ok(fresh)
}

fn build(tree: &Tree, arrays: &[Rc<Array>], objects: &[Rc<Object>]) -> Result<Rc<Object>> {
    let shape = Rc::new(Shape::parse(&Type::row_shape(&tree.parts))?);
    let object = Object::new(tree.kind, shape);
    for row in &tree.rows {
        let word = |leaf: &Leaf| match leaf {
            Leaf::Word(bits) => *bits,
            Leaf::Text(text) => Rc::into_raw(Rc::new(Text(text.clone()))) as u64,
            Leaf::Array(at) => Rc::into_raw(arrays[*at].clone()) as u64,
            Leaf::Object(at) => Rc::into_raw(objects[*at].clone()) as u64,
        };
        let words: Vec<u64> = row.iter().map(word).collect();
        if tree.kind == Kind::Dict || tree.kind.is_set() {
            object.put(&words)?;
        } else {
            object.push(&words);
        }
    }
    Ok(object)
}

/// Shares an array behind a word that generated code wrote.
///
/// # Safety
/// `bits` is a live array handle.
pub(super) unsafe fn shared(bits: u64) -> Rc<Array> {
    // SAFETY: by the contract.
    unsafe { handle::share_array(bits) }
}

impl Fault {
    fn of(error: Error) -> Fault {
        let args = crate::exception::arguments(&error);
        let frames = error.details.as_ref().map(|details| details.frames.places()).unwrap_or_default();
        let args = match error.details.as_ref().and_then(|details| details.code) {
            Some(code) if error.kind == "SystemExit" => code.to_string(),
            _ => args,
        };
        Fault { kind: error.kind.into_owned(), message: error.message, args, frames }
    }
}
