//! Ids of the area's records.
kernel::typed_id! {
    /// A client's file.
    ClientId,
    /// A person at the client.
    ContactId,
    /// A licence or certificate of the client.
    QualificationId,
    /// A talk, visit or message.
    InteractionId,
    /// A group purchase.
    PurchaseId,
    CommentId,
    AttachmentId,
    /// What a salesperson handed in.
    SubmissionId,
    /// A kept report.
    ReportId,
    /// What somebody signed before client information was shown to them.
    AcknowledgementId,
    /// What somebody is told to do about files.
    InstructionId,
    /// A plan for collecting client information.
    PlanId,
    /// An extract for market analysis.
    ExtractId,
    /// A request for archives, and its loan card.
    LoanId,
    /// A breach, loss or leak of client information.
    IncidentId,
    /// Somebody concerned in it.
    IncidentPartyId,
    /// A file that it concerns.
    IncidentFileId,
    /// How somebody states their case in it.
    IncidentStatementId,
    /// What somebody did to it.
    IncidentActId,
    /// A proposal to destroy a file, and its certificate.
    DestructionId,
    /// A request to provide client information to somebody outside, and what was provided.
    DisclosureId,
    /// A file that it names, with the consent of the client.
    DisclosureFileId,
    /// What a salesperson tells customer service of a month.
    InformationReportId,
    /// What it tells of one client.
    InformationReportEntryId,
    /// A call to a salesperson about it.
    InformationCallBackId,
}

impl From<ClientId> for uuid::Uuid {
    fn from(id: ClientId) -> Self {
        id.0
    }
}
