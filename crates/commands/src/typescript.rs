//! The command list and the wire types as TypeScript, so that the interface cannot drift from the core.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use domain::{Light, MOVES, Pace, Standing, StatusEntry, TaskStatus, UnitRole};
use ts_rs::{Config, TS, TypeVisitor};

use crate::columns::{COLUMNS, LedgerColumn, ListPlace};
use crate::{COMMANDS, Effect, FIGURES, FigureDefinition};

/// A file of TypeScript to be written below `ui/src/generated`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Name in the folder.
    pub name: &'static str,
    /// What it must hold.
    pub content: String,
}

/// A request or answer type by its name in TypeScript.
#[derive(Debug)]
pub struct TypeName {
    name: fn(&Config) -> String,
    collect: fn(&mut Declarations<'_>),
    empty: fn() -> bool,
}

impl TypeName {
    pub(crate) const fn of<T: TS + 'static>() -> Self {
        Self {
            name: <T as TS>::name,
            collect: |found| found.visit::<T>(),
            empty: || TypeId::of::<T>() == TypeId::of::<crate::wire::Nothing>(),
        }
    }
}

const HEADER: &str = "// Made by `cargo xtask generate` from crates/commands. Do not edit.\n";

/// The files of `ui/src/generated`, as they must be.
pub fn generated() -> Vec<GeneratedFile> {
    // Counts and revisions stay far below 2^53, and JSON has no bigint.
    let config = Config::new().with_large_int("number");
    vec![
        GeneratedFile { name: "types.ts", content: types(&config) },
        GeneratedFile { name: "commands.ts", content: commands(&config) },
        GeneratedFile { name: "words.ts", content: words() },
        GeneratedFile { name: "columns.ts", content: columns(COLUMNS) },
        GeneratedFile { name: "figures.ts", content: figures() },
    ]
}

/// What each figure counts.
fn figures() -> String {
    let mut text = HEADER.to_owned();
    text.push_str("\n/** What each figure is called and what it counts. */\nexport const FIGURES = {\n");
    for FigureDefinition { key, name, means } in FIGURES {
        let _ = writeln!(text, "  {key}: {{ name: '{name}', means: '{means}' }},");
    }
    text.push_str("} as const\n");
    text
}

fn types(config: &Config) -> String {
    let mut found = Declarations { config, by_name: BTreeMap::new() };
    for command in COMMANDS {
        (command.request.collect)(&mut found);
        (command.response.collect)(&mut found);
    }
    found.visit::<crate::wire::Progress>();
    found.visit::<crate::CommandError>();
    let mut text = HEADER.to_owned();
    for (documentation, declaration) in found.by_name.values() {
        let _ = write!(text, "\n{documentation}export {declaration}\n");
    }
    text
}

/// The tables of the domain that every front reads: what each status, move and light is called.
fn words() -> String {
    let mut text = HEADER.to_owned();
    text.push_str("import type { LightCode, MoveCode, PaceCode, RoleCode, StatusCode } from './types'\n");
    let union = |codes: &[&str]| codes.iter().map(|code| format!("'{code}'")).collect::<Vec<_>>().join(" | ");
    let standings = union(&Standing::ALL.map(Standing::code));
    text.push_str("\n/** What is owed in a status. */\n");
    let _ = writeln!(text, "export type Standing = {standings}");
    text.push_str(
        "\n/** Every status of a task in order. An optional one is a step that an office may do without. */\n",
    );
    text.push_str("export const STATUSES: readonly {\n  readonly code: StatusCode\n  readonly word: string\n");
    text.push_str("  readonly standing: Standing\n  readonly isOptional: boolean\n}[] = [\n");
    for StatusEntry { status: _, code, word, standing, is_optional } in &TaskStatus::TABLE {
        let standing = standing.code();
        let _ = writeln!(
            text,
            "  {{ code: '{code}', word: '{word}', standing: '{standing}', isOptional: {is_optional} }},"
        );
    }
    text.push_str("]\n");
    moves(&mut text);
    text.push_str("\n/**\n * Every light in order: what it is called, and what it says of a task; `{days}` are those\n * within which a task is due soon.\n */\n");
    text.push_str("export const LIGHTS: readonly { readonly code: LightCode; readonly word: string; readonly meaning: string }[] = [\n");
    for light in Light::ALL {
        let _ = writeln!(
            text,
            "  {{ code: '{}', word: '{}', meaning: '{}' }},",
            light.code(),
            light.word(),
            light.meaning()
        );
    }
    text.push_str("]\n");
    text.push_str(
        "\n/**\n * Every progress light in order; `{points}` are those from which on a task is behind.\n */\n",
    );
    text.push_str("export const PACES: readonly { readonly code: PaceCode; readonly word: string; readonly meaning: string }[] = [\n");
    for pace in Pace::ALL {
        let _ =
            writeln!(text, "  {{ code: '{}', word: '{}', meaning: '{}' }},", pace.code(), pace.word(), pace.meaning());
    }
    text.push_str("]\n");
    text.push_str("\n/** What a unit does on a task. */\n");
    text.push_str("export const ROLES: readonly { readonly code: RoleCode; readonly word: string }[] = [\n");
    for role in UnitRole::ALL {
        let _ = writeln!(text, "  {{ code: '{}', word: '{}' }},", role.code(), role.word());
    }
    text.push_str("]\n");
    text
}

/// What may be done with a task, as buttons and menus list it.
fn moves(text: &mut String) {
    let needs = "'no' | 'may' | 'must'";
    text.push_str("\n/**\n * What may be done with a task, in the order of menus. `ways` are those of an office that takes every step; what the\n");
    text.push_str(
        " * office at hand may do, and where it leads there, is told by the settings and by each task.\n */\n",
    );
    text.push_str("export const MOVES: readonly {\n  readonly code: MoveCode\n");
    text.push_str(
        "  /** On a button. */\n  readonly word: string\n  /** In the journal. */\n  readonly journal: string\n",
    );
    text.push_str("  readonly kind: 'forward' | 'back' | 'aside' | 'again'\n");
    let _ = writeln!(text, "  readonly reason: {needs}\n  readonly reasons: readonly string[]");
    let _ = writeln!(
        text,
        "  /** Whether it asks for the task that takes this one's place. */\n  readonly successor: {needs}"
    );
    text.push_str("  /** Whether a unit's own part is moved by it, too. */\n  readonly movesParts: boolean\n");
    text.push_str("  readonly ways: readonly { readonly from: StatusCode; readonly to: StatusCode }[]\n}[] = [\n");
    for entry in &MOVES {
        let quoted = |words: &[&str]| words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "  {{");
        let _ = writeln!(
            text,
            "    code: '{}',\n    word: '{}',\n    journal: '{}',",
            entry.code, entry.word, entry.journal
        );
        let _ = writeln!(text, "    kind: '{}',\n    reason: '{}',", entry.kind.code(), entry.reason.code());
        let _ = writeln!(text, "    reasons: [{}],", quoted(entry.reasons));
        let _ = writeln!(text, "    successor: '{}',\n    movesParts: {},", entry.successor.code(), entry.moves_parts);
        text.push_str("    ways: [\n");
        for (from, to) in entry.ways() {
            let _ = writeln!(text, "      {{ from: '{}', to: '{}' }},", from.code(), to.code());
        }
        text.push_str("    ],\n  },\n");
    }
    text.push_str("]\n");
}

/// The columns of the ledger as the window lists them, and what each is called wherever it is shown.
pub(crate) fn columns(columns: &[LedgerColumn]) -> String {
    let mut text = HEADER.to_owned();
    text.push_str("import type { TaskSort } from './types'\n");
    text.push_str("\n/** What every column of the ledger is called, in the list, the drawer and the exports. */\n");
    text.push_str("export const HEADINGS = {\n");
    for column in columns {
        let _ = writeln!(text, "  {}: '{}',", column.key, column.heading);
    }
    text.push_str("} as const\n\n/** A column of the list, with pixels wide (0: what the others leave). */\n");
    text.push_str("export interface ListColumn {\n  readonly key: string\n  readonly title: string\n");
    text.push_str("  readonly width: number\n  readonly minWidth: number\n  readonly sort: TaskSort | null\n");
    text.push_str("  /** Whether its cell is drawn here; else it is the text that comes with the row. */\n");
    text.push_str("  readonly drawn: boolean\n");
    text.push_str("  /** Whether it is shown before a person has chosen columns. */\n  readonly usual: boolean\n}\n");
    text.push_str("\n/** The columns of the list, from the left. */\nexport const LIST_COLUMNS = [\n");
    let mut listed: Vec<_> = columns.iter().filter_map(|column| Some((column.list?, column))).collect();
    listed.sort_by_key(|(place, _)| place.at);
    for (ListPlace { at: _, width, least, sort, is_drawn, is_usual }, LedgerColumn { key, heading, .. }) in listed {
        let sort = serde_json::to_string(&sort).unwrap_or_default().replace('"', "'");
        let _ = writeln!(
            text,
            "  {{ key: '{key}', title: '{heading}', width: {width}, minWidth: {least}, sort: {sort}, drawn: {is_drawn}, usual: {is_usual} }},"
        );
    }
    text.push_str("] as const satisfies readonly ListColumn[]\n");
    text
}

fn commands(config: &Config) -> String {
    let mut text = HEADER.to_owned();
    text.push_str("import type * as wire from './types'\n");
    text.push_str("\n/** Carries a command to the core and its answer back. */\n");
    text.push_str("export type Invoke = (name: CommandName, args: unknown) => Promise<unknown>\n");
    text.push_str(
        "\n/** What a command does to the store. A write has the label that menus and the history show. */\n",
    );
    text.push_str("export interface CommandFacts {\n  readonly writes: boolean\n  readonly label: string | null\n  readonly summary: string\n}\n");
    text.push_str("\nexport const COMMANDS = {\n");
    for command in COMMANDS {
        let (writes, label) = match command.effect {
            Effect::Read => (false, "null".to_owned()),
            Effect::Write { label } => (true, format!("'{label}'")),
        };
        let _ = writeln!(
            text,
            "  {}: {{ writes: {writes}, label: {label}, summary: '{}' }},",
            command.name, command.summary
        );
    }
    text.push_str(
        "} as const satisfies Record<string, CommandFacts>\n\nexport type CommandName = keyof typeof COMMANDS\n",
    );
    text.push_str("\n/** Every command as a typed function over one `invoke`. */\n");
    text.push_str("export function commandsOver(invoke: Invoke) {\n  return {\n");
    for command in COMMANDS {
        let (parameter, argument) = match (command.request.empty)() {
            true => (String::new(), "null"),
            false => (format!("request: {}", qualified((command.request.name)(config))), "request"),
        };
        let answer = qualified((command.response.name)(config));
        let _ = writeln!(text, "    /** {} */", command.summary);
        let _ = writeln!(
            text,
            "    {}: ({parameter}) => invoke('{}', {argument}) as Promise<{answer}>,",
            camel(command.name),
            command.name
        );
    }
    text.push_str("  }\n}\n\nexport type Commands = ReturnType<typeof commandsOver>\n");
    text
}

/// The type with its module: `Array<TaskRow>` is `Array<wire.TaskRow>`.
fn qualified(name: String) -> String {
    match name.strip_prefix("Array<").and_then(|rest| rest.strip_suffix('>')) {
        Some(inner) => format!("{}[]", qualified(inner.to_owned())),
        None if name.starts_with(char::is_uppercase) => format!("wire.{name}"),
        None => name,
    }
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let mut text = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        text.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        text.push_str(letters.as_str());
    }
    text
}

struct Declarations<'a> {
    config: &'a Config,
    by_name: BTreeMap<String, (String, String)>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let own = T::output_path().is_some();
        if own {
            let name = T::ident(self.config);
            if self.by_name.contains_key(&name) {
                return;
            }
            self.by_name.insert(name, (T::docs().unwrap_or_default(), T::decl(self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_files_are_those_made_now() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/generated");
        for file in generated() {
            let path = folder.join(file.name);
            if std::env::var_os("UPDATE_GENERATED").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &file.content).unwrap();
            }
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(committed, file.content, "{} is stale: run `cargo xtask generate`", path.display());
        }
    }
}
