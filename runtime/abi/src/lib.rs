//! What generated code and the runtime agree on, bit for bit.
//!
//! Generated code calls three kinds of runtime function, all `extern "C-unwind"` (an error leaves a library call by unwinding):
//!
//! * `phx_op_NAME(site, args, nargs, results)`, one per library op of the op table ([`OpFn`]);
//! * `phx_spawn` / `phx_spawn_into`, which run a compiled task over arrays ([`TaskDesc`]);
//! * the ownership pair `phx_retain` / `phx_release` on handles.
//!
//! The runtime calls back `phylanx_program_main` (the script's top level) and task bodies ([`KernelFn`]).
//! Exported functions, as C code calls them, go through `phx_call_export` (module [`library`]).
//! Nothing here allocates, and no layout may change without bumping [`ABI_VERSION`].

pub mod library;
pub mod transport;

use core::ffi::c_char;

/// Bumped by every change of a layout or of a calling convention in this crate.
pub const ABI_VERSION: u32 = 4;

/// The largest rank of an array.
pub const MAX_RANK: usize = 8;

/// A place in the Python text, shown in error messages and traces.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Site {
    /// File name, NUL-terminated UTF-8, static.
    pub file: *const c_char,
    /// One-based line.
    pub line: u32,
    /// One-based column.
    pub column: u32,
    /// Line and column behind the last character; zeros when unknown.
    pub end_line: u32,
    pub end_column: u32,
    /// The function as Python calls it, NUL-terminated UTF-8, static; null when unknown.
    pub function: *const c_char,
    /// Where the function is called, if its body stands in its caller's; null otherwise.
    pub caller: *const Site,
}

impl Site {
    /// A place outside of functions.
    pub const fn new(file: *const c_char, line: u32, column: u32) -> Site {
        let (function, caller) = (core::ptr::null(), core::ptr::null());
        Site { file, line, column, end_line: 0, end_column: 0, function, caller }
    }
}

// SAFETY: a `Site` points at static, immutable text.
unsafe impl Sync for Site {}

/// Element types, numbered as they travel in [`Value`]s and [`TaskDesc`]s.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub enum DType {
    Bool = 0,
    I8 = 1,
    I16 = 2,
    I32 = 3,
    I64 = 4,
    U8 = 5,
    U16 = 6,
    U32 = 7,
    U64 = 8,
    F32 = 9,
    F64 = 10,
    C64 = 11,
    C128 = 12,
}

impl DType {
    /// All element types, in the order of their numbers.
    pub const ALL: [DType; 13] = [
        DType::Bool,
        DType::I8,
        DType::I16,
        DType::I32,
        DType::I64,
        DType::U8,
        DType::U16,
        DType::U32,
        DType::U64,
        DType::F32,
        DType::F64,
        DType::C64,
        DType::C128,
    ];

    /// The type with this number, if there is one.
    pub fn from_code(code: u64) -> Option<DType> {
        Self::ALL.get(usize::try_from(code).ok()?).copied()
    }

    /// Size of one element in bytes.
    pub fn size(self) -> usize {
        match self {
            DType::Bool | DType::I8 | DType::U8 => 1,
            DType::I16 | DType::U16 => 2,
            DType::I32 | DType::U32 | DType::F32 => 4,
            DType::I64 | DType::U64 | DType::F64 | DType::C64 => 8,
            DType::C128 => 16,
        }
    }

    /// NumPy's name, such as `float64`.
    pub fn numpy_name(self) -> &'static str {
        match self {
            DType::Bool => "bool",
            DType::I8 => "int8",
            DType::I16 => "int16",
            DType::I32 => "int32",
            DType::I64 => "int64",
            DType::U8 => "uint8",
            DType::U16 => "uint16",
            DType::U32 => "uint32",
            DType::U64 => "uint64",
            DType::F32 => "float32",
            DType::F64 => "float64",
            DType::C64 => "complex64",
            DType::C128 => "complex128",
        }
    }
}

/// What a [`Value`] holds.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tag {
    /// Python's `None`, or an absent optional operand.
    None = 0,
    /// `bits` is 0 or 1.
    Bool = 1,
    /// `bits` is an `i64`.
    I64 = 2,
    /// `bits` is the bit pattern of an `f64`.
    F64 = 3,
    /// `bits` is an `i32`, sign-extended.
    I32 = 4,
    /// The low half of `bits` is the bit pattern of an `f32`.
    F32 = 5,
    /// `bits` is an owned or borrowed string handle of the runtime.
    Str = 6,
    /// `bits` is an owned or borrowed array handle of the runtime.
    Array = 7,
    /// `bits` points at `aux` consecutive `i64` (an attribute; static or alive for the call).
    I64List = 8,
    /// `bits` points at `aux` bytes of UTF-8 (an attribute; static).
    Text = 9,
    /// `bits` is the number of a [`DType`] (an attribute).
    DType = 10,
    /// `bits` is a handle of an exchange under way (`physl.send`).
    Token = 11,
    /// `bits` is an owned or borrowed handle of an object on the heap ([`ObjectHead`]).
    Object = 12,
    /// As [`Tag::C128`]; each part is an `f32` held as `f64`.
    C64 = 13,
    /// `bits` points at the real and the imaginary part, two `f64` that live for the call; of a result, until the next call.
    C128 = 14,
}

/// One operand, attribute or result of a runtime call.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Value {
    /// A [`Tag`], as its number.
    pub tag: u32,
    /// Length of a list or text; otherwise 0.
    pub aux: u32,
    /// The payload, as the tag says.
    pub bits: u64,
}

impl Value {
    /// The absent value.
    pub const NONE: Value = Value { tag: Tag::None as u32, aux: 0, bits: 0 };
}

/// A library op. Operands come first, then attributes in the order of the op's row; optional operands that are
/// absent are [`Value::NONE`]; then, for each result that is an array, its element type and rank. Operands are borrowed, results are
/// written one behind the other and owned by the caller.
/// A user error does not return: it ends the job with a message that names `site`.
pub type OpFn = unsafe extern "C-unwind" fn(site: *const Site, args: *const Value, nargs: u32, results: *mut Value);

/// Header of an MLIR memref descriptor of rank `r`; `r` sizes and then `r` strides (in elements) follow it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct MemRefHead {
    pub allocated: *mut u8,
    pub aligned: *mut u8,
    pub offset: i64,
}

/// A compiled task body: it computes the box `lo..hi` of its iteration domain (rank of the domain many bounds each).
///
/// `args` holds one pointer per input, then one for the output, each at a memref descriptor of that operand's own rank
/// ([`MemRefHead`]). Descriptors are shifted such that domain coordinates index directly; a dimension that is
/// broadcast at run time has stride 0. A map writes `out[i]` for each point `i` of the box. A reduction reduces the box along
/// the reduced dimensions, in the order of its indices, and *overwrites* `out` at the kept coordinates; the
/// runtime combines the partial results of neighbouring boxes by a tree that the shape alone fixes.
pub type KernelFn = unsafe extern "C" fn(args: *const *const MemRefHead, lo: *const i64, hi: *const i64);

/// How a task folds its domain.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// No reduction: one output element per domain point.
    Map = 0,
    Sum = 1,
    Prod = 2,
    Max = 3,
    Min = 4,
    Any = 5,
    All = 6,
}

/// A layout asked for by the compiler; the runtime keeps small arrays replicated whatever is asked.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// Every rank holds the whole array.
    Replicated = 0,
    /// Contiguous blocks of dimension 0.
    Rows = 1,
    /// Contiguous blocks of dimension 1.
    Columns = 2,
    /// Blocks of dimensions 0 and 1 over a near-square process grid.
    Blocks = 3,
}

/// One operand of a task.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct OperandDesc {
    /// A [`DType`], as its number.
    pub dtype: u32,
    /// Rank of the operand; it aligns with the trailing dimensions of the domain, as in NumPy's broadcasting.
    pub rank: u32,
}

/// Everything the runtime knows of a compiled task; static, read-only.
#[repr(C)]
pub struct TaskDesc {
    /// The body.
    pub kernel: KernelFn,
    /// Symbol of the task, NUL-terminated, for traces.
    pub name: *const c_char,
    pub site: Site,
    /// Rank of the iteration domain (the broadcast shape of all inputs).
    pub rank: u32,
    pub input_count: u32,
    pub inputs: *const OperandDesc,
    /// The output; its rank is that of the result (reduced dimensions gone unless kept).
    pub output: OperandDesc,
    /// A [`Fold`], as its number.
    pub fold: u32,
    /// Bit `d` is set when domain dimension `d` is reduced.
    pub reduced: u32,
    /// 1 when reduced dimensions stay with length 1.
    pub keepdims: u32,
    /// A [`Layout`], as its number.
    pub layout: u32,
    /// Estimated floating-point operations for each domain point.
    pub flops: u32,
    /// The ops of the body that broadcast, in program order, for error messages: their number of words, then for each
    /// its number of operands and their numbers. Inputs are numbered first, then these ops.
    pub steps: *const i64,
}

// SAFETY: a `TaskDesc` points at static, immutable data and code.
unsafe impl Sync for TaskDesc {}

/// `phx_spawn(desc, ins, out)`: runs a task over `input_count` borrowed array handles and gives an owned one.
/// A user error does not return.
pub type SpawnFn = unsafe extern "C-unwind" fn(desc: *const TaskDesc, ins: *const Value, out: *mut Value);

/// `phx_spawn_into(desc, destination, ins)`: runs a task and stores its result, broadcast, in all of `*destination`,
/// a borrowed array handle of the output's element type.
pub type SpawnIntoFn = unsafe extern "C-unwind" fn(desc: *const TaskDesc, destination: *const Value, ins: *const Value);

/// A body of `try`: a private function behind an entry that takes its captures.
#[repr(C)]
pub struct TryDesc {
    /// Reads its captures, borrowed, from `args`.
    pub body: unsafe extern "C-unwind" fn(args: *const Value),
    /// Before the first `.` in the names of the variables that outlive the body; NUL-terminated.
    pub id: *const c_char,
    /// Exception classes of the handlers: `A|B;C`, `*` for all; NUL-terminated.
    pub handlers: *const c_char,
    pub site: Site,
}

// SAFETY: a `TryDesc` points at static, immutable data and code.
unsafe impl Sync for TryDesc {}

/// `phx_try(desc, args)`: runs a body; 0, or the number from 1 of the first handler that names the exception which left it.
/// An exception that no handler names goes on.
pub type TryFn = unsafe extern "C-unwind" fn(desc: *const TryDesc, args: *const Value) -> i64;

/// What element accesses in scalar loops read directly, through a handle (see `physl.get_item`).
///
/// An array handle points at this header. `data` is valid for direct access only after `phx_acquire`
/// has returned for the handle and until the next call that spawns work.
#[repr(C)]
pub struct ArrayHead {
    /// Address of the element with all indices 0.
    pub data: *mut u8,
    /// A [`DType`], as its number.
    pub dtype: u32,
    pub rank: u32,
    /// Extents; entries past `rank` are 1.
    pub shape: [i64; MAX_RANK],
    /// Strides in elements; entries past `rank` are 0.
    pub strides: [i64; MAX_RANK],
}

/// What generated code reads directly of an object on the heap, through its handle: `len` rows of a constant number of leaves,
/// each 8 bytes. A scalar leaf is its bits in the low bytes (`bool` 0 or 1, small integers extended), another leaf a handle that the object owns.
#[repr(C)]
pub struct ObjectHead {
    /// Address of the first row; valid until the object changes its number of rows.
    pub data: *mut u64,
    /// Number of rows (of entries, for dicts and sets).
    pub len: i64,
}
