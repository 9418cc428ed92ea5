//! Aligned memory of arrays, with a small pool of freed blocks so that large temporaries do not fault their pages in anew.

use std::alloc::{Layout, alloc, alloc_zeroed, dealloc};
use std::cell::RefCell;
use std::ptr::NonNull;

/// Alignment of every block, in bytes: a cache line and the widest vector.
pub const ALIGN: usize = 64;

/// Blocks from this size on go through the pool; smaller ones are the allocator's business.
const POOLED: usize = 256 * 1024;

/// What fresh memory holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fill {
    Zero,
    /// Anything: whoever asks will write each element before it is read.
    Any,
}

/// An owned block of memory. Not initialised unless asked for; only raw pointers reach into it.
#[derive(Debug)]
pub struct Storage {
    base: NonNull<u8>,
    bytes: usize,
    held: Held,
}

/// Whose memory a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Held {
    Ours,
    /// Of a caller of the library, who frees it.
    Callers,
}

impl Storage {
    /// `bytes` bytes, or `None` when the machine has not that much.
    pub fn new(bytes: usize, fill: Fill) -> Option<Storage> {
        if bytes < POOLED {
            return fresh(bytes, fill);
        }
        let reused = POOL.try_with(|pool| pool.borrow_mut().take(bytes)).ok().flatten();
        let storage = match reused {
            Some(base) => reuse(base, bytes, fill),
            None => fresh(bytes, fill)?,
        };
        Some(storage)
    }

    /// Memory of a caller, not freed with the value; it has the alignment of its elements only.
    pub fn borrowed(base: NonNull<u8>, bytes: usize) -> Storage {
        Storage { base, bytes, held: Held::Callers }
    }

    /// Whether the memory is a caller's.
    pub fn is_borrowed(&self) -> bool {
        self.held == Held::Callers
    }

    /// The first byte; 64-byte aligned unless borrowed, never null.
    pub fn base(&self) -> *mut u8 {
        self.base.as_ptr()
    }

    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

impl Drop for Storage {
    fn drop(&mut self) {
        if self.is_borrowed() {
            return;
        }
        if self.bytes >= POOLED && POOL.try_with(|pool| pool.borrow_mut().give(self.base, self.bytes)).is_ok() {
            return;
        }
        // SAFETY: the block came from `fresh` with this size and nobody owns it any more.
        unsafe { free(self.base, self.bytes) }
    }
}

fn reuse(base: NonNull<u8>, bytes: usize, fill: Fill) -> Storage {
    if fill == Fill::Zero {
        // SAFETY: a pooled block has exactly `bytes` bytes and no owner.
        unsafe { base.as_ptr().write_bytes(0, bytes) };
    }
    Storage { base, bytes, held: Held::Ours }
}

/// The allocator hands out zero pages without touching them only at its natural alignment, so the block is
/// asked for with room to align by hand; the distance to its true start is kept just below the first byte.
fn fresh(bytes: usize, fill: Fill) -> Option<Storage> {
    let layout = padded(bytes)?;
    // SAFETY: the layout is not empty; the aligned start leaves `bytes` bytes and at least 8 before it.
    unsafe {
        let raw = match fill {
            Fill::Zero => alloc_zeroed(layout),
            Fill::Any => alloc(layout),
        };
        let raw = NonNull::new(raw)?;
        let gap = ALIGN - raw.as_ptr() as usize % ALIGN;
        let base = raw.add(gap);
        base.cast::<usize>().sub(1).write(gap);
        Some(Storage { base, bytes, held: Held::Ours })
    }
}

fn padded(bytes: usize) -> Option<Layout> {
    Layout::from_size_align(bytes.checked_add(ALIGN)?, 16).ok()
}

/// # Safety
/// `base` and `bytes` are of a block made by [`fresh`] and not freed since.
unsafe fn free(base: NonNull<u8>, bytes: usize) {
    let Some(layout) = padded(bytes) else { return };
    // SAFETY: by the contract, the gap lies below the base and the layout is that of the allocation.
    unsafe {
        let gap = base.cast::<usize>().sub(1).read();
        dealloc(base.as_ptr().sub(gap), layout);
    }
}

thread_local! {
    /// A rank is a thread, so each rank has its own pool.
    static POOL: RefCell<Pool> = RefCell::default();
}

/// Freed blocks, oldest first. Blocks in use and blocks kept never exceed the most that was ever in use,
/// so the pool does not raise the peak.
#[derive(Default)]
struct Pool {
    kept: Vec<(NonNull<u8>, usize)>,
    kept_bytes: usize,
    live: usize,
    peak: usize,
}

impl Pool {
    fn take(&mut self, bytes: usize) -> Option<NonNull<u8>> {
        let found = self.kept.iter().rposition(|&(_, size)| size == bytes).map(|at| self.kept.remove(at).0);
        if found.is_some() {
            self.kept_bytes -= bytes;
        }
        self.live += bytes;
        self.peak = self.peak.max(self.live);
        self.trim();
        found
    }

    fn give(&mut self, base: NonNull<u8>, bytes: usize) {
        self.live = self.live.saturating_sub(bytes);
        self.kept.push((base, bytes));
        self.kept_bytes += bytes;
        self.trim();
    }

    fn trim(&mut self) {
        while self.live + self.kept_bytes > self.peak && !self.kept.is_empty() {
            let (base, bytes) = self.kept.remove(0);
            self.kept_bytes -= bytes;
            // SAFETY: a kept block has no owner but the pool.
            unsafe { free(base, bytes) };
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for &(base, bytes) in &self.kept {
            // SAFETY: a kept block has no owner but the pool.
            unsafe { free(base, bytes) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_aligned_and_zeroed_when_asked() {
        for bytes in [0, 1, 100, POOLED, 3 * POOLED + 8] {
            let block = Storage::new(bytes, Fill::Zero).expect("memory");
            assert_eq!(block.base() as usize % ALIGN, 0);
            // SAFETY: the block is `bytes` long and zeroed.
            let all = unsafe { std::slice::from_raw_parts(block.base(), bytes) };
            assert!(all.iter().all(|&byte| byte == 0));
        }
    }

    #[test]
    fn a_freed_large_block_is_used_again_and_zeroed_again() {
        let first = Storage::new(POOLED, Fill::Any).expect("memory");
        let address = first.base();
        // SAFETY: in bounds.
        unsafe { first.base().write(7) };
        drop(first);
        let second = Storage::new(POOLED, Fill::Zero).expect("memory");
        assert_eq!(second.base(), address);
        // SAFETY: in bounds, zeroed.
        assert_eq!(unsafe { second.base().read() }, 0);
    }

    #[test]
    fn an_absurd_size_is_refused() {
        assert!(Storage::new(usize::MAX - 8, Fill::Any).is_none());
    }
}
