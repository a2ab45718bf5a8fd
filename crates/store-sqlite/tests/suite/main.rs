//! The store in one SQLite file, from outside. One binary.

mod contract;
mod sentences;
