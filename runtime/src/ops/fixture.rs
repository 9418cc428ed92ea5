//! Every call recorded in `tests/fixtures/ops.txt` gives what it gave in NumPy, on one rank and with arrays spread over several.

use super::table::TABLE;
use super::testing::Call;
use super::value::{Owned, Scalar};
use crate::array::{Array, Buffer, Dims, Fill, View, copy};
use crate::comm::{Comm, local};
use crate::exec::pool::Pool;
use crate::exec::state::{self, State};
use crate::exec::{self, whole};
use crate::layout::Layout;
use crate::text::float::repr_f64;
use crate::with_element;
use phylanx_abi::DType;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

fn dtype(name: &str) -> DType {
    DType::ALL.into_iter().find(|dtype| dtype.numpy_name() == name).expect("an element type")
}

fn ints(list: &str) -> Vec<i64> {
    list.split(',').filter(|item| !item.is_empty()).map(|item| item.parse().expect("an integer")).collect()
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => out.push(match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.expect("a character after a backslash"),
            }),
            (c, false) => out.push(c),
        }
    }
    out
}

fn array(text: &str) -> Rc<Array> {
    let fields: Vec<&str> = text.split(':').collect();
    let items: Vec<&str> = fields[1].split(',').filter(|item| !item.is_empty()).collect();
    let buffer = Array::fresh(dtype(fields[0]), Dims::from([items.len() as i64]), Fill::Zero).expect("memory");
    for (at, item) in (0..).zip(&items) {
        set(&buffer, at, item);
    }
    let (shape, strides) = (Dims::from(&ints(fields[3])[..]), Dims::from(&ints(fields[4])[..]));
    let view = View { offset: fields[2].parse().expect("an offset"), shape, strides };
    spread(buffer, view)
}

/// Cuts even the smallest arrays over the ranks, along their first or second dimension.
fn spread(buffer: Rc<Array>, view: View) -> Rc<Array> {
    state::with(|state| {
        if state.ranks == 1 || buffer.size() == 0 {
            return buffer.with_view(view);
        }
        let is_whole = view.rank() > 0 && view == View::contiguous(view.shape) && view.size() == buffer.size();
        let array = match is_whole {
            true => Array::over(Rc::new(Buffer::replicated(buffer.dtype(), view.shape, Fill::Any).expect("memory"))),
            false => buffer.with_view(View::contiguous(*buffer.shape())),
        };
        let flat = array.with_view(View::contiguous(*buffer.shape()));
        copy::assign(&flat, &buffer).expect("as many elements");
        let dim = if array.rank() > 1 && array.size() % 2 == 0 { 1 } else { 0 };
        let layout = Layout::lines(array.shape(), dim, state.ranks);
        whole::distribute(state, &array.buffer, layout).expect("cut");
        array.with_view(view)
    })
}

fn set(array: &Array, at: isize, item: &str) {
    with_element!(array.dtype(), T => {
        use crate::array::Element;
        let value = match T::IS_FLOAT {
            true => T::convert(item.parse::<f64>().expect("a float")),
            false => T::convert(item.parse::<i128>().expect("an integer") as i64),
        };
        // SAFETY: the buffer has one element for each item.
        unsafe { array.base().cast::<T>().offset(at).write(value) }
    }, complex => panic!("complex"))
}

fn shown(array: &Array) -> String {
    let array = &*state::with(|state| whole::replica(state, array)).expect("gathered");
    let items: Vec<String> = with_element!(array.dtype(), T => {
        use crate::array::Element;
        let text = |value: &T| match T::DTYPE {
            DType::F32 | DType::F64 => repr_f64(value.to_f64()),
            DType::U64 => (value.to_int(64) as u64).to_string(),
            _ => value.to_int(64).to_string(),
        };
        array.elements::<T>().iter().map(text).collect()
    }, complex => panic!("complex"));
    items.join(",")
}

fn shape_text(shape: &[i64]) -> String {
    shape.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

fn outcome(value: &Owned) -> String {
    let escape = |text: &str| text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
    match value {
        Owned::None => "=".to_owned(),
        Owned::Text(text) => format!("=T{}", escape(&text.0)),
        Owned::Scalar(Scalar::Bool(value)) => format!("=B{}", *value as u8),
        Owned::Scalar(Scalar::F64(value)) => format!("=F{}", repr_f64(*value)),
        Owned::Scalar(value) => format!("=I{}", value.cast::<i64>()),
        Owned::Array(array) => {
            format!("=A{}:{}:{}", array.dtype().numpy_name(), shown(array), shape_text(array.shape()))
        }
        Owned::Token(_) => panic!("a token"),
        Owned::Several(_) => panic!("several results"),
        Owned::Object(_) => panic!("an object"),
    }
}

/// A line being replayed.
struct Replay {
    call: Call,
    first: Option<Rc<Array>>,
    folder: PathBuf,
    written: Option<PathBuf>,
}

impl Replay {
    fn add(mut self, token: &'static str) -> Replay {
        let (kind, rest) = token.split_at(1);
        self.call = match kind {
            "A" => {
                let array = array(rest);
                self.first.get_or_insert_with(|| array.clone());
                self.call.array(&array)
            }
            "I" => self.call.int(rest.parse().expect("an integer")),
            "F" => self.call.scalar(Scalar::F64(rest.parse().expect("a float"))),
            "B" => self.call.scalar(Scalar::Bool(rest == "1")),
            "T" => self.call.owned(Owned::text(unescape(rest))),
            "L" => self.call.list(&ints(rest)),
            "N" => self.call.owned(Owned::None),
            "R" => {
                let (name, rank) = rest.split_once(':').expect("a result type");
                self.call.result(dtype(name), rank.parse().expect("a rank"))
            }
            "P" => self.call.owned(self.folder.file("read", unescape(rest).as_bytes())),
            "H" => {
                let bytes: Vec<u8> = (0..rest.len() / 2)
                    .map(|at| u8::from_str_radix(&rest[2 * at..2 * at + 2], 16).expect("hex"))
                    .collect();
                self.call.owned(self.folder.file("read.npy", &bytes))
            }
            "O" => {
                self.written = Some(self.folder.join("written"));
                self.call.owned(Owned::text(self.folder.join("written").to_str().expect("utf-8")))
            }
            _ => panic!("argument {token}"),
        };
        self
    }

    fn result(&self, op: &str) -> String {
        let symbol = format!("phx_op_{op}");
        let entry = TABLE.iter().find(|entry| entry.symbol == symbol).unwrap_or_else(|| panic!("no {symbol}"));
        let value = match self.call.run(entry.function) {
            Ok(value) => value,
            Err(error) => return format!("! {error}"),
        };
        match (&value, &self.written, &self.first) {
            (Owned::None, Some(path), _) if path.exists() || path.with_extension("npy").exists() => written(path),
            // Only rank 0 writes.
            (Owned::None, Some(_), _) => String::new(),
            (Owned::None, None, Some(first)) => {
                format!("~ {}", shown(&Array::over(first.buffer.clone())))
            }
            _ => outcome(&value),
        }
    }
}

trait Files {
    fn file(&self, name: &str, contents: &[u8]) -> Owned;
}

impl Files for PathBuf {
    fn file(&self, name: &str, contents: &[u8]) -> Owned {
        fs::write(self.join(name), contents).expect("written");
        Owned::text(self.join(name).to_str().expect("utf-8"))
    }
}

fn written(path: &PathBuf) -> String {
    if let Ok(text) = fs::read_to_string(path) {
        fs::remove_file(path).expect("removed");
        let text = text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
        return format!("> {text}");
    }
    let bytes = fs::read(path.with_extension("npy")).expect("saved");
    format!("> {}", bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// Replays all lines on this rank; the lines that went wrong.
fn replay(folder: PathBuf, rank: usize) -> Vec<String> {
    fs::create_dir_all(&folder).expect("a folder");
    let mut wrong = Vec::new();
    for line in include_str!("../../tests/fixtures/ops.txt").lines() {
        let fields: Vec<&'static str> = line.split('\t').collect();
        let (expected, args) = fields[1..].split_last().expect("an outcome");
        let many = state::with(|state| state.ranks > 1);
        if many && fields[0] == "savetxt" && expected.starts_with('!') {
            // Rank 0 alone finds out, and ends the job; here it would leave the others waiting.
            continue;
        }
        let replay = Replay { call: Call::default(), first: None, folder: folder.clone(), written: None };
        let result = args.iter().fold(replay, |replay, token| replay.add(token)).result(fields[0]);
        exec::end_of_op();
        let is_elsewhere = result.is_empty() && rank > 0;
        if &result != expected && unescape(expected) != result && !is_elsewhere {
            wrong.push(format!("{line}\n    gave {result}"));
        }
    }
    fs::remove_dir_all(&folder).expect("removed");
    wrong
}

fn replay_on(ranks: usize) {
    let folder = |rank: usize| std::env::temp_dir().join(format!("phylanx-ops-{}-{ranks}-{rank}", std::process::id()));
    let run = |comm: local::Local| {
        let rank = comm.rank();
        state::install(State::new(Box::new(comm), Pool::new(1)).sharing_from(64));
        crate::rank::with(|state| state.number.set(rank));
        replay(folder(rank), rank)
    };
    std::thread::scope(|scope| {
        let started: Vec<_> = local::ranks(ranks).into_iter().map(|comm| scope.spawn(move || run(comm))).collect();
        for (rank, started) in started.into_iter().enumerate() {
            let wrong = started.join().expect("a rank ends well");
            let some = wrong[..wrong.len().min(40)].join("\n");
            assert!(wrong.is_empty(), "{} differ on rank {rank} of {ranks}:\n{some}", wrong.len());
        }
    });
}

#[test]
fn ops_do_what_numpy_does() {
    assert!(include_str!("../../tests/fixtures/ops.txt").lines().count() > 2000, "the fixture is there");
    replay_on(1);
}

#[test]
fn ops_do_the_same_with_arrays_spread_over_ranks() {
    replay_on(2);
    replay_on(3);
}
