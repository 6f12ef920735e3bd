//! What a file is called, and whether it is what it is called. A name comes from somebody else's
//! machine: it may carry a path, a direction mark that turns `gpj.exe` around, a device name, or the
//! beginning of a formula for the spreadsheet into which a list of files is put one day.
use kernel::files::sniff;
use kernel::text::{Lines, validate_plain};

/// Characters of a name that are kept, its extension included.
const LONGEST: usize = 120;
/// Names that mean a device on the machines where the file will be saved.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];
const STEM: &str = "附件";

/// A file that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub file_name: String,
    pub media_type: &'static str,
}

/// Look at the bytes; `None` where the kind is not kept or the name says another one.
#[must_use]
pub fn accept(given: &str, bytes: &[u8]) -> Option<Accepted> {
    let name = clean(given);
    let (media_type, extension) = sniff(bytes, &name)?;
    let (stem, said) = match name.rsplit_once('.') {
        Some((stem, said)) if is_extension(said) => {
            (stem.to_owned(), Some(said.to_ascii_lowercase()))
        }
        _ => (name, None),
    };
    let said = match said {
        Some(said) if same(&said, extension) => said,
        Some(_) => return None,
        None => extension.to_owned(),
    };
    Some(Accepted { file_name: format!("{}.{said}", shortened(&stem)), media_type })
}

fn is_extension(text: &str) -> bool {
    (1..=5).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric())
        && text.contains(|c: char| c.is_ascii_alphabetic())
}

/// Extensions of one kind. An office document is a ZIP archive, and one written by an unusual
/// program is recognised as nothing more.
fn same(said: &str, actual: &str) -> bool {
    said == actual
        || matches!(
            (said, actual),
            ("jpeg" | "jpe", "jpg")
                | ("tiff", "tif")
                | ("docx" | "xlsx" | "pptx", "zip")
                | ("m4v", "mp4")
        )
}

/// The last part of the name, without what could mislead a person or a program.
#[must_use]
pub fn clean(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| printable(*c)).map(harmless).collect();
    let trimmed = kept.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let stem = trimmed.split('.').next().unwrap_or_default().to_ascii_lowercase();
    if trimmed.is_empty() {
        STEM.to_owned()
    } else if is_device(&stem) || trimmed.starts_with(['=', '+', '-', '@']) {
        format!("_{trimmed}")
    } else {
        trimmed.to_owned()
    }
}

fn printable(c: char) -> bool {
    let mut buffer = [0; 4];
    // Direction marks and zero-width characters are no controls, and still nothing that one sees.
    let unseen = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{00ad}');
    !unseen && validate_plain(c.encode_utf8(&mut buffer), Lines::Single).is_ok()
}

fn harmless(c: char) -> char {
    if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' | ';') { '_' } else { c }
}

fn is_device(stem: &str) -> bool {
    let numbered = |kind: &str| {
        stem.strip_prefix(kind)
            .is_some_and(|n| n.len() == 1 && n.chars().all(|c| c.is_ascii_digit()))
    };
    DEVICES.contains(&stem) || numbered("com") || numbered("lpt")
}

fn shortened(stem: &str) -> String {
    let short: String = stem.chars().take(LONGEST).collect();
    short.trim_end_matches(|c: char| c == '.' || c.is_whitespace()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n";
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn a_name_loses_its_path_and_what_misleads() {
        for (given, kept) in [
            ("报价单 2026-11.pdf", "报价单 2026-11.pdf"),
            ("C:\\Users\\li\\报价单.pdf", "报价单.pdf"),
            ("../../etc/passwd", "passwd"),
            ("a\u{202e}fdp.exe", "afdp.exe"),
            ("a\u{200b}\r\nb.pdf", "ab.pdf"),
            // The path mark inside cuts it: what is left is no formula.
            ("=cmd|' /C calc'!A0.csv", "C calc'!A0.csv"),
            ("=1+2.pdf", "_=1+2.pdf"),
            ("@SUM(1).pdf", "_@SUM(1).pdf"),
            ("-1.pdf", "_-1.pdf"),
            ("con.pdf", "_con.pdf"),
            ("COM1.pdf", "_COM1.pdf"),
            ("company.pdf", "company.pdf"),
            (" .. ", "附件"),
            ("", "附件"),
            (".htaccess", "htaccess"),
            ("a\"; filename=\"b.pdf", "a__ filename=_b.pdf"),
        ] {
            assert_eq!(clean(given), kept, "{given:?}");
        }
    }

    #[test]
    fn a_file_is_what_its_bytes_say_and_its_name_says_the_same() {
        let accepted = accept("报价单.PDF", PDF).unwrap();
        assert_eq!(
            (accepted.file_name.as_str(), accepted.media_type),
            ("报价单.pdf", "application/pdf")
        );
        assert_eq!(accept("照片", PNG).unwrap().file_name, "照片.png");
        assert_eq!(accept("v1.2 方案", PDF).unwrap().file_name, "v1.2 方案.pdf");
        for (name, bytes) in [
            ("报价单.pdf", PNG),
            ("照片.png", PDF),
            ("x.exe", b"MZ\x90\0\x03".as_slice()),
            ("x.pdf", b"MZ\x90\0\x03"),
            ("x.svg", b"<svg onload=alert(1)>"),
            ("x.html", b"<html><script>alert(1)</script>"),
            ("x.pdf", b"plain words"),
            ("x.csv", b"a,b\0"),
        ] {
            assert_eq!(accept(name, bytes), None, "{name}");
        }
    }

    #[test]
    fn long_names_keep_their_extension() {
        let long = format!("{}.pdf", "长".repeat(500));
        let kept = accept(&long, PDF).unwrap().file_name;
        assert!(kept.ends_with("长.pdf") && kept.chars().count() <= LONGEST + 4);
    }
}
