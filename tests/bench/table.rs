//! Everything that is measured, as the table of the README: `cargo bench --bench table`, with another number of articles than 100,000 as
//! argument (`-- 10000`, `-- 1000000`).
mod suite;

fn main() {
    suite::main("table");
}
