//! Ids of this area's records; those of people, departments and sites are the kernel's.
kernel::typed_id! {
    /// A named set of permissions.
    RoleId,
    /// A role given to a person for a time.
    RoleGrantId,
    /// Two permissions that no one person may hold together.
    DutyConflictId,
    /// Permissions lent to another person for a time.
    DelegationId,
    /// One signed-in device.
    SessionId,
    /// A machine's credential.
    ApiKeyId,
}
