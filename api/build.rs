//! What the linker is told for the service's own binary, and that the application is there to be put
//! into it.
#![expect(clippy::disallowed_methods, reason = "cargo speaks to a build script by its environment")]
use std::{env, path::Path};

fn main() {
    // Without it the binary would answer every page with 404 and nobody would know before it runs.
    // Debug builds read the folder when they run.
    println!("cargo::rerun-if-changed=../frontend/dist/index.html");
    let release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if release && !Path::new("../frontend/dist/index.html").exists() {
        println!(
            "cargo::error=frontend/dist is missing: build the application first (make run does)"
        );
    }
    // Relocations packed: 3 MB less to load. Needs glibc 2.36, which is Debian 12's.
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|is| is == value);
    if release && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
