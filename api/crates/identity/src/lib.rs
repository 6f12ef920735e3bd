//! Who works here, and what they may do: people, departments, sites, roles, the way in.
pub mod api_keys;
pub mod auth;
pub mod authenticator;
mod checks;
pub mod codes;
pub mod delegations;
pub mod departments;
pub mod duties;
pub mod grants;
pub mod ids;
pub mod me;
mod member;
pub mod middleware;
pub mod names;
pub mod notices;
mod on_behalf;
pub mod people;
pub mod permissions;
pub mod precondition;
mod rights;
pub mod roles;
mod secrets;
pub mod seed;
mod sessions;
pub mod sites;
mod stored;
mod tidy;
mod unique;

pub use auth::setup;
pub use authenticator::Authenticator;
pub use codes::CODES;
pub use member::{InPerson, Member, in_person};
pub use people::{holders_of, holds};
pub use permissions::{Inventory, PERMISSIONS};
pub use precondition::Precondition;
pub use secrets::{fresh as fresh_secret, hash as hashed};
pub use tidy::tidy;

use utoipa_actix_web::service_config::ServiceConfig;

/// Tags of this area's operations with what they hold.
pub const TAGS: &[(&str, &str)] = &[
    ("auth", "Signing in and out"),
    ("me", "The caller's own profile, rights and sessions"),
    ("identity", "People, departments, sites, roles, grants, delegations and API keys"),
];

/// All routes of this area.
pub fn configure(config: &mut ServiceConfig) {
    config
        .configure(auth::routes::configure)
        .configure(people::routes::configure)
        .configure(departments::routes::configure)
        .configure(sites::routes::configure)
        .configure(roles::routes::configure)
        .configure(grants::routes::configure)
        .configure(duties::routes::configure)
        .configure(delegations::routes::configure)
        .configure(api_keys::routes::configure)
        .configure(me::routes::configure);
}

/// The tables of the area.
#[must_use]
pub fn tables() -> Vec<kernel::schema::Table> {
    kernel::tables![
        api_keys::entity::Entity,
        auth::setup_entity::Entity,
        auth::throttle_entity::Entity,
        delegations::entity::Entity,
        departments::entity::Entity,
        duties::entity::Entity,
        grants::entity::Entity,
        people::entity::Entity,
        rights::guard_entity::Entity,
        roles::entity::Entity,
        roles::permission_entity::Entity,
        sessions::entity::Entity,
        sessions::token_entity::Entity,
        sites::entity::Entity,
    ]
}
