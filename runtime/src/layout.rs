//! Which part of a buffer each rank holds.

/// The distribution of a buffer over ranks, in closed form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Layout {
    /// Every rank holds the whole.
    Replicated,
}
