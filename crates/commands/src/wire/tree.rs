//! Files as the reader gives them to the rules: paragraphs and tables.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ImportSource;

/// Which files to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadRequest {
    /// Files and folders; nothing of them is stored.
    pub sources: Vec<ImportSource>,
}

/// A file as paragraphs and tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileTree {
    /// File name.
    pub file: String,
    /// Why it could not be read.
    pub error: Option<String>,
    /// Keys and values of the front matter or of the page's own head.
    pub front_matter: Vec<FrontMatterField>,
    /// Its pieces in order.
    pub blocks: Vec<TreeBlock>,
}

/// A key of the front matter with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FrontMatterField {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
}

/// What a piece of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TreeBlockKind {
    /// 段落
    Paragraph,
    /// 表格
    Table,
    /// 分页
    PageBreak,
    /// 空行
    Blank,
    /// 文首字段
    FrontMatter,
    /// 版面
    Furniture,
}

/// One piece of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TreeBlock {
    /// What it is.
    pub kind: TreeBlockKind,
    /// First line of the file, counted from 1.
    pub line: u32,
    /// Last line.
    pub last_line: u32,
    /// Printed page, where the file marks pages.
    pub page: Option<u32>,
    /// The words of a paragraph.
    pub text: String,
    /// First character of the words on their line, counted from 0.
    pub column: u32,
    /// Level of a heading, where the file says so.
    pub level: Option<u8>,
    /// bold, centred, list_item.
    pub style: Vec<String>,
    /// The rows of a table.
    pub rows: Vec<TreeRow>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TreeRow {
    /// First line of the file.
    pub line: u32,
    /// The cells that begin in it.
    pub cells: Vec<TreeCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TreeCell {
    /// Its words, paragraphs parted by line feeds.
    pub text: String,
    /// First column, counted from 0.
    pub column: u32,
    /// How many columns it takes.
    pub columns: u32,
    /// How many rows it takes.
    pub rows: u32,
    /// Whether the file marks it as a heading.
    pub is_header: bool,
}
