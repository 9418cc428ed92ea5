//! Object files loaded into the memory of this process: a small linker for ELF on x86-64, without files.
//!
//! Sections are laid out in three segments (code, constants, data) of one mapping. What lies outside of it may be further away than
//! 2 GiB, so calls of it jump through a stub. Frames are registered with the unwinder. Code stays for the life of the process, since
//! threads of the runtime and texts of errors point into it.

use crate::CodegenError;
use object::read::elf::{ElfFile64, FileHeader};
use object::{Endianness, Object, ObjectSection, ObjectSymbol, RelocationTarget, SectionIndex, SymbolIndex, elf};
use std::collections::HashMap;

/// Finds symbols of the process.
pub type Resolve<'r> = &'r dyn Fn(&str) -> Option<usize>;

/// Loaded code: the addresses of its global symbols.
#[derive(Debug)]
pub struct Loaded {
    symbols: HashMap<String, usize>,
}

impl Loaded {
    /// The address of a global symbol.
    pub fn symbol(&self, name: &str) -> Option<usize> {
        self.symbols.get(name).copied()
    }
}

/// Loads object files that refer to one another.
///
/// # Errors
/// Our fault: what is no such object, or a symbol that nobody defines.
pub fn load(images: &[Vec<u8>], resolve: Resolve) -> Result<Loaded, CodegenError> {
    let files = images.iter().map(|image| File::parse(image.as_slice()).map_err(failed));
    let files: Vec<File> = files.collect::<Result<_, _>>()?;
    let mut plan = Plan::of(&files);
    let memory = Memory::map(&mut plan)?;
    plan.place(&files, memory.base);
    plan.copy(&files)?;
    let symbols = plan.globals(&files);
    plan.relocate(&files, &Symbols { defined: &symbols, resolve })?;
    memory.protect(&plan)?;
    for frames in &plan.frames {
        register(*frames);
    }
    Ok(Loaded { symbols })
}

/// Tells the unwinder of a whole `.eh_frame` section.
fn register(frames: usize) {
    unsafe extern "C" {
        pub fn __register_frame(begin: *const u8);
    }
    // SAFETY: the section is in place, relocated, and ends with a zero.
    unsafe { __register_frame(frames as *const u8) }
}

type File<'d> = ElfFile64<'d, Endianness>;

fn failed(error: impl std::fmt::Display) -> CodegenError {
    CodegenError::internal("load", error)
}

const PAGE: usize = 4096;
/// Bytes of a stub: a jump through the address that follows it.
const STUB: usize = 16;

/// Which segment a section is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Segment {
    Code,
    Constants,
    Data,
}

const SEGMENTS: [Segment; 3] = [Segment::Code, Segment::Constants, Segment::Data];

/// A section that is loaded.
struct Placed {
    file: usize,
    index: SectionIndex,
    segment: Segment,
    offset: usize,
    address: usize,
}

/// Where everything lies.
struct Plan {
    sections: Vec<Placed>,
    /// Start and size of each segment in the mapping.
    segments: [(usize, usize); 3],
    /// Symbols that have a slot with their address and a stub, by name.
    slots: HashMap<String, usize>,
    slot_base: usize,
    stub_base: usize,
    frames: Vec<usize>,
}

impl Plan {
    fn of(files: &[File]) -> Plan {
        let mut plan = Plan {
            sections: Vec::new(),
            segments: [(0, 0); 3],
            slots: HashMap::new(),
            slot_base: 0,
            stub_base: 0,
            frames: Vec::new(),
        };
        let mut sizes = [0_usize; 3];
        for (number, file) in files.iter().enumerate() {
            for section in file.sections() {
                let Some(segment) = segment_of(&section) else { continue };
                let size = &mut sizes[segment as usize];
                *size = size.next_multiple_of(section.align().max(1) as usize);
                let placed = Placed { file: number, index: section.index(), segment, offset: *size, address: 0 };
                plan.sections.push(placed);
                // Frames end with a zero word.
                *size += section.size() as usize + 8;
            }
            for symbol in file.symbols().filter(|symbol| !symbol.is_local()) {
                let next = plan.slots.len();
                plan.slots.entry(symbol.name().unwrap_or_default().to_string()).or_insert(next);
            }
        }
        let count = plan.slots.len();
        let stubs = sizes[0].next_multiple_of(STUB);
        let slots = sizes[2].next_multiple_of(8);
        (sizes[0], sizes[2]) = (stubs + count * STUB, slots + count * 8);
        let mut start = 0;
        for (segment, size) in plan.segments.iter_mut().zip(sizes) {
            *segment = (start, size.next_multiple_of(PAGE));
            start += segment.1;
        }
        (plan.stub_base, plan.slot_base) = (plan.segments[0].0 + stubs, plan.segments[2].0 + slots);
        plan
    }

    fn size(&self) -> usize {
        self.segments.iter().map(|(_, size)| size).sum()
    }

    fn place(&mut self, files: &[File], base: usize) {
        for section in &mut self.sections {
            section.address = base + self.segments[section.segment as usize].0 + section.offset;
        }
        self.stub_base += base;
        self.slot_base += base;
        let is_frames = |section: &&Placed| {
            let found = files[section.file].section_by_index(section.index);
            found.is_ok_and(|found| found.name() == Ok(".eh_frame"))
        };
        self.frames = self.sections.iter().filter(is_frames).map(|section| section.address).collect();
    }

    fn copy(&self, files: &[File]) -> Result<(), CodegenError> {
        for section in &self.sections {
            let found = files[section.file].section_by_index(section.index).map_err(failed)?;
            // Fresh pages are zero, as sections without contents are.
            let data = found.data().map_err(failed)?;
            // SAFETY: the mapping has room for the section at its address.
            unsafe { std::ptr::copy_nonoverlapping(data.as_ptr(), section.address as *mut u8, data.len()) }
        }
        Ok(())
    }

    fn address_of(&self, file: usize, section: SectionIndex) -> Option<usize> {
        let found = self.sections.iter().find(|placed| placed.file == file && placed.index == section);
        found.map(|placed| placed.address)
    }

    /// Global symbols that the objects define; the first of several weak ones stands for all.
    fn globals(&self, files: &[File]) -> HashMap<String, usize> {
        let mut found = HashMap::new();
        for (number, file) in files.iter().enumerate() {
            for symbol in file.symbols().filter(|symbol| symbol.is_definition() && !symbol.is_local()) {
                let section = symbol.section_index().and_then(|section| self.address_of(number, section));
                if let (Some(section), Ok(name)) = (section, symbol.name()) {
                    found.entry(name.to_string()).or_insert(section + symbol.address() as usize);
                }
            }
        }
        found
    }

    fn relocate(&self, files: &[File], symbols: &Symbols) -> Result<(), CodegenError> {
        for section in &self.sections {
            let file = &files[section.file];
            let found = file.section_by_index(section.index).map_err(failed)?;
            for (offset, relocation) in found.relocations() {
                let object::RelocationFlags::Elf { r_type } = relocation.flags() else {
                    return Err(failed("a relocation of another format"));
                };
                let at = section.address + offset as usize;
                let target = match relocation.target() {
                    RelocationTarget::Symbol(index) => self.target(section.file, file, index, symbols)?,
                    _ => return Err(failed("a relocation without a symbol")),
                };
                self.apply(r_type, at, relocation.addend(), &target)?;
            }
        }
        Ok(())
    }

    fn target(
        &self,
        number: usize,
        file: &File,
        index: SymbolIndex,
        symbols: &Symbols,
    ) -> Result<Target, CodegenError> {
        let symbol = file.symbol_by_index(index).map_err(failed)?;
        let name = symbol.name().map_err(failed)?;
        let slot = self.slots.get(name).copied();
        let own = symbol.section_index().and_then(|section| self.address_of(number, section));
        let address = match own {
            Some(section) if symbol.is_local() => section + symbol.address() as usize,
            _ => symbols.address(name)?,
        };
        Ok(Target { address, slot })
    }

    fn apply(&self, kind: u32, at: usize, addend: i64, target: &Target) -> Result<(), CodegenError> {
        let relative = |to: usize| (to as i64).wrapping_add(addend).wrapping_sub(at as i64);
        let narrow = match kind {
            elf::R_X86_64_NONE => return Ok(()),
            elf::R_X86_64_64 | elf::R_X86_64_PC64 => {
                let base = if kind == elf::R_X86_64_64 { 0 } else { at as i64 };
                write(at, (target.address as i64).wrapping_add(addend).wrapping_sub(base).to_le_bytes());
                return Ok(());
            }
            elf::R_X86_64_PC32 => relative(target.address),
            elf::R_X86_64_PLT32 if i32::try_from(relative(target.address)).is_ok() => relative(target.address),
            elf::R_X86_64_PLT32 => relative(self.stub(target)?),
            elf::R_X86_64_GOTPCREL | elf::R_X86_64_GOTPCRELX | elf::R_X86_64_REX_GOTPCRELX => {
                relative(self.slot(target)?)
            }
            other => return Err(failed(format!("a relocation of type {other}"))),
        };
        let narrow = i32::try_from(narrow).map_err(|_| failed("a relocation that reaches too far"))?;
        write(at, narrow.to_le_bytes());
        Ok(())
    }

    /// The slot that holds a symbol's address.
    fn slot(&self, target: &Target) -> Result<usize, CodegenError> {
        let slot = target.slot.ok_or_else(|| failed("a local symbol has no slot"))?;
        let at = self.slot_base + slot * 8;
        write(at, target.address.to_le_bytes());
        Ok(at)
    }

    /// Code that jumps to a symbol, however far away.
    fn stub(&self, target: &Target) -> Result<usize, CodegenError> {
        let slot = target.slot.ok_or_else(|| failed("a local symbol has no stub"))?;
        let at = self.stub_base + slot * STUB;
        // `jmp *[rip]`, and the address behind it.
        write(at, [0xff, 0x25, 0, 0, 0, 0]);
        write(at + 6, target.address.to_le_bytes());
        Ok(at)
    }
}

/// What a relocation points at.
struct Target {
    address: usize,
    slot: Option<usize>,
}

/// Symbols of the objects, then those of the process.
struct Symbols<'s> {
    defined: &'s HashMap<String, usize>,
    resolve: Resolve<'s>,
}

impl Symbols<'_> {
    fn address(&self, name: &str) -> Result<usize, CodegenError> {
        let found = self.defined.get(name).copied().or_else(|| (self.resolve)(name));
        found.ok_or_else(|| failed(format!("the symbol {name} is not defined")))
    }
}

fn segment_of<'d, F: FileHeader<Endian = Endianness>>(
    section: &object::read::elf::ElfSection<'d, '_, F>,
) -> Option<Segment> {
    let object::SectionFlags::Elf { sh_flags } = section.flags() else { return None };
    if sh_flags & u64::from(elf::SHF_ALLOC) == 0 || section.size() == 0 {
        return None;
    }
    Some(if sh_flags & u64::from(elf::SHF_EXECINSTR) != 0 {
        Segment::Code
    } else if sh_flags & u64::from(elf::SHF_WRITE) != 0 {
        Segment::Data
    } else {
        Segment::Constants
    })
}

fn write<const N: usize>(at: usize, bytes: [u8; N]) {
    // SAFETY: callers write within sections, slots and stubs of the mapping, which is writable until it is protected.
    unsafe { (at as *mut [u8; N]).write_unaligned(bytes) }
}

/// The mapping.
struct Memory {
    base: usize,
}

impl Memory {
    fn map(plan: &mut Plan) -> Result<Memory, CodegenError> {
        let (read_write, private) = (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS);
        // SAFETY: a fresh anonymous mapping touches nothing else.
        let base = unsafe { libc::mmap(std::ptr::null_mut(), plan.size().max(PAGE), read_write, private, -1, 0) };
        if base == libc::MAP_FAILED {
            return Err(CodegenError::World(format!("no memory for code: {}", std::io::Error::last_os_error())));
        }
        Ok(Memory { base: base as usize })
    }

    fn protect(&self, plan: &Plan) -> Result<(), CodegenError> {
        for segment in SEGMENTS {
            let (start, size) = plan.segments[segment as usize];
            let rights = match segment {
                Segment::Code => libc::PROT_READ | libc::PROT_EXEC,
                Segment::Constants => libc::PROT_READ,
                Segment::Data => continue,
            };
            // SAFETY: the range is part of our mapping.
            if size > 0 && unsafe { libc::mprotect((self.base + start) as *mut libc::c_void, size, rights) } != 0 {
                return Err(CodegenError::World(format!(
                    "memory cannot hold code: {}",
                    std::io::Error::last_os_error()
                )));
            }
        }
        Ok(())
    }
}
