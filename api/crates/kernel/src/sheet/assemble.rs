//! From rows as they come to a sheet with headings, within the limits.

use super::{Cell, Column, Format, Limits, Row, Sheet, SheetError};
use std::collections::HashSet;

pub(super) struct Assembly<'a> {
    limits: &'a Limits,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl<'a> Assembly<'a> {
    pub fn new(limits: &'a Limits) -> Self {
        Self { limits, columns: Vec::new(), rows: Vec::new() }
    }

    /// Takes the next row; the first that is not empty is the headings.
    pub fn row(&mut self, number: u32, mut cells: Vec<Cell>) -> Result<(), SheetError> {
        while cells.last() == Some(&Cell::Empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if cells.len() > self.limits.columns {
            return Err(SheetError::TooManyColumns { limit: self.limits.columns });
        }
        if self.columns.is_empty() {
            return self.headings(cells);
        }
        if self.rows.len() >= self.limits.rows {
            return Err(SheetError::TooManyRows { limit: self.limits.rows });
        }
        let headed = |at: usize| self.columns.get(at).is_some_and(|c| !c.title.is_empty());
        let stray =
            cells.iter().enumerate().find(|(at, cell)| **cell != Cell::Empty && !headed(*at));
        if let Some((at, _)) = stray {
            return Err(SheetError::DataOutsideColumns {
                row: number,
                column: at.saturating_add(1),
            });
        }
        cells.resize(self.columns.len(), Cell::Empty);
        self.rows.push(Row { number, cells });
        Ok(())
    }

    fn headings(&mut self, cells: Vec<Cell>) -> Result<(), SheetError> {
        let mut seen = HashSet::new();
        for (position, cell) in cells.into_iter().enumerate() {
            let title = title(cell);
            if !title.is_empty() && !seen.insert(crate::text::normalise(&title)) {
                return Err(SheetError::DuplicateColumn { title });
            }
            self.columns.push(Column { position, title });
        }
        Ok(())
    }

    pub fn finish(self, format: Format, name: String) -> Result<Sheet, SheetError> {
        if self.columns.is_empty() {
            return Err(SheetError::Empty);
        }
        Ok(Sheet { format, name, columns: self.columns, rows: self.rows })
    }
}

fn title(cell: Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Number(text) => text.trim().to_owned(),
        Cell::Bool(value) => value.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::DateTime(time) => time.to_string(),
        Cell::Empty | Cell::Formula(_) | Cell::Error(_) => String::new(),
    }
}
