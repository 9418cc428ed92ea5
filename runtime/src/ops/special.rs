//! Special functions, element by element, by crate `libm`.

use super::value::{Args, Owned, Scalar};
use crate::array::{Array, copy};
use crate::error::{Error, Result};
use phylanx_abi::DType;

/// A special function of every element of `x`; attribute: which one. A scalar gives a scalar.
pub fn special(args: Args) -> Result<Owned> {
    let function = named(args.text(1)?)?;
    if args.result().is_none() {
        return Ok(Owned::Scalar(Scalar::F64(function(args.float(0)?))));
    }
    let array = copy::converted(args.array(0)?, DType::F64)?;
    let values: Vec<f64> = array.elements::<f64>().iter().map(|&x| function(x)).collect();
    let out = Array::from_elements(&values, *array.shape())?;
    match args.result_dtype()? {
        DType::F32 => copy::converted(&out, DType::F32).map(Owned::Array),
        _ => Ok(Owned::Array(out)),
    }
}

fn named(name: &str) -> Result<fn(f64) -> f64> {
    Ok(match name {
        "erf" => libm::erf,
        "erfc" => libm::erfc,
        "gamma" => gamma,
        "gammaln" => log_gamma,
        "j0" => libm::j0,
        "j1" => libm::j1,
        "y0" => libm::y0,
        "y1" => libm::y1,
        other => return Err(Error::internal(format!("no special function is called {other}"))),
    })
}

/// Not a number at the negative integers, as scipy has it.
fn gamma(x: f64) -> f64 {
    if x < 0.0 && x == x.floor() { f64::NAN } else { libm::tgamma(x) }
}

/// The logarithm of the size of the gamma function.
fn log_gamma(x: f64) -> f64 {
    if x.is_infinite() { if x > 0.0 { x } else { f64::NEG_INFINITY } } else { libm::lgamma(x) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_tables() {
        let near = |x: f64, y: f64| assert!((x - y).abs() <= 4.0 * f64::EPSILON * y.abs(), "{x} is not {y}");
        near(named("erf").expect("known")(0.5), 0.5204998778130465);
        near(gamma(5.5), 52.34277778455352);
        near(log_gamma(100.0), 359.1342053695754);
        near(named("j0").expect("known")(1.0), 0.7651976865579666);
        assert!(gamma(-2.0).is_nan());
        assert!(named("zeta").is_err());
    }
}
