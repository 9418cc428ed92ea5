//! Frames as MPI messages. A long frame travels as blocks of 4096 bytes, because MPI counts elements in 32 bits; its tag then tells
//! how much of the last block is padding.

use core::ffi::{c_int, c_void};
use mpi::ffi;

/// Bytes of a block; the room that callers leave past the end of a frame.
const BLOCK: usize = 4096;
/// Tag of a frame sent as bytes; a frame sent as blocks has tag `1 + padding`.
const PLAIN: c_int = 0;

/// How frames are sent and found.
pub struct Frames {
    split: usize,
    block: ffi::MPI_Datatype,
    found: ffi::MPI_Message,
    shape: Shape,
}

/// Count and type of a frame's elements.
#[derive(Clone, Copy)]
struct Shape {
    count: c_int,
    datatype: ffi::MPI_Datatype,
}

impl Frames {
    /// Frames longer than `split` bytes are sent as blocks.
    pub fn new(split: usize) -> Frames {
        // SAFETY: MPI is initialised; predefined handles are constants of the library.
        unsafe {
            let mut block = ffi::RSMPI_DATATYPE_NULL;
            ffi::MPI_Type_contiguous(BLOCK as c_int, ffi::RSMPI_UINT8_T, &mut block);
            ffi::MPI_Type_commit(&mut block);
            let shape = Shape { count: 0, datatype: ffi::RSMPI_UINT8_T };
            Frames { split, block, found: ffi::RSMPI_MESSAGE_NULL, shape }
        }
    }

    /// Starts sending.
    ///
    /// # Safety
    /// The bytes, and a block after them, stay alive and unchanged until the request is complete.
    pub unsafe fn send(&self, to: c_int, data: *const u8, len: usize) -> Result<ffi::MPI_Request, c_int> {
        let (shape, tag) = self.outgoing(len);
        // SAFETY: by the contract; the world communicator is alive.
        unsafe {
            let mut request = ffi::RSMPI_REQUEST_NULL;
            let data = data.cast::<c_void>();
            let world = ffi::RSMPI_COMM_WORLD;
            ok(ffi::MPI_Isend(data, shape.count, shape.datatype, to, tag, world, &mut request))?;
            Ok(request)
        }
    }

    fn outgoing(&self, len: usize) -> (Shape, c_int) {
        if len <= self.split {
            // SAFETY: a constant of the library.
            return (Shape { count: len as c_int, datatype: unsafe { ffi::RSMPI_UINT8_T } }, PLAIN);
        }
        let blocks = len.div_ceil(BLOCK);
        (Shape { count: blocks as c_int, datatype: self.block }, 1 + (blocks * BLOCK - len) as c_int)
    }

    /// Sender and length of a frame that has come, which the next call of [`Frames::receive`] takes.
    pub fn probe(&mut self) -> Result<Option<(c_int, usize)>, c_int> {
        // SAFETY: plain output parameters; a zeroed status is filled in by MPI.
        unsafe {
            let mut status: ffi::MPI_Status = core::mem::zeroed();
            let mut flag = 0;
            let (any, tag, world) = (ffi::RSMPI_ANY_SOURCE, ffi::RSMPI_ANY_TAG, ffi::RSMPI_COMM_WORLD);
            ok(ffi::MPI_Improbe(any, tag, world, &mut flag, &mut self.found, &mut status))?;
            if flag == 0 {
                return Ok(None);
            }
            let plain = status.MPI_TAG == PLAIN;
            let datatype = if plain { ffi::RSMPI_UINT8_T } else { self.block };
            let mut count = 0;
            ok(ffi::MPI_Get_count(&status, datatype, &mut count))?;
            self.shape = Shape { count, datatype };
            let len = if plain { count as usize } else { count as usize * BLOCK - (status.MPI_TAG as usize - 1) };
            Ok(Some((status.MPI_SOURCE, len)))
        }
    }

    /// Starts receiving the frame that was found.
    ///
    /// # Safety
    /// `data` has room for the frame and one block, alive and untouched until the request is complete.
    pub unsafe fn receive(&mut self, data: *mut u8) -> Result<ffi::MPI_Request, c_int> {
        // SAFETY: by the contract.
        unsafe {
            let mut request = ffi::RSMPI_REQUEST_NULL;
            let Shape { count, datatype } = self.shape;
            ok(ffi::MPI_Imrecv(data.cast(), count, datatype, &mut self.found, &mut request))?;
            Ok(request)
        }
    }
}

/// MPI's code as a result; 0 is MPI_SUCCESS by the standard.
pub fn ok(code: c_int) -> Result<(), c_int> {
    if code == 0 { Ok(()) } else { Err(code) }
}
