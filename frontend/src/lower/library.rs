//! Functions of the standard library that the runtime carries out: digits, exact sums, paths, the environment.

use super::call::{Args, Row};
use super::{Lowerer, Res};
use crate::types::Num;
use crate::value::{Const, Repr, Val};
use phylanx_dialects::ir::{Attr, Type, Value};

#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    Row { name: "builtins.bin", params: "x", build: digits },
    Row { name: "builtins.oct", params: "x", build: digits },
    Row { name: "builtins.hex", params: "x", build: digits },
    Row { name: "math.fsum", params: "seq", build: exact_sum },
    Row { name: "math.hypot", params: "*coordinates", build: hypot },
    Row { name: "math.dist", params: "p, q", build: distance },
    Row { name: "math.frexp", params: "x", build: split },
    Row { name: "math.ldexp", params: "x, i", build: scaled },
    Row { name: "math.gamma", params: "x", build: gamma },
    Row { name: "math.lgamma", params: "x", build: gamma },
    Row { name: "math.sumprod", params: "p, q", build: sum_of_products },
    Row { name: "os.path.join", params: "path, *paths", build: join },
    Row { name: "os.path.basename", params: "p", build: path_text },
    Row { name: "os.path.dirname", params: "p", build: path_text },
    Row { name: "os.path.normpath", params: "path", build: path_text },
    Row { name: "os.path.isabs", params: "s", build: path_test },
    Row { name: "os.path.splitext", params: "p", build: split_extension },
    Row { name: "os.path.split", params: "p", build: split_path },
    Row { name: "os.path.exists", params: "path", build: file_test },
    Row { name: "os.path.isfile", params: "path", build: file_test },
    Row { name: "os.path.isdir", params: "path", build: file_test },
    Row { name: "os.path.getsize", params: "path", build: file_size },
    Row { name: "os.getcwd", params: "", build: directory },
    Row { name: "os.getenv", params: "key, default=", build: variable },
    Row { name: "os.environ.get", params: "key, default=", build: variable },
    Row { name: "os.makedirs", params: "name, exist_ok=", build: effect },
    Row { name: "os.remove", params: "path", build: effect },
    Row { name: "time.sleep", params: "secs", build: sleep },
    Row { name: "time.perf_counter_ns", params: "", build: nanoseconds },
    Row { name: "time.time_ns", params: "", build: nanoseconds },
    Row { name: "sys.setrecursionlimit", params: "limit", build: recursion_limit },
    Row { name: "sys.getrecursionlimit", params: "", build: recursion_limit },
    Row { name: "sys.stdout.flush", params: "", build: nothing },
    Row { name: "sys.stderr.flush", params: "", build: nothing },
    Row { name: "sys.stdout.write", params: "text", build: write },
    Row { name: "sys.stderr.write", params: "text", build: write },
    Row { name: "warnings.warn", params: "message, category=, stacklevel=", build: warn },
    Row { name: "warnings.filterwarnings", params: "action, category=, message=", build: nothing },
    Row { name: "warnings.simplefilter", params: "action, category=", build: nothing },
    Row { name: "copy.copy", params: "x", build: copied },
    Row { name: "copy.deepcopy", params: "x", build: copied },
];

/// Constants of the standard library.
pub fn constant(path: &str) -> Option<Val> {
    Some(match path {
        "sys.float_info.max" => Val::float(f64::MAX),
        "sys.float_info.min" => Val::float(f64::MIN_POSITIVE),
        "sys.float_info.epsilon" => Val::float(f64::EPSILON),
        "sys.float_info.dig" => Val::int(15),
        "sys.float_info.mant_dig" => Val::int(53),
        "sys.float_info.max_exp" => Val::int(1024),
        "sys.float_info.min_exp" => Val::int(-1021),
        "sys.float_info.max_10_exp" => Val::int(308),
        "sys.float_info.min_10_exp" => Val::int(-307),
        "sys.float_info.radix" => Val::int(2),
        "sys.version_info" => Val::Tuple(VERSION.map(Val::int).into()),
        "sys.version_info.major" => Val::int(VERSION[0]),
        "sys.version_info.minor" => Val::int(VERSION[1]),
        "sys.version_info.micro" => Val::int(VERSION[2]),
        "sys.platform" => Val::text("linux"),
        "sys.byteorder" => Val::text("little"),
        "os.sep" | "os.path.sep" => Val::text("/"),
        "os.linesep" => Val::text("\n"),
        "os.name" => Val::text("posix"),
        "os.curdir" => Val::text("."),
        "os.pardir" => Val::text(".."),
        "string.ascii_lowercase" => Val::text(LOWER),
        "string.ascii_uppercase" => Val::text(UPPER),
        "string.ascii_letters" => Val::text(format!("{LOWER}{UPPER}")),
        "string.digits" => Val::text("0123456789"),
        "string.hexdigits" => Val::text("0123456789abcdefABCDEF"),
        "string.octdigits" => Val::text("01234567"),
        "string.punctuation" => Val::text(PUNCTUATION),
        "string.whitespace" => Val::text(" \t\n\r\u{b}\u{c}"),
        "string.printable" => Val::text(format!("0123456789{LOWER}{UPPER}{PUNCTUATION} \t\n\r\u{b}\u{c}")),
        _ => return None,
    })
}

/// The Python whose behaviour we follow.
const VERSION: [i64; 3] = [3, 11, 7];
const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const PUNCTUATION: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

fn digits<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let int = lowerer.int_of(&args.val(0), args.span_of(0))?;
    let value = lowerer.scalar_value(&int);
    Ok(Val::Str(Repr::Value(lowerer.std_call(&format!("int.{}", short(args.name)), &[value], Type::Str))))
}

fn exact_sum<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let val = args.val(0);
    let value = match lowerer.items_of(val.clone(), args.span)? {
        Some(items) => {
            let values = lowerer.floats(&items, args)?;
            lowerer.std_call("float.fsum", &values, Type::F64)
        }
        None => {
            let array = lowerer.array_of(&val, args.span_of(0))?;
            let tensor = lowerer.tensor(&array);
            let tensor = lowerer.cast_tensor(tensor, phylanx_dialects::DType::F64);
            lowerer.std_call("float.fsum_array", &[tensor], Type::F64)
        }
    };
    Ok(Val::scalar(Num::FLOAT, value))
}

fn hypot<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let values = lowerer.floats(args.rest(), args)?;
    Ok(Val::scalar(Num::FLOAT, lowerer.std_call("float.hypot", &values, Type::F64)))
}

fn distance<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (p, q) = both(lowerer, args, "both points must have the same number of dimensions")?;
    let differences: Vec<Value> =
        p.iter().zip(&q).map(|(a, b)| lowerer.op("arith.subf", &[*a, *b], Type::F64)).collect();
    Ok(Val::scalar(Num::FLOAT, lowerer.std_call("float.hypot", &differences, Type::F64)))
}

fn sum_of_products<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let (p, q) = (lowerer.items_of(args.val(0), args.span)?, lowerer.items_of(args.val(1), args.span)?);
    let (Some(p), Some(q)) = (p, q) else {
        return lowerer.fail(args.span, "the number of items is not known at compile time", "use `np.dot`");
    };
    if p.iter().chain(&q).any(|item| !matches!(item, Val::Scalar(scalar) if !scalar.num.is_float())) {
        return lowerer.fail(args.span, "math.sumprod is supported for ints", "use `math.fsum` of the products");
    }
    if p.len() != q.len() {
        return lowerer.fail(args.span, "Inputs are not the same length", "give sequences of one length");
    }
    let mut total = Val::int(0);
    for (a, b) in p.into_iter().zip(q) {
        let product = lowerer.try_binary(crate::ast::BinOp::Mul, a, b, args.span)?;
        total = lowerer.try_binary(crate::ast::BinOp::Add, total, product, args.span)?;
    }
    Ok(total)
}

/// Two sequences of as many floats.
fn both<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, unlike: &str) -> Res<(Vec<Value>, Vec<Value>)> {
    let (p, q) = (lowerer.items_of(args.val(0), args.span)?, lowerer.items_of(args.val(1), args.span)?);
    let (Some(p), Some(q)) = (p, q) else {
        let message = "the number of coordinates is not known at compile time";
        return lowerer.fail(args.span, message, "use `np.linalg.norm`");
    };
    if p.len() != q.len() {
        return lowerer.fail(args.span, unlike, "give sequences of one length");
    }
    Ok((lowerer.floats(&p, args)?, lowerer.floats(&q, args)?))
}

fn float_operand<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, at: usize) -> Res<Value> {
    let scalar = lowerer.scalar_of(&args.val(at), args.span_of(at))?;
    lowerer.need_real(&scalar, args.span_of(at))?;
    let float = lowerer.as_float(&scalar);
    Ok(lowerer.scalar_value(&float))
}

fn split<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let x = float_operand(lowerer, args, 0)?;
    let fraction = lowerer.std_call("float.frexp", &[x], Type::F64);
    let exponent = lowerer.std_call("float.exponent", &[x], Type::I64);
    Ok(Val::Tuple([Val::scalar(Num::FLOAT, fraction), Val::scalar(Num::INT, exponent)].into()))
}

fn scaled<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let x = float_operand(lowerer, args, 0)?;
    let exponent = lowerer.int_of(&args.val(1), args.span_of(1))?;
    let exponent = lowerer.scalar_value(&exponent);
    Ok(Val::scalar(Num::FLOAT, lowerer.std_call("float.ldexp", &[x, exponent], Type::F64)))
}

fn gamma<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let x = float_operand(lowerer, args, 0)?;
    Ok(Val::scalar(Num::FLOAT, lowerer.std_call(&format!("float.{}", short(args.name)), &[x], Type::F64)))
}

fn join<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let mut parts = vec![lowerer.text_operand(&args.val(0), args)?];
    for part in args.rest() {
        parts.push(lowerer.text_operand(part, args)?);
    }
    Ok(Val::Str(Repr::Value(lowerer.std_call("path.join", &parts, Type::Str))))
}

fn path_text<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let path = lowerer.text_operand(&args.val(0), args)?;
    Ok(Val::Str(Repr::Value(lowerer.std_call(&format!("path.{}", short(args.name)), &[path], Type::Str))))
}

fn path_test<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let path = lowerer.text_operand(&args.val(0), args)?;
    Ok(Val::scalar(Num::BOOL, lowerer.std_call(&format!("path.{}", short(args.name)), &[path], Type::BOOL)))
}

fn split_extension<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    two_parts(lowerer, args, ["path.root", "path.extension"])
}

fn split_path<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    two_parts(lowerer, args, ["path.dirname", "path.basename"])
}

fn two_parts<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>, names: [&str; 2]) -> Res<Val> {
    let path = lowerer.text_operand(&args.val(0), args)?;
    Ok(Val::Tuple(names.map(|name| Val::Str(Repr::Value(lowerer.std_call(name, &[path], Type::Str)))).into()))
}

fn file_test<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let path = lowerer.text_operand(&args.val(0), args)?;
    Ok(Val::scalar(Num::BOOL, lowerer.std_world(short(args.name), &[path], Type::BOOL)))
}

fn file_size<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let path = lowerer.text_operand(&args.val(0), args)?;
    Ok(Val::scalar(Num::INT, lowerer.std_world("getsize", &[path], Type::I64)))
}

fn directory<'a>(lowerer: &mut Lowerer<'a>, _: &Args<'a>) -> Res<Val> {
    Ok(Val::Str(Repr::Value(lowerer.std_world("getcwd", &[], Type::Str))))
}

fn variable<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let name = lowerer.text_operand(&args.val(0), args)?;
    let has = lowerer.std_world("has_variable", &[name], Type::BOOL);
    let default = args.given(1).cloned().unwrap_or(Val::None);
    let found = |this: &mut Lowerer<'a>| Val::Str(Repr::Value(this.std_world("variable", &[name], Type::Str)));
    Ok(lowerer.choose(has, args.span, found, |_| default))
}

fn effect<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let path = lowerer.text_operand(&args.val(0), args)?;
    lowerer.std_world(short(args.name), &[path], Type::I64);
    Ok(Val::None)
}

fn sleep<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let seconds = float_operand(lowerer, args, 0)?;
    lowerer.std_world("sleep", &[seconds], Type::I64);
    Ok(Val::None)
}

fn nanoseconds<'a>(lowerer: &mut Lowerer<'a>, _: &Args<'a>) -> Res<Val> {
    let seconds = lowerer.op("physl.clock", &[], Type::F64);
    let scale = lowerer.constant(Const::Float(1e9), phylanx_dialects::DType::F64);
    let scaled = lowerer.op("arith.mulf", &[seconds, scale], Type::F64);
    Ok(Val::scalar(Num::INT, lowerer.op("arith.fptosi", &[scaled], Type::I64)))
}

/// The deepest limit that the program asks for holds everywhere.
fn recursion_limit<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    if args.given(0).is_none() {
        return Ok(Val::int(lowerer.recursion_limit()));
    }
    let Some(limit) = lowerer.const_arg(args, 0)? else { return Ok(Val::None) };
    lowerer.raise_recursion_limit(limit);
    Ok(Val::None)
}

fn nothing<'a>(_: &mut Lowerer<'a>, _: &Args<'a>) -> Res<Val> {
    Ok(Val::None)
}

fn write<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let text = lowerer.text_operand(&args.val(0), args)?;
    let to_stderr = args.name.contains("stderr");
    lowerer.effect("physl.print", &[text], &[("to_stderr", Attr::Bool(to_stderr))]);
    lowerer.length(&Val::Str(Repr::Value(text)), args.span).map(Val::Scalar)
}

fn warn<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    let category = match args.get(1) {
        Some(Val::Static(crate::types::Static::Path(path))) => short(path).to_string(),
        _ => "UserWarning".to_string(),
    };
    let message = lowerer.str_of(&args.val(0), args.span_of(0))?;
    let (line, _) = lowerer.source.line_column(args.span);
    let file = lowerer.source.of(args.span);
    let (head, tail) = (format!("{}:{line}: {category}: ", file.name), format!("\n  {}\n", file.line(line).trim()));
    let text = lowerer.concat(vec![Repr::Const(head.into()), message, Repr::Const(tail.into())]);
    let text = lowerer.text_value(&text);
    lowerer.effect("physl.print", &[text], &[("to_stderr", Attr::Bool(true))]);
    Ok(Val::None)
}

/// Numbers and strings are their own copies, arrays get new elements.
fn copied<'a>(lowerer: &mut Lowerer<'a>, args: &Args<'a>) -> Res<Val> {
    lowerer.copy_of(args.val(0), args)
}

impl<'a> Lowerer<'a> {
    /// A function of the library on its arguments alone.
    pub fn std_call(&mut self, name: &str, operands: &[Value], ty: Type) -> Value {
        self.op_with("physl.std_call", operands, ty, &[("fn", Attr::str(name))])
    }

    /// A function of the library that sees or changes the world.
    pub fn std_world(&mut self, name: &str, operands: &[Value], ty: Type) -> Value {
        self.op_with("physl.std_world", operands, ty, &[("fn", Attr::str(name))])
    }

    fn floats(&mut self, vals: &[Val], args: &Args<'a>) -> Res<Vec<Value>> {
        let mut out = Vec::new();
        for val in vals {
            let scalar = self.scalar_of(val, args.span)?;
            self.need_real(&scalar, args.span)?;
            let float = self.as_float(&scalar);
            out.push(self.scalar_value(&float));
        }
        Ok(out)
    }

    fn text_operand(&mut self, val: &Val, args: &Args<'a>) -> Res<Value> {
        match self.present(val.clone(), None, args.span)? {
            Val::Str(text) => Ok(self.text_value(&text)),
            other => {
                let message = format!("{} is given where a string is needed", other.describe());
                self.fail(args.span, message, "pass a str")
            }
        }
    }

    fn copy_of(&mut self, val: Val, args: &Args<'a>) -> Res<Val> {
        Ok(match val {
            Val::Array(array) => {
                let tensor = self.tensor(&array);
                let value = self.op("physl.copy", &[tensor], Type::Tensor(array.ty.clone()));
                self.fresh_or_scalar(value)
            }
            Val::Tuple(items) if args.name == "copy.deepcopy" => {
                let copies: Res<Vec<Val>> = items.iter().map(|item| self.copy_of(item.clone(), args)).collect();
                Val::Tuple(copies?.into())
            }
            Val::List(items) if args.name == "copy.deepcopy" => {
                let copies: Res<Vec<Val>> = items.iter().map(|item| self.copy_of(item.clone(), args)).collect();
                Val::List(copies?.into())
            }
            other => other,
        })
    }
}
