//! The distributions by name: what their parameters must satisfy, and what draws one number.

use super::continuous as c;
use super::counts as n;
use super::source::Source;
use crate::error::{Error, Result};

/// A distribution over one kind of generator.
pub struct Distribution<S> {
    pub checks: &'static [Check],
    pub draw: Draw<S>,
}

/// One draw, from parameters.
pub enum Draw<S> {
    Float(fn(&mut S, &[f64]) -> f64),
    Int(fn(&mut S, &[f64]) -> i64),
}

/// What a parameter must satisfy; its name is for the message.
#[derive(Clone, Copy)]
pub enum Check {
    Any,
    NotNegative(&'static str),
    Positive(&'static str),
    /// In [0, 1].
    Share(&'static str),
    /// In (0, 1].
    PositiveShare(&'static str),
    /// In [0, 1).
    ShareBelowOne(&'static str),
    /// Above 1.
    AboveOne(&'static str),
    /// A mean of counts that fit into 64 bits.
    Mean,
}

impl Check {
    /// Whether a parameter will do; a `ValueError` in NumPy's words if not.
    pub fn holds(self, value: f64, many: bool) -> Result<()> {
        let nan = if many { "contains NaNs" } else { "is NaN" };
        let message = match self {
            Check::NotNegative(name) if value.is_sign_negative() && !value.is_nan() => format!("{name} < 0"),
            Check::Positive(name) if value <= 0.0 => format!("{name} <= 0"),
            Check::Share(name) if !(0.0..=1.0).contains(&value) => format!("{name} < 0, {name} > 1 or {name} {nan}"),
            Check::PositiveShare(name) if !(value > 0.0 && value <= 1.0) => {
                format!("{name} <= 0, {name} > 1 or {name} contains NaNs")
            }
            Check::ShareBelowOne(name) if !(0.0..1.0).contains(&value) => {
                format!("{name} < 0, {name} >= 1 or {name} {nan}")
            }
            Check::AboveOne(name) if value.is_nan() || value <= 1.0 => format!("{name} <= 1 or {name} {nan}"),
            Check::Mean if value.is_nan() || value < 0.0 => {
                if many {
                    "lam < 0 or lam contains NaNs".into()
                } else {
                    "lam < 0 or lam is NaN".into()
                }
            }
            Check::Mean if value > MOST_MEAN => "lam value too large".into(),
            _ => return Ok(()),
        };
        Err(Error::value(message))
    }
}

/// Ten deviations below the largest 64-bit integer.
const MOST_MEAN: f64 = 9.223372006484771e18;

/// The distribution of a name.
pub fn named<S: Source>(name: &str) -> Result<Distribution<S>> {
    use Check::*;
    let float =
        |checks: &'static [Check], draw: fn(&mut S, &[f64]) -> f64| Distribution { checks, draw: Draw::Float(draw) };
    let int =
        |checks: &'static [Check], draw: fn(&mut S, &[f64]) -> i64| Distribution { checks, draw: Draw::Int(draw) };
    Ok(match name {
        "random" => float(&[], |s, _| s.next_f64()),
        "uniform" => float(&[Any, Any], |s, p| p[0] + (p[1] - p[0]) * s.next_f64()),
        "standard_normal" => float(&[], |s, _| s.normal()),
        "normal" => float(&[Any, NotNegative("scale")], |s, p| p[0] + p[1] * s.normal()),
        "lognormal" => float(&[Any, NotNegative("sigma")], |s, p| (p[0] + p[1] * s.normal()).exp()),
        "standard_exponential" => float(&[], |s, _| s.exponential()),
        "exponential" => float(&[NotNegative("scale")], |s, p| p[0] * s.exponential()),
        "standard_gamma" => float(&[NotNegative("shape")], |s, p| c::gamma(s, p[0])),
        "gamma" => float(&[NotNegative("shape"), NotNegative("scale")], |s, p| p[1] * c::gamma(s, p[0])),
        "beta" => float(&[Positive("a"), Positive("b")], |s, p| c::beta(s, p[0], p[1])),
        "chisquare" => float(&[Positive("df")], |s, p| c::chisquare(s, p[0])),
        "f" => float(&[Positive("dfnum"), Positive("dfden")], |s, p| c::f(s, p[0], p[1])),
        "standard_t" => float(&[Positive("df")], |s, p| c::standard_t(s, p[0])),
        "standard_cauchy" => float(&[], |s, _| c::standard_cauchy(s)),
        "pareto" => float(&[Positive("a")], |s, p| c::pareto(s, p[0])),
        "weibull" => float(&[NotNegative("a")], |s, p| c::weibull(s, p[0])),
        "power" => float(&[Positive("a")], |s, p| c::power(s, p[0])),
        "laplace" => float(&[Any, NotNegative("scale")], |s, p| c::laplace(s, p[0], p[1])),
        "gumbel" => float(&[Any, NotNegative("scale")], |s, p| c::gumbel(s, p[0], p[1])),
        "logistic" => float(&[Any, NotNegative("scale")], |s, p| c::logistic(s, p[0], p[1])),
        "rayleigh" => float(&[NotNegative("scale")], |s, p| c::rayleigh(s, p[0])),
        "wald" => float(&[Positive("mean"), Positive("scale")], |s, p| c::wald(s, p[0], p[1])),
        "triangular" => float(&[Any, Any, Any], |s, p| c::triangular(s, p[0], p[1], p[2])),
        "vonmises" => float(&[Any, NotNegative("kappa")], |s, p| c::vonmises(s, p[0], p[1])),
        "poisson" => int(&[Mean], |s, p| n::poisson(s, p[0])),
        "binomial" => int(&[NotNegative("n"), Share("p")], |s, p| n::binomial(s, p[0] as i64, p[1])),
        "negative_binomial" => int(&[Positive("n"), PositiveShare("p")], |s, p| n::negative_binomial(s, p[0], p[1])),
        "geometric" => int(&[PositiveShare("p")], |s, p| n::geometric(s, p[0])),
        "logseries" => int(&[ShareBelowOne("p")], |s, p| n::logseries(s, p[0])),
        "zipf" => int(&[AboveOne("a")], |s, p| n::zipf(s, p[0])),
        other => return Err(Error::internal(format!("no distribution is called {other}"))),
    })
}

/// What parameters must satisfy together.
pub fn check_together(name: &str, params: &[f64]) -> Result<()> {
    let message = match (name, params) {
        ("uniform", [low, high]) if !(high - low).is_finite() => {
            return Err(Error::new("OverflowError", "high - low range exceeds valid bounds"));
        }
        ("triangular", [left, mode, _]) if left > mode => "left > mode",
        ("triangular", [_, mode, right]) if mode > right => "mode > right",
        ("triangular", [left, _, right]) if left == right => "left == right",
        _ => return Ok(()),
    };
    Err(Error::value(message))
}
