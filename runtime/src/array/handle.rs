//! Handles: how generated code holds arrays and strings.

use super::{Array, ledger};
use crate::error;
use phylanx_abi::{Site, Tag};
use std::rc::Rc;

/// A string of the program: immutable, shared.
#[derive(PartialEq, Eq, Debug)]
pub struct Text(pub Box<str>);

/// Gives a handle away: the receiver owns one count.
pub fn array_into_bits(array: Rc<Array>) -> u64 {
    let bits = Rc::into_raw(array) as u64;
    ledger::given(Tag::Array, bits);
    bits
}

/// Gives a string handle away: the receiver owns one count.
pub fn text_into_bits(text: Rc<Text>) -> u64 {
    let bits = Rc::into_raw(text) as u64;
    ledger::given(Tag::Str, bits);
    bits
}

/// Borrows the array behind a handle.
///
/// # Safety
/// `bits` is a live array handle, owned by somebody for as long as the borrow lasts.
pub unsafe fn array<'a>(bits: u64) -> &'a Array {
    // SAFETY: by the contract.
    unsafe { &*(bits as *const Array) }
}

/// Shares the array behind a handle: one count more.
///
/// # Safety
/// `bits` is a live array handle.
pub unsafe fn share_array(bits: u64) -> Rc<Array> {
    let at = bits as *const Array;
    // SAFETY: by the contract.
    unsafe {
        Rc::increment_strong_count(at);
        Rc::from_raw(at)
    }
}

/// Borrows the text behind a handle.
///
/// # Safety
/// `bits` is a live string handle, owned by somebody for as long as the borrow lasts.
pub unsafe fn text<'a>(bits: u64) -> &'a str {
    // SAFETY: by the contract.
    unsafe { &(*(bits as *const Text)).0 }
}

/// One more owner of a handle; nothing for values that are no handles.
///
/// # Safety
/// `bits` is a live handle of the kind that `tag` names.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_retain(tag: u32, bits: u64) {
    // SAFETY: by the contract.
    unsafe {
        if tag == Tag::Array as u32 {
            Rc::increment_strong_count(bits as *const Array);
            ledger::given(Tag::Array, bits);
        } else if tag == Tag::Str as u32 {
            Rc::increment_strong_count(bits as *const Text);
            ledger::given(Tag::Str, bits);
        } else if tag == Tag::Object as u32 && bits != 0 {
            Rc::increment_strong_count(bits as *const crate::object::Object);
            ledger::given(Tag::Object, bits);
        } else if tag == Tag::Token as u32 {
            crate::exec::retain_token(bits);
        }
    }
}

/// One owner less of a handle; the last frees it. Nothing for values that are no handles.
///
/// # Safety
/// `bits` is a live handle of the kind that `tag` names, and the caller owns one count of it.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_release(tag: u32, bits: u64) {
    ledger::taken(bits);
    // SAFETY: by the contract.
    unsafe { drop_count(tag, bits) }
}

/// As [`phx_release`], for a count that no ledger has entered.
///
/// # Safety
/// As for [`phx_release`].
pub unsafe fn drop_count(tag: u32, bits: u64) {
    // SAFETY: by the contract.
    unsafe {
        if tag == Tag::Array as u32 {
            Rc::decrement_strong_count(bits as *const Array);
        } else if tag == Tag::Str as u32 {
            Rc::decrement_strong_count(bits as *const Text);
        } else if tag == Tag::Object as u32 && bits != 0 {
            Rc::decrement_strong_count(bits as *const crate::object::Object);
        } else if tag == Tag::Token as u32 {
            crate::exec::release_token(bits);
        }
    }
}

/// Makes an array whole and up to date on this rank, so that generated code may use its head's `data` until the
/// next call that spawns work.
///
/// # Safety
/// `site` is null or valid, `handle` is a live array handle.
#[unsafe(no_mangle)]
pub unsafe extern "C-unwind" fn phx_acquire(site: *const Site, handle: u64) {
    // SAFETY: by the contract.
    let array = unsafe { array(handle) };
    if let Err(error) = crate::exec::localize(array) {
        // SAFETY: by the contract.
        unsafe { error::fail(site, &error) }
    }
    array.refresh();
}
