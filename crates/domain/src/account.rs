//! The account of a source file: what every line of it turned out to be.

/// What a line of a source file was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LineRole {
    /// Part of a measure.
    Measure,
    /// A heading or caption.
    Heading,
    /// Title, number, issuers, dates, addressees, signature.
    Metadata,
    /// Text that orders nothing: aims, principles, reasons.
    Background,
    /// Page marks, repeated table headers, page numbers, web furniture.
    Furniture,
    /// Nothing but blanks.
    Blank,
    /// Not understood: a person should look.
    NotUnderstood,
}

impl LineRole {
    /// Every role.
    pub const ALL: [Self; 7] = [
        Self::Measure,
        Self::Heading,
        Self::Metadata,
        Self::Background,
        Self::Furniture,
        Self::Blank,
        Self::NotUnderstood,
    ];

    /// The word used in exports and in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Heading => "heading",
            Self::Metadata => "metadata",
            Self::Background => "background",
            Self::Furniture => "furniture",
            Self::Blank => "blank",
            Self::NotUnderstood => "not_understood",
        }
    }

    /// The role a code names; `None` for an unknown word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}
