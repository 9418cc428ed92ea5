//! One conformance suite that every transport passes: threads as ranks here, processes under `mpirun` by starting this test again.

use phylanx_runtime::comm::messenger::Draft;
use phylanx_runtime::comm::{Comm, Messenger, local, mpi};
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

fn draft(bytes: &[u8]) -> Draft {
    let mut draft = Draft::with_capacity(bytes.len());
    draft.payload().extend_from_slice(bytes);
    draft
}

fn pattern(from: usize, len: usize) -> Vec<u8> {
    (0..len).map(|i| (i * 31 + from * 7) as u8).collect()
}

/// All of the suite, on one rank; every rank runs it.
fn suite(comm: Box<dyn Comm>) {
    let mut messenger = Messenger::new(comm);
    messages_of_all_sizes_arrive_unchanged(&mut messenger);
    tags_are_matched_in_any_order(&mut messenger);
    messages_of_one_tag_keep_their_order(&mut messenger);
    small_messages_to_one_rank_share_a_frame(&mut messenger);
    a_barrier_holds_everyone(&mut messenger);
    a_broadcast_reaches_everyone(&mut messenger);
    a_gather_keeps_the_order_of_ranks(&mut messenger);
    messenger.finish().expect("an orderly end");
}

fn messages_of_all_sizes_arrive_unchanged(messenger: &mut Messenger) {
    let (rank, size) = (messenger.rank(), messenger.size());
    let lens = [0, 1, 1000, 8 * 1024, 100_000, 3_000_001];
    for (tag, len) in lens.into_iter().enumerate() {
        for to in 0..size {
            messenger.send(to, tag as u64, draft(&pattern(rank, len))).expect("sent");
        }
    }
    for (tag, len) in lens.into_iter().enumerate() {
        for from in 0..size {
            let message = messenger.wait(from, tag as u64).expect("received");
            assert!(*message == *pattern(from, len), "{len} bytes from {from} to {rank}");
        }
    }
}

fn tags_are_matched_in_any_order(messenger: &mut Messenger) {
    let (rank, size) = (messenger.rank(), messenger.size());
    let (right, left) = ((rank + 1) % size, (rank + size - 1) % size);
    for tag in 100..110u64 {
        messenger.send(right, tag, draft(&tag.to_le_bytes())).expect("sent");
    }
    for tag in (100..110u64).rev() {
        assert_eq!(*messenger.wait(left, tag).expect("received"), tag.to_le_bytes());
    }
    assert!(messenger.take(left, 100).is_none());
}

fn messages_of_one_tag_keep_their_order(messenger: &mut Messenger) {
    let (rank, size) = (messenger.rank(), messenger.size());
    let lens = [10, 200_000, 5, 9_000, 1];
    for len in lens {
        messenger.send((rank + 1) % size, 200, draft(&pattern(rank, len))).expect("sent");
    }
    for len in lens {
        assert_eq!(messenger.wait((rank + size - 1) % size, 200).expect("received").len(), len);
    }
}

fn small_messages_to_one_rank_share_a_frame(messenger: &mut Messenger) {
    messenger.barrier().expect("all here");
    let (rank, size) = (messenger.rank(), messenger.size());
    let before = messenger.counters();
    for tag in 300..350u64 {
        messenger.send((rank + 1) % size, tag, draft(&[1, 2, 3])).expect("sent");
    }
    messenger.flush().expect("sent");
    let after = messenger.counters();
    assert_eq!(after.messages_sent - before.messages_sent, 50);
    assert_eq!(after.frames_sent - before.frames_sent, 1);
    for tag in 300..350u64 {
        assert_eq!(*messenger.wait((rank + size - 1) % size, tag).expect("received"), [1, 2, 3]);
    }
}

fn a_barrier_holds_everyone(messenger: &mut Messenger) {
    let start = Instant::now();
    messenger.barrier().expect("all here");
    if messenger.rank() == 0 {
        std::thread::sleep(Duration::from_millis(50));
    }
    messenger.barrier().expect("all here");
    assert!(start.elapsed() >= Duration::from_millis(40), "rank {} did not wait", messenger.rank());
}

fn a_broadcast_reaches_everyone(messenger: &mut Messenger) {
    let mine = pattern(messenger.rank(), 20_000);
    assert!(messenger.broadcast(mine).expect("received") == pattern(0, 20_000));
}

fn a_gather_keeps_the_order_of_ranks(messenger: &mut Messenger) {
    let all = messenger.gather(&[messenger.rank() as u8; 3]).expect("received");
    let expected: Vec<Vec<u8>> = (0..messenger.size()).map(|rank| vec![rank as u8; 3]).collect();
    assert_eq!(all, if messenger.rank() == 0 { expected } else { Vec::new() });
}

#[test]
fn the_suite_passes_over_threads() {
    for size in [1, 2, 3, 4, 7] {
        std::thread::scope(|scope| {
            for rank in local::ranks(size) {
                scope.spawn(move || suite(Box::new(rank)));
            }
        });
    }
}

#[test]
fn the_suite_passes_over_mpi() {
    const SPLIT: &str = "PHYLANX_TEST_SPLIT";
    if mpi::launched() {
        let split = std::env::var(SPLIT).ok().and_then(|text| text.parse().ok()).expect("set by the launching side");
        return suite(Box::new(mpi::open_splitting(split).expect("under a launcher")));
    }
    for (ranks, split) in [("1", "10000"), ("2", "1000000000"), ("3", "10000"), ("4", "1000000000")] {
        let output = mpirun(ranks).args(["--exact", "the_suite_passes_over_mpi"]).env(SPLIT, split).output();
        let output = output.expect("mpirun starts");
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{ranks} ranks:\n{text}{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(text.matches("1 passed").count(), ranks.parse().expect("a number"), "{text}");
    }
}

/// This very test program under a launcher.
fn mpirun(ranks: &str) -> Command {
    let mut command = Command::new("mpirun");
    command.args(["--allow-run-as-root", "--oversubscribe", "-n", ranks]);
    command.arg(std::env::current_exe().expect("a path")).env("PHYLANX_MPI_LIB", transport());
    command
}

/// The transport, built for these tests.
fn transport() -> PathBuf {
    let built = Command::new(env!("CARGO")).args(["build", "--quiet", "-p", "phylanx-mpi"]).status().expect("cargo");
    assert!(built.success());
    let exe = std::env::current_exe().expect("a path");
    exe.ancestors().nth(2).expect("target/debug").join("libphylanx_mpi.so")
}

#[test]
fn a_launcher_without_the_transport_is_a_clear_error() {
    let output = Command::new(std::env::current_exe().expect("a path"))
        .args(["--exact", "the_suite_passes_over_mpi"])
        .env("PMI_SIZE", "2")
        .env("PHYLANX_TEST_SPLIT", "1")
        .env("PHYLANX_MPI_LIB", "/nowhere/libphylanx_mpi.so")
        .output()
        .expect("starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(text.contains("the MPI transport libphylanx_mpi.so cannot be loaded"), "{text}");
    assert!(text.contains("/nowhere/libphylanx_mpi.so is not there"), "{text}");
}

#[test]
fn an_abort_shows_the_message_of_the_first_rank_only() {
    let (tell, told) = channel();
    for mut rank in
        local::ranks_ending_with(3, Box::new(move |text, code| tell.send((text.to_string(), code)).expect("told")))
    {
        std::thread::spawn(move || {
            let text = format!("rank {} failed", rank.rank());
            rank.abort(&text, 3)
        });
    }
    assert_eq!(told.recv_timeout(Duration::from_secs(5)).expect("in time"), ("rank 0 failed".to_string(), 3));
    assert!(told.recv_timeout(Duration::from_millis(700)).is_err());
}
