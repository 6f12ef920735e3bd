//! Spreadsheets read and written.
