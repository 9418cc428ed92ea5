//! Malformed formats, headers and tables are refused with an error: never a panic, whatever the bytes.

use phylanx_runtime::files::{header, npy, table::Reading};
use phylanx_runtime::ops::Scalar;
use phylanx_runtime::text::{format, percent::Percent};
use std::fs;
use std::path::PathBuf;

/// The splitmix64 generator.
struct Source(u64);

impl Source {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e3779b97f4a7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d049bb133111eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    fn text(&mut self, alphabet: &str, most: usize) -> String {
        let chars: Vec<char> = alphabet.chars().collect();
        (0..self.below(most + 1)).map(|_| chars[self.below(chars.len())]).collect()
    }

    /// The bytes with a few of them changed, cut or doubled.
    fn mutated(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..1 + self.below(4) {
            let at = self.below(bytes.len().max(1));
            match self.below(4) {
                0 => bytes.truncate(at),
                1 if !bytes.is_empty() => bytes[at] = self.below(256) as u8,
                2 if !bytes.is_empty() => bytes.insert(at, bytes[at]),
                _ if !bytes.is_empty() => drop(bytes.remove(at)),
                _ => {}
            }
        }
        bytes
    }
}

fn scratch(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("phylanx-malformed-{}-{name}", std::process::id()))
}

#[test]
fn any_format_specification_gives_text_or_an_error() {
    let mut source = Source(1);
    let (mut texts, mut errors) = (0, 0);
    for _ in 0..20_000 {
        let spec = source.text("<>=^+- z#0123,_.bcdeEfFgGnosxX%é", 7);
        // More digits ask for texts of megabytes, which only cost time.
        if spec.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > 4) {
            continue;
        }
        let value = f64::from_bits(source.below(usize::MAX) as u64);
        for result in [
            format::format_float(value, &spec),
            format::format_int(value.to_bits() as i64 as i128, &spec),
            format::format_bool(true, &spec),
            format::format_str("añb", &spec),
        ] {
            match result {
                Ok(_) => texts += 1,
                Err(error) => {
                    assert!(["ValueError", "OverflowError"].contains(&&*error.kind), "{spec}: {error}");
                    errors += 1;
                }
            }
        }
    }
    assert!(texts > 1000 && errors > 1000);
}

#[test]
fn any_percent_format_gives_text_or_an_error() {
    let mut source = Source(2);
    let mut texts = 0;
    for _ in 0..20_000 {
        let format = source.text("%%%%-+ #0123.hldiuoxXeEfFgGcrsaq,é", 9);
        let Ok(parsed) = Percent::parse(&format) else { continue };
        let values = vec![Scalar::F64(f64::from_bits(source.below(usize::MAX) as u64)); parsed.count()];
        texts += parsed.apply(&values, phylanx_abi::DType::F64).is_ok() as usize;
    }
    assert!(texts > 1000);
}

#[test]
fn any_array_file_gives_an_array_or_an_error() {
    let mut source = Source(3);
    let path = scratch("a.npy");
    let mut good = header::write(phylanx_abi::DType::F64, &[2, 3]);
    good.extend([0u8; 48]);
    let (mut arrays, mut errors) = (0, 0);
    for _ in 0..3_000 {
        fs::write(&path, source.mutated(&good)).expect("written");
        match npy::load(path.to_str().expect("utf-8")) {
            Ok(_) => arrays += 1,
            Err(error) => {
                assert!(["ValueError", "TypeError", "EOFError"].contains(&&*error.kind), "{error}");
                errors += 1;
            }
        }
    }
    fs::remove_file(path).expect("removed");
    assert!(arrays > 100 && errors > 100);
}

#[test]
fn any_table_gives_an_array_or_an_error() {
    let mut source = Source(4);
    let path = scratch("t.csv");
    let good = b"# x,y\n1.5,2,3\n4,-5e3,nan\n\n7,8,9 # end\n";
    let (mut arrays, mut errors) = (0, 0);
    for _ in 0..3_000 {
        fs::write(&path, source.mutated(good)).expect("written");
        let columns: &[i64] = [&[][..], &[0, -1], &[2]][source.below(3)];
        let reading = Reading {
            delimiter: [",", "", " "][source.below(3)],
            skip_rows: source.below(3),
            comments: ["#", "", "# "][source.below(3)],
            columns,
            least_rank: source.below(3) as i64,
            gaps: None,
        };
        match reading.load::<f64>(path.to_str().expect("utf-8")) {
            Ok(_) => arrays += 1,
            Err(error) => {
                assert!(["ValueError", "UnicodeDecodeError"].contains(&&*error.kind), "{error}");
                errors += 1;
            }
        }
    }
    fs::remove_file(path).expect("removed");
    assert!(arrays > 100 && errors > 100);
}
