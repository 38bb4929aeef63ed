//! The fields of a measure that a person can correct, with their values.

use chrono::NaiveDate;
use domain::{DeadlineKind, Field, MeasureClass};
use serde::{Deserialize, Serialize};

use crate::PeopleValue;
use crate::notices::reading::ReadMeasure;

/// A field of a measure with a value, as it was read or as a person put it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum FieldValue {
    /// Its title; none.
    Title(Option<String>),
    /// Its text.
    Text(String),
    /// Lead units, as the notice names them.
    Leads(Vec<String>),
    /// Co-units, as the notice names them.
    CoUnits(Vec<String>),
    /// By when.
    Deadline(DeadlineValue),
    /// What part it plays: the code of a [`MeasureClass`].
    Class(String),
    /// The people named.
    People(PeopleValue),
    /// Why it is nothing to be followed; none where it is.
    Dropped(Option<String>),
}

/// By when a measure must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineValue {
    /// The words of the notice.
    pub raw: Option<String>,
    /// The last day allowed.
    pub due: Option<NaiveDate>,
    /// The code of a [`DeadlineKind`].
    pub kind: String,
}

impl FieldValue {
    /// The fields that can be corrected, in the order in which they are shown.
    pub const FIELDS: [Field; 8] = [
        Field::Title,
        Field::Text,
        Field::Leads,
        Field::CoUnits,
        Field::Deadline,
        Field::Class,
        Field::People,
        Field::Dropped,
    ];

    /// Which field it is.
    pub fn field(&self) -> Field {
        match self {
            Self::Title(_) => Field::Title,
            Self::Text(_) => Field::Text,
            Self::Leads(_) => Field::Leads,
            Self::CoUnits(_) => Field::CoUnits,
            Self::Deadline(_) => Field::Deadline,
            Self::Class(_) => Field::Class,
            Self::People(_) => Field::People,
            Self::Dropped(_) => Field::Dropped,
        }
    }

    /// Whether its codes are codes of the domain.
    pub fn is_known(&self) -> bool {
        match self {
            Self::Deadline(deadline) => DeadlineKind::from_code(&deadline.kind).is_some(),
            Self::Class(code) => MeasureClass::from_code(code).is_some(),
            _ => true,
        }
    }

    /// What a measure has in this field; none for a field that is not among [`Self::FIELDS`].
    pub(crate) fn of(field: Field, measure: &ReadMeasure) -> Option<Self> {
        Some(match field {
            Field::Title => Self::Title(measure.title.clone()),
            Field::Text => Self::Text(measure.text.clone()),
            Field::Leads => Self::Leads(measure.leads.clone()),
            Field::CoUnits => Self::CoUnits(measure.co_units.clone()),
            Field::Deadline => Self::Deadline(DeadlineValue {
                raw: measure.deadline_raw.clone(),
                due: measure.due,
                kind: measure.deadline_kind.clone(),
            }),
            Field::Class => Self::Class(measure.class.clone()),
            Field::People => Self::People(measure.people.clone()),
            Field::Dropped => Self::Dropped(measure.dropped.clone()),
            _ => return None,
        })
    }

    /// Puts this value in the place of what the measure has.
    pub(crate) fn lay_over(&self, measure: &mut ReadMeasure) {
        match self.clone() {
            Self::Title(title) => measure.title = title,
            Self::Text(text) => measure.text = text,
            Self::Leads(leads) => measure.leads = leads,
            Self::CoUnits(co_units) => measure.co_units = co_units,
            Self::Deadline(DeadlineValue { raw, due, kind }) => {
                measure.deadline_raw = raw;
                measure.due = due;
                measure.deadline_kind = kind;
            }
            Self::Class(class) => measure.class = class,
            Self::People(people) => measure.people = people,
            Self::Dropped(reason) => measure.dropped = reason,
        }
    }
}
