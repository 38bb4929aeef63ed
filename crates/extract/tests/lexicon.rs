//! The word tables in seeds/lexicon: each says what it is, no word stands twice, every kind is asked for by a rule; and no
//! rule keeps a list of words to itself that belongs there.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads the tables and the rules")]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The tables by name.
fn tables() -> Vec<(String, String)> {
    let mut tables: Vec<(String, String)> = fs::read_dir(root().join("seeds/lexicon"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    tables.sort();
    tables
}

/// The kinds of a table with the words of each line.
fn kinds(table: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).filter_map(|line| {
        let mut words = line.split_whitespace();
        let kind = words.next()?;
        Some((kind, words.collect()))
    })
}

/// The files of the rules by their path below src, with their text.
fn rules() -> Vec<(String, String)> {
    fn read(folder: &Path, below: &str, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{below}{}", path.file_name().unwrap().to_string_lossy());
            if path.is_dir() {
                read(&path, &format!("{name}/"), files);
            } else if name.ends_with(".rs") {
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    files
}

/// The name by which rules ask a table: `ORDERS = "orders.txt";` in src/lexicon/tables.rs.
fn name_of(table: &str, rules: &[(String, String)]) -> String {
    let (_, names) = rules.iter().find(|(file, _)| file == "lexicon/tables.rs").unwrap();
    let line = names.lines().find(|line| line.ends_with(&format!("= \"{table}\";")));
    assert!(line.is_some(), "src/lexicon/tables.rs does not read {table}");
    line.unwrap().split_whitespace().next().unwrap().to_owned()
}

#[test]
fn every_table_says_what_it_is_and_is_listed() {
    let readme = fs::read_to_string(root().join("seeds/lexicon/README.md")).unwrap();
    for (name, table) in tables() {
        assert!(table.starts_with("# "), "{name} begins without saying what it is");
        let source = ["# Source: ", "# From: ", "# Words from ", "# Labels from ", "Source: "];
        assert!(source.iter().any(|words| table.contains(words)), "{name} does not say where its words come from");
        assert!(readme.contains(&format!("`{name}`")), "{name} is missing in seeds/lexicon/README.md");
    }
}

#[test]
fn every_kind_is_asked_for_by_a_rule() {
    let rules = rules();
    for (name, table) in tables() {
        let asked = name_of(&name, &rules);
        let askers: Vec<&str> =
            rules.iter().map(|(_, text)| text.as_str()).filter(|text| text.contains(&asked)).collect();
        for (kind, words) in kinds(&table) {
            let plain = kind.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            assert!(plain && !words.is_empty(), "{name}: a line is a kind, then words: {kind}");
            let quoted = format!("\"{kind}\"");
            assert!(askers.iter().any(|text| text.contains(&quoted)), "no rule asks for {kind} of {name}");
        }
    }
}

#[test]
fn no_word_stands_twice_under_a_kind() {
    // In orders.txt a line is a word with what may stand around it.
    for (name, table) in tables().into_iter().filter(|(name, _)| name != "orders.txt") {
        let mut met = HashSet::new();
        for (kind, words) in kinds(&table) {
            // `whole` is followed by the column that its words mean, the lines of `printed-for` by the pair they are read as.
            for word in words.into_iter().filter(|word| *word != "-" && kind != "whole") {
                assert!(met.insert((kind, word)), "{name}: {word} stands twice under {kind}");
            }
        }
    }
}

/// Lists of words that are grammar of their rule, which no office words otherwise: the file, how many, and what they are.
const GRAMMAR: [(&str, usize, &str); 17] = [
    ("deadline/cell.rs", 1, "what follows a beginning: 起, 以后"),
    ("deadline/closing.rs", 6, "what closes a time: 底, 前, 内, hours and parts of the day"),
    ("deadline/meaning.rs", 4, "words of one or two characters that tie a time to its clause: 的, 后, 对"),
    ("deadline/named.rs", 1, "conjunctions"),
    ("deadline/rhythm.rs", 1, "units of time"),
    ("deadline/span.rs", 4, "units of time; prepositions and 之日起"),
    ("deadline/stated.rs", 1, "modals and prepositions"),
    ("flow.rs", 1, "months and quarters"),
    ("head/place.rs", 1, "the levels of provinces and cities"),
    ("indicator/naming.rs", 2, "以上 and its like; the end of a year"),
    ("ordering.rs", 1, "modals"),
    ("prose/claims.rs", 1, "counters, each with what it counts"),
    ("table/columns/parts.rs", 1, "months"),
    ("table/columns/shape.rs", 1, "what follows a time"),
    ("units/bracket/roles.rs", 1, "prepositions"),
    ("units/list.rs", 2, "conjunctions"),
    ("units/sentence.rs", 1, "what closes a time"),
];

#[test]
fn lists_of_words_stand_in_the_tables() {
    for (file, text) in rules() {
        let is_test = file.ends_with("tests.rs") || file.contains("tests/") || file == "graded.rs";
        if is_test {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        let lists = lists_of_words(code);
        let grammar = GRAMMAR.iter().find(|(own, ..)| *own == file).map_or(0, |(_, count, _)| *count);
        assert!(
            lists.len() <= grammar,
            "src/{file}: a list that a clerk could extend belongs in seeds/lexicon; one that is grammar is counted in GRAMMAR:\n{}",
            lists.join("\n")
        );
        assert!(lists.len() == grammar, "src/{file}: fewer lists than GRAMMAR counts");
    }
}

/// The lists of four and more Chinese words in some code: `["…", …]` and `matches!(…, "…" | …)`.
fn lists_of_words(code: &str) -> Vec<String> {
    const FEWEST: usize = 4;
    let mut lists = Vec::new();
    // Where each bracket opens, whether it may hold a list, and how many words stand in it.
    let mut open: Vec<(usize, bool, usize)> = Vec::new();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let at = code.len() - rest.len();
        let taken = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => {
                let end = end_of_string(rest);
                let is_word = rest.get(..end).unwrap().chars().any(|c| ('\u{3400}'..='\u{9FFF}').contains(&c));
                if let Some((.., words)) = open.last_mut().filter(|_| is_word) {
                    *words += 1;
                }
                end
            }
            '\'' => end_of_character(rest),
            '[' | '(' | '{' => {
                open.push((at, c == '[' || code.get(..at).unwrap().ends_with("matches!"), 0));
                1
            }
            ']' | ')' | '}' => {
                if let Some((start, may_be_list, words)) = open.pop()
                    && may_be_list
                    && words >= FEWEST
                {
                    lists.push(code.get(start..=at).unwrap().to_owned());
                }
                1
            }
            _ => c.len_utf8(),
        };
        rest = rest.get(taken..).unwrap();
    }
    lists
}

/// Behind a string that a text begins with.
fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    let close = text.char_indices().skip(1).find(|(_, c)| {
        let closes = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    close.map_or(text.len(), |(at, _)| at + 1)
}

/// Behind a character that a text begins with; behind the apostrophe of a lifetime.
fn end_of_character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => text.get(3..).and_then(|rest| rest.find('\'')).map_or(text.len(), |at| at + 4),
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}
