//! Figures against their bars: a table for people, JSON for machines.
use anyhow::Result;
use serde::Serialize;
use std::path::Path;

/// What a figure has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// Thousandths of the reference.
    AtLeastPermille(u64),
    /// Thousandths of the reference.
    AtMostPermille(u64),
    /// In the figure's unit.
    AtMost(u64),
    /// For information.
    None,
}

#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    pub engine: &'static str,
    pub clients: u64,
    pub case: String,
    pub unit: &'static str,
    /// Median of the rounds.
    pub measured: u64,
    pub reference: Option<u64>,
    /// Median of the rounds' ratios, in thousandths.
    pub ratio_permille: Option<u64>,
    pub bar: Bar,
    pub rounds: Vec<(u64, Option<u64>)>,
}

pub fn median(mut figures: Vec<u64>) -> u64 {
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

pub fn permille(measured: u64, reference: u64) -> u64 {
    measured.saturating_mul(1000).checked_div(reference).unwrap_or_default()
}

impl Figure {
    /// From rounds of (measured, reference).
    pub fn of(
        (engine, clients): (&'static str, u64),
        case: impl Into<String>,
        unit: &'static str,
        bar: Bar,
        rounds: Vec<(u64, Option<u64>)>,
    ) -> Self {
        let ratios: Vec<_> = rounds.iter().filter_map(|(m, r)| Some(permille(*m, (*r)?))).collect();
        let references: Vec<_> = rounds.iter().filter_map(|(_, r)| *r).collect();
        Self {
            engine,
            clients,
            case: case.into(),
            unit,
            measured: median(rounds.iter().map(|(measured, _)| *measured).collect()),
            reference: (!references.is_empty()).then(|| median(references)),
            ratio_permille: (!ratios.is_empty()).then(|| median(ratios)),
            bar,
            rounds,
        }
    }

    /// None where there is no bar.
    pub fn passes(&self) -> Option<bool> {
        match self.bar {
            Bar::AtLeastPermille(bar) => Some(self.ratio_permille? >= bar),
            Bar::AtMostPermille(bar) => Some(self.ratio_permille? <= bar),
            Bar::AtMost(bar) => Some(self.measured <= bar),
            Bar::None => None,
        }
    }

    fn cells(&self) -> [String; 8] {
        let thousandths = |n: u64| format!("{}.{:03}", n / 1000, n % 1000);
        let optional = |n: Option<String>| n.unwrap_or_default();
        [
            self.engine.to_owned(),
            if self.clients == 0 { String::new() } else { self.clients.to_string() },
            self.case.clone(),
            format!("{} {}", self.measured, self.unit),
            optional(self.reference.map(|n| n.to_string())),
            optional(self.ratio_permille.map(thousandths)),
            match self.bar {
                Bar::AtLeastPermille(n) => format!("≥ {}", thousandths(n)),
                Bar::AtMostPermille(n) => format!("≤ {}", thousandths(n)),
                Bar::AtMost(n) => format!("≤ {n} {}", self.unit),
                Bar::None => String::new(),
            },
            match self.passes() {
                Some(true) => "PASS".to_owned(),
                Some(false) => "MISS".to_owned(),
                None => String::new(),
            },
        ]
    }
}

/// As a Markdown table, so that it can be kept in the documentation as it is.
pub fn table(figures: &[Figure]) -> String {
    let mut text =
        "| engine | clients | case | measured | reference | ratio | bar | |\n".to_owned();
    text.push_str("|---|---|---|---|---|---|---|---|\n");
    for figure in figures {
        text.push_str(&format!("| {} |\n", figure.cells().join(" | ")));
    }
    text
}

pub fn write(directory: &Path, name: &str, figures: &[Figure]) -> Result<()> {
    std::fs::create_dir_all(directory)?;
    let text = serde_json::to_string_pretty(figures)?;
    std::fs::write(directory.join(format!("{name}.json")), text)?;
    Ok(())
}
