//! Compiles the shim that registers what IRDL cannot express (see `src/mlir/open_ops.cpp`).

fn main() {
    let prefix = std::env::var("MLIR_SYS_220_PREFIX").unwrap_or_else(|_| "/usr/lib/llvm-22".into());
    println!("cargo:rerun-if-changed=src/mlir/open_ops.cpp");
    println!("cargo:rerun-if-env-changed=MLIR_SYS_220_PREFIX");
    cc::Build::new()
        .cpp(true)
        .std("c++17")
        .file("src/mlir/open_ops.cpp")
        .include(format!("{prefix}/include"))
        .flag("-fno-rtti")
        .warnings(false)
        .compile("phylanx_open_ops");
}
