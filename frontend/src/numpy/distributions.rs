//! The distributions that generators draw from: one row each, for the methods of `Generator` and of `RandomState`.

use super::generator::{draw_from_global, draw_from_object};
use crate::lower::call::Row;

/// A distribution: its name in the runtime, its parameters and their defaults, and what it gives.
pub struct Distribution {
    pub name: &'static str,
    /// Parameters as Python writes them, the object first.
    own: &'static str,
    /// The same without the object.
    free: &'static str,
    pub defaults: &'static [Option<f64>],
    pub kind: Kind,
    /// Which generations have it.
    generations: Generations,
}

/// What draws are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Float,
    /// Floats of either precision: `dtype` and `out` follow `size`.
    Either,
    /// As `Either`, with a `method` between them.
    EitherByMethod,
    Int,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Generations {
    Both,
    New,
    Old,
}

macro_rules! distribution {
    ($name:literal, $params:literal, $defaults:expr, $kind:ident, $generations:ident) => {
        Distribution {
            name: $name,
            own: concat!("self, ", $params),
            free: $params,
            defaults: $defaults,
            kind: Kind::$kind,
            generations: Generations::$generations,
        }
    };
}

#[rustfmt::skip]
static TABLE: &[Distribution] = &[
    distribution!("random", "size=None, dtype=float, out=None", &[], Either, New),
    distribution!("random", "size=None", &[], Float, Old),
    distribution!("standard_normal", "size=None, dtype=float, out=None", &[], Either, New),
    distribution!("standard_normal", "size=None", &[], Float, Old),
    distribution!("standard_exponential", "size=None, dtype=float, method='zig', out=None", &[], EitherByMethod, New),
    distribution!("standard_exponential", "size=None", &[], Float, Old),
    distribution!("standard_gamma", "shape, size=None, dtype=float, out=None", &[None], Either, New),
    distribution!("standard_gamma", "shape, size=None", &[None], Float, Old),
    distribution!("uniform", "low=0.0, high=1.0, size=None", &[Some(0.0), Some(1.0)], Float, Both),
    distribution!("normal", "loc=0.0, scale=1.0, size=None", &[Some(0.0), Some(1.0)], Float, Both),
    distribution!("lognormal", "mean=0.0, sigma=1.0, size=None", &[Some(0.0), Some(1.0)], Float, Both),
    distribution!("exponential", "scale=1.0, size=None", &[Some(1.0)], Float, Both),
    distribution!("gamma", "shape, scale=1.0, size=None", &[None, Some(1.0)], Float, Both),
    distribution!("beta", "a, b, size=None", &[None, None], Float, Both),
    distribution!("chisquare", "df, size=None", &[None], Float, Both),
    distribution!("f", "dfnum, dfden, size=None", &[None, None], Float, Both),
    distribution!("standard_t", "df, size=None", &[None], Float, Both),
    distribution!("standard_cauchy", "size=None", &[], Float, Both),
    distribution!("pareto", "a, size=None", &[None], Float, Both),
    distribution!("weibull", "a, size=None", &[None], Float, Both),
    distribution!("power", "a, size=None", &[None], Float, Both),
    distribution!("laplace", "loc=0.0, scale=1.0, size=None", &[Some(0.0), Some(1.0)], Float, Both),
    distribution!("gumbel", "loc=0.0, scale=1.0, size=None", &[Some(0.0), Some(1.0)], Float, Both),
    distribution!("logistic", "loc=0.0, scale=1.0, size=None", &[Some(0.0), Some(1.0)], Float, Both),
    distribution!("rayleigh", "scale=1.0, size=None", &[Some(1.0)], Float, Both),
    distribution!("wald", "mean, scale, size=None", &[None, None], Float, Both),
    distribution!("triangular", "left, mode, right, size=None", &[None, None, None], Float, Both),
    distribution!("vonmises", "mu, kappa, size=None", &[None, None], Float, Both),
    distribution!("poisson", "lam=1.0, size=None", &[Some(1.0)], Int, Both),
    distribution!("binomial", "n, p, size=None", &[None, None], Int, Both),
    distribution!("negative_binomial", "n, p, size=None", &[None, None], Int, Both),
    distribution!("geometric", "p, size=None", &[None], Int, Both),
    distribution!("logseries", "p, size=None", &[None], Int, Both),
    distribution!("zipf", "a, size=None", &[None], Int, Both),
];

/// The row of a distribution at a dotted path.
pub fn function(path: &str) -> Option<Row> {
    let path = path.strip_prefix("numpy.random.")?;
    let (name, generations) = match path.split_once('.') {
        Some(("Generator", name)) => (name, [Generations::New, Generations::Both]),
        Some(("RandomState", name)) => (spelled(name), [Generations::Old, Generations::Both]),
        None => (path, [Generations::Old, Generations::Both]),
        Some(_) => return None,
    };
    let found = TABLE.iter().find(|row| row.name == name && generations.contains(&row.generations))?;
    Some(match path.contains('.') {
        true => Row { name: found.name, params: found.own, build: draw_from_object },
        false => Row { name: found.name, params: found.free, build: draw_from_global },
    })
}

fn spelled(name: &str) -> &str {
    match name {
        "random_sample" | "sample" | "ranf" => "random",
        other => other,
    }
}

/// The distribution of a row, of the generation whose parameters it has.
pub fn of_row(name: &str, count: usize) -> Option<&'static Distribution> {
    TABLE.iter().find(|row| row.name == name && row.free.split(", ").count() == count)
}
