//! A full disk is an error with a message, for programs and for the compiler.

use phylanx_tests::process::Ended;
use phylanx_tests::{places, process};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(60);

/// A folder in which `out.npy`, `out.txt` and `out.mlir` lie on a full disk.
fn folder(name: &str) -> PathBuf {
    let folder = places::scratch(name);
    for file in ["out.npy", "out.txt", "out.mlir"] {
        std::os::unix::fs::symlink("/dev/full", folder.join(file)).expect("the build folder is writable");
    }
    folder
}

fn phylanxc(folder: &Path, args: &[&str]) -> Ended {
    process::run(Command::new(places::tool("phylanxc")).args(args).current_dir(folder), "", LIMIT)
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or("")
}

#[test]
fn saving_an_array_on_a_full_disk_is_an_os_error() {
    let folder = folder("full-npy");
    std::fs::write(folder.join("a.py"), "import numpy as np\nnp.save('out.npy', np.ones(100000))\n").unwrap();
    let ended = phylanxc(&folder, &["run", "a.py"]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert!(last_line(&ended.stderr).starts_with("OSError: "), "{}", ended.stderr);
    assert!(ended.stderr.contains("line 2"), "{}", ended.stderr);
}

#[test]
fn writing_a_table_on_a_full_disk_is_an_os_error() {
    let folder = folder("full-txt");
    std::fs::write(folder.join("a.py"), "import numpy as np\nnp.savetxt('out.txt', np.ones((1000, 3)))\n").unwrap();
    let ended = phylanxc(&folder, &["run", "a.py"]);
    assert_eq!((ended.code, last_line(&ended.stderr)), (1, "OSError: [Errno 28] No space left on device: 'out.txt'"));
}

#[test]
fn the_compiler_says_which_file_it_cannot_write() {
    let folder = folder("full-mlir");
    std::fs::write(folder.join("a.py"), "print(1)\n").unwrap();
    let ended = phylanxc(&folder, &["build", "a.py", "--emit", "physl", "-o", "out.mlir"]);
    let message = "phylanxc: error: cannot write out.mlir: No space left on device (os error 28)\n";
    assert_eq!((ended.code, ended.stderr.as_str()), (2, message));
    let ended = process::run(
        Command::new("bash")
            .args(["-c", "exec \"$0\" build a.py --emit physl > /dev/full"])
            .arg(places::tool("phylanxc"))
            .current_dir(&folder),
        "",
        LIMIT,
    );
    let message = "phylanxc: error: cannot write to stdout: No space left on device (os error 28)\n";
    assert_eq!((ended.code, ended.stderr.as_str()), (2, message));
}

#[test]
fn printing_to_a_full_disk_is_an_os_error() {
    let folder = folder("full-stdout");
    std::fs::write(folder.join("a.py"), "for i in range(10000):\n    print(i)\n").unwrap();
    let ended = process::run(
        Command::new("bash")
            .args(["-c", "\"$0\" build a.py && exec ./a > /dev/full"])
            .arg(places::tool("phylanxc"))
            .current_dir(&folder),
        "",
        LIMIT,
    );
    assert_ne!(ended.code, 0);
    assert_eq!(last_line(&ended.stderr), "OSError: [Errno 28] No space left on device: '<stdout>'");
}
