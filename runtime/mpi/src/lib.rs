//! The MPI transport.
