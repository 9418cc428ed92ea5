//! The exported symbols and the one way in and out of them.

use super::value::{Args, Owned};
use super::{
    along, archives, counting, creation, exceptions, fft, files, generator, indexing, joining, linalg, lines, objects,
    pieces, print_options, random, raw_files, reference, sampling, special, stdlib, str_method, text, views, world,
};
use crate::complex;
use crate::error::{self, Error, Result};
use crate::exec::{self, token};
use crate::kernels::{matmul, outer};
use phylanx_abi::{OpFn, Site, Value};

/// One op: its symbol, what generated code calls, and what that calls.
pub struct Entry {
    /// `phx_op_NAME`.
    pub symbol: &'static str,
    pub address: OpFn,
    pub function: fn(Args) -> Result<Owned>,
}

/// Exports each function under its symbol and lists all of them by name, for programs that run in memory.
macro_rules! exported {
    ($($symbol:ident => $function:path;)*) => {
        $(
            /// # Safety
            /// As [`OpFn`] says.
            #[unsafe(no_mangle)]
            pub unsafe extern "C-unwind" fn $symbol(site: *const Site, args: *const Value, nargs: u32, results: *mut Value) {
                // SAFETY: the caller keeps the contract of `OpFn`.
                unsafe { call(site, args, nargs, results, $function) }
            }
        )*
        /// Every op.
        pub static TABLE: &[Entry] =
            &[$(Entry { symbol: stringify!($symbol), address: $symbol, function: $function }),*];
    };
}

exported! {
    phx_op_slice => views::slice;
    phx_op_view => views::slice;
    phx_op_transpose => views::transpose;
    phx_op_view_real => views::view_real;
    phx_op_view_bits => views::view_bits;
    phx_op_view_shape => views::view_shape;
    phx_op_view_imag => views::view_imag;
    phx_op_view_transpose => views::transpose;
    phx_op_reshape => views::reshape;
    phx_op_view_diagonal => views::diagonal;
    phx_op_view_contiguous => views::contiguous;
    phx_op_view_reshape => views::reshape;
    phx_op_broadcast_to => views::broadcast_to;
    phx_op_diagonal => views::diagonal;
    phx_op_send => token::send;
    phx_op_recv => token::recv;
    phx_op_matmul => matmul::matmul;
    phx_op_outer => outer::outer;
    phx_op_full => creation::full;
    phx_op_arange => creation::arange;
    phx_op_linspace => creation::linspace;
    phx_op_eye => creation::eye;
    phx_op_from_elements => creation::from_elements;
    phx_op_from_scalar => creation::from_scalar;
    phx_op_item => creation::item;
    phx_op_copy => reference::copy;
    phx_op_new => reference::copy;
    phx_op_read => reference::read;
    phx_op_write => reference::write;
    phx_op_dim => reference::dim;
    phx_op_size => reference::size;
    phx_op_take_mask => indexing::take_mask;
    phx_op_take => indexing::take;
    phx_op_put_mask => indexing::put_mask;
    phx_op_put => indexing::put;
    phx_op_nonzero => indexing::nonzero;
    phx_op_argmax => along::argmax;
    phx_op_argmin => along::argmin;
    phx_op_cumsum => along::cumsum;
    phx_op_cumprod => along::cumprod;
    phx_op_sort => along::sort;
    phx_op_argsort => along::argsort;
    phx_op_concat => joining::concat;
    phx_op_stack => joining::stack;
    phx_op_repeat => joining::repeat;
    phx_op_tile => joining::tile;
    phx_op_roll => joining::roll;
    phx_op_unique => counting::unique;
    phx_op_bincount => counting::bincount;
    phx_op_searchsorted => lines::searchsorted;
    phx_op_convolve => lines::convolve;
    phx_op_seed => random::seed;
    phx_op_rand => random::rand;
    phx_op_randn => random::randn;
    phx_op_uniform => random::uniform;
    phx_op_normal => random::normal;
    phx_op_randint => random::randint;
    phx_op_permutation => random::permutation;
    phx_op_rng_new => generator::new;
    phx_op_rng_global => generator::global;
    phx_op_rng_seed => generator::reseed;
    phx_op_rng_draw => generator::draw;
    phx_op_rng_integers => generator::integers;
    phx_op_rng_permutation => sampling::permutation;
    phx_op_rng_choice => sampling::choice;
    phx_op_rng_multinomial => sampling::multinomial;
    phx_op_linalg_solve => linalg::solve;
    phx_op_linalg_inv => linalg::inv;
    phx_op_linalg_slogdet => linalg::slogdet;
    phx_op_linalg_det => linalg::det;
    phx_op_linalg_cholesky => linalg::cholesky;
    phx_op_linalg_qr => linalg::qr;
    phx_op_linalg_svd => linalg::svd;
    phx_op_linalg_svdvals => linalg::svdvals;
    phx_op_linalg_eigh => linalg::eigh;
    phx_op_linalg_eigvalsh => linalg::eigvalsh;
    phx_op_linalg_eig => linalg::eig;
    phx_op_linalg_eigvals => linalg::eigvals;
    phx_op_linalg_lstsq => linalg::lstsq;
    phx_op_linalg_lu => linalg::lu;
    phx_op_linalg_triangular => linalg::triangular;
    phx_op_fft => fft::fft;
    phx_op_special => special::special;
    phx_op_file => files::file;
    phx_op_load => files::load;
    phx_op_save => files::save;
    phx_op_loadtxt => files::loadtxt;
    phx_op_savetxt => files::savetxt;
    phx_op_genfromtxt => files::genfromtxt;
    phx_op_savez => archives::savez;
    phx_op_open_npz => archives::open;
    phx_op_load_npz => archives::load;
    phx_op_fromfile => raw_files::fromfile;
    phx_op_tofile => raw_files::tofile;
    phx_op_fromstring => raw_files::fromstring;
    phx_op_text => text::constant;
    phx_op_to_str => text::str;
    phx_op_repr => text::repr;
    phx_op_array_text => print_options::array_text;
    phx_op_print_options => print_options::print_options;
    phx_op_format => text::format;
    phx_op_format_with => text::format;
    phx_op_str_concat => text::concat;
    phx_op_str_eq => text::eq;
    phx_op_str_lt => text::lt;
    phx_op_str_len => text::len;
    phx_op_str_repeat => text::repeat;
    phx_op_str_index => text::index;
    phx_op_str_slice => pieces::slice;
    phx_op_str_pick => pieces::pick;
    phx_op_ord => pieces::ord;
    phx_op_chr => pieces::chr;
    phx_op_str_method => str_method::str_method;
    phx_op_std_call => stdlib::std_call;
    phx_op_std_world => stdlib::std_world;
    phx_op_parse_int => text::parse_int;
    phx_op_parse_float => text::parse_float;
    phx_op_parse_complex => text::parse_complex;
    phx_op_complex_div => complex::complex_div;
    phx_op_complex_pow => complex::complex_pow;
    phx_op_complex_abs => complex::complex_abs;
    phx_op_cmath => complex::cmath;
    phx_op_cell_new => objects::cell_new;
    phx_op_table_new => objects::table_new;
    phx_op_table_do => objects::table_do;
    phx_op_table_take => objects::table_take;
    phx_op_table_ask => objects::table_ask;
    phx_op_global_get => world::global_get;
    phx_op_global_set => world::global_set;
    phx_op_argc => world::argc;
    phx_op_argv => world::argv;
    phx_op_clock => world::clock;
    phx_op_print => world::print;
    phx_op_raise => exceptions::raise;
    phx_op_raise_args => exceptions::raise_args;
    phx_op_reraise => exceptions::reraise;
    phx_op_handle => exceptions::handle;
    phx_op_handled => exceptions::handled;
    phx_op_caught => exceptions::caught;
    phx_op_exc_part => exceptions::part;
    phx_op_exc_is => exceptions::is;
    phx_op_exit => exceptions::exit;
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
        Ok(result) => {
            for (at, one) in result.each().into_iter().enumerate() {
                // SAFETY: by the contract there is room for the op's results.
                unsafe { results.add(at).write(one.into_value()) };
            }
        }
        // SAFETY: by the contract the site is null or valid.
        Err(error) => unsafe { error::fail(site, &error) },
    }
    exec::end_of_op();
}

/// Generated code trusts the element type and rank of a result, so they are compared with what it was compiled for.
fn checked(result: Owned, args: Args) -> Result<Owned> {
    let arrays = match &result {
        Owned::Array(array) => std::slice::from_ref(array),
        Owned::Several(arrays) => arrays,
        _ => return Ok(result),
    };
    for (at, array) in arrays.iter().enumerate() {
        let Some((dtype, rank)) = args.result_at(at) else { continue };
        if array.dtype() != dtype || array.rank() != rank {
            let (have, have_rank) = (array.dtype().numpy_name(), array.rank());
            let want = dtype.numpy_name();
            let message = format!("a result is {have} of rank {have_rank}, compiled for {want} of rank {rank}");
            return Err(Error::internal(message));
        }
    }
    Ok(result)
}
