//! The studio: pages, components, server functions, live state.
