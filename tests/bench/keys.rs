//! How long a key takes to its frame, with 100,000 articles (another number as argument): `cargo bench --bench keys -- 10000`.
mod suite;

fn main() {
    suite::main("keys");
}
