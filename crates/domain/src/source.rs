//! A source file as lines with positions: what `reading` makes and `extract` consumes.

/// The text of a file, every line of it accounted for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceText {
    /// Lines in order. Numbers never fall; a source line that holds several blocks of markup gives several
    /// entries with the same number, and a source line never goes without an entry.
    pub lines: Vec<Line>,
    /// Whether the line breaks are known to be paragraph ends.
    pub breaks: LineBreaks,
    /// Keys and values of the front matter, in order, unquoted.
    pub front_matter: Vec<(String, String)>,
}

/// What the line breaks of a source mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LineBreaks {
    /// Markup says where paragraphs end; no line is wrapped.
    Paragraphs,
    /// Plain text: whether lines are wrapped has to be found out.
    #[default]
    Unknown,
}

/// One line of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Number in the source file, counted from 1, split on LF, blank lines counted.
    pub number: u32,
    /// Printed page it stands on, where the source marks pages.
    pub page: Option<u32>,
    /// What it is.
    pub content: LineContent,
}

/// What a line of a source file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineContent {
    /// Text, trimmed at both ends (blanks of every width), markup and entities resolved.
    Text(String),
    /// A row of a real table: cells in order, each trimmed. Rows of one table carry the same number.
    Row {
        /// Which table of the file, counted from 0.
        table: u32,
        /// The cells, merged cells repeated. Paragraphs of one cell are parted by `\n`.
        cells: Vec<String>,
    },
    /// Nothing but blanks.
    Blank,
    /// A page mark of a printed compilation: `# Page 302:`.
    PageMark,
    /// Front matter of a web page.
    FrontMatter,
    /// Tags, comments, scripts and styles that leave no text.
    Markup,
}

impl Line {
    /// The text of the line; empty for what carries none. Rows give no text: ask for their cells.
    pub fn text(&self) -> &str {
        match &self.content {
            LineContent::Text(text) => text,
            _ => "",
        }
    }

    /// Whether the line carries text or cells.
    pub fn is_content(&self) -> bool {
        matches!(self.content, LineContent::Text(_) | LineContent::Row { .. })
    }
}
