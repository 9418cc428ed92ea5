//! Evaluates both sides of every rule on random inputs.
