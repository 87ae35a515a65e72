//! How many instructions a key takes with few articles and with many, counted by valgrind: `cargo bench --bench instructions`.
mod suite;

fn main() {
    suite::main("instructions");
}
