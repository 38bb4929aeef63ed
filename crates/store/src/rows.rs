//! Values between columns and domain types.

use domain::{
    DeadlineKind, DoubtState, Field, LineRole, MeasureClass, NoticeKind, OccurrenceState, OriginKind, PersonRole,
    TaskStatus, UnitBasis, VersionKind, WorkplaceKind,
};
use rusqlite::types::Value;
use rusqlite::{Row, Statement};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::StoreError;

/// A domain type kept by its code.
pub(crate) trait Coded: Sized {
    fn from_code(code: &str) -> Option<Self>;
}

macro_rules! coded {
    ($($type:ty),*) => {$(
        impl Coded for $type {
            fn from_code(code: &str) -> Option<Self> {
                <$type>::from_code(code)
            }
        }
    )*};
}
coded!(
    DeadlineKind,
    DoubtState,
    Field,
    LineRole,
    MeasureClass,
    NoticeKind,
    OccurrenceState,
    OriginKind,
    PersonRole,
    TaskStatus,
    UnitBasis,
    VersionKind,
    WorkplaceKind
);

pub(crate) fn coded<T: Coded>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    code(column, row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?)
}

pub(crate) fn code<T: Coded>(field: &str, code: &str) -> Result<T, StoreError> {
    T::from_code(code).ok_or_else(|| StoreError::UnknownValue(format!("{field}: {code}")))
}

pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    Ok(serde_json::from_str(&text)?)
}

pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    Ok(serde_json::to_string(value)?)
}

/// A value and the name it is bound under.
pub(crate) type Named = (&'static str, Value);

/// Binds those of the values that the statement names.
pub(crate) fn bind(statement: &mut Statement<'_>, values: &[Named]) -> Result<(), StoreError> {
    for (name, value) in values {
        if let Some(place) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(place, value)?;
        }
    }
    Ok(())
}
