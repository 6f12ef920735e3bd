//! What a process left in the attachment directory that was killed in the middle of a file: the store
//! writes into `<hash>#<number>` first, lists no such name and never looks at it again.
use super::Files;
use chrono::{DateTime, Utc};
use std::{fs, io, path::Path, time::SystemTime};

impl Files {
    /// Remove those that nobody has written to since; answers how many. A bucket has none.
    pub async fn remove_unfinished(&self, before: DateTime<Utc>) -> io::Result<usize> {
        let Some(directory) = self.directory.clone() else { return Ok(0) };
        let before = SystemTime::from(before);
        tokio::task::spawn_blocking(move || remove_below(&directory, before))
            .await
            .unwrap_or_else(|error| Err(io::Error::other(error)))
    }
}

fn remove_below(directory: &Path, before: SystemTime) -> io::Result<usize> {
    remove_all(fs::read_dir(directory)?, before)
}

fn remove_all(
    entries: impl IntoIterator<Item = io::Result<fs::DirEntry>>,
    before: SystemTime,
) -> io::Result<usize> {
    let mut removed = 0;
    for entry in entries {
        match remove(&entry?, before) {
            Ok(some) => removed += some,
            // Finished or removed since the directory was read.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(removed)
}

fn remove(entry: &fs::DirEntry, before: SystemTime) -> io::Result<usize> {
    if entry.file_type()?.is_dir() {
        return remove_below(&entry.path(), before);
    }
    let unfinished = is_unfinished(&entry.file_name().to_string_lossy());
    if !unfinished || entry.metadata()?.modified()? >= before {
        return Ok(0);
    }
    fs::remove_file(entry.path())?;
    Ok(1)
}

fn is_unfinished(name: &str) -> bool {
    name.split_once('#').is_some_and(|(hash, number)| {
        hash.len() == 64 && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_by_the_time_it_is_looked_at_is_no_fault() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join(format!("{}#1", "0".repeat(64)));
        fs::write(&path, "半").unwrap();
        let read: Vec<_> = fs::read_dir(directory.path()).unwrap().collect();
        assert_eq!(read.len(), 1);
        fs::remove_file(&path).unwrap();
        let later = SystemTime::now() + std::time::Duration::from_secs(60);
        assert_eq!(remove_all(read, later).unwrap(), 0);
    }

    #[test]
    fn only_what_the_store_began_is_unfinished() {
        let hash = "0".repeat(64);
        assert!(is_unfinished(&format!("{hash}#1")));
        for other in [hash.clone(), format!("{hash}#"), format!("{hash}#x"), "a#1".to_owned()] {
            assert!(!is_unfinished(&other), "{other}");
        }
    }
}
