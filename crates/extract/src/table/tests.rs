//! Fragments of tables as cases.

mod flattened;
mod grid;
