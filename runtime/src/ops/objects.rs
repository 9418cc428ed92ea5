//! Objects on the heap: making, changing and asking them.

use super::value::{Args, Owned};
use crate::error::{Error, Result};
use crate::object::item::{Item, decode};
use crate::object::list::Slice;
use crate::object::shape::{Shape, Word};
use crate::object::{Kind, Object, compare, repr, sort, stored};
use crate::rank;
use phylanx_abi::Value;
use std::cmp::Ordering;
use std::rc::Rc;

/// A fresh object of one row.
pub fn cell_new(args: Args) -> Result<Owned> {
    let values = args.values(0..args.len());
    let shape = Rc::new(Shape::of_words(values.iter().map(|value| Word::of_tag(value.tag)).collect()));
    let cell = Object::new(Kind::Cell, shape);
    let words = stored(&cell.shape, 0, values)?;
    cell.push(&words);
    Ok(Owned::Object(cell))
}

/// A fresh list, dict, set or instance.
pub fn table_new(args: Args) -> Result<Owned> {
    let count = args.len() - 2;
    let (kind, shape) = (args.text(count)?, shape_of(args.text(count + 1)?)?);
    let values = args.values(0..count);
    let object = match kind {
        "list" | "list*" | "split" | "lines" | "chars" => Object::new(Kind::List, shape),
        "deque" => Object::new(Kind::Deque, shape),
        "tuple" => Object::new(Kind::Tuple, shape),
        "frozenset" => Object::new(Kind::FrozenSet, shape),
        "dict" => Object::new(Kind::Dict, shape),
        "set" | "constants" => Object::new(Kind::Set, shape),
        "instance" => Object::new(Kind::Instance, shape),
        "data" => Object::new(Kind::Data, shape),
        _ => return Err(Error::internal(format!("there is no kind of object {kind}"))),
    };
    match kind {
        "list*" => fill(&object, args.int(0)?, &values[1..])?,
        "split" => split(&object, args, count)?,
        "lines" => args.text(0)?.lines().for_each(|line| push_text(&object, line)),
        "chars" => args.text(0)?.chars().for_each(|c| push_text(&object, c.encode_utf8(&mut [0; 4]))),
        _ => rows(&object, values)?,
    }
    if kind == "constants" {
        // CPython makes a frozen set of the constants and merges it into an empty set.
        let merged = object.like();
        merged.merge_set(&object)?;
        return Ok(Owned::Object(merged));
    }
    Ok(Owned::Object(object))
}

/// The shape that a text of the compiler states; each text is read once.
fn shape_of(text: &str) -> Result<Rc<Shape>> {
    if let Some(known) = rank::with(|rank| rank.shapes.borrow().get(text).cloned()) {
        return Ok(known);
    }
    let shape = Rc::new(Shape::parse(text)?);
    rank::with(|rank| rank.shapes.borrow_mut().insert(text.into(), shape.clone()));
    Ok(shape)
}

fn rows(object: &Object, values: &[Value]) -> Result<()> {
    let width = object.width();
    if width == 0 {
        return Ok(());
    }
    for row in values.chunks(width) {
        let words = stored(&object.shape, 0, row)?;
        match object.kind {
            Kind::Dict | Kind::Set | Kind::FrozenSet => drop(object.put(&words)?),
            _ => object.push(&words),
        }
    }
    Ok(())
}

fn fill(object: &Object, count: i64, values: &[Value]) -> Result<()> {
    let count = usize::try_from(count).unwrap_or(0);
    if count.checked_mul(object.width().max(1)).is_none_or(|words| words > isize::MAX as usize / 8) {
        return Err(Error::new("MemoryError", ""));
    }
    let words: Vec<u64> = values.iter().map(|value| value.bits).collect();
    let all = words.repeat(count);
    object.share_words(&all);
    object.insert_rows(0, &all, count);
    Ok(())
}

fn push_text(object: &Object, text: &str) {
    let text = Rc::new(crate::array::handle::Text(text.into()));
    object.push(&[Rc::into_raw(text) as u64]);
}

fn split(object: &Object, args: Args, count: usize) -> Result<()> {
    let text = args.text(0)?;
    let most = if count > 2 { args.int(2)? } else { -1 };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if count > 1 && !args.is_none(1) {
        let separator = args.text(1)?;
        if separator.is_empty() {
            return Err(Error::value("empty separator"));
        }
        text.splitn(most.saturating_add(1), separator).for_each(|part| push_text(object, part));
        return Ok(());
    }
    let mut rest = text.trim_start();
    for _ in 0..most {
        let Some(end) = rest.find(char::is_whitespace) else { break };
        push_text(object, &rest[..end]);
        rest = rest[end..].trim_start();
    }
    if !rest.is_empty() {
        push_text(object, rest.trim_end());
    }
    Ok(())
}

/// A call of a method: the object, the operands behind it, and the name.
struct Call<'a> {
    object: &'a Object,
    args: Args<'a>,
    count: usize,
    method: &'a str,
}

impl<'a> Call<'a> {
    fn of(args: Args<'a>) -> Result<Call<'a>> {
        let count = args.len() - 1;
        Ok(Call { object: args.object(0)?, args, count, method: args.text(count)? })
    }

    /// Operands from `first` on as a row that the object will own.
    fn row(&self, first: usize) -> Result<Vec<u64>> {
        stored(&self.object.shape, 0, self.args.values(first..self.count))
    }

    /// Operands from `first` on as the words of a value.
    fn words(&self, first: usize) -> Vec<u64> {
        self.args.values(first..self.count).iter().map(|value| value.bits).collect()
    }

    fn slice(&self) -> Result<Slice> {
        let bounds = [self.args.int(2)?, self.args.int(3)?, self.args.int(4)?];
        Slice::of(bounds, self.args.int(1)?, self.object.len())
    }

    fn key(&self, words: &[u64]) -> Item<'a> {
        decode(&self.object.shape.key, words)
    }

    fn unknown(&self) -> Error {
        Error::internal(format!("{} has no method {}", self.object.type_name(), self.method))
    }
}

/// A method that changes an object.
pub fn table_do(args: Args) -> Result<Owned> {
    let call = Call::of(args)?;
    let object = call.object;
    match call.method {
        "append" => object.push(&call.row(1)?),
        "appendleft" => object.push_front(&call.row(1)?),
        "insert" => object.insert_rows(object.clipped(args.int(1)?), &call.row(2)?, 1),
        "extend" => object.extend(args.object(1)?),
        "extendleft" => {
            let other = args.object(1)?;
            for row in 0..other.len() {
                let words = other.row(row);
                object.share_words(&words);
                object.push_front(&words);
            }
        }
        "clear" => object.clear(),
        "reverse" => object.permute(&(0..object.len()).rev().collect::<Vec<_>>()),
        "rotate" => object.rotate(args.int(1)?),
        "sort" => object.permute(&sort::sorted_order(object, args.flag(1)?)?),
        "sort_by" => object.permute(&sort::sorted_order(args.object(1)?, args.flag(2)?)?),
        "limit" => object.limit.set(args.int(1)?.max(0)),
        "set_slice" => object.assign_slice(call.slice()?, args.object(5)?)?,
        "del_slice" => object.remove_slice(call.slice()?),
        "remove_row" => match object.kind {
            Kind::Dict | Kind::Set => object.remove_entry(args.int(1)? as usize),
            _ => object.remove_rows(args.int(1)? as usize, 1),
        },
        "heappush" => {
            object.push(&call.row(1)?);
            object.sift_down(0, object.len() - 1)?;
        }
        "heapify" => object.heapify()?,
        "settle_top" => object.settle_top()?,
        _ => change_entries(&call)?,
    }
    Ok(Owned::None)
}

fn change_entries(call: &Call) -> Result<()> {
    let (object, args) = (call.object, call.args);
    match call.method {
        "put" => drop(object.put(&call.row(1)?)?),
        "update" if object.kind.is_set() => object.merge_set(args.object(1)?)?,
        "update" => object.update(args.object(1)?)?,
        "discard" | "remove" => remove(call)?,
        "difference_update" => object.remove_all(args.object(1)?)?,
        "symmetric_difference_update" => object.toggle_all(args.object(1)?)?,
        "intersection_update" => object.swap_with(&*object.combined(args.object(1)?, "&")?),
        _ => return Err(call.unknown()),
    }
    Ok(())
}

fn remove(call: &Call) -> Result<()> {
    let object = call.object;
    let words = call.words(1);
    let key = call.key(&words);
    if matches!(object.kind, Kind::List | Kind::Deque) {
        let Some(row) = object.position(&key, 0, usize::MAX)? else {
            let name = if object.kind == Kind::List { "list" } else { "deque" };
            return Err(Error::value(format!("{name}.remove(x): x not in {name}")));
        };
        object.remove_rows(row, 1);
        return Ok(());
    }
    let found = if call.method == "discard" { object.find(&key)? } else { Some(object.must_find(&key)?) };
    if let Some(row) = found {
        object.remove_entry(row);
    }
    Ok(())
}

/// A method that changes an object and gives a value.
pub fn table_take(args: Args) -> Result<Owned> {
    let call = Call::of(args)?;
    let object = call.object;
    Ok(match call.method {
        "put" => Owned::int(object.put(&call.row(1)?)? as i64),
        "pop_slot" => match object.popped_slot() {
            Some(row) => Owned::int(row as i64),
            None => return Err(Error::new("KeyError", "'pop from an empty set'")),
        },
        "last_row" => match object.last_row() {
            Some(row) => Owned::int(row as i64),
            None => return Err(Error::new("KeyError", "'popitem(): dictionary is empty'")),
        },
        "pop_to_end" => {
            if object.is_empty() {
                return Err(Error::index("index out of range"));
            }
            object.pop_to_end()?;
            Owned::int(object.len() as i64 - 1)
        }
        _ => return Err(call.unknown()),
    })
}

/// A question to an object.
pub fn table_ask(args: Args) -> Result<Owned> {
    let call = Call::of(args)?;
    let object = call.object;
    let row = |found: Option<usize>| Owned::int(found.map_or(-1, |row| row as i64));
    Ok(match call.method {
        "find" => row(object.find(&call.key(&call.words(1)))?),
        "must_find" => Owned::int(object.must_find(&call.key(&call.words(1)))? as i64),
        "next" => row(usize::try_from(args.int(1)?).ok().and_then(|from| object.next_row(from))),
        "rows" => Owned::Object(rows_of(object)?),
        "live" => Owned::int(live(&call)?),
        "index" => index(&call)?,
        "has" => Owned::bool(object.position(&call.key(&call.words(1)), 0, usize::MAX)?.is_some()),
        "count" => Owned::int(object.count(&call.key(&call.words(1)))?),
        "repr" => Owned::text(repr::repr(&Item::Object(object))?),
        "copy" => Owned::Object(object.copied()?),
        "slice" => Owned::Object(object.sliced(call.slice()?)),
        "repeat" => Owned::Object(object.repeated(args.int(1)?)),
        "concat" => {
            let fresh = object.copied()?;
            fresh.extend(args.object(1)?);
            Owned::Object(fresh)
        }
        "join" => Owned::text(join(object, args.text(1)?)?),
        "bisect_left" | "bisect_right" => {
            Owned::int(object.bisect(&call.key(&call.words(1)), call.method == "bisect_right")? as i64)
        }
        "limit" => Owned::int(object.limit.get()),
        "array" => to_array(object, args)?,
        _ => pair(&call)?,
    })
}

/// The rows of entries, in order, as a list.
fn rows_of(object: &Object) -> Result<Rc<Object>> {
    let list = Object::new(Kind::List, shape_of("i")?);
    let rows: Vec<u64> = object.live_rows().into_iter().map(|row| row as u64).collect();
    list.insert_rows(0, &rows, rows.len());
    Ok(list)
}

/// The row of an entry that a loop has come to, which must still be there.
fn live(call: &Call) -> Result<i64> {
    let (row, length) = (call.args.int(1)?, call.args.int(2)?);
    let name = if call.object.kind == Kind::Set { "Set" } else { "dictionary" };
    if call.object.len() as i64 != length {
        return Err(Error::new("RuntimeError", format!("{name} changed size during iteration")));
    }
    if call.object.next_row(row as usize) != Some(row as usize) {
        return Err(Error::new("RuntimeError", "dictionary keys changed during iteration"));
    }
    Ok(row)
}

/// Questions about two objects.
fn pair(call: &Call) -> Result<Owned> {
    let (object, other) = (call.object, call.args.object(1)?);
    let (a, b) = (Item::Object(object), Item::Object(other));
    let is_set = object.kind.is_set();
    Ok(Owned::bool(match call.method {
        "is" => std::ptr::eq(object, other),
        "==" => compare::equal(&a, &b)?,
        "isdisjoint" => object.combined(other, "&")?.is_empty(),
        "<=" if is_set => object.len() <= other.len() && object.is_subset(other)?,
        "<" if is_set => object.len() < other.len() && object.is_subset(other)?,
        "<" => compare::order(&a, &b, "<")? == Some(Ordering::Less),
        "<=" => compare::order(&a, &b, "<=")?.is_some_and(Ordering::is_le),
        "|" | "&" | "-" | "^" => return object.combined(other, call.method).map(Owned::Object),
        _ => return Err(call.unknown()),
    }))
}

fn index(call: &Call) -> Result<Owned> {
    let object = call.object;
    // Bounds come first, then the value.
    let (start, stop) = (object.clipped(call.args.int(1)?), object.clipped(call.args.int(2)?));
    let words = call.words(3);
    match object.position(&call.key(&words), start, stop)? {
        Some(row) => Ok(Owned::int(row as i64)),
        None if object.kind == Kind::Deque => {
            Err(Error::value(format!("{} is not in deque", repr::repr(&call.key(&words))?)))
        }
        None => Err(Error::value(format!("{} is not in list", repr::repr(&call.key(&words))?))),
    }
}

fn join(object: &Object, separator: &str) -> Result<String> {
    let mut out = String::new();
    for (at, row) in object.live_rows().into_iter().enumerate() {
        let words = object.row(row);
        let Item::Text(text) = decode(&object.shape.key, &words) else {
            return Err(Error::type_(format!("sequence item {at}: expected str instance")));
        };
        out += if at > 0 { separator } else { "" };
        out += text;
    }
    Ok(out)
}

/// The elements of a list (of lists) of numbers as an array.
fn to_array(object: &Object, args: Args) -> Result<Owned> {
    crate::object::numbers::to_array(object, args.result_dtype()?).map(Owned::Array)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::testing::Call;

    #[test]
    fn a_cell_keeps_what_is_stored_in_it() {
        let cell = Call::default().int(7).text("x").run(cell_new).expect("a cell");
        let Owned::Object(cell) = cell else { panic!("an object") };
        assert_eq!((cell.len(), cell.width()), (1, 2));
        assert_eq!(cell.row(0)[0], 7);
    }

    #[test]
    fn sets_of_ints_go_in_the_order_of_cpython() {
        let set = Object::new(Kind::Set, shape_of("i").expect("a shape"));
        for value in [5i64, -1, 1000, 33, 8, 70_000, 3, 17] {
            set.put(&[value as u64]).expect("hashable");
        }
        assert_eq!(repr::repr(&Item::Object(&set)).expect("text"), ORDER);
    }

    /// `print({*[5, -1, 1000, 33, 8, 70000, 3, 17]})`.
    const ORDER: &str = "{33, 3, 5, 1000, 8, 70000, 17, -1}";

    #[test]
    fn dicts_keep_the_order_of_insertion_after_removals() {
        let dict = Object::new(Kind::Dict, shape_of("i:f").expect("a shape"));
        for key in 0..100u64 {
            dict.put(&[key, 0]).expect("hashable");
        }
        for key in 0..97 {
            let row = dict.must_find(&Item::Number(crate::ops::Scalar::I64(key))).expect("there");
            dict.remove_entry(row);
        }
        dict.put(&[3, 1f64.to_bits()]).expect("hashable");
        assert_eq!(repr::repr(&Item::Object(&dict)).expect("text"), "{97: 0.0, 98: 0.0, 99: 0.0, 3: 1.0}");
    }
}
