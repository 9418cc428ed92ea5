//! Arrays and format specifications print as NumPy and Python print them; the fixtures say how they were made.

use phylanx_abi::DType;
use phylanx_runtime::array::{Array, Bool, Dims};
use phylanx_runtime::text::{array, format};
use std::rc::Rc;

const FLOATS: [DType; 10] = [
    DType::F64,
    DType::F64,
    DType::F64,
    DType::F64,
    DType::F64,
    DType::F64,
    DType::F32,
    DType::F32,
    DType::F32,
    DType::F32,
];
const SPECIALS: [f64; 4] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0];

/// The splitmix64 generator.
struct Source(u64);

impl Source {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e3779b97f4a7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d049bb133111eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> i64 {
        (self.next() % n) as i64
    }
}

fn shape_of(source: &mut Source) -> Vec<i64> {
    match source.below(10) {
        0..6 => (0..source.below(5)).map(|_| source.below(5)).collect(),
        6..9 => vec![source.below(60)],
        _ => [&[1001][..], &[40, 30], &[12, 12, 12], &[2000, 1], &[5, 4, 7, 9], &[3, 400], &[1000]]
            [source.below(7) as usize]
            .to_vec(),
    }
}

fn float_of(source: &mut Source, style: i64, special: bool, dtype: DType) -> f64 {
    if special && source.below(7) == 0 {
        return SPECIALS[source.below(4) as usize];
    }
    match style {
        0 => return (source.below(2001) - 1000) as f64 / 8.0,
        1 => return (source.next() >> 11) as f64 * 2f64.powi(-53),
        2 if dtype == DType::F32 => return f32::from_bits((source.next() >> 32) as u32) as f64,
        2 => return f64::from_bits(source.next()),
        _ => {}
    }
    let sign = if source.below(3) == 0 { "-" } else { "" };
    let text = match style {
        3 => format!("{sign}{}e{}", source.below(100000), source.below(12) - 8),
        4 => format!("{sign}{}e{}", source.below(1000), source.below(40) - 20),
        _ => format!("{sign}{}", source.below(100000)),
    };
    text.parse().expect("a number")
}

fn int_of(source: &mut Source, style: i64, dtype: DType) -> u64 {
    match dtype {
        DType::Bool => source.below(2) as u64,
        _ if style < 3 => (source.below(21) - 10) as u64,
        _ => source.next(),
    }
}

fn array_of(seed: u64) -> Rc<Array> {
    let mut source = Source(seed);
    let dtype = match source.below(19) as usize {
        at @ 0..10 => FLOATS[at],
        at => DType::ALL[at - 10],
    };
    let shape = shape_of(&mut source);
    let (style, special) = (source.below(6), source.below(3) == 0);
    let shape = Dims::from(&shape[..]);
    let count = shape.product().expect("small") as usize;
    if matches!(dtype, DType::F32 | DType::F64) {
        let values: Vec<f64> = (0..count).map(|_| float_of(&mut source, style, special, dtype)).collect();
        return match dtype {
            DType::F32 => Array::from_elements(&values.iter().map(|&v| v as f32).collect::<Vec<_>>(), shape),
            _ => Array::from_elements(&values, shape),
        }
        .expect("array");
    }
    let values: Vec<u64> = (0..count).map(|_| int_of(&mut source, style, dtype)).collect();
    integers(&values, dtype, shape)
}

fn integers(values: &[u64], dtype: DType, shape: Dims) -> Rc<Array> {
    macro_rules! cast {
        ($type:ty) => {
            Array::from_elements(&values.iter().map(|&v| v as $type).collect::<Vec<_>>(), shape)
        };
    }
    match dtype {
        DType::Bool => Array::from_elements(&values.iter().map(|&v| Bool(v as u8)).collect::<Vec<_>>(), shape),
        DType::I8 => cast!(i8),
        DType::I16 => cast!(i16),
        DType::I32 => cast!(i32),
        DType::I64 => cast!(i64),
        DType::U8 => cast!(u8),
        DType::U16 => cast!(u16),
        DType::U32 => cast!(u32),
        _ => cast!(u64),
    }
    .expect("array")
}

fn checksum(text: &str) -> u32 {
    let mut value = 0xcbf29ce484222325u64;
    for byte in text.bytes() {
        value = (value ^ byte as u64).wrapping_mul(0x100000001b3);
    }
    value as u32
}

#[test]
fn arrays_print_as_numpy_prints_them() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in include_str!("fixtures/printing.txt").lines() {
        let fields: Vec<&str> = line.splitn(4, ' ').collect();
        let array = array_of(fields[0].parse().expect("a seed"));
        let (str, repr) = (array::str(&array).expect("str"), array::repr(&array).expect("repr"));
        if format!("{:08x}", checksum(&str)) != fields[1] || format!("{:08x}", checksum(&repr)) != fields[2] {
            wrong.push(format!("seed {}:\n{str}\n{repr}\nexpected {:?}", fields[0], fields.get(3)));
        }
        count += 1;
    }
    assert!(count > 1000, "the fixture is there");
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong[..wrong.len().min(8)].join("\n"));
}

fn formatted(kind: &str, value: &str, spec: &str) -> String {
    let result = match kind {
        "float" => format::format_float(value.parse().expect("a float"), spec),
        "int" => format::format_int(value.parse().expect("an int"), spec),
        "bool" => format::format_bool(value == "True", spec),
        _ => format::format_str(value, spec),
    };
    result.unwrap_or_else(|error| format!("!{error}"))
}

#[test]
fn format_specifications_mean_what_they_mean_in_python() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in include_str!("fixtures/formats.txt").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let result = formatted(fields[0], fields[1], fields[2]);
        if result != fields[3] {
            wrong.push(format!(
                "format({} {:?}, {:?}) = {result:?}, not {:?}",
                fields[0], fields[1], fields[2], fields[3]
            ));
        }
        count += 1;
    }
    assert!(count > 1000, "the fixture is there");
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}
