//! The one table of PhySL ops: name, operands, attributes, purity, shape rule, NumPy spellings, cost, meaning.
//!
//! IRDL, builders, the e-graph language, the reference evaluator, runtime symbols and `docs/ops.md` are read from it.
//! Adding an op is one row here, its lowering (none for map ops beyond `map` in codegen's scalar table; a function
//! `phx_op_NAME` for library ops) and its tests.

/// How an op is carried out, which decides who handles it on the way down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// One output element per input element, with broadcasting; fused into compiled tasks.
    Map,
    /// Folds dimensions; fused with the maps that feed it.
    Fold,
    /// O(1) change of shape and strides; carried out by the runtime on handles.
    View,
    /// Carried out by a function of the runtime (`phx_op_NAME`).
    Library,
    /// Works on Python scalars; expanded in line by codegen.
    Scalar,
    /// Placement: exists from the `placed` stage on.
    Placement,
    /// Task graph: exists from the `tasks` stage on.
    Task,
}

/// What an op does besides giving its results.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Nothing: may be merged, moved and dropped.
    Pure,
    /// May stop the program with an error, otherwise nothing: may be merged and moved forward to its first use, not dropped.
    MayFail,
    /// Reads through a reference.
    Reads,
    /// Writes through a reference.
    Writes,
    /// Acts on the world (files, terminal, random state, globals): keeps its place and order.
    World,
}

/// Element type and shape of the result of an op on tensors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// Broadcast of all operands, their common element type.
    Broadcast,
    /// Broadcast of all operands, the type of their parts: `f64` for `complex<f64>`, itself for a real type.
    Real,
    /// Broadcast of all operands, the complex type with their type for its parts.
    Complex,
    /// Broadcast of all operands, `i1` elements.
    Compare,
    /// Broadcast of all operands; element type of the last operand (`where`).
    Select,
    /// Shape of the operand; element type given by the result type.
    Cast,
    /// The operand's shape without the `axes` (or with ones); same element type.
    Fold,
    /// As `Fold` over one `axis`, `i64` elements.
    ArgFold,
    /// NumPy's rule for `@`; common element type.
    Matmul,
    /// The op's own rule: the builder states the result type.
    Given,
}

/// Operand names; a trailing `*` on the last stands for any number, a trailing `?` for an optional one.
pub type Names = &'static [&'static str];

/// Attribute name and kind: `i` integer, `I` integer list, `b` bool, `s` text, `t` element type, `y` symbol, `f` float.
pub type AttrSpec = (&'static str, char);

/// One row of the table.
#[derive(Debug)]
pub struct OpRow {
    /// Name without the `physl.` prefix.
    pub name: &'static str,
    pub class: Class,
    pub effect: Effect,
    pub rule: Rule,
    pub operands: Names,
    pub attrs: &'static [AttrSpec],
    pub results: Names,
    /// Floating-point operations for each element (maps, folds), or a rough constant.
    pub cost: u32,
    /// Spellings in NumPy or Python.
    pub numpy: &'static [&'static str],
    /// One sentence.
    pub doc: &'static str,
}

#[allow(clippy::too_many_arguments, reason = "a row reads as one line of a table")]
impl OpRow {
    /// Whether the op makes, reads or changes objects on the heap, which may keep what it is given.
    pub fn is_on_heap(&self) -> bool {
        self.operands.first() == Some(&"object") || self.results == ["object"]
    }

    /// Whether the last operand stands for any number of operands.
    pub fn has_open_operands(&self) -> bool {
        self.operands.iter().any(|name| name.ends_with('*'))
    }
}

#[expect(clippy::too_many_arguments, reason = "a row of the table is one line")]
const fn row(
    name: &'static str,
    kind: (Class, Effect, Rule),
    operands: Names,
    attrs: &'static [AttrSpec],
    results: Names,
    cost: u32,
    numpy: &'static [&'static str],
    doc: &'static str,
) -> OpRow {
    OpRow { name, class: kind.0, effect: kind.1, rule: kind.2, operands, attrs, results, cost, numpy, doc }
}

type Kind = (Class, Effect, Rule);
const MAP: Kind = (Class::Map, Effect::Pure, Rule::Broadcast);
const REAL: Kind = (Class::Map, Effect::Pure, Rule::Real);
const CMP: Kind = (Class::Map, Effect::Pure, Rule::Compare);
const FOLD: Kind = (Class::Fold, Effect::Pure, Rule::Fold);
const FOLDF: Kind = (Class::Fold, Effect::MayFail, Rule::Fold);
const VIEW: Kind = (Class::View, Effect::MayFail, Rule::Given);
const LIB: Kind = (Class::Library, Effect::Pure, Rule::Given);
const LIBF: Kind = (Class::Library, Effect::MayFail, Rule::Given);
const WORLD: Kind = (Class::Library, Effect::World, Rule::Given);
const SCALAR: Kind = (Class::Scalar, Effect::MayFail, Rule::Given);
const READS: Kind = (Class::Library, Effect::Reads, Rule::Given);
const WRITES: Kind = (Class::Library, Effect::Writes, Rule::Given);

const X: Names = &["x"];
const XY: Names = &["lhs", "rhs"];
const OUT: Names = &["out"];
const NO: Names = &[];
const NONE: &[AttrSpec] = &[];
const AXES: &[AttrSpec] = &[("axes", 'I'), ("keepdims", 'b')];
const AXIS: &[AttrSpec] = &[("axis", 'i')];

/// The table. Element types of operands are already equal where the rule says "common": the frontend states every cast.
#[rustfmt::skip]
pub static OPS: &[OpRow] = &[
    // Maps of one operand. Integer `neg`, `abs`, `square` wrap; float functions follow NumPy, NaN included.
    row("neg", MAP, X, NONE, OUT, 1, &["-x", "np.negative"], "Minus x."),
    row("abs", REAL, X, NONE, OUT, 1, &["abs", "np.abs", "np.absolute", "np.fabs"], "Absolute value."),
    row("real", REAL, X, NONE, OUT, 1, &["np.real", "x.real"], "Real part."),
    row("imag", REAL, X, NONE, OUT, 1, &["np.imag", "x.imag"], "Imaginary part; 0 for a real number."),
    row("angle", REAL, X, NONE, OUT, 25, &["np.angle"], "Angle with the positive real axis, in radians."),
    row("conj", MAP, X, NONE, OUT, 1, &["np.conj", "np.conjugate", "x.conj"], "Complex conjugate."),
    row("sign", MAP, X, NONE, OUT, 1, &["np.sign"], "-1, 0 or 1; NaN stays NaN. Of a complex number x / abs(x)."),
    row("square", MAP, X, NONE, OUT, 1, &["np.square"], "x times x."),
    row("reciprocal", MAP, X, NONE, OUT, 4, &["np.reciprocal"], "1 / x."),
    row("sqrt", MAP, X, NONE, OUT, 6, &["np.sqrt"], "Square root; NaN below zero."),
    row("cbrt", MAP, X, NONE, OUT, 20, &["np.cbrt"], "Cube root."),
    row("exp", MAP, X, NONE, OUT, 15, &["np.exp"], "e to the x."),
    row("exp2", MAP, X, NONE, OUT, 15, &["np.exp2"], "2 to the x."),
    row("expm1", MAP, X, NONE, OUT, 20, &["np.expm1"], "exp(x) - 1, exact near 0."),
    row("log", MAP, X, NONE, OUT, 15, &["np.log"], "Natural logarithm."),
    row("log2", MAP, X, NONE, OUT, 15, &["np.log2"], "Logarithm to base 2."),
    row("log10", MAP, X, NONE, OUT, 15, &["np.log10"], "Logarithm to base 10."),
    row("log1p", MAP, X, NONE, OUT, 20, &["np.log1p"], "log(1 + x), exact near 0."),
    row("sin", MAP, X, NONE, OUT, 20, &["np.sin"], "Sine."),
    row("cos", MAP, X, NONE, OUT, 20, &["np.cos"], "Cosine."),
    row("tan", MAP, X, NONE, OUT, 25, &["np.tan"], "Tangent."),
    row("arcsin", MAP, X, NONE, OUT, 20, &["np.arcsin"], "Inverse sine."),
    row("arccos", MAP, X, NONE, OUT, 20, &["np.arccos"], "Inverse cosine."),
    row("arctan", MAP, X, NONE, OUT, 20, &["np.arctan"], "Inverse tangent."),
    row("sinh", MAP, X, NONE, OUT, 20, &["np.sinh"], "Hyperbolic sine."),
    row("cosh", MAP, X, NONE, OUT, 20, &["np.cosh"], "Hyperbolic cosine."),
    row("tanh", MAP, X, NONE, OUT, 20, &["np.tanh"], "Hyperbolic tangent."),
    row("floor", MAP, X, NONE, OUT, 1, &["np.floor"], "Largest integer not above x, as a float."),
    row("ceil", MAP, X, NONE, OUT, 1, &["np.ceil"], "Smallest integer not below x, as a float."),
    row("trunc", MAP, X, NONE, OUT, 1, &["np.trunc"], "x without its fraction."),
    row("rint", MAP, X, NONE, OUT, 1, &["np.rint", "np.round"], "Nearest integer, ties to even, as a float."),
    row("isnan", CMP, X, NONE, OUT, 1, &["np.isnan"], "Whether x is NaN."),
    row("isinf", CMP, X, NONE, OUT, 1, &["np.isinf"], "Whether x is infinite."),
    row("isfinite", CMP, X, NONE, OUT, 1, &["np.isfinite"], "Whether x is neither NaN nor infinite."),
    row("not", MAP, X, NONE, OUT, 1, &["~x", "np.logical_not", "np.invert"], "Bitwise complement; logical on bool."),
    row("cast", (Class::Map, Effect::Pure, Rule::Cast), X, NONE, OUT, 1, &["x.astype"], "x converted to the element type of the result, as C does."),

    // Maps of two operands. Integer arithmetic wraps. `floordiv` and `mod` have Python's signs; integer division by zero gives 0, as in NumPy.
    row("add", MAP, XY, NONE, OUT, 1, &["+", "np.add"], "Sum; logical or on bool."),
    row("sub", MAP, XY, NONE, OUT, 1, &["-", "np.subtract"], "Difference."),
    row("mul", MAP, XY, NONE, OUT, 1, &["*", "np.multiply"], "Product; logical and on bool."),
    row("div", MAP, XY, NONE, OUT, 4, &["/", "np.divide"], "Quotient of floats."),
    row("floordiv", MAP, XY, NONE, OUT, 6, &["//", "np.floor_divide"], "Quotient rounded down."),
    row("mod", MAP, XY, NONE, OUT, 8, &["%", "np.mod", "np.remainder"], "Remainder with the sign of the divisor."),
    row("fmod", MAP, XY, NONE, OUT, 8, &["np.fmod"], "Remainder with the sign of the dividend."),
    row("pow", MAP, XY, NONE, OUT, 30, &["**", "np.power"], "lhs to the rhs; integer powers by repeated squaring, wrapping."),
    row("maximum", MAP, XY, NONE, OUT, 1, &["np.maximum"], "The larger; NaN wins."),
    row("minimum", MAP, XY, NONE, OUT, 1, &["np.minimum"], "The smaller; NaN wins."),
    row("fmax", MAP, XY, NONE, OUT, 1, &["np.fmax"], "The larger; NaN loses."),
    row("fmin", MAP, XY, NONE, OUT, 1, &["np.fmin"], "The smaller; NaN loses."),
    row("arctan2", MAP, XY, NONE, OUT, 25, &["np.arctan2"], "Angle of the point (rhs, lhs)."),
    row("hypot", MAP, XY, NONE, OUT, 10, &["np.hypot"], "sqrt(lhs**2 + rhs**2) without overflow."),
    row("copysign", MAP, XY, NONE, OUT, 1, &["np.copysign"], "lhs with the sign of rhs."),
    row("complex", (Class::Map, Effect::Pure, Rule::Complex), &["re", "im"], NONE, OUT, 0, NONE_S, "The complex number with these parts."),
    row("and", MAP, XY, NONE, OUT, 1, &["&", "np.logical_and", "np.bitwise_and"], "Bitwise and; logical on bool."),
    row("or", MAP, XY, NONE, OUT, 1, &["|", "np.logical_or", "np.bitwise_or"], "Bitwise or; logical on bool."),
    row("xor", MAP, XY, NONE, OUT, 1, &["^", "np.logical_xor", "np.bitwise_xor"], "Bitwise exclusive or; logical on bool."),
    row("shl", MAP, XY, NONE, OUT, 1, &["<<", "np.left_shift"], "Shift left; 0 when shifted out."),
    row("shr", MAP, XY, NONE, OUT, 1, &[">>", "np.right_shift"], "Arithmetic shift right."),
    row("eq", CMP, XY, NONE, OUT, 1, &["==", "np.equal"], "Equal."),
    row("ne", CMP, XY, NONE, OUT, 1, &["!=", "np.not_equal"], "Not equal; true for NaN."),
    row("lt", CMP, XY, NONE, OUT, 1, &["<", "np.less"], "Less."),
    row("le", CMP, XY, NONE, OUT, 1, &["<=", "np.less_equal"], "Less or equal."),
    row("gt", CMP, XY, NONE, OUT, 1, &[">", "np.greater"], "Greater."),
    row("ge", CMP, XY, NONE, OUT, 1, &[">=", "np.greater_equal"], "Greater or equal."),
    row("where", (Class::Map, Effect::Pure, Rule::Select), &["condition", "x", "y"], NONE, OUT, 1, &["np.where"], "x where the condition holds, else y."),

    // Folds. `axes` are sorted and not negative; all axes named means a full fold.
    row("sum", FOLD, X, AXES, OUT, 1, &["np.sum", "x.sum"], "Sum over axes."),
    row("prod", FOLD, X, AXES, OUT, 1, &["np.prod", "x.prod"], "Product over axes."),
    row("max", FOLDF, X, AXES, OUT, 1, &["np.max", "np.amax", "x.max"], "Maximum over axes; NaN wins; empty is an error."),
    row("min", FOLDF, X, AXES, OUT, 1, &["np.min", "np.amin", "x.min"], "Minimum over axes; NaN wins; empty is an error."),
    row("any", FOLD, X, AXES, OUT, 1, &["np.any", "x.any"], "Whether any element (bool) holds."),
    row("all", FOLD, X, AXES, OUT, 1, &["np.all", "x.all"], "Whether all elements (bool) hold."),

    // Between Python scalars and tensors of rank 0.
    row("from_scalar", LIB, X, NONE, OUT, 0, NONE_S, "A tensor of rank 0 holding the scalar."),
    row("item", LIB, X, NONE, OUT, 0, &["x.item"], "The element of a tensor with one element, as a scalar; waits for it."),

    // Views. `spec` has one entry per subscript item, separated by commas: `i` integer (one operand), `:` slice followed by any of
    // `s` start, `t` stop, `p` step (one operand each, in that order), `n` newaxis, `e` ellipsis. Operands are i64.
    row("slice", VIEW, &["x", "indices*"], &[("spec", 's')], OUT, 0, &["x[...]"], "Part of a tensor by basic indexing."),
    row("transpose", VIEW, X, &[("perm", 'I')], OUT, 0, &["x.T", "np.transpose"], "Axes permuted: result axis k is axis perm[k]."),
    row("reshape", VIEW, &["x", "shape*"], NONE, OUT, 0, &["x.reshape", "np.reshape", "x.ravel"], "Same elements in row-major order, new shape (i64 each; one may be -1)."),
    row("broadcast_to", VIEW, &["x", "shape*"], NONE, OUT, 0, &["np.broadcast_to"], "Repeated along new or unit dimensions."),
    row("diagonal", VIEW, &["x", "offset"], NONE, OUT, 0, &["np.diag", "np.diagonal"], "Diagonals over the first two dimensions, as the last dimension."),

    // Contractions and other library functions on tensors.
    row("matmul", (Class::Library, Effect::MayFail, Rule::Matmul), XY, NONE, OUT, 2, &["@", "np.matmul", "np.dot"], "Matrix product with NumPy's rules for ranks 1, 2 and stacks."),
    row("outer", LIB, XY, NONE, OUT, 1, &["np.outer"], "All products of two flattened vectors."),
    row("argmax", (Class::Library, Effect::MayFail, Rule::ArgFold), X, &[("axis", 'i'), ("keepdims", 'b')], OUT, 1, &["np.argmax"], "Index of the first maximum along an axis; axis -1000 means flattened."),
    row("argmin", (Class::Library, Effect::MayFail, Rule::ArgFold), X, &[("axis", 'i'), ("keepdims", 'b')], OUT, 1, &["np.argmin"], "Index of the first minimum along an axis; axis -1000 means flattened."),
    row("cumsum", LIBF, X, AXIS, OUT, 1, &["np.cumsum"], "Running sum along an axis."),
    row("cumprod", LIBF, X, AXIS, OUT, 1, &["np.cumprod"], "Running product along an axis."),
    row("sort", LIBF, X, AXIS, OUT, 20, &["np.sort"], "Sorted along an axis, NaN last."),
    row("argsort", LIBF, X, AXIS, OUT, 20, &["np.argsort"], "Stable order along an axis."),
    row("concat", LIBF, &["xs*"], AXIS, OUT, 1, &["np.concatenate", "np.hstack", "np.vstack"], "Joined along an axis that exists."),
    row("stack", LIBF, &["xs*"], AXIS, OUT, 1, &["np.stack"], "Joined along a new axis."),
    row("nonzero", LIBF, X, AXIS, OUT, 2, &["np.nonzero", "np.where"], "Coordinates along one axis of the elements that are not zero."),
    row("unique", LIBF, X, NONE, OUT, 20, &["np.unique"], "Sorted distinct elements."),
    row("bincount", LIBF, &["x", "weights?", "minlength"], NONE, OUT, 2, &["np.bincount"], "Number (or weight) of each value of a vector."),
    row("searchsorted", LIBF, &["line", "values"], &[("right", 'b')], OUT, 10, &["np.searchsorted"], "Places of values in a sorted vector, before equal elements or (`right`) behind them."),
    row("convolve", LIBF, &["x", "kernel"], &[("mode", 's')], OUT, 10, &["np.convolve"], "Convolution of two vectors: `full`, `same` or `valid`."),
    row("repeat", LIBF, &["x", "count"], AXIS, OUT, 1, &["np.repeat"], "Each element `count` times along an axis; axis -1000 means flattened."),
    row("tile", LIBF, &["x", "counts*"], NONE, OUT, 1, &["np.tile"], "The whole repeated along each axis."),
    row("roll", LIBF, &["x", "shift"], AXIS, OUT, 1, &["np.roll"], "Rotated along an axis; axis -1000 means flattened."),

    // Advanced indexing. The mask or integer arrays index the leading axes; the rest follows.
    row("take_mask", LIBF, &["x", "mask"], NONE, OUT, 2, &["x[mask]"], "Elements (or subarrays) where the mask holds, in order."),
    row("take", LIBF, &["x", "index*"], &[("axes", 'I')], OUT, 2, &["x[i, j]", "np.take"], "Elements at broadcast integer arrays on consecutive `axes`."),

    // Creation. Element type from the result type; extents are i64 operands.
    row("full", LIBF, &["value", "shape*"], NONE, OUT, 1, &["np.zeros", "np.ones", "np.full", "np.empty"], "Filled with one scalar."),
    row("arange", LIBF, &["start", "stop", "step"], NONE, OUT, 1, &["np.arange"], "start, start + step, ... below stop; scalars of the element type."),
    row("linspace", LIBF, &["start", "stop", "count"], &[("endpoint", 'b')], OUT, 2, &["np.linspace"], "`count` evenly spaced f64."),
    row("eye", LIBF, &["rows", "columns", "offset"], NONE, OUT, 1, &["np.eye", "np.identity"], "Ones on a diagonal."),
    row("from_elements", LIBF, &["elements*"], &[("shape", 'I')], OUT, 1, &["np.array"], "Literal elements in row-major order."),
    row("copy", LIB, X, NONE, OUT, 1, &["x.copy", "np.copy", "np.array"], "A fresh tensor with the same elements."),

    // Extents.
    row("dim", LIBF, X, AXIS, OUT, 0, &["x.shape[i]", "len"], "Extent along an axis (tensor or reference)."),
    row("size", LIB, X, NONE, OUT, 0, &["x.size"], "Number of elements (tensor or reference)."),

    // References: a buffer and a view on it. `read` gives the present elements as a value, `new` a fresh buffer with a value's elements.
    row("new", (Class::Library, Effect::Reads, Rule::Given), X, NONE, OUT, 1, NONE_S, "A reference to a fresh buffer holding the tensor."),
    row("read", READS, X, NONE, OUT, 0, NONE_S, "The elements behind a reference, now."),
    row("write", WRITES, &["ref", "value"], NONE, NO, 1, &["x[...] = y"], "Store a tensor, broadcast, through a reference."),
    row("view", VIEW, &["ref", "indices*"], &[("spec", 's')], OUT, 0, &["x[...]"], "Reference to a part, as `slice`."),
    row("view_real", VIEW, &["ref"], NONE, OUT, 0, &["x.real"], "Reference to the real parts of a complex array."),
    row("view_imag", VIEW, &["ref"], NONE, OUT, 0, &["x.imag"], "Reference to the imaginary parts of a complex array."),
    row("view_bits", VIEW, &["ref"], NONE, OUT, 0, &["x.view"], "Reference to the same memory as elements of another type."),
    row("view_shape", VIEW, &["ref", "shape*"], NONE, OUT, 0, &["x.shape = n, m"], "Reference to the same memory under another shape; AttributeError where NumPy would need a copy."),
    row("view_transpose", VIEW, &["ref"], &[("perm", 'I')], OUT, 0, &["x.T"], "Reference with axes permuted."),
    row("view_diagonal", VIEW, &["ref", "offset"], NONE, OUT, 0, &["np.diagonal"], "Reference to the diagonals, as `diagonal`."),
    row("view_contiguous", VIEW, &["ref"], NONE, OUT, 0, &["np.ascontiguousarray"], "The reference itself where its elements lie one after the other in row-major order, else one to a copy."),
    row("view_reshape", VIEW, &["ref", "shape*"], NONE, OUT, 0, &["x.reshape"], "Reference with a new shape; a view where NumPy gives one, else a copy."),
    row("put_mask", WRITES, &["ref", "mask", "value"], NONE, NO, 2, &["x[mask] = y"], "Store where the mask holds; value broadcast or one element per hit."),
    row("put", WRITES, &["ref", "value", "index*"], &[("axes", 'I')], NO, 2, &["x[i, j] = y"], "Store at broadcast integer arrays on consecutive `axes`; the last of equal indices wins."),
    row("get_item", (Class::Scalar, Effect::Reads, Rule::Given), &["ref", "indices*"], NONE, OUT, 1, &["x[i, j]"], "One element as a scalar; IndexError outside."),
    row("set_item", (Class::Scalar, Effect::Writes, Rule::Given), &["ref", "value", "indices*"], NONE, NO, 1, &["x[i, j] = y"], "Store one element; IndexError outside."),

    // Random numbers: the legacy global state (MT19937). Extents are i64 operands; no extent gives a scalar.
    row("seed", WORLD, &["x?"], NONE, NO, 0, &["np.random.seed"], "Seed the global generator."),
    row("rand", WORLD, &["shape*"], NONE, OUT, 10, &["np.random.rand", "np.random.random"], "Uniform on [0, 1)."),
    row("randn", WORLD, &["shape*"], NONE, OUT, 20, &["np.random.randn", "np.random.standard_normal"], "Standard normal."),
    row("uniform", WORLD, &["low", "high", "shape*"], NONE, OUT, 10, &["np.random.uniform"], "Uniform on [low, high)."),
    row("normal", WORLD, &["mean", "deviation", "shape*"], NONE, OUT, 20, &["np.random.normal"], "Normal."),
    row("randint", WORLD, &["low", "high", "shape*"], NONE, OUT, 10, &["np.random.randint"], "Integers in [low, high)."),
    row("permutation", WORLD, X, NONE, OUT, 10, &["np.random.permutation"], "A shuffled range (i64 operand) or a vector shuffled."),

    // Generators as objects: `state` is a vector of ui64 words that the op changes in place.
    row("rng_new", WORLD, &["seeds*"], &[("kind", 's')], OUT, 100, &["np.random.default_rng", "np.random.RandomState"], "The state of a new generator (`pcg64` or `mt19937`) from seeds; without seeds one that nobody knows."),
    row("rng_global", WORLD, NO, NONE, OUT, 0, NONE_S, "The state of the legacy global generator."),
    row("rng_seed", WORLD, &["state", "seeds*"], NONE, NO, 100, &["RandomState.seed"], "Seed a legacy generator anew."),
    row("rng_draw", WORLD, &["state", "args*"], &[("distribution", 's'), ("params", 'i'), ("sized", 'b')], OUT, 20, &["rng.normal", "rng.random"], "Draws of a distribution: `params` parameters, then the extents if `sized`."),
    row("rng_integers", WORLD, &["state", "low", "high", "extents*"], &[("endpoint", 'b'), ("elem", 'i')], OUT, 10, &["rng.integers"], "Integers of the element type with number `elem` from low to high, which counts only with `endpoint`."),
    row("rng_permutation", WORLD, &["state", "x"], &[("axis", 'i'), ("mode", 's')], OUT, 10, &["rng.permutation", "rng.shuffle", "rng.permuted"], "A shuffled range, or an array in another order along an axis; `mode` says how numbers are drawn."),
    row("rng_choice", WORLD, &["state", "count", "weights", "extents*"], &[("replace", 'b'), ("mixed", 'b')], OUT, 10, &["rng.choice"], "Places chosen among `count`; weights that are no array are none."),
    row("rng_multinomial", WORLD, &["state", "n", "shares", "extents*"], NONE, OUT, 50, &["rng.multinomial"], "Counts of n experiments over outcomes with these shares."),

    // Linear algebra on stacks of matrices, in f32, f64, c64 or c128.
    row("linalg_solve", LIBF, &["a", "b"], NONE, OUT, 1000, &["np.linalg.solve"], "Solution of a x = b; a vector b is one right-hand side."),
    row("linalg_inv", LIBF, X, NONE, OUT, 1000, &["np.linalg.inv"], "Inverse."),
    row("linalg_det", LIBF, X, NONE, OUT, 1000, &["np.linalg.det"], "Determinant."),
    row("linalg_slogdet", LIBF, X, NONE, &["sign", "logabsdet"], 1000, &["np.linalg.slogdet"], "Sign of the determinant and logarithm of its size."),
    row("linalg_cholesky", LIBF, X, &[("upper", 'b')], OUT, 1000, &["np.linalg.cholesky"], "Cholesky factor."),
    row("linalg_qr", LIBF, X, &[("mode", 's')], &["q", "r"], 1000, &["np.linalg.qr"], "QR factors: `reduced`, `complete` or `r` (the first then has no columns)."),
    row("linalg_svd", LIBF, X, &[("full", 'b')], &["u", "s", "vh"], 1000, &["np.linalg.svd"], "Singular value decomposition."),
    row("linalg_svdvals", LIBF, X, NONE, OUT, 1000, &["np.linalg.svdvals"], "Singular values, descending."),
    row("linalg_eigh", LIBF, X, &[("upper", 'b')], &["w", "v"], 1000, &["np.linalg.eigh"], "Eigenvalues, ascending, and eigenvectors of a symmetric matrix, of which one triangle is read."),
    row("linalg_eigvalsh", LIBF, X, &[("upper", 'b')], OUT, 1000, &["np.linalg.eigvalsh"], "Eigenvalues of a symmetric matrix."),
    row("linalg_eig", LIBF, X, NONE, &["w", "v"], 1000, &["np.linalg.eig"], "Eigenvalues and eigenvectors, complex."),
    row("linalg_eigvals", LIBF, X, NONE, OUT, 1000, &["np.linalg.eigvals"], "Eigenvalues, complex."),
    row("linalg_lstsq", LIBF, &["a", "b", "rcond"], NONE, &["x", "rests", "rank", "s"], 1000, &["np.linalg.lstsq"], "Least squares; a negative rcond means machine precision."),
    row("linalg_lu", LIBF, X, NONE, &["factors", "pivots"], 1000, &["scipy.linalg.lu_factor"], "LU factors in one matrix, and the rows exchanged."),
    row("linalg_triangular", LIBF, &["a", "b"], &[("lower", 'b'), ("transposed", 'b'), ("unit", 'b')], OUT, 500, &["scipy.linalg.solve_triangular"], "Solution of a triangular system."),

    row("fft", LIBF, &["x", "n"], &[("kind", 's'), ("axis", 'i'), ("norm", 's')], OUT, 50, &["np.fft.fft", "np.fft.rfft"], "Fourier transform along an axis with n points (negative: all): fft, ifft, rfft, irfft, hfft or ihfft; norm backward, ortho or forward."),

    row("special", LIB, X, &[("fn", 's')], OUT, 50, &["scipy.special.erf", "scipy.special.gamma"], "A special function of every element: erf, erfc, gamma, gammaln, j0, j1, y0 or y1."),

    // Files.
    row("file", WORLD, &["args*"], &[("do", 's')], OUT, 0, &["open", "f.read", "f.write"], "What a program does with an open file, which is a number: `open` (path, mode), `read` (file, count), `line`, `next` and `left` (lines one by one), `write` (file, text), `flush`, `close`, `closed`."),
    row("load", WORLD, &["path"], NONE, OUT, 1, &["np.load"], "Array from an .npy file; element type and rank must be those of the result."),
    row("save", WORLD, &["path", "x"], NONE, NO, 1, &["np.save"], "Array to an .npy file (the suffix is added as NumPy does)."),
    row("loadtxt", WORLD, &["path"], &[("delimiter", 's'), ("skiprows", 'i'), ("comments", 's'), ("usecols", 'I'), ("ndmin", 'i')], OUT, 1, &["np.loadtxt"], "Array from a text table; empty delimiter means white space, empty comments none, empty usecols all."),
    row("savez", WORLD, &["path", "xs*"], &[("names", 's'), ("compressed", 'b')], NO, 1, &["np.savez", "np.savez_compressed"], "Arrays to an .npz archive under names, one a line (the suffix is added as NumPy does)."),
    row("open_npz", WORLD, &["path"], &[("names", 's')], NO, 0, &["np.load"], "Checks that a file is an .npz archive of the arrays with these names, one a line."),
    row("load_npz", WORLD, &["path"], &[("name", 's')], OUT, 1, &["np.load(path)[name]"], "Array from an .npz archive; element type and rank must be those of the result."),
    row("fromfile", WORLD, &["path", "count", "offset"], &[("sep", 's')], OUT, 1, &["np.fromfile"], "Numbers from a file: their bytes, or text between separators where `sep` is not empty. A negative count means all."),
    row("tofile", WORLD, &["path", "x"], &[("sep", 's')], NO, 1, &["x.tofile"], "Numbers to a file: their bytes, or text with separators where `sep` is not empty."),
    row("fromstring", LIBF, &["text", "count"], &[("sep", 's')], OUT, 1, &["np.fromstring"], "Numbers from text between separators. A negative count means all."),
    row("genfromtxt", WORLD, &["path", "filling"], &[("delimiter", 's'), ("skiprows", 'i'), ("comments", 's'), ("usecols", 'I'), ("ndmin", 'i'), ("skip_footer", 'i'), ("max_rows", 'i')], OUT, 1, &["np.genfromtxt"], "As `loadtxt`; fields that are no numbers become `filling` (an f64)."),
    row("savetxt", WORLD, &["path", "x"], &[("fmt", 's'), ("delimiter", 's'), ("header", 's'), ("comments", 's')], NO, 1, &["np.savetxt"], "Array to a text table."),

    // Text. Strings are immutable handles.
    row("text", LIB, NO, &[("value", 's')], OUT, 0, &["'...'"], "A string constant."),
    row("to_str", LIB, X, NONE, OUT, 1, &["str"], "As Python's str() or NumPy's array printing."),
    row("repr", LIB, X, &[("numpy", 'b')], OUT, 1, &["repr"], "As repr(); `numpy` marks NumPy scalars (np.float64(1.0))."),
    row("array_text", WORLD, &["x", "values*"], &[("mode", 's'), ("options", 's')], OUT, 1, &["np.array2string", "np.array_str"], "Text of an array (`str`, `repr` or `joined`) with the values of the named options, those of the program else."),
    row("print_options", WORLD, &["values*"], &[("do", 's'), ("options", 's')], NO, 0, &["np.set_printoptions", "np.printoptions"], "`set` options of printing by name, or `enter` and `leave` them."),
    row("format", LIBF, X, &[("spec", 's')], OUT, 1, &["f'{x:spec}'", "format"], "As format(x, spec); ValueError for a bad spec."),
    row("format_with", LIBF, &["x", "spec"], NONE, OUT, 1, &["f'{x:{spec}}'"], "As `format`, with a specification known at run time."),
    row("str_concat", LIB, &["parts*"], NONE, OUT, 1, &["+"], "Strings joined."),
    row("str_eq", LIB, XY, NONE, OUT, 1, &["=="], "Whether two strings are equal."),
    row("str_lt", LIB, XY, NONE, OUT, 1, &["<"], "Whether one string sorts before another."),
    row("str_len", LIB, X, NONE, OUT, 1, &["len"], "Number of code points."),
    row("str_repeat", LIB, &["x", "count"], NONE, OUT, 1, &["*"], "Repeated."),
    row("str_index", LIBF, &["x", "index"], NONE, OUT, 1, &["s[i]"], "One character."),
    row("str_slice", LIBF, &["x", "start", "stop", "step"], &[("given", 'i')], OUT, 1, &["s[a:b:c]"], "Part of a string; bits 0, 1 and 2 of `given` say which of start, stop and step there are."),
    row("str_pick", LIBF, &["index", "items*"], &[("kind", 's')], OUT, 1, &["names[i]"], "One of several strings; IndexError that names the `kind` (tuple or list)."),
    row("ord", LIBF, X, NONE, OUT, 1, &["ord"], "Code point of a string of one character; TypeError."),
    row("chr", LIBF, X, NONE, OUT, 1, &["chr"], "String of one code point; ValueError."),
    row("str_method", LIBF, &["x", "args*"], &[("method", 's')], OUT, 1, &["s.upper", "s.strip"], "A method of str: upper lower strip lstrip rstrip startswith endswith replace find count ljust rjust center zfill isdigit title capitalize (result i1, i64 or text)."),
    row("std_call", LIBF, &["args*"], &[("fn", 's')], OUT, 10, &["bin", "int(text, base)", "pow(a, b, c)", "math.fsum", "math.hypot", "math.gamma", "os.path.join"], "A function of Python's library on its arguments alone, by name: `int.*`, `float.*`, `path.*`."),
    row("std_world", WORLD, &["args*"], &[("fn", 's')], OUT, 10, &["os.path.exists", "os.getcwd", "os.environ.get", "time.sleep"], "A function of Python's library that sees or changes the world, by name."),
    row("parse_int", LIBF, X, NONE, OUT, 1, &["int"], "Integer from text; ValueError."),
    row("parse_float", LIBF, X, NONE, OUT, 1, &["float"], "Float from text; ValueError."),
    row("parse_complex", LIBF, X, NONE, OUT, 1, &["complex"], "Complex number from text; ValueError."),
    row("print", WORLD, &["text"], &[("to_stderr", 'b')], NO, 1, &["print"], "Write text as it is (newline included by the frontend), on rank 0."),

    // The world.
    row("argc", LIB, NO, NONE, OUT, 0, &["len(sys.argv)"], "Number of program arguments, the script's name included."),
    row("argv", LIBF, &["index"], NONE, OUT, 0, &["sys.argv[i]"], "A program argument; IndexError."),
    row("clock", WORLD, NO, NONE, OUT, 0, &["time.perf_counter", "time.time"], "Seconds, the same on every rank; waits for all work before it."),
    row("raise", WORLD, &["message"], &[("kind", 's')], NO, 0, &["raise", "assert"], "End the job with an exception of this kind."),
    row("raise_args", WORLD, &["message", "args", "first", "cause"], &[("kind", 's')], NO, 0, &["raise"], "End the job with an exception of other arguments than one text: its str(), the repr() of each argument, the first one, and the exception it was raised from (empty texts where there is none)."),
    row("reraise", WORLD, X, NONE, NO, 0, &["raise"], "Raise an exception that was caught."),
    row("handle", WORLD, X, NONE, NO, 0, &["except"], "A caught exception is being handled: what is raised from here on is raised while it is."),
    row("handled", WORLD, NO, NONE, NO, 0, &["except"], "The exception that was handled last no longer is."),
    row("try", (Class::Scalar, Effect::World, Rule::Given), &["captures*"], &[("callee", 'y'), ("id", 's'), ("handlers", 's')], OUT, 0, &["try"], "Run a private function: 0, or the number from 1 of the first of the `handlers` (`A|B;C`, `*` for all) that names the exception which left it; any other goes on."),
    row("caught", WORLD, NO, NONE, OUT, 0, &["except"], "The exception that the last `try` caught, as text that other ops take apart."),
    row("exc_part", LIBF, X, &[("part", 's')], OUT, 0, &["str(e)", "e.args"], "Part of an exception: kind, name, text, args, count (of args), first, repr, errno, strerror, filename."),
    row("exc_is", LIB, X, &[("classes", 's')], OUT, 0, &["isinstance"], "Whether an exception is of one of the classes `A|B`."),
    row("exit", WORLD, &["code"], NONE, NO, 0, &["sys.exit"], "Raise SystemExit: an exit code, or text for stderr and code 1."),
    row("global_get", WORLD, NO, &[("name", 's')], OUT, 0, NONE_S, "The value of a module-level variable; NameError when unset."),
    row("global_set", WORLD, X, &[("name", 's')], NO, 0, NONE_S, "Set a module-level variable."),

    // Objects on the heap: tables of rows, a row a number of leaves (scalars and handles). Each op names the object first; `at` is the first
    // leaf meant, `width` the number of leaves of a row, `shape` what a row holds (`runtime/src/object/shape.rs`).
    row("cell_new", READS, &["values*"], NONE, &["object"], 1, NONE_S, "A fresh object of one row: a variable that closures share, or one that outlives an exception."),
    row("cell_none", (Class::Scalar, Effect::Pure, Rule::Given), NO, NONE, OUT, 0, NONE_S, "No object: what stands in the place of an object where there is `None`."),
    row("cell_get", (Class::Scalar, Effect::Reads, Rule::Given), &["object"], &[("at", 'i')], OUT, 1, NONE_S, "A leaf of an object of one row."),
    row("cell_set", (Class::Scalar, Effect::Writes, Rule::Given), &["object", "values*"], &[("at", 'i')], NO, 1, NONE_S, "Store leaves of an object of one row."),
    row("table_new", READS, &["args*"], &[("kind", 's'), ("shape", 's')], &["object"], 2, &["[]", "{}", "set()"], "A fresh list, dict, set or instance; the rest depends on its `kind`."),
    row("table_len", (Class::Scalar, Effect::Reads, Rule::Given), &["object"], NONE, OUT, 1, &["len"], "Number of rows."),
    row("table_at", (Class::Scalar, Effect::Reads, Rule::Given), &["object", "index"], &[("message", 's')], OUT, 1, &["x[i]"], "The row that an index means, negative ones counted from the end; IndexError."),
    row("table_get", (Class::Scalar, Effect::Reads, Rule::Given), &["object", "row"], &[("at", 'i'), ("width", 'i')], OUT, 1, &["x[i]"], "A leaf of a row that is there."),
    row("table_set", (Class::Scalar, Effect::Writes, Rule::Given), &["object", "row", "values*"], &[("at", 'i'), ("width", 'i')], NO, 1, &["x[i] = y"], "Store leaves of a row that is there."),
    row("table_do", WRITES, &["object", "args*"], &[("method", 's')], NO, 2, &["x.append", "x.clear"], "A method that changes an object."),
    row("table_take", WRITES, &["object", "args*"], &[("method", 's')], OUT, 2, &["d.setdefault", "heapq.heappop"], "A method that changes an object and gives a value."),
    row("table_ask", READS, &["object", "args*"], &[("method", 's')], OUT, 2, &["x.index", "x.count"], "A question to an object; ValueError, KeyError."),

    // Python scalars: checked. Plain float arithmetic and comparisons are `arith` ops.
    row("int_add", SCALAR, XY, NONE, OUT, 1, &["+"], "i64 sum; OverflowError."),
    row("int_sub", SCALAR, XY, NONE, OUT, 1, &["-"], "i64 difference; OverflowError."),
    row("int_mul", SCALAR, XY, NONE, OUT, 1, &["*"], "i64 product; OverflowError."),
    row("int_neg", SCALAR, X, NONE, OUT, 1, &["-x"], "i64 negation; OverflowError."),
    row("int_abs", SCALAR, X, NONE, OUT, 1, &["abs"], "i64 absolute value; OverflowError."),
    row("int_floordiv", SCALAR, XY, NONE, OUT, 4, &["//"], "i64 quotient rounded down; ZeroDivisionError, OverflowError."),
    row("int_mod", SCALAR, XY, NONE, OUT, 4, &["%"], "i64 remainder with the divisor's sign; ZeroDivisionError."),
    row("int_pow", SCALAR, XY, NONE, OUT, 10, &["**"], "i64 power; OverflowError; ValueError for a negative exponent."),
    row("int_shl", SCALAR, XY, NONE, OUT, 1, &["<<"], "i64 shift left; OverflowError; ValueError for a negative count."),
    row("int_shr", SCALAR, XY, NONE, OUT, 1, &[">>"], "i64 arithmetic shift right; ValueError for a negative count."),
    row("int_div", SCALAR, XY, NONE, OUT, 4, &["/"], "f64 quotient of two i64, rounded once; ZeroDivisionError."),
    row("float_div", SCALAR, XY, NONE, OUT, 4, &["/"], "f64 quotient; ZeroDivisionError."),
    row("float_floordiv", SCALAR, XY, NONE, OUT, 6, &["//"], "f64 quotient rounded down; ZeroDivisionError."),
    row("float_mod", SCALAR, XY, NONE, OUT, 6, &["%"], "f64 remainder with the divisor's sign; ZeroDivisionError."),
    row("float_pow", SCALAR, XY, NONE, OUT, 20, &["**", "math.pow"], "f64 power; ZeroDivisionError for 0 to a negative power; ValueError where the result would be complex."),
    row("float_to_int", SCALAR, X, NONE, OUT, 1, &["int"], "f64 to i64, toward zero; ValueError for NaN, OverflowError outside."),
    row("float_round", SCALAR, &["x", "digits?"], NONE, OUT, 4, &["round"], "Rounded half to even: to i64 without digits, else to f64."),
    row("complex_div", LIBF, XY, NONE, OUT, 10, &["/"], "Quotient of two Python complex numbers; ZeroDivisionError."),
    row("complex_pow", LIBF, XY, NONE, OUT, 60, &["**"], "Power of two Python complex numbers; ZeroDivisionError, OverflowError."),
    row("complex_abs", LIBF, X, NONE, OUT, 10, &["abs"], "Size of a Python complex number; OverflowError."),
    row("cmath", LIBF, X, &[("fn", 's')], OUT, 60, &["cmath.sqrt", "cmath.exp"], "A function of Python's cmath module; ValueError or OverflowError outside its domain."),
    row("math", SCALAR, &["x", "y?"], &[("fn", 's')], OUT, 20, &["math.sqrt", "math.sin"], "A function of Python's math module on f64; ValueError or OverflowError outside its domain. floor and ceil give i64."),
    row("py_to_np", (Class::Scalar, Effect::Pure, Rule::Given), &["lhs", "rhs?"], &[("op", 's')], OUT, 1, NONE_S, "NumPy scalar arithmetic `op` (a map op's name) on machine scalars, never an error."),

    // Task graph: from the `tasks` stage on. `body` names a private function of map, fold and cast ops over tensors.
    row("spawn", (Class::Task, Effect::MayFail, Rule::Given), &["inputs*"], &[("body", 'y')], OUT, 0, NONE_S, "Run a task; its result is there when it is used."),
    row("spawn_into", (Class::Task, Effect::Writes, Rule::Given), &["ref", "inputs*"], &[("body", 'y')], NO, 0, NONE_S, "Run a task and store its result, broadcast, through a reference."),
    row("retain", (Class::Task, Effect::Reads, Rule::Given), X, NONE, NO, 0, NONE_S, "One more owner of a handle."),
    row("release", (Class::Task, Effect::Writes, Rule::Given), X, NONE, NO, 0, NONE_S, "One owner less; the last frees it."),

    // Placement: from the `placed` stage on. An edge that crosses ranks is one `send` whose token one `recv` takes.
    row("send", (Class::Placement, Effect::Reads, Rule::Given), X, &[("pattern", 's'), ("low", 'I'), ("high", 'I')], OUT, 0, NONE_S, "Start an exchange: pattern `halo` (widths low/high per dimension), `replicated`, `rows`, `columns`, `blocks`."),
    row("recv", (Class::Placement, Effect::Reads, Rule::Given), &["token"], NONE, OUT, 0, NONE_S, "The array as exchanged; tasks that need what is under way wait for it."),
];

const NONE_S: &[&str] = &[];

/// The row of an op named with or without its `physl.` prefix.
pub fn find(name: &str) -> Option<&'static OpRow> {
    let bare = name.strip_prefix("physl.").unwrap_or(name);
    index().get(bare).map(|&at| &OPS[at])
}

fn index() -> &'static std::collections::HashMap<&'static str, usize> {
    static INDEX: std::sync::OnceLock<std::collections::HashMap<&'static str, usize>> = std::sync::OnceLock::new();
    INDEX.get_or_init(|| OPS.iter().enumerate().map(|(at, row)| (row.name, at)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        assert_eq!(index().len(), OPS.len());
    }

    #[test]
    fn rows_are_found_with_and_without_prefix() {
        assert_eq!(find("physl.add").map(|row| row.name), Some("add"));
        assert_eq!(find("add").map(|row| row.name), Some("add"));
        assert!(find("physl.nothing").is_none());
    }
}
