//! Plain tables for people: columns that are as wide as their widest cell.

/// What stands between two columns.
const GAP: &str = "  ";

/// Rows below a head.
#[derive(Debug)]
pub(crate) struct TextTable {
    rows: Vec<Vec<String>>,
}

impl TextTable {
    /// With these names of columns.
    pub(crate) fn new<const N: usize>(head: [&str; N]) -> Self {
        Self {
            rows: vec![head.map(str::to_owned).to_vec()],
        }
    }

    /// Adds a row.
    pub(crate) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows
            .push(cells.map(|cell| printable(&cell)).into_iter().collect());
    }

    /// The table as lines; a hint instead where it has no rows.
    pub(crate) fn text(&self, empty: &str) -> String {
        if self.rows.len() == 1 {
            return format!("{empty}\n");
        }
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let lines = self.rows.iter().map(|row| {
            let cells = row.iter().zip(&widths);
            let line: Vec<String> = cells
                .map(|(cell, &width)| format!("{cell:width$}"))
                .collect();
            format!("{}\n", line.join(GAP).trim_end())
        });
        lines.collect()
    }
}

/// A text in one line, without what a terminal would take for a command.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = TextTable::new(["ID", "TITLE", "WORDS"]);
        table.row(["1".to_owned(), "Ça ira".to_owned(), "12".to_owned()]);
        table.row(["22".to_owned(), "The Lamp at Sea".to_owned(), String::new()]);
        assert_eq!(
            table.text("none"),
            "ID  TITLE            WORDS\n\
             1   Ça ira           12\n\
             22  The Lamp at Sea\n"
        );
    }

    #[test]
    fn an_empty_table_is_a_sentence() {
        assert_eq!(TextTable::new(["ID"]).text("No runs."), "No runs.\n");
    }

    #[test]
    fn a_cell_gives_a_terminal_no_commands() {
        let mut table = TextTable::new(["TITLE"]);
        table.row(["a\u{1b}[31mb\nc".to_owned()]);
        assert_eq!(table.text(""), "TITLE\na [31mb c\n");
    }
}
