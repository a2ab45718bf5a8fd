//! Addresses of servers.

use reqwest::Url;
use std::net::IpAddr;

/// What is wrong with an address that is to be kept and shown, if anything is.
pub fn check(text: &str) -> Result<(), String> {
    base(text)?;
    // “#” begins a fragment, “?” a query; an address has neither anywhere else.
    match text.contains(['?', '#']) {
        true => Err(
            "A server’s address must end with its path. Leave out everything from “?” or “#” on, and enter \
             a key in its own field."
                .to_owned(),
        ),
        false => Ok(()),
    }
}

/// The address that paths are put behind, or what is wrong with it.
pub(super) fn base(text: &str) -> Result<Url, String> {
    let wrong = |why: &str| {
        format!(
            "“{text}” is not a server’s address ({why}). An address looks like http://127.0.0.1:8080/v1."
        )
    };
    let mut url = Url::parse(text.trim())
        .map_err(|_| wrong("it must start with http:// or https:// and name a host"))?;
    // Paths are put behind it; one that was saved with more than an address is used without.
    url.set_query(None);
    url.set_fragment(None);
    if !url.username().is_empty() || url.password().is_some() {
        return Err(
            "The address is stored and shown. Enter the key in its own field, not in the address."
                .to_owned(),
        );
    }
    match (url.scheme(), url.host_str()) {
        ("http" | "https", Some(_)) => Ok(url),
        ("http" | "https", None) => Err(wrong("the host is missing")),
        _ => Err(wrong("it must start with http:// or https://")),
    }
}

/// On this machine.
pub(super) fn is_near(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    host.eq_ignore_ascii_case("localhost")
        || host
            .trim_matches(['[', ']'])
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_address_is_told_in_words() {
        for wrong in ["", "127.0.0.1:8080", "ftp://host/v1", "http://"] {
            let told = base(wrong).expect_err("no address");
            assert!(told.contains("looks like http://"), "{told}");
        }
        assert!(base("http://127.0.0.1:8080/v1/").is_ok());
        let told = base("http://user:pass@localhost:1/v1").expect_err("a key in the address");
        assert!(
            told.contains("own field") && !told.contains("pass"),
            "{told}"
        );
    }

    #[test]
    fn an_address_that_is_kept_has_no_key_behind_it() {
        for wrong in ["https://host/v1?key=abc", "https://host/v1#abc"] {
            let told = check(wrong).expect_err("a key in the address");
            assert!(
                told.contains("its own field") && !told.contains("abc"),
                "{told}"
            );
        }
        assert_eq!(check(" http://127.0.0.1:8080/v1/ "), Ok(()));
    }

    #[test]
    fn only_this_machine_is_near() {
        for (url, near) in [
            ("http://127.0.0.1:1/v1", true),
            ("http://[::1]:1/v1", true),
            ("http://localhost/v1", true),
            ("http://192.168.0.2/v1", false),
            ("https://api.example.com/v1", false),
        ] {
            assert_eq!(
                is_near(&Url::parse(url).expect("an address")),
                near,
                "{url}"
            );
        }
    }
}
