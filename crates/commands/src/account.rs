//! The account of files: nothing in them is passed over in silence.
//!
//! Files are read anew and nothing is stored, so that a person can look before an import.

use domain::LineRole;
use domain::tree::Piece;

use crate::context::Context;
use crate::error::CommandError;
use crate::import;
use crate::wire::{AccountLine, AccountRequest, BackgroundLine, DocumentAccount, FileAccount, RoleShare};

pub(crate) fn account_files(
    context: &mut Context<'_, '_>,
    request: AccountRequest,
) -> Result<Vec<FileAccount>, CommandError> {
    let mut accounts = Vec::new();
    import::read_only(context, request.sources, &mut |name, read| {
        accounts.push(match read {
            Ok((tree, extraction)) => of_file(name, &tree.pieces().pieces, extraction),
            Err(sentence) => FileAccount { error: Some(sentence), ..empty(name) },
        });
    })?;
    Ok(accounts)
}

fn of_file(name: &str, pieces: &[Piece<'_>], extraction: &extract::Extraction) -> FileAccount {
    let roles = &extraction.roles;
    let documents = extraction.documents.iter().map(|document| {
        let within = |number: u32| (document.first_line..=document.last_line).contains(&number);
        DocumentAccount {
            title: document.facts.title.clone(),
            first_line: document.first_line,
            last_line: document.last_line,
            shares: shares(pieces, roles, within),
        }
    });
    let left = pieces.iter().zip(roles).filter(|(_, role)| **role == LineRole::NotUnderstood);
    let background = pieces.iter().zip(roles).filter_map(|(line, role)| {
        let reason = role.reason()?;
        Some(BackgroundLine {
            number: line.number,
            text: words_of(line),
            reason: reason.code().to_owned(),
            why: reason.words().to_owned(),
        })
    });
    FileAccount {
        lines: import::number(pieces.len()),
        shares: shares(pieces, roles, |_| true),
        documents: documents.collect(),
        background: background.collect(),
        not_understood: left.map(|(line, _)| AccountLine { number: line.number, text: words_of(line) }).collect(),
        ..empty(name)
    }
}

fn empty(name: &str) -> FileAccount {
    FileAccount {
        file: name.to_owned(),
        error: None,
        lines: 0,
        shares: Vec::new(),
        documents: Vec::new(),
        background: Vec::new(),
        not_understood: Vec::new(),
    }
}

/// The words of a line; those of a row with a bar between its cells.
fn words_of(piece: &Piece<'_>) -> String {
    piece.words().replace('\u{2003}', " | ")
}

/// The roles that occur on the lines `within`, in the order of [`LineRole::GROUPS`].
fn shares(pieces: &[Piece<'_>], roles: &[LineRole], within: impl Fn(u32) -> bool) -> Vec<RoleShare> {
    let mut counts = [(0_u32, 0_u32); LineRole::GROUPS.len()];
    for (line, role) in pieces.iter().zip(roles).filter(|(line, _)| within(line.number)) {
        let place = LineRole::GROUPS.iter().position(|group| *group == role.group());
        if let Some((lines, characters)) = place.and_then(|place| counts.get_mut(place)) {
            *lines += 1;
            *characters += import::number(words_of(line).chars().filter(|c| !c.is_whitespace()).count());
        }
    }
    let shares = LineRole::GROUPS.iter().zip(counts).filter(|(_, (lines, _))| *lines > 0);
    let share = |(role, (lines, characters)): (&&str, _)| RoleShare { role: (*role).to_owned(), lines, characters };
    shares.map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Office;

    fn account(text: &str) -> FileAccount {
        use base64::Engine as _;
        let base64 = base64::engine::general_purpose::STANDARD.encode(text);
        let sources = serde_json::json!({ "sources": [{ "content": { "name": "通知.txt", "base64": base64 } }] });
        let mut accounts: Vec<FileAccount> = Office::new().ask("account_files", sources);
        accounts.remove(0)
    }

    #[test]
    fn the_roles_add_up_to_the_file_and_nothing_is_stored() {
        let account = account(
            "某市优化营商环境工作方案\n为优化营商环境，制定本方案。\n\n一、主要任务\n（一）压缩时间。办理时间压缩到3天。（市市场监管局牵头）\n",
        );
        let roles: Vec<(&str, u32)> = account.shares.iter().map(|share| (share.role.as_str(), share.lines)).collect();
        assert_eq!(roles, [("measure", 1), ("heading", 1), ("metadata", 1), ("background", 1), ("blank", 1)]);
        assert_eq!(account.lines, 5);
        assert_eq!(account.not_understood, []);
        assert_eq!(account.documents.len(), 1);
    }

    #[test]
    fn a_text_without_clauses_is_listed_line_by_line() {
        let account = account("某市优化营商环境工作方案\n市财政局要拨付资金，市审计局要加强监督。\n");
        let left: Vec<u32> = account.not_understood.iter().map(|line| line.number).collect();
        assert_eq!(left, [2]);
    }
}
