//! The studio's server: configuration, REST, the live stream, pages, security, signals, and commands that ask it.
//!
//! Handlers are thin: each reads its request, asks [`engine::Engine`] and writes the answer down.

pub mod address;
pub mod api;
mod api_page;
pub mod args;
pub mod client;
pub mod connections;
mod entity_tags;
pub mod functions;
mod intake;
mod licence_page;
pub mod log;
mod pages;
pub mod problem;
mod request;
mod request_id;
pub mod router;
pub mod security;
mod sent_form;
pub mod serve;
mod serve_error;
mod site;

#[cfg(test)]
mod properties;
