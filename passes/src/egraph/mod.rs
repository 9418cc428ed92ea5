//! The e-graph over PhySL: language, facts, import of pure regions, cost, extraction and the way back. The pass is `simplify.rs`.

pub(crate) mod analysis;
pub(crate) mod cost;
pub(crate) mod exact;
pub(crate) mod explain;
pub(crate) mod extent;
pub(crate) mod extract;
pub(crate) mod facts;
pub(crate) mod infer;
pub(crate) mod infer_fold;
pub(crate) mod infer_view;
pub(crate) mod info;
pub(crate) mod language;
pub(crate) mod rebuild;
pub(crate) mod region;
pub(crate) mod usage;
