//! Light, dark, or as the system has it: kept by the browser.

use crate::browser;

/// The name under which the browser keeps it; the shell's script reads it too.
pub const THEME: &str = "fablewright-theme";

/// What there is to choose from, and how it is called.
pub const CHOICES: [(&str, &str); 3] = [("system", "System"), ("light", "Light"), ("dark", "Dark")];

/// What is chosen.
pub fn chosen() -> String {
    browser::get_item(THEME).unwrap_or_else(|| "system".to_owned())
}

/// Chooses it, from now on.
pub fn choose(choice: &str) {
    let kept = (choice != "system").then_some(choice);
    browser::set_item(THEME, kept);
    browser::set_root_attribute("data-theme", kept);
}
