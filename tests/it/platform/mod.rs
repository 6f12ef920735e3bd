//! What holds for every area: health, group commit, the chain.
mod chain;
mod group_commit;
mod health;
