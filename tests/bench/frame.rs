//! How long a frame takes while an article of five megabytes is read: `cargo bench --bench frame`.
mod suite;

fn main() {
    suite::main("frame");
}
