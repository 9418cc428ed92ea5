//! The table of requests under way; a slot is free again once its completion was reported.

use crate::frames::ok;
use core::ffi::c_int;
use mpi::ffi;

#[derive(Default)]
pub struct Requests {
    /// Null where the slot is free.
    slots: Vec<ffi::MPI_Request>,
    free: Vec<usize>,
}

impl Requests {
    /// Takes up a request and gives its slot.
    pub fn add(&mut self, request: ffi::MPI_Request) -> usize {
        if let Some(slot) = self.free.pop() {
            self.slots[slot] = request;
            return slot;
        }
        self.slots.push(request);
        self.slots.len() - 1
    }

    /// Writes the slots that are complete to `out`, at most as many as fit, and gives their number.
    pub fn test(&mut self, out: &mut [usize]) -> Result<usize, c_int> {
        if self.free.len() == self.slots.len() {
            return Ok(0);
        }
        let mut written = 0;
        for slot in 0..self.slots.len() {
            if written == out.len() {
                break;
            }
            if self.is_done(slot)? {
                out[written] = slot;
                written += 1;
                self.free.push(slot);
            }
        }
        Ok(written)
    }

    fn is_done(&mut self, slot: usize) -> Result<bool, c_int> {
        // SAFETY: the slot holds a live request or the null request, which is skipped.
        unsafe {
            if self.slots[slot] == ffi::RSMPI_REQUEST_NULL {
                return Ok(false);
            }
            let mut flag = 0;
            ok(ffi::MPI_Test(&mut self.slots[slot], &mut flag, ffi::RSMPI_STATUS_IGNORE))?;
            Ok(flag != 0)
        }
    }
}
