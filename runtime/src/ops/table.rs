//! The exported symbols and the one way in and out of them.

use super::value::{Args, Owned};
use super::views;
use crate::error::{self, Error, Result};
use phylanx_abi::{OpFn, Site, Value};

/// Exports each function under its symbol and lists all of them by name, for programs that run in memory.
macro_rules! exported {
    ($($symbol:ident => $function:path;)*) => {
        $(
            /// # Safety
            /// As [`OpFn`] says.
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn $symbol(site: *const Site, args: *const Value, nargs: u32, results: *mut Value) {
                // SAFETY: the caller keeps the contract of `OpFn`.
                unsafe { call(site, args, nargs, results, $function) }
            }
        )*
        /// Symbol and address of every op.
        pub static TABLE: &[(&str, OpFn)] = &[$((stringify!($symbol), $symbol as OpFn)),*];
    };
}

exported! {
    phx_op_slice => views::slice;
    phx_op_view => views::slice;
    phx_op_transpose => views::transpose;
    phx_op_view_transpose => views::transpose;
    phx_op_reshape => views::reshape;
    phx_op_view_reshape => views::reshape;
    phx_op_broadcast_to => views::broadcast_to;
    phx_op_diagonal => views::diagonal;
}

/// Decodes, calls, checks the result against what the caller expects, and hands it over. An error ends the job.
///
/// # Safety
/// As [`OpFn`] says.
unsafe fn call(
    site: *const Site,
    args: *const Value,
    nargs: u32,
    results: *mut Value,
    function: fn(Args) -> Result<Owned>,
) {
    // SAFETY: by the contract there are `nargs` arguments.
    let values = if nargs == 0 { &[] } else { unsafe { std::slice::from_raw_parts(args, nargs as usize) } };
    let args = Args::new(values);
    match function(args).and_then(|result| checked(result, args)) {
        Ok(Owned::None) => {}
        // SAFETY: by the contract there is room for the op's result.
        Ok(result) => unsafe { results.write(result.into_value()) },
        // SAFETY: by the contract the site is null or valid.
        Err(error) => unsafe { error::fail(site, &error) },
    }
}

/// Generated code trusts the element type and rank of a result, so they are compared with what it was compiled for.
fn checked(result: Owned, args: Args) -> Result<Owned> {
    if let (Owned::Array(array), Some((dtype, rank))) = (&result, args.result())
        && (array.dtype() != dtype || array.rank() != rank)
    {
        let (have, have_rank) = (array.dtype().numpy_name(), array.rank());
        let want = dtype.numpy_name();
        let message = format!("a result is {have} of rank {have_rank}, compiled for {want} of rank {rank}");
        return Err(Error::internal(message));
    }
    Ok(result)
}
