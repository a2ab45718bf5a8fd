//! Files that are nobody else's business.

#[cfg(unix)]
use std::fs;
use std::path::Path;

/// Takes everybody else's right to read or write a file away, and says so.
pub fn keep_private(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let Ok(found) = fs::metadata(file) else {
            return;
        };
        if found.permissions().mode() & 0o077 == 0 {
            return;
        }
        match fs::set_permissions(file, fs::Permissions::from_mode(0o600)) {
            Ok(()) => {
                tracing::info!(file = %file.display(), "only its owner can read this file from now on");
            }
            Err(error) => tracing::warn!(
                file = %file.display(), %error, "other accounts of this machine can read this file: change its mode"
            ),
        }
    }
}
