//! How soon the first frame stands and the first articles can be read, from a folder of 100,000 files (another number as argument):
//! `cargo bench --bench first`.
mod suite;

fn main() {
    suite::main("first");
}
