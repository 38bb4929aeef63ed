//! The documents the program is born with, for a first look on an empty register: what an office of Hangzhou follows, with
//! invented work on it, or the compilations of other provinces.
//!
//! They are compiled in, so that the look needs no folder and no network. While the register holds nothing else, it is
//! shown as of a day in their own life: as of today, everything would have been overdue for years.

use chrono::NaiveDate;
use domain::{Steps, Workplace, WorkplaceKind};
use store::{Reader, StoreError, Writer};

use super::Import;
use super::files::Input;
use super::keep::Keeping;
use super::{sample_life, sample_progress};
use crate::context::Context;
use crate::error::CommandError;
use crate::wire::{ImportReport, SampleCode, SampleRequest};

/// Under which name the day is kept. Present as long as the register holds the sample only.
const SETTING: &str = "sample_as_of";
/// A Monday in the week in which much of what Hangzhou ordered is due, some is overdue and some is far away.
const DAY_OF_HANGZHOU: NaiveDate = NaiveDate::from_ymd_opt(2022, 6, 27).unwrap();
/// A working day by which nearly all of the compilations had been issued: much of it due, some of it soon.
const DAY_OF_PROVINCES: NaiveDate = NaiveDate::from_ymd_opt(2023, 12, 1).unwrap();

macro_rules! document {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../../../seeds/", $name)))
    };
}

type Document = (&'static str, &'static [u8]);

/// In this order whole documents come before the parts and copies of them.
const OF_HANGZHOU: [Document; 3] = [
    document!("003_15b6b9c84e64c238.txt"),
    document!("004_3bf045b57ba43776.txt"),
    document!("001_32cd36ea271cae91.txt"),
];
const OF_PROVINCES: [Document; 2] = [document!("002_3b0432dd4a7437f5.txt"), document!("000_976c3d8efc2842b7.txt")];

pub(crate) fn load_sample(context: &mut Context<'_, '_>, request: SampleRequest) -> Result<ImportReport, CommandError> {
    let fresh = context.read().is_empty()?;
    let (documents, day, whose): (&[Document], _, _) = match request.which {
        SampleCode::Office => (&OF_HANGZHOU, DAY_OF_HANGZHOU, Some(workplace())),
        SampleCode::Provinces => (&OF_PROVINCES, DAY_OF_PROVINCES, None),
    };
    let operation = context.operation();
    if fresh {
        context.caller.store.write(&operation, |writer| {
            writer.keep_setting(SETTING, &day.to_string())?;
            // So that every step is seen.
            writer.keep_steps(Steps::EVERY)?;
            // Somebody may have said already who works here.
            if writer.workplace()?.is_none() { writer.keep_workplace(whose.as_ref()) } else { Ok(()) }
        })?;
    }
    let inputs: Vec<Input> = documents.iter().map(|(name, bytes)| Input::bytes((*name).to_owned(), *bytes)).collect();
    let keeping = Keeping { confirm: true, own_files: false };
    let import = Import::new(&operation, keeping, context.caller.progress);
    let report = context.caller.store.in_bulk(|store| import.run(store, &inputs))?;
    if fresh {
        context.caller.store.write(&operation, |writer| {
            sample_life::live(writer, day)?;
            sample_progress::report(writer, day)
        })?;
    }
    Ok(report)
}

/// Whose sample it is.
fn workplace() -> Workplace {
    Workplace { kind: WorkplaceKind::Supervision, region: Some("杭州市".to_owned()), unit: None }
}

/// The day to show the sample as of; none when the register holds anything else.
pub(crate) fn sample_day(read: Reader<'_>) -> Result<Option<NaiveDate>, StoreError> {
    Ok(read.setting(SETTING)?.and_then(|day| day.parse().ok()))
}

/// From now on the register is a working one.
pub(super) fn is_sample_no_more(writer: &Writer<'_>) -> Result<(), StoreError> {
    // The steps of the sample are nobody's choice, unless somebody has chosen others meanwhile.
    if sample_day(**writer)?.is_some() && writer.steps()? == Steps::EVERY {
        writer.keep_steps(Steps::default())?;
    }
    if sample_day(**writer)?.is_some() && writer.workplace()? == Some(workplace()) {
        writer.keep_workplace(None)?;
    }
    writer.forget_setting(SETTING)
}
