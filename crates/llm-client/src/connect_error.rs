//! What keeps two programs from talking to each other.

/// What keeps two programs from talking to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ConnectError {
    /// Nobody listens there.
    Refused,
    /// No machine has this name.
    NoName,
    /// The network has no way there.
    NoRoute,
    /// The certificate is not accepted; why.
    Certificate(CertificateProblem),
    /// TLS was asked of somebody who does not speak it.
    NoTls,
    /// It speaks TLS alone, and was not asked for it.
    WantsTls,
    /// TLS did not come about; in the words of whoever knows.
    Tls(String),
    /// What answered is no HTTP.
    NoHttp,
    /// The connection was closed without an answer.
    Closed,
    /// A proxy stands between and does not let it through; its variable.
    Proxy(&'static str),
    /// A proxy that wants to know who asks.
    ProxyKey,
    /// The key can't be sent.
    Key,
    /// Anything else.
    Other,
}

/// Why a certificate is not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CertificateProblem {
    /// Its authority is not known; it may be its own.
    Unknown,
    /// This machine knows no authorities at all.
    NoAuthorities,
    Expired,
    NotYet,
    /// It is for another name.
    Name,
    /// It is one of an authority, and no server's.
    Authority,
    /// It has the form of the first version.
    Old,
    Other(String),
}
