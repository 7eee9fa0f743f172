//! Rebuilds the program when an embedded template or font changes, and leaves symbols out of the program.

fn main() {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=fonts");
    // A profile's `strip` is lost where a package has settings of its own.
    let target = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    let tools = std::env::var("CARGO_CFG_TARGET_ENV").unwrap_or_default();
    if target == "linux" || (target == "windows" && tools == "gnu") {
        println!("cargo::rustc-link-arg-bins=-s");
    }
}
