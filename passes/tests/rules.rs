//! Every built-in rule holds on random inputs; false and malformed rules are refused.

use phylanx_passes::rules::{built_in, built_in_files, test::test_file};

#[test]
fn every_built_in_rule_holds() {
    let mut said = Vec::new();
    for (name, text) in built_in_files() {
        if let Err(wrong) = test_file(name, text) {
            said.extend(wrong.iter().map(|one| format!("{name}:{}: {}", one.loc.line, one.message)));
        }
    }
    assert!(said.is_empty(), "\n{}", said.join("\n"));
}

#[test]
fn there_are_at_least_sixty_built_in_rules() {
    let rules = built_in().expect("they parse");
    assert!(rules.len() >= 60, "only {}", rules.len());
}

#[test]
fn the_reasons_of_wrong_files_are_as_written() {
    let cases =
        std::fs::read_to_string(format!("{}/tests/rules/wrong.txt", env!("CARGO_MANIFEST_DIR"))).expect("readable");
    let mut fresh = String::new();
    for case in cases.split("=====\n").filter(|case| !case.trim().is_empty()) {
        let input = case.split("-----\n").next().unwrap_or_default();
        fresh.push_str(&format!("=====\n{input}-----\n{}", refusal(input)));
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(format!("{}/tests/rules/wrong.txt", env!("CARGO_MANIFEST_DIR")), &fresh).expect("writable");
        return;
    }
    assert!(fresh.matches("=====").count() > 10, "no cases");
    assert_eq!(cases, fresh);
}

fn refusal(input: &str) -> String {
    let Err(wrong) = test_file("a.rules", input) else { panic!("not refused:\n{input}") };
    let lines = wrong.iter().map(|one| {
        let help = one.help.as_ref().map(|help| format!("help: {help}\n")).unwrap_or_default();
        format!("{}:{}: {}\n{help}", one.loc.line, one.loc.column, one.message)
    });
    lines.collect()
}
