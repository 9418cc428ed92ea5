//! `PHYLANX_STATS=1`: what each rank has done, on standard error at the end of the program.

use super::broken;
use super::state::State;
use crate::comm::Messenger;
use crate::error::Result;

/// Prints the counters of all ranks, on rank 0, if the environment asks for it.
pub fn report(state: &State, messenger: &mut Messenger) -> Result<()> {
    if std::env::var_os("PHYLANX_STATS").is_none_or(|wish| wish.is_empty() || wish == "0") {
        return Ok(());
    }
    let line = line(state, messenger);
    for (rank, line) in messenger.gather(line.as_bytes()).map_err(broken)?.iter().enumerate() {
        eprintln!("rank {rank}: {}", String::from_utf8_lossy(line));
    }
    Ok(())
}

fn line(state: &State, messenger: &Messenger) -> String {
    let (sent, counters) = (messenger.counters(), &state.counters);
    format!(
        "tasks {}, distributed {}, deferred {}, exchanges {}, messages {}, frames {}, bytes {}, threads {}",
        counters.tasks.get(),
        counters.distributed.get(),
        counters.deferred.get(),
        counters.exchanges.get(),
        sent.messages_sent,
        sent.frames_sent,
        sent.bytes_sent,
        state.pool.threads()
    )
}
