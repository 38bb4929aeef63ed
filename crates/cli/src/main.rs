//! `duban`: the register from the command line, for scripts and for machines without a screen.
//!
//! A front translates and nothing more: words of the command line to a request, the answer to lines of text or JSON.
//! Exit codes: 0 done, 1 something failed (or a part of the files), 2 the call itself was wrong.

#![allow(clippy::print_stdout)] // printing is what a command line does

mod answers;
mod arguments;
mod backups;
mod import;
mod output;
mod purge;
mod serving;
mod session;
mod sources;
mod tables;
mod terminal;

use std::error::Error as _;
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command, ProgressAction, RedoArguments};
use crate::session::{Failure, Need, Session};
use crate::terminal::{complain, print};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => match error.source().and_then(|source| source.downcast_ref::<domain::DayFault>()) {
            Some(fault) => {
                complain(&fault.to_string());
                return ExitCode::from(2);
            }
            None => error.exit(),
        },
    };
    let result = match arguments.command {
        Command::Serve(serve) => serving::run(&arguments.register, &serve),
        Command::Backups(list) => backups::backups(&arguments.register, &list),
        Command::Restore(restore) => backups::restore(&arguments.register, &restore),
        Command::ImportAll(archive) => backups::import_all(&arguments.register, &archive),
        command => Session::open(&arguments.register, need(&command)).and_then(|mut session| {
            let result = run(&mut session, command);
            session.close(matches!(result, Ok(code) if code == ExitCode::SUCCESS));
            result
        }),
    };
    match result {
        Ok(code) => code,
        Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}

fn need(command: &Command) -> Need {
    match command {
        Command::Account(_) | Command::Read(_) => Need::Text,
        Command::Import(import) if import.rehearse => Need::Text,
        Command::Doubt(doubt) if doubt.number.is_some() => Need::Changing,
        Command::Reread(reread) if !reread.rehearse && !reread.list => Need::Changing,
        Command::Import(_) | Command::Sample(_) => Need::Making,
        Command::Check(check) if check.mend => Need::Changing,
        Command::Progress(ProgressAction::Add(_)) => Need::Changing,
        Command::Review(review) if review.finish || review.rehearse || review.said.is_some() => Need::Changing,
        Command::Duties(action) if action.changes() => Need::Changing,
        Command::Versions(pair) if pair.follows.is_some() || pair.not.is_some() || pair.action.is_some() => {
            Need::Changing
        }
        Command::Tasks(tasks) if tasks.save_view.is_some() => Need::Changing,
        Command::Views(views) if views.remove.is_some() => Need::Changing,
        Command::Settings(settings) if settings.changes() => Need::Changing,
        Command::Confirm(_)
        | Command::Task(_)
        | Command::Purge(_)
        | Command::Undo(_)
        | Command::Redo(_)
        | Command::MergeUnits(_)
        | Command::Correct(_) => Need::Changing,
        _ => Need::Register,
    }
}

fn run(session: &mut Session, command: Command) -> Result<ExitCode, Failure> {
    let text = match command {
        Command::Import(import) => return import::run(session, &import),
        Command::Purge(purge) => return purge::run(session, purge),
        Command::Task(task) => return answers::task(session, task),
        Command::Duties(action) => return answers::duties(session, action),
        Command::Account(account) => return answers::account(session, &account),
        Command::Read(read) => return answers::read(session, &read),
        // Have no session; see `main`.
        Command::Serve(_) | Command::Backups(_) | Command::Restore(_) | Command::ImportAll(_) => String::new(),
        Command::ExportAll(archive) => backups::export_all(session, &archive)?,
        Command::Backup(backup) => backups::back_up(session, &backup)?,
        Command::Notices(query) => answers::notices(session, query)?,
        Command::Versions(query) => answers::versions(session, query)?,
        Command::Tasks(query) => answers::tasks(session, query)?,
        Command::Views(views) => answers::views(session, &views)?,
        Command::Progress(action) => answers::progress(session, action)?,
        Command::Calendar(query) => answers::calendar(session, query)?,
        Command::Overdue(query) => answers::overdue(session, &query)?,
        Command::Due(query) => answers::due(session, query)?,
        Command::Dashboard(query) => answers::dashboard(session, query)?,
        Command::Show(show) => answers::show(session, show)?,
        Command::Explain(explain) => answers::explain(session, explain)?,
        Command::Search(search) => answers::search(session, &search)?,
        Command::Indicators(query) => answers::indicators(session, query)?,
        Command::Units(query) if query.proposals => answers::proposals(session, query.reading)?,
        Command::MergeUnits(pair) => answers::merge_units(session, pair)?,
        Command::Units(query) => answers::units(session, query)?,
        Command::Unit(unit) => answers::unit(session, unit)?,
        Command::Correct(correct) => answers::correct(session, &correct)?,
        Command::Doubt(doubt) => answers::doubt(session, &doubt)?,
        Command::Reread(reread) => return answers::reread(session, reread),
        Command::Settings(settings) => answers::settings(session, &settings)?,
        Command::Suggest(typed) => answers::suggest(session, typed)?,
        Command::Export(export) => answers::export(session, export)?,
        Command::Status(query) => answers::status(session, &query)?,
        Command::History(query) => answers::history(session, &query)?,
        Command::Review(review) => answers::review(session, review)?,
        Command::Confirm(confirm) => answers::confirm(session, confirm)?,
        Command::Sample(sample) => return import::load_sample(session, &sample),
        Command::Undo(undo) => answers::undo(session, undo)?,
        Command::Redo(RedoArguments { json }) => answers::redo(session, json)?,
        Command::Check(check) => {
            let (text, whole) = answers::check(session, &check)?;
            print(&text)?;
            return Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
