//! Packages of Debian, where this machine is one and they are ours to install.

use anyhow::Result;

use crate::process;

/// Whether packages can be installed here.
pub(crate) fn can_install() -> bool {
    process::find(&["apt-get"]).is_some() && is_root()
}

/// Reads the lists of packages again. Where that fails, they stay as they are.
pub(crate) fn update() {
    if let Err(error) = apt(&["update"]) {
        println!("{error:#}; the package lists stay as they are");
    }
}

/// Installs packages without what they only recommend.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let how = ["install", "-y", "--no-install-recommends"];
    apt(&[&how[..], packages].concat())
}

fn apt(args: &[&str]) -> Result<()> {
    // Another installation on this machine is waited for.
    let mut apt = process::program("apt-get", ["-o", "DPkg::Lock::Timeout=300"]);
    process::run(apt.args(args).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root() -> bool {
    process::output(&mut process::program("id", ["-u"])).is_ok_and(|id| id.trim() == "0")
}
