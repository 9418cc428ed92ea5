//! Room: frontend.
