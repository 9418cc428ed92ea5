//! Programs under `mpirun`: the same answers as threads, and an end within seconds when a rank dies.

use phylanx_tests::{places, process};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_secs(120);

fn build(name: &str, text: &str) -> PathBuf {
    let folder = places::scratch(name);
    let source = folder.join(format!("{name}.py"));
    std::fs::write(&source, text).expect("the build folder is writable");
    let mut command = Command::new(places::tool("phylanxc"));
    command.arg("build").arg(&source).current_dir(&folder);
    let ended = process::run(&mut command, "", LIMIT);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    folder.join(name)
}

fn mpirun(ranks: u32, program: &Path) -> Command {
    let mut command = Command::new("mpirun");
    command.args(["--oversubscribe", "--allow-run-as-root", "-n", &ranks.to_string()]).arg(program);
    command.current_dir(program.parent().expect("a folder"));
    command
}

const WORK: &str = "\
import numpy as np

n = 700
u = np.zeros((n, n))
u[0, :] = 1.0
for _ in range(20):
    change = 0.2 * (u[2:, 1:-1] + u[:-2, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2] - 4.0 * u[1:-1, 1:-1])
    u[1:-1, 1:-1] += change
v = u.T @ u
print(u.sum(), v[3, :4], np.abs(v).max())
np.save('out.npy', v)
";

#[test]
fn ranks_under_a_launcher_give_the_bits_of_a_lone_program() {
    let program = build("launched", WORK);
    let folder = program.parent().expect("a folder");
    let alone = process::run(Command::new(&program).current_dir(folder), "", LIMIT);
    assert_eq!(alone.code, 0, "{}", alone.stderr);
    let bytes = std::fs::read(folder.join("out.npy")).expect("the program wrote it");
    for ranks in [1, 2, 3, 4] {
        std::fs::remove_file(folder.join("out.npy")).expect("it is there");
        let ended = process::run(&mut mpirun(ranks, &program), "", LIMIT);
        assert_eq!(ended.code, 0, "{ranks} ranks: {}", ended.stderr);
        assert_eq!(ended.stdout, alone.stdout, "{ranks} ranks");
        assert!(std::fs::read(folder.join("out.npy")).expect("written") == bytes, "{ranks} ranks: other bits");
    }
}

const FAULTY: &str = "\
import numpy as np

a = np.zeros((900, 900))
a[1:-1] += a[:-2] + 1.0
k = int(a[1, 1]) + 900
print('before')
print(a[k, 0])
";

#[test]
fn an_error_ends_all_ranks_with_one_message() {
    let program = build("faulty", FAULTY);
    let start = Instant::now();
    let ended = process::run(&mut mpirun(3, &program), "", LIMIT);
    assert!(start.elapsed() < Duration::from_secs(30), "it took {:?}", start.elapsed());
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert_eq!(ended.stdout, "before\n");
    let message = "IndexError: index 901 is out of bounds for axis 0 with size 900";
    assert_eq!(ended.stderr.matches(message).count(), 1, "{}", ended.stderr);
    assert!(ended.stderr.contains("line 7"), "{}", ended.stderr);
}

const ENDLESS: &str = "\
import numpy as np

u = np.ones((1000, 1000))
print('started', flush=True)
while u[0, 0] > 0.0:
    u[1:-1, :] = 0.5 * (u[2:, :] + u[:-2, :])
";

#[test]
fn a_killed_rank_ends_the_job_within_five_seconds_with_a_message() {
    let program = build("endless", ENDLESS);
    let name = program.clone();
    let killer = std::thread::spawn(move || kill_one(&name));
    let ended = process::run(&mut mpirun(2, &program), "", Duration::from_secs(60));
    let killed_at = killer.join().expect("the killer ends");
    assert!(!ended.timed_out, "the job hangs after a rank was killed");
    assert!(killed_at.elapsed() < Duration::from_secs(5), "it took {:?}", killed_at.elapsed());
    assert_ne!(ended.code, 0);
    assert!(ended.stderr.contains("signal 9") || ended.stderr.contains("rank"), "{}", ended.stderr);
}

/// Waits until both ranks have worked for a while, then kills one; gives the moment.
fn kill_one(program: &Path) -> Instant {
    let deadline = Instant::now() + Duration::from_secs(30);
    while Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(100));
        let ranks = processes_of(program);
        if ranks.len() == 2 {
            std::thread::sleep(Duration::from_millis(1500));
            let status = Command::new("kill").args(["-9", &ranks[1].to_string()]).status();
            assert!(status.is_ok_and(|status| status.success()), "cannot kill a rank");
            return Instant::now();
        }
    }
    panic!("the ranks did not start");
}

/// Process numbers whose executable is this program.
fn processes_of(program: &Path) -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").expect("Linux has /proc");
    let numbers = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    let mut found: Vec<u32> = numbers
        .filter(|number| std::fs::read_link(format!("/proc/{number}/exe")).is_ok_and(|exe| exe == program))
        .collect();
    found.sort_unstable();
    found
}
