//! Files as the rules see them: what reading and the rebuilding of tables made of their bytes.

use domain::tree::{Block, BlockContent, Cell, DocumentTree, Style, TableRow};

use crate::context::Context;
use crate::error::CommandError;
use crate::import::{self, number};
use crate::wire::{FileTree, FrontMatterField, ReadRequest, TreeBlock, TreeBlockKind, TreeCell, TreeRow};

pub(crate) fn read_files(context: &mut Context<'_, '_>, request: ReadRequest) -> Result<Vec<FileTree>, CommandError> {
    let mut trees = Vec::new();
    import::read_only(context, request.sources, &mut |name, read| {
        trees.push(match read {
            Ok((tree, _)) => of_file(name, &extract::as_read(tree)),
            Err(sentence) => FileTree { error: Some(sentence), ..of_file(name, &DocumentTree::default()) },
        });
    })?;
    Ok(trees)
}

fn of_file(name: &str, tree: &DocumentTree) -> FileTree {
    let DocumentTree { blocks, front_matter } = tree;
    let field = |(key, value): &(String, String)| FrontMatterField { key: key.clone(), value: value.clone() };
    FileTree {
        file: name.to_owned(),
        error: None,
        front_matter: front_matter.iter().map(field).collect(),
        blocks: blocks.iter().map(block).collect(),
    }
}

fn block(block: &Block) -> TreeBlock {
    let kind = match &block.content {
        BlockContent::Paragraph(_) => TreeBlockKind::Paragraph,
        BlockContent::Table(_) => TreeBlockKind::Table,
        BlockContent::PageBreak => TreeBlockKind::PageBreak,
        BlockContent::Blank => TreeBlockKind::Blank,
        BlockContent::FrontMatter => TreeBlockKind::FrontMatter,
        BlockContent::Furniture => TreeBlockKind::Furniture,
    };
    let mut wire = TreeBlock {
        kind,
        line: block.anchor.line,
        last_line: block.anchor.last_line,
        page: block.anchor.page,
        text: String::new(),
        column: 0,
        level: None,
        style: Vec::new(),
        rows: Vec::new(),
    };
    match &block.content {
        BlockContent::Paragraph(paragraph) => {
            wire.text.clone_from(&paragraph.text);
            wire.column = paragraph.runs.first().map_or(0, |run| run.column);
            wire.level = paragraph.level;
            wire.style = style(paragraph.style);
        }
        BlockContent::Table(table) => wire.rows = table.rows.iter().map(row).collect(),
        _ => {}
    }
    wire
}

fn style(Style { bold, centred, list_item }: Style) -> Vec<String> {
    let set = [(bold, "bold"), (centred, "centred"), (list_item, "list_item")];
    set.into_iter().filter(|(set, _)| *set).map(|(_, name)| name.to_owned()).collect()
}

fn row(row: &TableRow) -> TreeRow {
    let cell = |cell: &Cell| TreeCell {
        text: cell.text(),
        column: number(cell.column),
        columns: number(cell.columns),
        rows: number(cell.rows),
        is_header: cell.is_header,
    };
    TreeRow { line: row.line, cells: row.cells.iter().map(cell).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Office;

    #[test]
    fn a_file_is_given_as_paragraphs_and_tables() {
        use base64::Engine as _;
        let text = "某县任务表\n序号\t任务\t牵头单位\n1\t整治市场\t县商务局\n";
        let base64 = base64::engine::general_purpose::STANDARD.encode(text);
        let sources = serde_json::json!({ "sources": [{ "content": { "name": "通知.txt", "base64": base64 } }] });
        let trees: Vec<FileTree> = Office::new().ask("read_files", sources);
        let kinds: Vec<TreeBlockKind> = trees[0].blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [TreeBlockKind::Paragraph, TreeBlockKind::Table]);
        assert_eq!(trees[0].blocks[1].rows[1].cells[2].text, "县商务局");
    }
}
