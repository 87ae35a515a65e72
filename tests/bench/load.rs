//! How fast a corpus is read for the first time, and in how much memory: `cargo bench --bench load`. Also where corpora come from:
//! `cargo bench --bench load -- write 100000 FILE` writes one as JSONL, `-- folder 100000 FOLDER` as text files.
mod suite;

fn main() {
    suite::main("load");
}
