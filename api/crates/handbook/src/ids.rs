//! Ids of the area's records.
kernel::typed_id! {
    /// What is due of somebody.
    ObligationId,
    /// One superior told.
    EscalationId,
    /// One exception.
    ExceptionId,
}
