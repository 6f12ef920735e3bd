//! What a file is, and whether unpacking it is safe.

use super::{Limits, SheetError};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// More parts than any workbook has; each costs time even when empty.
const MAX_PARTS: usize = 2_000;

pub(super) enum Kind {
    Zip,
    Encrypted,
    Legacy,
    Other,
}

pub(super) fn kind(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if !bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Kind::Other;
    }
    // An encrypted workbook is a compound file with a stream of this name, in UTF-16.
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encrypted = bytes.windows(name.len()).any(|window| window == name);
    if encrypted { Kind::Encrypted } else { Kind::Legacy }
}

/// Whether a file name promises a workbook, so that a text under it is no CSV.
pub(super) fn claims_workbook(filename: &str) -> bool {
    let extension = filename.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    matches!(extension.as_deref(), Some("xlsx" | "xlsm" | "xlsb" | "xls" | "ods"))
}

/// Unpacks every part once, keeping nothing. The sizes that an archive declares can lie, so the
/// bytes that really come out are counted.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| refusal(&e))?;
    if archive.len() > MAX_PARTS {
        return Err(SheetError::NotASpreadsheet);
    }
    let mut left = limits.unpacked_bytes;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|e| refusal(&e))?;
        if part.encrypted() {
            return Err(SheetError::Encrypted);
        }
        let mut bounded = part.take(left.saturating_add(1));
        let read = std::io::copy(&mut bounded, &mut std::io::sink());
        left = left
            .checked_sub(read.map_err(|_| SheetError::Damaged)?)
            .ok_or(SheetError::TooLargeUnpacked { limit: limits.unpacked_bytes })?;
    }
    let workbook =
        archive.file_names_raw().any(|name| name.eq_ignore_ascii_case(b"[Content_Types].xml"));
    if workbook { Ok(()) } else { Err(SheetError::NotASpreadsheet) }
}

fn refusal(error: &ZipError) -> SheetError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => SheetError::Encrypted,
        _ => SheetError::Damaged,
    }
}
