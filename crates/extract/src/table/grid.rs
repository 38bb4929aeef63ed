//! A table as a grid: what stands at each place, with spanned cells carried to every place they cover.

use domain::tree::{Cell, Table};

/// No table has more columns than this; what spans further is cut off, so that huge spans cost nothing.
const MOST_COLUMNS: usize = 48;

/// The places of a table.
#[derive(Debug, Default)]
pub(super) struct Grid {
    texts: Vec<String>,
    /// For each text its row and its place among the cells of that row.
    cells: Vec<(usize, usize)>,
    rows: Vec<Vec<Place>>,
    /// How many columns the widest row has.
    pub(super) width: usize,
}

/// One place of the grid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Place {
    /// Its cell among the texts, counted from 1; 0 where no cell stands.
    cell: u32,
    /// Whether the cell began in a row above.
    carried: bool,
    /// Whether the cell began in a column to the left.
    spread: bool,
    /// Whether the source marks the cell as a heading.
    heading: bool,
}

impl Grid {
    /// Lays the cells of a table out.
    pub(super) fn of(table: &Table) -> Self {
        let mut grid = Self::default();
        // For each column how many more rows its cell reaches down, and which cell it is.
        let mut reaching: Vec<(usize, Place)> = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            let mut places: Vec<Place> = Vec::new();
            for (place, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.column < MOST_COLUMNS) {
                grid.cells.push((at, place));
                grid.lay(cell, &mut places, &mut reaching);
            }
            for (at, (rows, place)) in reaching.iter_mut().enumerate() {
                if *rows > 0 && places.get(at).is_none_or(|place| place.cell == 0) {
                    if places.len() <= at {
                        places.resize(at + 1, Place::default());
                    }
                    if let Some(here) = places.get_mut(at) {
                        *here = Place { carried: true, ..*place };
                    }
                    *rows -= 1;
                }
            }
            grid.width = grid.width.max(places.len());
            grid.rows.push(places);
        }
        grid
    }

    fn lay(&mut self, cell: &Cell, places: &mut Vec<Place>, reaching: &mut Vec<(usize, Place)>) {
        self.texts.push(cell.text().trim().to_owned());
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let end = (cell.column + cell.columns.max(1)).min(MOST_COLUMNS);
        if places.len() < end {
            places.resize(end, Place::default());
        }
        if reaching.len() < end {
            reaching.resize(end, (0, Place::default()));
        }
        for at in cell.column..end {
            let place = Place { cell: number, carried: false, spread: at > cell.column, heading: cell.is_header };
            if let Some(here) = places.get_mut(at) {
                *here = place;
            }
            if let Some(down) = reaching.get_mut(at) {
                *down = (cell.rows.max(1) - 1, place);
            }
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    fn place(&self, row: usize, column: usize) -> Place {
        self.rows.get(row).and_then(|places| places.get(column)).copied().unwrap_or_default()
    }

    /// The words at a place; those of a spanned cell at every place it covers.
    pub(super) fn words(&self, row: usize, column: usize) -> &str {
        let cell = self.place(row, column).cell as usize;
        cell.checked_sub(1).and_then(|at| self.texts.get(at)).map_or("", String::as_str)
    }

    /// The cell at a place of the grid of a table.
    pub(super) fn cell<'t>(&self, table: &'t Table, row: usize, column: usize) -> Option<&'t Cell> {
        let number = self.place(row, column).cell as usize;
        let (row, place) = self.cells.get(number.checked_sub(1)?)?;
        table.rows.get(*row)?.cells.get(*place)
    }

    /// Whether the cell at a place began in a row above.
    pub(super) fn is_carried(&self, row: usize, column: usize) -> bool {
        self.place(row, column).carried
    }

    /// Whether the source marks every cell with words of a row as a heading.
    pub(super) fn is_marked_heading(&self, row: usize) -> bool {
        let places = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let mut own = places.iter().filter(|place| place.cell > 0 && !place.carried).peekable();
        own.peek().is_some() && own.all(|place| place.heading)
    }

    /// The words of each place of a row.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = &str> + '_ {
        let width = self.rows.get(row).map_or(0, Vec::len);
        (0..width).map(move |column| self.words(row, column))
    }

    /// The different words of a row in order, with the first column of each; those carried from above are left out.
    pub(super) fn own_words(&self, row: usize) -> Vec<(usize, &str)> {
        let mut found: Vec<(usize, &str)> = Vec::new();
        for (column, words) in self.row(row).enumerate() {
            let place = self.place(row, column);
            // Readers without spans repeat the words of a merged cell.
            let repeated = found.last().is_some_and(|(_, last)| *last == words);
            if !words.is_empty() && !place.carried && !place.spread && !repeated {
                found.push((column, words));
            }
        }
        found
    }

    /// How many cells stand in a row.
    pub(super) fn cells_in(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, Vec::len)
    }

    /// Whether the words at a place reach over several columns.
    pub(super) fn reaches_right(&self, row: usize, column: usize) -> bool {
        let (here, right) = (self.place(row, column), self.place(row, column + 1));
        right.spread
            || !self.words(row, column).is_empty()
                && here.cell != right.cell
                && self.words(row, column) == self.words(row, column + 1)
    }
}
