//! A disk that loses what was not synced, and one that fails to sync: `disk.c` before the service.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::process::{Installation, Process};

/// Under the data of an installation on SQLite.
pub struct Disk {
    scratch: tempfile::TempDir,
    data: PathBuf,
}

impl Disk {
    /// What is installed is on the platter.
    pub fn under(installation: &Installation) -> Self {
        let scratch = tempfile::tempdir().unwrap();
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-O1", "-pthread", "-o"]);
        compiler.arg(scratch.path().join("disk.so"));
        compiler.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("fault/disk.c")).arg("-ldl");
        let _ = tests::cluster::succeed(compiler);
        let data = installation.directory().canonicalize().unwrap();
        let disk = Self { scratch, data };
        copy(&disk.data, &disk.platter());
        disk
    }

    fn platter(&self) -> PathBuf {
        self.scratch.path().join("platter")
    }

    pub async fn start(&self, installation: &Installation) -> Process {
        let set = |name: &str, value: &Path| format!("{name}={}", value.display());
        let preload = set("LD_PRELOAD", &self.scratch.path().join("disk.so"));
        let (data, platter) =
            (set("ZHIDU_DISK", &self.data), set("ZHIDU_PLATTER", &self.platter()));
        installation.start_by(&["env", &preload, &data, &platter]).await
    }

    /// Power is lost: what comes back is what was synced.
    pub fn lose_power(&self, process: Process) {
        process.kill();
        for entry in fs::read_dir(&self.data).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                fs::remove_dir_all(entry.path()).unwrap();
            } else {
                fs::remove_file(entry.path()).unwrap();
            }
        }
        copy(&self.platter(), &self.data);
    }

    /// From here on no sync succeeds, or they do again.
    pub fn fails(&self, fails: bool) {
        let sign = self.scratch.path().join("platter.fails");
        if fails { fs::write(sign, "").unwrap() } else { fs::remove_file(sign).unwrap() }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else if entry.path().extension().is_none_or(|kind| kind != "half") {
            let _ = fs::copy(entry.path(), target).unwrap();
        }
    }
}
