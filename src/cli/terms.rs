//! The terms of the grant as of each deliverable's cut-off date, as a table.

use esep::diag::{Arg, Catalogue, UiLanguage};
use esep::facts::{Term, TermState};
use esep::pipeline::DeliverableTerms;

/// A row a term, a column a deliverable: what is achieved, and a sign for its state.
pub fn table(deliverables: &[DeliverableTerms], language: UiLanguage) -> String {
    let size = deliverables.first().map(|d| d.focus_group_size).unwrap_or_default();
    let places = [("focus_group_size", Arg::Count(u64::from(size)))];
    let word =
        |id: &str| Catalogue::of(language).text_with(id, None, &places).unwrap_or_else(|| id.to_owned());
    let mut rows: Vec<Vec<String>> = vec![
        [word("terms-of-grant"), word("demanded")]
            .into_iter()
            .chain(deliverables.iter().map(|d| d.deliverable.clone()))
            .collect(),
        ["", ""]
            .map(str::to_owned)
            .into_iter()
            .chain(deliverables.iter().map(|d| d.cutoff.to_string()))
            .collect(),
    ];
    let terms = deliverables.first().map(|d| d.terms.as_slice()).unwrap_or_default();
    for (i, term) in terms.iter().enumerate() {
        let states = deliverables.iter().filter_map(|d| d.terms.get(i)).map(achieved);
        let head = [word(&format!("term-{}", term.id.as_str())), term.threshold.to_string()];
        rows.push(head.into_iter().chain(states).collect());
    }
    let mut text = aligned(&rows);
    let legend = [TermState::Met, TermState::Pending, TermState::Waived, TermState::Missed]
        .map(|state| format!("{} {}", sign(state), word(state_word(state))));
    text.push_str(&format!("\n{}\n", legend.join("   ")));
    text
}

fn achieved(term: &Term) -> String {
    format!("{} {}", term.achieved, sign(term.state))
}

fn sign(state: TermState) -> char {
    match state {
        TermState::Met => '✓',
        TermState::NotStarted | TermState::Pending => '…',
        TermState::Waived => '○',
        TermState::Missed => '✗',
    }
}

fn state_word(state: TermState) -> &'static str {
    match state {
        TermState::Met => "state-met",
        TermState::NotStarted => "state-not-started",
        TermState::Pending => "state-pending",
        TermState::Waived => "state-waived",
        TermState::Missed => "state-missed",
    }
}

/// The first column to the left, the others to the right.
fn aligned(rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        rows.iter().filter_map(|r| r.get(column)).map(|c| c.chars().count()).max().unwrap_or_default()
    };
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let padding = " ".repeat(width(column) - cell.chars().count());
            if column == 0 { format!("{cell}{padding}") } else { format!("{padding}{cell}") }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}
