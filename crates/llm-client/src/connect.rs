//! Why a call did not reach its server: each cause has a sentence of its own, for each is mended otherwise.

use super::{
    connect_error::{CertificateProblem, ConnectError},
    failure::CallFailure,
    server::{QUESTION_TIME, Server},
};
use rustls::CertificateError;
use std::{error::Error as StdError, io};

/// Why `reqwest` could not send.
pub(super) fn of_send(error: &reqwest::Error, server: &Server) -> CallFailure {
    if error.is_timeout() && error.is_connect() {
        return CallFailure::NoConnection(server.0.limits.connect);
    }
    // Accepted, and then silence.
    if error.is_timeout() {
        return CallFailure::TooSlow("to answer", QUESTION_TIME.as_secs_f64());
    }
    if error.is_builder() {
        return CallFailure::Unreachable(ConnectError::Key);
    }
    let found = of_causes(&causes(error), server.0.has_authorities);
    // What goes wrong on the way through a proxy is its, whatever it is.
    let is_way = !matches!(found, ConnectError::Certificate(_) | ConnectError::NoTls);
    match server.0.proxy {
        Some(proxy) if is_way => CallFailure::Unreachable(ConnectError::Proxy(proxy)),
        _ => CallFailure::Unreachable(found),
    }
}

/// An error and all that lie behind it, also those that an I/O error wraps.
fn causes<'e>(error: &'e (dyn StdError + 'static)) -> Vec<&'e (dyn StdError + 'static)> {
    let (mut all, mut next) = (Vec::new(), Some(error));
    while let Some(error) = next {
        all.push(error);
        let wrapped = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        next = match wrapped {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    all
}

fn of_causes(causes: &[&(dyn StdError + 'static)], has_authorities: bool) -> ConnectError {
    let tls = causes
        .iter()
        .find_map(|error| error.downcast_ref::<rustls::Error>());
    if let Some(tls) = tls {
        return of_tls(tls, has_authorities);
    }
    let says = |words: &str| causes.iter().any(|error| error.to_string().contains(words));
    if says("dns error") || says("failed to lookup address") {
        return ConnectError::NoName;
    }
    if says("invalid HTTP") {
        return ConnectError::NoHttp;
    }
    let kinds = causes
        .iter()
        .filter_map(|error| error.downcast_ref::<io::Error>())
        .map(io::Error::kind);
    for kind in kinds {
        match kind {
            io::ErrorKind::ConnectionRefused => return ConnectError::Refused,
            io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::AddrNotAvailable => return ConnectError::NoRoute,
            io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::UnexpectedEof => return ConnectError::Closed,
            _ => {}
        }
    }
    match says("connection closed before message completed") {
        true => ConnectError::Closed,
        false => ConnectError::Other,
    }
}

fn of_tls(error: &rustls::Error, has_authorities: bool) -> ConnectError {
    let problem = match error {
        rustls::Error::InvalidMessage(_) | rustls::Error::InappropriateMessage { .. } => {
            return ConnectError::NoTls;
        }
        rustls::Error::InvalidCertificate(_) if !has_authorities => {
            CertificateProblem::NoAuthorities
        }
        rustls::Error::InvalidCertificate(certificate) => match certificate {
            CertificateError::UnknownIssuer => CertificateProblem::Unknown,
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                CertificateProblem::Expired
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                CertificateProblem::NotYet
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                CertificateProblem::Name
            }
            other if format!("{other:?}").contains("CaUsedAsEndEntity") => {
                CertificateProblem::Authority
            }
            other if format!("{other:?}").contains("UnsupportedCertVersion") => {
                CertificateProblem::Old
            }
            other => CertificateProblem::Other(other.to_string()),
        },
        other => return ConnectError::Tls(other.to_string()),
    };
    ConnectError::Certificate(problem)
}

impl ConnectError {
    /// Whether another try may find it gone.
    pub(super) const fn may_pass(&self) -> bool {
        !matches!(
            self,
            Self::Certificate(_) | Self::NoTls | Self::WantsTls | Self::ProxyKey | Self::Key
        )
    }

    /// For the author: what is wrong, and what can be done.
    pub(super) fn to_message(&self, address: &str, id: &str) -> String {
        let server = format!("The model server at {address}");
        match self {
            Self::Refused => format!(
                "{server} does not answer: the connection was refused. Start it, or change its address in Settings."
            ),
            Self::NoName => format!(
                "{server} was not found: no machine has this name. Check the name in Settings, and that this machine is \
                 on the network."
            ),
            Self::NoRoute => format!(
                "{server} can’t be reached from this network. Check the network, or change the address in Settings."
            ),
            Self::Certificate(problem) => {
                format!(
                    "The certificate of the model server at {address} {}",
                    problem.to_clause()
                )
            }
            Self::NoTls => format!(
                "{server} does not use TLS. Change https:// to http:// in its address in Settings."
            ),
            Self::WantsTls => {
                format!("{server} uses TLS. Change http:// to https:// in its address in Settings.")
            }
            Self::Tls(said) => format!(
                "{server} and the studio can’t agree on TLS: {said}. Update the server, or look at what stands in \
                 between; if it has no TLS, its address in Settings begins with http://."
            ),
            Self::NoHttp => format!(
                "What answers at {address} does not speak HTTP. If it uses TLS, change http:// to https:// in Settings; \
                 otherwise check the port."
            ),
            Self::Closed => format!(
                "{server} closed the connection without an answer. Check its log, then retry. If it uses TLS, its \
                 address in Settings begins with https://."
            ),
            Self::Proxy(variable) => format!(
                "The proxy that {variable} names does not connect to the model server at {address}. Check the proxy, or \
                 add the server to NO_PROXY and restart the studio; then retry."
            ),
            Self::ProxyKey => format!(
                "A proxy on the way to the model server at {address} asks for a name and a password (407). Put them into \
                 the variable that names the proxy, as in HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT, or add the server \
                 to NO_PROXY, and restart the studio; then retry."
            ),
            Self::Key => format!(
                "The key for the model server at {address} contains characters that can’t be sent, such as a line \
                 break. Paste it again in Settings (server “{id}”), then retry."
            ),
            Self::Other => {
                format!("{server} does not answer. Start it, or change its address in Settings.")
            }
        }
    }
}

impl CertificateProblem {
    /// What follows “The certificate of the server”.
    fn to_clause(&self) -> String {
        let restart = "restart the studio, then retry";
        match self {
            Self::Unknown => format!(
                "is not trusted: it is self-signed, or its authority is not known to this machine. Name a file with the \
                 authority’s certificate in the variable SSL_CERT_FILE, {restart}; or use http:// in Settings."
            ),
            Self::NoAuthorities => format!(
                "can’t be checked: this machine has no list of certificate authorities. Install the package \
                 ca-certificates, or name a file of certificates in SSL_CERT_FILE, {restart}."
            ),
            Self::Expired => {
                "has expired. Renew it at the server, or set this machine’s clock, then retry."
                    .to_owned()
            }
            Self::NotYet => {
                "is not valid yet. Set the clock of this machine or of the server, then retry."
                    .to_owned()
            }
            Self::Name => {
                "is for another name. Use the name in the certificate as the address in Settings."
                    .to_owned()
            }
            Self::Authority => format!(
                "is not trusted: it belongs to a certificate authority, not to a server (“CA:TRUE”), as “openssl req \
                 -x509” makes it. Make one with “-addext basicConstraints=CA:FALSE”, name its file in SSL_CERT_FILE, \
                 {restart}; or use http:// in Settings."
            ),
            Self::Old => format!(
                "has an old form (version 1), as “openssl x509 -req” makes it without “-extfile”. Make one with “-addext \
                 subjectAltName=DNS:NAME”, name its file in SSL_CERT_FILE, {restart}; or use http:// in Settings."
            ),
            Self::Other(said) => format!(
                "is not accepted: {said}. Renew it at the server, then retry, or use http:// in Settings."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(error: impl Into<Box<dyn StdError + Send + Sync>>) -> ConnectError {
        let error = io::Error::other(error);
        of_causes(&causes(&error), true)
    }

    /// As webpki says it.
    #[derive(Debug, thiserror::Error)]
    #[error("UnsupportedCertVersion")]
    struct UnsupportedCertVersion;

    #[test]
    fn each_cause_is_known_however_deep_it_lies() {
        let certificate = |error| of(rustls::Error::InvalidCertificate(error));
        let distrust = |found| match found {
            ConnectError::Certificate(distrust) => distrust,
            other => panic!("{other:?}"),
        };
        for (error, known) in [
            (CertificateError::UnknownIssuer, CertificateProblem::Unknown),
            (CertificateError::Expired, CertificateProblem::Expired),
            (CertificateError::NotValidYet, CertificateProblem::NotYet),
            (CertificateError::NotValidForName, CertificateProblem::Name),
        ] {
            assert_eq!(distrust(certificate(error)), known);
        }
        let message = rustls::InvalidMessage::InvalidContentType;
        assert_eq!(
            of(rustls::Error::InvalidMessage(message)),
            ConnectError::NoTls
        );
        let old = CertificateError::Other(rustls::OtherError(std::sync::Arc::new(
            UnsupportedCertVersion,
        )));
        assert_eq!(distrust(certificate(old)), CertificateProblem::Old);
        assert_eq!(of("dns error"), ConnectError::NoName);
        for (kind, known) in [
            (io::ErrorKind::ConnectionRefused, ConnectError::Refused),
            (io::ErrorKind::NetworkUnreachable, ConnectError::NoRoute),
            (io::ErrorKind::ConnectionReset, ConnectError::Closed),
        ] {
            assert_eq!(of(io::Error::from(kind)), known);
        }
        assert_eq!(of("invalid HTTP version parsed"), ConnectError::NoHttp);
        assert_eq!(of("anything"), ConnectError::Other);
        let unknown = io::Error::other(rustls::Error::InvalidCertificate(
            CertificateError::UnknownIssuer,
        ));
        let none = of_causes(&causes(&unknown), false);
        assert_eq!(
            none,
            ConnectError::Certificate(CertificateProblem::NoAuthorities)
        );
    }

    #[test]
    fn no_two_causes_have_the_same_sentence() {
        let distrusts = [
            CertificateProblem::Unknown,
            CertificateProblem::NoAuthorities,
            CertificateProblem::Expired,
            CertificateProblem::NotYet,
            CertificateProblem::Name,
            CertificateProblem::Authority,
            CertificateProblem::Old,
            CertificateProblem::Other("odd".to_owned()),
        ];
        let mut all = vec![
            ConnectError::Refused,
            ConnectError::NoName,
            ConnectError::NoRoute,
            ConnectError::NoTls,
            ConnectError::WantsTls,
            ConnectError::ProxyKey,
            ConnectError::Tls("odd".to_owned()),
            ConnectError::NoHttp,
            ConnectError::Closed,
            ConnectError::Proxy("HTTPS_PROXY"),
            ConnectError::Key,
            ConnectError::Other,
        ];
        all.extend(distrusts.map(ConnectError::Certificate));
        let mut told: Vec<String> = all
            .iter()
            .map(|one| one.to_message("https://here/v1", "here"))
            .collect();
        for one in &told {
            let helps = one.contains("Settings") || one.contains("retry");
            assert!(helps && one.contains("https://here/v1"), "{one}");
        }
        told.sort();
        told.dedup();
        assert_eq!(told.len(), all.len());
    }
}
