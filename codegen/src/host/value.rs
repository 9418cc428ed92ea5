//! Writing and reading `phylanx_abi::Value`s.

use super::Lowering;
use crate::kernel::offset;
use phylanx_abi::{DType, Tag};
use phylanx_dialects::ir::{Attr, Op, Type, Value};

/// Bytes of a `phylanx_abi::Value`.
const SIZE: usize = 16;

/// A value to be stored: its head (tag and length) and its payload of 64 bits.
pub struct Packed {
    pub head: i64,
    pub bits: Payload,
}

/// What a value carries.
pub enum Payload {
    Bits(Value),
    /// The parts of a complex number, which lie behind the operands.
    Parts(Value, Value),
}

/// Head of a value: the tag in the low half, the length in the high one, as a little-endian machine lays them out.
pub fn head(tag: Tag, aux: usize) -> i64 {
    i64::from(tag as u32) | ((aux as i64) << 32)
}

/// The tag under which a value of this type travels.
pub fn tag(ty: &Type) -> Option<Tag> {
    Some(match ty {
        Type::Scalar(DType::Bool) => Tag::Bool,
        Type::Scalar(DType::I32) => Tag::I32,
        Type::Scalar(DType::F64) => Tag::F64,
        Type::Scalar(DType::F32) => Tag::F32,
        Type::Scalar(DType::C64) => Tag::C64,
        Type::Scalar(DType::C128) => Tag::C128,
        Type::Scalar(_) => Tag::I64,
        Type::Str => Tag::Str,
        Type::Tensor(_) | Type::Ref(_) => Tag::Array,
        Type::Token => Tag::Token,
        Type::Object => Tag::Object,
        _ => return None,
    })
}

impl Lowering<'_> {
    /// An SSA value as it travels; `None` for a type that does not.
    pub fn pack(&mut self, value: Value) -> Option<Packed> {
        let ty = self.was(value);
        let bits = match &ty {
            Type::Scalar(DType::C64 | DType::C128) => self.parts(value),
            Type::Scalar(dtype) => Payload::Bits(self.scalar_bits(value, *dtype)?),
            _ => Payload::Bits(value),
        };
        Some(Packed { head: head(tag(&ty)?, 0), bits })
    }

    /// The parts of a complex number as doubles.
    fn parts(&mut self, value: Value) -> Payload {
        let [re, im] = ["complex.re", "complex.im"].map(|name| match self.dtype(value) {
            Some(DType::C64) => {
                let part = self.b.op(name, &[value], Type::Scalar(DType::F32));
                self.b.op("arith.extf", &[part], Type::F64)
            }
            _ => self.b.op(name, &[value], Type::F64),
        });
        Payload::Parts(re, im)
    }

    fn scalar_bits(&mut self, value: Value, dtype: DType) -> Option<Value> {
        Some(match dtype {
            DType::I64 | DType::U64 => value,
            DType::Bool | DType::U8 | DType::U16 | DType::U32 => self.b.op("arith.extui", &[value], Type::I64),
            DType::I8 | DType::I16 | DType::I32 => self.b.op("arith.extsi", &[value], Type::I64),
            DType::F64 => self.b.op("arith.bitcast", &[value], Type::I64),
            DType::F32 => {
                let bits = self.b.op("arith.bitcast", &[value], Type::Scalar(DType::I32));
                self.b.op("arith.extui", &[bits], Type::I64)
            }
            DType::C64 | DType::C128 => return None,
        })
    }

    /// Appends an op that defines a value which already exists.
    pub fn define(&mut self, name: &str, operands: &[Value], result: Value) {
        let op = Op::new(name, self.b.loc.clone());
        self.b.push(op.with_operands(operands.iter().copied()).with_results([result]));
    }

    /// Stores values in the slot for operands and gives its address (null when there are none).
    pub fn store_args(&mut self, values: &[Packed]) -> Value {
        let pairs = values.iter().filter(|value| matches!(value.bits, Payload::Parts(..))).count();
        self.slots.most_args = self.slots.most_args.max(values.len() + pairs);
        self.store_in(self.slots.args, 0, values)
    }

    /// Stores values from entry `first` of a slot on and gives the slot's address.
    fn store_in(&mut self, slot: Option<Value>, first: usize, values: &[Packed]) -> Value {
        let Some(slot) = slot.filter(|_| !values.is_empty()) else {
            return self.b.op("llvm.mlir.zero", &[], Type::Ptr);
        };
        let mut pairs = 0;
        for (at, value) in values.iter().enumerate() {
            let head = self.b.int(value.head);
            let place = offset(&mut self.b, slot, (first + at) * SIZE);
            self.b.effect("llvm.store", &[head, place], &[]);
            let bits = match value.bits {
                Payload::Bits(bits) => bits,
                Payload::Parts(re, im) => {
                    pairs += 1;
                    self.store_pair(slot, first + values.len() + pairs - 1, re, im)
                }
            };
            let place = offset(&mut self.b, slot, (first + at) * SIZE + 8);
            self.b.effect("llvm.store", &[bits, place], &[]);
        }
        slot
    }

    /// Stores two doubles in an entry of a slot and gives the entry's address as bits.
    fn store_pair(&mut self, slot: Value, entry: usize, re: Value, im: Value) -> Value {
        let place = offset(&mut self.b, slot, entry * SIZE);
        self.b.effect("llvm.store", &[re, place], &[]);
        let second = offset(&mut self.b, slot, entry * SIZE + 8);
        self.b.effect("llvm.store", &[im, second], &[]);
        self.b.op("llvm.ptrtoint", &[place], Type::I64)
    }

    /// Address of the slot for results (null when there are none).
    pub fn result_slot(&mut self, count: usize) -> Value {
        self.slots.most_results = self.slots.most_results.max(count);
        match self.slots.results.filter(|_| count > 0) {
            Some(slot) => slot,
            None => self.b.op("llvm.mlir.zero", &[], Type::Ptr),
        }
    }

    /// Defines results from the slot for results.
    pub fn load_results(&mut self, slot: Value, results: &[Value]) {
        for (at, &result) in results.iter().enumerate() {
            let place = offset(&mut self.b, slot, at * SIZE + 8);
            // The low bytes come first, so a narrower scalar loads from the payload's own address.
            match self.dtype(result) {
                Some(DType::Bool) => {
                    let bits = self.b.op("llvm.load", &[place], Type::I64);
                    self.define("arith.trunci", &[bits], result);
                }
                Some(DType::C64 | DType::C128) => self.load_pair(place, result),
                _ => self.define("llvm.load", &[place], result),
            }
        }
    }

    /// Defines a complex number whose parts' address lies at a place.
    fn load_pair(&mut self, place: Value, result: Value) {
        let pair = self.b.op("llvm.load", &[place], Type::Ptr);
        let single = self.dtype(result) == Some(DType::C64);
        let [re, im] = [0, 8].map(|bytes| {
            let place = offset(&mut self.b, pair, bytes);
            let part = self.b.op("llvm.load", &[place], Type::F64);
            if single { self.b.op("arith.truncf", &[part], Type::Scalar(DType::F32)) } else { part }
        });
        self.define("complex.create", &[re, im], result);
    }

    /// A constant payload.
    pub fn constant_value(&mut self, tag: Tag, bits: i64) -> Packed {
        Packed { head: head(tag, 0), bits: Payload::Bits(self.b.int(bits)) }
    }

    /// A payload that points at static data of `length` entries.
    pub fn static_value(&mut self, tag: Tag, symbol: String, length: usize) -> Packed {
        let pointer = self.address(symbol);
        let bits = self.b.op("llvm.ptrtoint", &[pointer], Type::I64);
        Packed { head: head(tag, length), bits: Payload::Bits(bits) }
    }

    /// A float as an attribute travels.
    pub fn float_value(&mut self, value: f64) -> Packed {
        let bits = self.b.constant(Attr::int(value.to_bits() as i64));
        Packed { head: head(Tag::F64, 0), bits: Payload::Bits(bits) }
    }
}
