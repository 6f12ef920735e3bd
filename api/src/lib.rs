//! Zhidu (制度): the composition of all areas into one service.
pub mod application;
pub mod cli;
pub mod demo;
pub mod demo_company;
mod headers;
mod health;
pub mod limits;
mod log;
mod metrics;
pub mod openapi;
pub mod policy;
mod refusals;
pub mod roles;
mod spa;
pub mod start;
pub mod system;
pub mod wiring;
pub mod worker;
