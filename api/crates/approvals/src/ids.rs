//! Ids of the area's records.
kernel::typed_id! {
    /// One version of a flow.
    FlowVersionId,
    /// One way of a record through a flow.
    ApprovalId,
    /// What one person has to decide.
    TaskId,
    /// One line of the history.
    ActId,
}
