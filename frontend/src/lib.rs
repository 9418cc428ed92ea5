//! Room: frontend.
pub mod physl;
