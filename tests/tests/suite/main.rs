//! The built studio from outside, one module for each thing. One binary: linking takes longer than most of these
//! tests.

#![allow(clippy::unwrap_used, missing_docs)]

mod accounts;
mod api_docs;
mod api_page;
mod authoring;
mod books;
mod cli;
mod documented;
mod durability;
mod editing;
mod functions;
mod history;
mod import;
mod leniency;
mod library;
mod llama;
mod mean_server;
mod odd_errors;
mod odd_servers;
mod openapi;
mod pages;
mod picky;
mod probing;
mod process;
mod protocol;
mod recordings;
mod request_log;
mod rest;
mod schemathesis;
mod search;
mod settings;
mod trials;
mod way_out;
