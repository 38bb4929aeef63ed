//! The lines of a file as they are packed: their texts run on as they do in the file itself, so that they pack to next to
//! nothing beside it; what is said of them stands before, in runs.

use domain::LineRole;
use serde::{Deserialize, Serialize};

use super::SourceLineRecord;
use crate::StoreError;

/// So many lines alike.
#[derive(Serialize, Deserialize)]
struct Run<T>(T, usize);

/// What stands before the texts, on a line of its own.
#[derive(Serialize, Deserialize)]
struct Head {
    /// Between the texts: a character that none of them holds.
    separator: char,
    /// Steps from one number to the next.
    numbers: Vec<Run<u32>>,
    pages: Vec<Run<Option<u32>>>,
    roles: Vec<Run<String>>,
}

/// A line as a program before packed it: number, page, code of the role, text.
#[derive(Serialize, Deserialize)]
pub(crate) struct PackedLine<'a>(
    pub(crate) u32,
    pub(crate) Option<u32>,
    #[serde(borrow)] pub(crate) std::borrow::Cow<'a, str>,
    #[serde(borrow)] pub(crate) std::borrow::Cow<'a, str>,
);

/// The bytes that lines are kept as.
pub(super) fn pack(lines: &[SourceLineRecord]) -> Result<Vec<u8>, StoreError> {
    let Some(separator) = separator(lines) else { return pack_apart(lines) };
    let before = std::iter::once(0).chain(lines.iter().map(|line| line.number));
    if lines.iter().zip(before.clone()).any(|(line, before)| line.number < before) {
        return pack_apart(lines);
    }
    let head = Head {
        separator,
        numbers: runs(lines.iter().zip(before).map(|(line, before)| line.number - before)),
        pages: runs(lines.iter().map(|line| line.page)),
        roles: runs(lines.iter().map(|line| line.role.code().to_owned())),
    };
    let mut bytes = serde_json::to_vec(&head)?;
    bytes.push(b'\n');
    let mut between = [0; 4];
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            bytes.extend_from_slice(separator.encode_utf8(&mut between).as_bytes());
        }
        bytes.extend_from_slice(line.text.as_bytes());
    }
    Ok(bytes)
}

/// A line break unless a text holds one.
fn separator(lines: &[SourceLineRecord]) -> Option<char> {
    let is_free = |separator: &char| lines.iter().all(|line| !line.text.contains(*separator));
    ['\n', '\u{1E}', '\u{1F}', '\u{1D}'].into_iter().find(is_free)
}

fn pack_apart(lines: &[SourceLineRecord]) -> Result<Vec<u8>, StoreError> {
    let line =
        |line: &SourceLineRecord| PackedLine(line.number, line.page, line.role.code().into(), line.text.clone().into());
    Ok(serde_json::to_vec(&lines.iter().map(line).collect::<Vec<_>>())?)
}

/// The texts of lines run together, each behind its number, as a search reads them.
#[derive(Debug, Default)]
pub(crate) struct RunningText {
    text: String,
    /// The number of each line, and where it ends.
    ends: Vec<(u32, usize)>,
}

impl RunningText {
    /// The lines, each with its number.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (u32, &str)> {
        let mut start = 0;
        self.ends.iter().map(move |&(number, end)| {
            let line = self.text.get(start..end).unwrap_or_default();
            start = end;
            (number, line)
        })
    }

    /// How many bytes they are.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    fn push(&mut self, number: u32, line: &str) {
        self.text.push_str(line);
        self.ends.push((number, self.text.len()));
    }
}

/// The lines that were packed so, without what else is said of them.
pub(super) fn unpack_text(bytes: &[u8]) -> Result<RunningText, StoreError> {
    let mut running = RunningText::default();
    if bytes.first() == Some(&b'[') {
        unpack(bytes)?.iter().for_each(|line| running.push(line.number, &line.text));
        return Ok(running);
    }
    let (head, texts) = head_and_texts(bytes)?;
    running.text.reserve(texts.len());
    let mut number = 0_u32;
    for (step, line) in each(&head.numbers).zip(texts.split(head.separator)) {
        number = number.saturating_add(step);
        running.push(number, line);
    }
    Ok(running)
}

fn head_and_texts(bytes: &[u8]) -> Result<(Head, &str), StoreError> {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (head, texts) = bytes.split_at(end);
    let texts = std::str::from_utf8(texts.get(1..).unwrap_or_default())
        .map_err(|error| StoreError::UnknownValue(format!("lines: {error}")))?;
    Ok((serde_json::from_slice(head)?, texts))
}

/// The lines that were packed so, or as a program before packed them.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<SourceLineRecord>, StoreError> {
    let role = |code: &str| LineRole::from_code(code).ok_or_else(|| StoreError::UnknownValue(format!("role: {code}")));
    if bytes.first() == Some(&b'[') {
        let lines: Vec<PackedLine<'_>> = serde_json::from_slice(bytes)?;
        let line = |PackedLine(number, page, code, text): PackedLine<'_>| {
            Ok(SourceLineRecord { number, page, role: role(&code)?, text: text.into_owned() })
        };
        return lines.into_iter().map(line).collect();
    }
    let (head, texts) = head_and_texts(bytes)?;
    let roles = head.roles.iter().map(|Run(code, count)| Ok(Run(role(code)?, *count)));
    let roles: Vec<Run<LineRole>> = roles.collect::<Result<_, StoreError>>()?;
    let said = each(&head.numbers).zip(each(&head.pages)).zip(each(&roles));
    let mut number = 0_u32;
    let line = |(((step, page), role), text): (((u32, Option<u32>), LineRole), &str)| {
        number = number.saturating_add(step);
        SourceLineRecord { number, page, role, text: text.to_owned() }
    };
    Ok(said.zip(texts.split(head.separator)).map(line).collect())
}

fn runs<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<Run<T>> {
    let mut runs: Vec<Run<T>> = Vec::new();
    for value in values {
        match runs.last_mut() {
            Some(Run(last, count)) if *last == value => *count += 1,
            _ => runs.push(Run(value, 1)),
        }
    }
    runs
}

fn each<T: Clone>(runs: &[Run<T>]) -> impl Iterator<Item = T> {
    runs.iter().flat_map(|Run(value, count)| std::iter::repeat_n(value.clone(), *count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back_as_they_were() {
        let line = |number, page, role, text: &str| SourceLineRecord { number, page, role, text: text.to_owned() };
        let several = [
            line(1, None, LineRole::Heading, "关于印发方案的通知"),
            line(3, Some(1), LineRole::Measure, ""),
            line(3, Some(1), LineRole::Measure, "一、\"引号\"与\\斜线"),
            line(9, Some(2), LineRole::NotUnderstood, "市财政局\u{2003}6月底前"),
        ];
        let broken = [line(1, None, LineRole::Measure, "两\n行"), line(2, None, LineRole::Measure, "\u{1E}")];
        let backwards = [line(5, None, LineRole::Measure, "后"), line(2, None, LineRole::Measure, "前")];
        let nothing = [line(1, None, LineRole::Measure, "")];
        for lines in [&several[..], &broken[..], &backwards[..], &nothing[..], &[]] {
            let packed = pack(lines).unwrap();
            assert_eq!(unpack(&packed).unwrap(), lines);
            let running = unpack_text(&packed).unwrap();
            let texts = lines.iter().map(|line| (line.number, line.text.as_str()));
            assert_eq!(running.lines().collect::<Vec<_>>(), texts.collect::<Vec<_>>());
        }
    }

    #[test]
    fn lines_of_a_program_before_are_read() {
        let lines = unpack(r#"[[4,null,"measure","一、推进"],[5,2,"measure","二、规范"]]"#.as_bytes()).unwrap();
        assert_eq!((lines[1].number, lines[1].page, lines[1].text.as_str()), (5, Some(2), "二、规范"));
    }
}
