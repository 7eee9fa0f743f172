//! Charts: one file a kind, all drawn by plotters.
