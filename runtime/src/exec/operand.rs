//! Operands of a kernel call: an address for domain coordinate 0 and a stride for each domain dimension.

use crate::array::{Array, View};
use crate::region::{Region, row_major};
use phylanx_abi::{KernelFn, MAX_RANK, MemRefHead};

/// Where a kernel finds one operand. The address may lie outside of the memory when coordinate 0 is not in it.
#[derive(Clone, Copy, Debug)]
pub struct Operand {
    /// Address of the element at domain coordinate 0.
    pub data: *mut u8,
    /// Bytes of an element.
    pub size: i64,
    /// Strides in elements along the domain's dimensions; 0 where the operand is repeated.
    pub strides: [i64; MAX_RANK],
}

// SAFETY: an operand is an address that the pieces of one task use on disjoint elements, or only read.
unsafe impl Send for Operand {}
// SAFETY: as above.
unsafe impl Sync for Operand {}

impl Operand {
    /// An array that is whole on this rank, as an input of a domain of at least its rank.
    pub fn input(array: &Array, rank: usize) -> Operand {
        let size = array.dtype().size() as i64;
        let mut operand =
            Operand { data: element(array.base(), array.view.offset, size), size, strides: [0; MAX_RANK] };
        let lead = rank - array.rank();
        for (d, (&extent, &stride)) in array.view.shape.iter().zip(array.view.strides.iter()).enumerate() {
            operand.strides[lead + d] = if extent == 1 { 0 } else { stride };
        }
        operand
    }

    /// A row-major block of memory that holds the elements at `region` of the domain.
    pub fn block(data: *mut u8, size: usize, region: &Region) -> Operand {
        let strides = row_major(&region.extents()[..region.rank()]);
        let operand = Operand { data, size: size as i64, strides };
        operand.moved(region.lo(), -1)
    }

    /// Seen from coordinates `times * by` further on.
    pub fn moved(mut self, by: &[i64], times: i64) -> Operand {
        let steps: i64 = by.iter().zip(self.strides).map(|(&steps, stride)| steps * stride).sum();
        self.data = element(self.data, steps * times, self.size);
        self
    }

    /// With the stride of each dimension in the bit set `dims` made 0.
    pub fn repeated(mut self, dims: u32) -> Operand {
        for (d, stride) in self.strides.iter_mut().enumerate() {
            if dims & (1 << d) != 0 {
                *stride = 0;
            }
        }
        self
    }

    /// Address of the element at a coordinate.
    pub fn at(&self, index: &[i64]) -> *mut u8 {
        self.moved(index, 1).data
    }

    /// The view of a region from address `at(lo)` on; strides are those of the region's dimensions.
    pub fn view(&self, region: &Region) -> View {
        let rank = region.rank();
        View { offset: 0, shape: region.extents()[..rank].into(), strides: self.strides[..rank].into() }
    }
}

fn element(base: *mut u8, index: i64, size: i64) -> *mut u8 {
    base.wrapping_offset(index.wrapping_mul(size) as isize)
}

/// Operands laid out as the memref descriptors that a kernel takes.
pub struct Descriptors {
    words: Vec<i64>,
    starts: Vec<usize>,
}

impl Descriptors {
    /// Room for `count` operands.
    pub fn with_capacity(count: usize) -> Descriptors {
        Descriptors { words: Vec::with_capacity(count * 9), starts: Vec::with_capacity(count) }
    }

    /// Adds an operand with the dimensions `dims` of the domain, whose extents are `extents`.
    pub fn push(&mut self, operand: &Operand, dims: impl Iterator<Item = usize> + Clone, extents: &[i64]) {
        self.starts.push(self.words.len());
        self.words.extend([operand.data as i64, operand.data as i64, 0]);
        self.words.extend(dims.clone().map(|d| extents[d]));
        self.words.extend(dims.map(|d| operand.strides[d]));
    }

    /// Moves the operand that was added last.
    pub fn set_last(&mut self, data: *mut u8) {
        if let Some(&start) = self.starts.last() {
            self.words[start..start + 2].fill(data as i64);
        }
    }

    /// Calls a kernel on a region.
    ///
    /// # Safety
    /// The operands are those that the kernel takes and hold all that it touches for the region.
    pub unsafe fn call(&self, kernel: KernelFn, region: &Region) {
        let mut few = [std::ptr::null::<MemRefHead>(); 8];
        let address = |&start: &usize| self.words[start..].as_ptr().cast::<MemRefHead>();
        if self.starts.len() <= few.len() {
            few.iter_mut().zip(&self.starts).for_each(|(slot, start)| *slot = address(start));
            // SAFETY: by the contract.
            return unsafe { kernel(few.as_ptr(), region.lo().as_ptr(), region.hi().as_ptr()) };
        }
        let many: Vec<_> = self.starts.iter().map(address).collect();
        // SAFETY: by the contract.
        unsafe { kernel(many.as_ptr(), region.lo().as_ptr(), region.hi().as_ptr()) }
    }
}
