//! What every request passes: first what it says about itself, then who sent it.
mod address;
mod authenticate;
mod request_info;

pub use authenticate::authenticate;
pub use request_info::request_info;
