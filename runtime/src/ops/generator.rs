//! Generators as objects: `default_rng`, `RandomState`, and the global generator, whose states are arrays of words that ops change in place.

use super::value::{Args, Owned, Scalar};
use crate::array::view::{broadcast_shapes, creation_shape};
use crate::array::{Array, Dims, Element, Fill, copy, held};
use crate::error::{Error, Result};
use crate::random::bounded::Bounded;
use crate::random::distributions::{self, Distribution, Draw};
use crate::random::seed_sequence::SeedSequence;
use crate::random::{Mt19937, Pcg64, Source, ziggurat};
use crate::{exec, rank, with_element};
use phylanx_abi::DType;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::rc::Rc;

/// Calls a function with the generator whose state is argument 0.
macro_rules! with_source {
    ($args:expr, $source:ident => $body:expr) => {{
        let state = $args.target(0)?;
        match state.size() as usize {
            Pcg64::WORDS => generator_in(state, |$source: &mut Pcg64| $body),
            Mt19937::WORDS => generator_in(state, |$source: &mut Mt19937| $body),
            words => Err(Error::internal(format!("a generator has {words} words"))),
        }
    }};
}
pub(super) use with_source;

/// Calls `use_generator` with the generator that lies in an array.
pub(super) fn generator_in<S: Source, R>(state: &Array, use_generator: impl FnOnce(&mut S) -> Result<R>) -> Result<R> {
    let fits = state.dtype() == DType::U64 && state.size() as usize * 8 == size_of::<S>() && state.view.is_contiguous();
    if !fits {
        return Err(Error::internal("the state of a generator has another form"));
    }
    let first = state.base().cast::<u64>().wrapping_offset(state.view.offset as isize);
    // SAFETY: the words are whole, aligned to 8 bytes and plain numbers; a rank is one thread and holds one such borrow at a time.
    use_generator(unsafe { &mut *first.cast::<S>() })
}

/// A fresh array that holds a generator.
fn state_of<S: Source>(generator: S) -> Result<Rc<Array>> {
    let array = Array::fresh(DType::U64, Dims::from([size_of::<S>() as i64 / 8]), Fill::Any)?;
    // SAFETY: the storage is fresh, has room for the generator and is aligned for it.
    unsafe { array.base().cast::<S>().write(generator) };
    Ok(array)
}

/// A generator of a `kind` from seeds; without seeds from the operating system.
pub fn new(args: Args) -> Result<Owned> {
    let kind = args.text(args.len() - 1)?;
    let mut seeds = Vec::new();
    for at in 0..args.len() - 1 {
        if args.is_array(at) && args.handle(at)?.rank() > 0 {
            let array = args.array(at)?;
            let wide = copy::converted(array, DType::I64)?;
            seeds.extend(wide.to_vec::<i64>());
        } else {
            seeds.push(args.int(at)?);
        }
    }
    let many = args.len() != 2 || (args.is_array(0) && args.handle(0)?.rank() > 0);
    if args.len() == 1 {
        seeds.extend(unknown_seeds()?);
    }
    match kind {
        "pcg64" => state_of(Pcg64::seeded(&SeedSequence::new(&checked_seeds(&seeds)?))),
        _ if many => state_of(Mt19937::from_seeds(&legacy_seeds(&seeds)?)),
        _ => state_of(Mt19937::from_seed(legacy_seeds(&seeds)?[0])),
    }
    .map(Owned::Array)
}

fn checked_seeds(seeds: &[i64]) -> Result<Vec<u64>> {
    let checked = |&seed: &i64| u64::try_from(seed).map_err(|_| Error::value("expected non-negative integer"));
    seeds.iter().map(checked).collect()
}

fn legacy_seeds(seeds: &[i64]) -> Result<Vec<u32>> {
    if seeds.is_empty() {
        return Err(Error::value("Seed must be non-empty"));
    }
    let checked = |&seed: &i64| u32::try_from(seed).map_err(|_| Error::value("Seed must be between 0 and 2**32 - 1"));
    seeds.iter().map(checked).collect()
}

/// From the operating system on rank 0, the same on every rank.
fn unknown_seeds() -> Result<Vec<i64>> {
    let mut seeds = Vec::new();
    for _ in 0..4 {
        let entropy = RandomState::new().build_hasher().finish() as u32;
        seeds.push(exec::agree(entropy as f64)? as i64);
    }
    Ok(seeds)
}

/// The state of the global generator.
pub fn global(_args: Args) -> Result<Owned> {
    global_state().map(Owned::Array)
}

/// As [`global`]; made at its first use.
pub(super) fn global_state() -> Result<Rc<Array>> {
    if let Some(state) = rank::with(|rank| rank.random.borrow().clone()) {
        return Ok(state);
    }
    let seeds: Vec<u32> = unknown_seeds()?.into_iter().map(|seed| seed as u32).collect();
    let state = state_of(Mt19937::from_seeds(&seeds))?;
    rank::with(|rank| *rank.random.borrow_mut() = Some(state.clone()));
    Ok(state)
}

/// Puts the generator of argument 0 into the state that seeds give; without seeds into one that nobody knows.
pub fn reseed(args: Args) -> Result<Owned> {
    let state = args.target(0)?;
    let seeds = (1..args.len()).map(|at| args.int(at)).collect::<Result<Vec<_>>>()?;
    let seeds = if seeds.is_empty() { unknown_seeds()? } else { seeds };
    let seeds = legacy_seeds(&seeds)?;
    let fresh = match seeds[..] {
        [seed] => Mt19937::from_seed(seed),
        _ => Mt19937::from_seeds(&seeds),
    };
    generator_in(state, |generator: &mut Mt19937| {
        *generator = fresh;
        Ok(Owned::None)
    })
}

/// A parameter: one number, or one for each element.
struct Param {
    values: Vec<f64>,
    many: bool,
}

impl Param {
    fn at(&self, at: usize) -> f64 {
        if self.many { self.values[at] } else { self.values[0] }
    }
}

/// Draws of a distribution: the state, its parameters, the extents of the result; attributes: name, number of parameters, whether extents are given.
pub fn draw(args: Args) -> Result<Owned> {
    let last = args.len() - 3;
    let (name, count, sized) = (args.text(last)?, args.int(last + 1)? as usize, args.flag(last + 2)?);
    if args.result().is_none() {
        let values = (1..=count).map(|at| args.float(at)).collect::<Result<Vec<_>>>()?;
        return with_source!(args, source => one(source, name, &values));
    }
    let shape = shape_of(args, count, last, sized)?;
    let params = (1..=count).map(|at| param(args, at, &shape)).collect::<Result<Vec<_>>>()?;
    with_source!(args, source => many(source, name, &params, shape, args.result_dtype()?)).map(Owned::Array)
}

fn shape_of(args: Args, params: usize, last: usize, sized: bool) -> Result<Dims> {
    if sized {
        return creation_shape(&args.ints(params + 1..last)?);
    }
    let mut shapes = Vec::new();
    for at in 1..=params {
        if args.is_array(at) {
            shapes.push(*args.handle(at)?.shape());
        }
    }
    broadcast_shapes(&shapes)
}

fn param(args: Args, at: usize, shape: &Dims) -> Result<Param> {
    if !args.is_array(at) {
        return Ok(Param { values: vec![args.float(at)?], many: false });
    }
    let array = copy::converted(args.array(at)?, DType::F64)?;
    let Some(view) = array.view.broadcast(shape) else {
        let (have, want) = (array.shape(), shape);
        let message = format!("Output size {want:?} is not compatible with broadcast dimensions of inputs {have:?}.");
        return Err(Error::value(message));
    };
    Ok(Param { values: array.with_view(view).to_vec(), many: true })
}

fn one<S: Source>(source: &mut S, name: &str, values: &[f64]) -> Result<Owned> {
    let distribution = distributions::named::<S>(name)?;
    for (check, &value) in distribution.checks.iter().zip(values) {
        check.holds(value, false)?;
    }
    distributions::check_together(name, values)?;
    Ok(match distribution.draw {
        Draw::Float(draw) => Owned::float(draw(source, values)),
        Draw::Int(draw) => Owned::int(draw(source, values)),
    })
}

fn many<S: Source>(source: &mut S, name: &str, params: &[Param], shape: Dims, dtype: DType) -> Result<Rc<Array>> {
    let distribution = distributions::named::<S>(name)?;
    checked(&distribution, name, params)?;
    if dtype == DType::F32 {
        return single(source, name, params, shape);
    }
    let mut values = vec![0.0; params.len()];
    let mut at = 0;
    let mut next = |values: &mut Vec<f64>| {
        values.iter_mut().zip(params).for_each(|(value, param)| *value = param.at(at));
        at += 1;
    };
    for (value, param) in values.iter_mut().zip(params).filter(|(_, param)| !param.many) {
        *value = param.values[0];
    }
    let fixed = params.iter().all(|param| !param.many);
    match distribution.draw {
        Draw::Float(draw) if fixed => filled(shape, || draw(source, &values)),
        Draw::Int(draw) if fixed => filled(shape, || draw(source, &values)),
        Draw::Float(draw) => filled(shape, || {
            next(&mut values);
            draw(source, &values)
        }),
        Draw::Int(draw) => filled(shape, || {
            next(&mut values);
            draw(source, &values)
        }),
    }
}

fn checked<S: Source>(distribution: &Distribution<S>, name: &str, params: &[Param]) -> Result<()> {
    for (check, param) in distribution.checks.iter().zip(params) {
        for &value in &param.values {
            check.holds(value, param.many)?;
        }
    }
    let length = params.iter().map(|param| param.values.len()).max().unwrap_or(0);
    let empty = params.iter().any(|param| param.values.is_empty());
    for at in 0..if empty { 0 } else { length } {
        let values: Vec<f64> = params.iter().map(|param| param.at(at)).collect();
        distributions::check_together(name, &values)?;
    }
    Ok(())
}

/// Draws in single precision, for the distributions that have them.
fn single<S: Source>(source: &mut S, name: &str, params: &[Param], shape: Dims) -> Result<Rc<Array>> {
    match (name, params) {
        ("random", []) => filled(shape, || source.next_f32()),
        ("standard_normal", []) => filled(shape, || ziggurat::normal32(source)),
        ("standard_exponential", []) => filled(shape, || ziggurat::exponential32(source)),
        ("standard_gamma", [form]) => {
            let mut at = 0;
            filled(shape, || {
                at += 1;
                ziggurat::gamma32(source, form.at(at - 1) as f32)
            })
        }
        _ => Err(Error::type_(format!("Unsupported dtype dtype('float32') for {name}"))),
    }
}

/// An array of draws; each rank makes all of them and keeps those of its part.
pub(super) fn filled<T: Element>(shape: Dims, mut draw: impl FnMut() -> T) -> Result<Rc<Array>> {
    let array = exec::create(T::DTYPE, shape, Fill::Any)?;
    let mut out = array.base().cast::<T>();
    let mut drawn = 0;
    for (start, count) in held::runs(&array.buffer) {
        for _ in drawn..start {
            draw();
        }
        for _ in 0..count {
            // SAFETY: the storage of the fresh array has room for the elements of all runs.
            unsafe {
                out.write(draw());
                out = out.add(1);
            }
        }
        drawn = start + count;
    }
    for _ in drawn..array.size() {
        draw();
    }
    Ok(array)
}

/// Integers from `low` to `high`: the state, the bounds, the extents; attributes: whether `high` counts, the element type.
pub fn integers(args: Args) -> Result<Owned> {
    let last = args.len() - 2;
    let (endpoint, dtype) = (args.flag(last)?, element_type(args.int(last + 1)?)?);
    let (low, high) = (wide(args, 1)?, wide(args, 2)?);
    let high = if endpoint { high } else { high - 1 };
    check_bounds(low, high, endpoint, dtype)?;
    let mut bounded = Bounded::new(dtype, low as i64, (high - low) as u64);
    let single = args.result().is_none();
    let shape = if single { Dims::default() } else { creation_shape(&args.ints(3..last)?)? };
    with_element!(dtype, T => with_source!(args, source => {
        if single {
            return Ok(Owned::Scalar(Scalar::of(T::convert(bounded.draw(source)))));
        }
        filled(shape, || T::convert(bounded.draw(source))).map(Owned::Array)
    }), complex => Err(Error::type_("Unsupported dtype for integers")))
}

fn element_type(code: i64) -> Result<DType> {
    u64::try_from(code).ok().and_then(DType::from_code).ok_or_else(|| Error::internal("no such element type"))
}

/// A bound; bounds of unsigned 64-bit integers come as their bits.
fn wide(args: Args, at: usize) -> Result<i128> {
    Ok(args.int(at)? as i128)
}

fn check_bounds(low: i128, high: i128, endpoint: bool, dtype: DType) -> Result<()> {
    let (least, most) = limits(dtype);
    let message = match () {
        () if low < least => format!("low is out of bounds for {}", dtype.numpy_name()),
        () if high > most => format!("high is out of bounds for {}", dtype.numpy_name()),
        () if low > high && endpoint => "low > high".into(),
        () if low > high && low == 0 => "high <= 0".into(),
        () if low > high => "low >= high".into(),
        () => return Ok(()),
    };
    Err(Error::value(message))
}

fn limits(dtype: DType) -> (i128, i128) {
    match dtype {
        DType::Bool => (0, 1),
        DType::I8 => (i8::MIN as i128, i8::MAX as i128),
        DType::I16 => (i16::MIN as i128, i16::MAX as i128),
        DType::I32 => (i32::MIN as i128, i32::MAX as i128),
        DType::U8 => (0, u8::MAX as i128),
        DType::U16 => (0, u16::MAX as i128),
        DType::U32 => (0, u32::MAX as i128),
        DType::U64 => (0, u64::MAX as i128),
        _ => (i64::MIN as i128, i64::MAX as i128),
    }
}
