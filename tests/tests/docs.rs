//! Documents are true: every snippet is a checked snapshot, and generated ones are up to date.

use phylanx_tests::expectation::{difference, report};
use phylanx_tests::{markdown, numpy_docs, op_docs, places, refusals};

#[test]
fn the_document_of_ops_is_made_from_the_table() {
    is_current("docs/ops.md", &op_docs::text());
}

#[test]
fn the_page_of_refusals_is_made_from_the_tests_that_pin_them() {
    is_current("docs/refused.md", &refusals::text());
}

/// A generated document says what it should; `BLESS=1` writes it.
fn is_current(name: &str, wanted: &str) {
    let path = places::root().join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, wanted).expect("docs is writable");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "{name} is out of date (BLESS=1 updates it)\n{}", difference(&found, wanted));
}

#[test]
fn the_document_of_numpy_names_a_test_for_each_function() {
    let (wanted, untested) = numpy_docs::text();
    assert!(untested.is_empty(), "add these to tests/numpy/table.txt: {}", untested.join(", "));
    is_current("docs/numpy.md", &wanted);
}

#[test]
fn every_snippet_of_the_documents_is_true() {
    let root = places::root();
    let documents = ["README.md", "docs/tour.md", "docs/add-an-op.md", "docs/add-a-pass.md", "docs/mistakes.md"];
    let faults: Vec<String> = documents.iter().flat_map(|name| markdown::check(&root.join(name))).collect();
    report(documents.len(), &faults);
}
