//! How long one word takes in a column of names, ten for each article, beside `frizbee` and `nucleo`: `cargo bench --bench fuzzy`.
mod suite;

fn main() {
    suite::main("fuzzy");
}
