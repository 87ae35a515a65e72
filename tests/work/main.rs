//! Work that is counted, not timed: what a key, a frame and an insertion cost in allocations with few articles and with many. A cost that
//! grows with the corpus although it need not shows here on any machine. The corpus of the benches is tested here too.

mod allocations;
#[path = "../bench/corpus/mod.rs"]
mod corpus;
mod generated;
