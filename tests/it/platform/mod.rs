//! What holds for every area: health, group commit, the chain, the file store.
mod actions;
mod bucket;
mod chain;
mod group_commit;
mod health;
mod search;
mod traces;
