//! How fast what was opened before opens again, beside `newsboat`, `fzf` and `rg`: `cargo bench --bench reopen`.
mod suite;

fn main() {
    suite::main("reopen");
}
