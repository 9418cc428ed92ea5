//! Which handles generated code holds while a library call runs, so that a call which an error ends frees them all.
//!
//! An error unwinds through generated code, which has no clean-up of its own. Programs that end with their first error keep
//! no ledger: it costs them one test for each handle.

use super::handle;
use phylanx_abi::Tag;
use std::cell::RefCell;
use std::collections::HashMap;

/// Handles with the number of counts that generated code owns.
type Held = HashMap<u64, (Tag, i64)>;

thread_local! {
    static LEDGER: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Begins to keep count on this thread.
pub fn open() {
    LEDGER.set(Some(Held::new()));
}

/// Ends keeping count; what generated code holds now is the caller's.
pub fn close() {
    LEDGER.set(None);
}

/// Ends keeping count and frees all that generated code held.
pub fn free_all() {
    for (bits, (tag, count)) in LEDGER.take().unwrap_or_default() {
        for _ in 0..count {
            // SAFETY: generated code owned `count` counts of this handle and runs no more.
            unsafe { handle::phx_release(tag as u32, bits) };
        }
    }
}

/// Generated code owns one more count.
pub fn given(tag: Tag, bits: u64) {
    LEDGER.with_borrow_mut(|ledger| {
        if let Some(held) = ledger {
            held.entry(bits).or_insert((tag, 0)).1 += 1;
        }
    });
}

/// Generated code owns one count less.
pub fn taken(bits: u64) {
    LEDGER.with_borrow_mut(|ledger| {
        if let Some(held) = ledger
            && let Some(entry) = held.get_mut(&bits)
        {
            entry.1 -= 1;
            if entry.1 == 0 {
                held.remove(&bits);
            }
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

    fn array() -> Rc<Array> {
        Array::from_vec(&[1.0f64]).expect("memory")
    }
}
