//! What is told about passes while they run: printed modules and times.

use crate::options::Options;
use phylanx_driver::module::Held;
use phylanx_driver::pipeline_text::Step;
use phylanx_driver::run_steps::Observer;
use phylanx_passes::PassContext;
use std::time::Duration;

/// Prints modules to stderr and keeps times.
pub struct Watch<'o> {
    options: &'o Options,
    pub times: Vec<(String, Duration)>,
}

impl<'o> Watch<'o> {
    pub fn new(options: &'o Options) -> Watch<'o> {
        Watch { options, times: Vec::new() }
    }

    fn print(&self, moment: &str, step: &Step, module: &Held) {
        let text = module.text(self.options.locations).unwrap_or_else(|error| format!("<invalid: {error}>\n"));
        eprintln!("// -----// IR Dump {moment} {} //----- //\n{text}", step.text());
    }
}

impl Observer for Watch<'_> {
    fn before(&mut self, step: &Step, module: &Held) {
        if self.options.print_before.wants(step) {
            self.print("Before", step, module);
        }
    }

    fn after(&mut self, step: &Step, module: &Held, took: Duration) {
        self.times.push((step.text().to_string(), took));
        if self.options.print_after.wants(step) {
            self.print("After", step, module);
        }
    }
}

/// The table of `--mlir-timing`.
pub fn timing_table(times: &[(String, Duration)]) -> String {
    let total: f64 = times.iter().map(|(_, took)| took.as_secs_f64()).sum();
    let mut text = format!("Total pass time: {total:.4} seconds\n\n  ----seconds----  ----name----\n");
    for (name, took) in times {
        let seconds = took.as_secs_f64();
        let share = if total > 0.0 { 100.0 * seconds / total } else { 0.0 };
        text.push_str(&format!("  {seconds:8.4} ({share:5.1}%)  {name}\n"));
    }
    text
}

/// The text of `--mlir-pass-statistics`.
pub fn statistics_table(context: &PassContext) -> String {
    let mut text = String::from("Pass statistics:\n");
    let mut last = "";
    for ((pass, counter), amount) in &context.statistics {
        if *pass != last {
            text.push_str(&format!("{pass}\n"));
            last = pass;
        }
        text.push_str(&format!("  {amount:8}  {counter}\n"));
    }
    text
}
