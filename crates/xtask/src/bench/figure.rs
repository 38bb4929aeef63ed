//! A measured figure beside its limit.

/// All figures that have a limit.
#[derive(Debug, Default)]
pub(super) struct Figures {
    not_met: Vec<String>,
    count: usize,
}

impl Figures {
    /// Prints a figure that must not be above its limit; one without end is none.
    pub(super) fn at_most(&mut self, name: &str, measured: f64, limit: f64, unit: &str) {
        if limit == f64::INFINITY {
            return note(name, measured, unit);
        }
        self.count += 1;
        let met = measured <= limit;
        let verdict = if met { "met" } else { "NOT MET" };
        let digits = if measured < 10.0 { 2 } else { 0 };
        println!("{name:<44} {measured:>8.digits$} {unit:<4} limit {limit:>6} {unit:<4} {verdict}");
        if !met {
            self.not_met.push(name.to_owned());
        }
    }

    /// The last line: how many limits are met, or which are not.
    pub(super) fn verdict(&self) -> Result<(), String> {
        if self.not_met.is_empty() {
            println!("all {} limits met", self.count);
            return Ok(());
        }
        Err(format!("{} of {} limits not met: {}", self.not_met.len(), self.count, self.not_met.join(", ")))
    }
}

/// Prints a figure that has no limit.
pub(super) fn note(name: &str, measured: f64, unit: &str) {
    println!("{name:<44} {measured:>8.1} {unit}");
}
