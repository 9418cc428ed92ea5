//! Which handles generated code holds while an error may be caught, so that what an error ends frees them all.
//!
//! An error unwinds through generated code, which has no clean-up of its own. Each library call and each running body of a
//! `try` has a ledger; ledgers nest. Programs that end with their first error keep none: it costs them one test for each handle.

use super::handle;
use phylanx_abi::Tag;
use std::cell::RefCell;
use std::collections::HashMap;

/// Handles with the number of counts that generated code owns.
type Held = HashMap<u64, (Tag, i64)>;

thread_local! {
    static LEDGERS: RefCell<Vec<Held>> = const { RefCell::new(Vec::new()) };
}

/// Begins a ledger on this thread.
pub fn open() {
    LEDGERS.with_borrow_mut(|ledgers| ledgers.push(Held::new()));
}

/// Ends the innermost ledger; what generated code holds now is that of the code around.
pub fn close() {
    LEDGERS.with_borrow_mut(|ledgers| {
        let held = ledgers.pop().unwrap_or_default();
        if let Some(outer) = ledgers.last_mut() {
            for (bits, (tag, count)) in held {
                outer.entry(bits).or_insert((tag, 0)).1 += count;
            }
        }
    });
}

/// Ends the innermost ledger and frees all that generated code held by it.
pub fn free_all() {
    let held = LEDGERS.with_borrow_mut(Vec::pop).unwrap_or_default();
    for (bits, (tag, count)) in held {
        for _ in 0..count {
            // SAFETY: generated code owned `count` counts of this handle and runs no more.
            unsafe { handle::drop_count(tag as u32, bits) };
        }
    }
}

/// Generated code owns one more count.
pub fn given(tag: Tag, bits: u64) {
    LEDGERS.with_borrow_mut(|ledgers| {
        if let Some(held) = ledgers.last_mut() {
            held.entry(bits).or_insert((tag, 0)).1 += 1;
        }
    });
}

/// Generated code owns one count less.
pub fn taken(bits: u64) {
    LEDGERS.with_borrow_mut(|ledgers| {
        // What was given before the ledger began is in one further out.
        for held in ledgers.iter_mut().rev() {
            let Some(entry) = held.get_mut(&bits) else { continue };
            entry.1 -= 1;
            if entry.1 == 0 {
                held.remove(&bits);
            }
            return;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::Array;
    use std::rc::Rc;

    #[test]
    fn what_a_failed_call_held_is_freed_and_what_it_gave_back_is_not_freed_twice() {
        let (kept, dropped) = (array(), array());
        open();
        let held = handle::array_into_bits(kept.clone());
        let released = handle::array_into_bits(dropped.clone());
        // SAFETY: both handles are live.
        unsafe {
            handle::phx_retain(Tag::Array as u32, held);
            handle::phx_release(Tag::Array as u32, released);
        }
        assert_eq!((Rc::strong_count(&kept), Rc::strong_count(&dropped)), (3, 1));
        free_all();
        assert_eq!((Rc::strong_count(&kept), Rc::strong_count(&dropped)), (1, 1));
    }

    #[test]
    fn an_inner_ledger_frees_its_own_counts_alone_and_hands_on_what_it_holds_when_it_ends_well() {
        let shared = array();
        open();
        let outer = handle::array_into_bits(shared.clone());
        open();
        // SAFETY: the handle is live.
        unsafe { handle::phx_retain(Tag::Array as u32, outer) };
        free_all();
        assert_eq!(Rc::strong_count(&shared), 2);
        open();
        // SAFETY: the handle is live.
        unsafe { handle::phx_retain(Tag::Array as u32, outer) };
        close();
        assert_eq!(Rc::strong_count(&shared), 3);
        free_all();
        assert_eq!(Rc::strong_count(&shared), 1);
    }

    fn array() -> Rc<Array> {
        Array::from_vec(&[1.0f64]).expect("memory")
    }
}
