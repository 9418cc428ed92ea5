//! How often this process has been forked: asking the system who we are would cost more than a call.

use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

/// One for the process, since forks are the process's.
static FORKS: AtomicU32 = AtomicU32::new(0);

/// Forks between the first call of this function and now, in the line of this process's parents.
pub fn count() -> u32 {
    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| {
        unsafe extern "C" {
            pub fn pthread_atfork(
                prepare: Option<unsafe extern "C" fn()>,
                parent: Option<unsafe extern "C" fn()>,
                child: Option<unsafe extern "C" fn()>,
            ) -> i32;
        }
        // SAFETY: the function only counts, which is safe in a child. Without memory for it forks are not noticed.
        let _ = unsafe { pthread_atfork(None, None, Some(count_one)) };
    });
    FORKS.load(Ordering::Relaxed)
}

unsafe extern "C" fn count_one() {
    FORKS.fetch_add(1, Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_forks_the_count_stays() {
        assert_eq!(count(), count());
    }
}
