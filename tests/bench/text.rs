//! How long words and expressions take in the texts of an open corpus, beside `rg`: `cargo bench --bench text`.
mod suite;

fn main() {
    suite::main("text");
}
