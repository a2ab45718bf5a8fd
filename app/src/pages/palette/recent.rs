//! What was chosen in the palette lately, kept by the browser.

use crate::browser;

/// The name under which it is kept.
const RECENT: &str = "fablewright-recent";

/// How much is remembered.
const MOST: usize = 20;

/// The keys of what was chosen, the last one first.
pub(super) fn load() -> Vec<String> {
    let kept = browser::get_item(RECENT).unwrap_or_default();
    let keys = kept.lines().filter(|line| !line.is_empty());
    keys.take(MOST).map(str::to_owned).collect()
}

/// Remembers that this was chosen.
pub(super) fn remember(key: &str) {
    let mut keys = load();
    put_first(&mut keys, key);
    // Where the browser keeps nothing, nothing comes first.
    browser::set_item(RECENT, Some(&keys.join("\n")));
}

fn put_first(keys: &mut Vec<String>, key: &str) {
    keys.retain(|known| known != key);
    keys.insert(0, key.to_owned());
    keys.truncate(MOST);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_comes_first_and_once() {
        let mut keys = Vec::new();
        for key in ["a", "b", "a"] {
            put_first(&mut keys, key);
        }
        assert_eq!(keys, ["a", "b"]);
        for nth in 0..50 {
            put_first(&mut keys, &nth.to_string());
        }
        assert_eq!(keys.len(), MOST);
        assert_eq!(keys[0], "49");
    }
}
