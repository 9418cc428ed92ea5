//! The four examples, at sizes that take a moment, under CPython and on 1, 2, 3 and 4 ranks.

use phylanx_driver::compare::Tolerance;
use phylanx_tests::program::Program;
use phylanx_tests::{differential, places};

fn check(name: &str, args: &[&str], files: &[&str]) {
    let words = |list: &[&str]| list.iter().map(|word| word.to_string()).collect();
    let path = places::root().join("examples").join(format!("{name}.py"));
    let (args, files) = (words(args), words(files));
    let program = Program { path, tolerance: Tolerance::Relative(1e-8), args, files, traceback: false };
    if let Err(fault) = differential::check(&program) {
        panic!("{fault}");
    }
}

#[test]
fn logistic_regression_on_real_data() {
    let table = places::root().join("examples/data/breast_cancer.csv");
    check("logistic_regression", &["600", "2", &table.display().to_string()], &[]);
}

#[test]
fn heat_2d_saves_the_same_field() {
    check("heat_2d", &["200", "150", "1e-3", "field.npy"], &["field.npy"]);
}

#[test]
fn matrix_chain_in_a_bad_order() {
    check("matrix_chain", &["150", "10"], &[]);
}

#[test]
fn kmeans_settles() {
    check("kmeans", &["6000", "5", "20"], &[]);
}
