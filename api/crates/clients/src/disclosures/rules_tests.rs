use super::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

const IN_PLACE: Paper =
    Paper { client_id: ClientId(uuid::Uuid::nil()), withdrawn: false, revoked: false };

fn input() -> DisclosureInput {
    serde_json::from_value(serde_json::json!({
        "recipient_kind": "AUTHORITY", "recipient": "成都市公安局成华区分局", "purpose": "调查取证",
        "ground": "LAW", "legal_basis": "《中华人民共和国数据安全法》第三十五条", "sections": ["BASIC"],
        "form": "PAPER", "files": [{"client_id": uuid::Uuid::nil()}],
    }))
    .unwrap()
}

fn code(judged: ApiResult<()>) -> String {
    judged.err().map(|error| error.code().name.to_owned()).unwrap_or_default()
}

/// B-SEC-08.
#[test]
fn a_law_obliges_towards_authorities_and_is_named() {
    assert!(shape(&input()).is_ok());
    let other = DisclosureInput { recipient_kind: RecipientKind::Partner, ..input() };
    assert_eq!(code(shape(&other)), "DISCLOSURE_LAW_AUTHORITY_ONLY");
    let unnamed = DisclosureInput { legal_basis: None, ..input() };
    assert_eq!(code(shape(&unnamed)), "DISCLOSURE_NO_LEGAL_BASIS");
}

/// B-SEC-08.
#[test]
fn consent_is_each_clients_own() {
    let missing =
        DisclosureInput { ground: DisclosureGround::Consent, legal_basis: None, ..input() };
    assert_eq!(code(shape(&missing)), "DISCLOSURE_NO_CONSENT");
}

#[test]
fn the_client_alone_receives_what_is_theirs() {
    let to_client = DisclosureInput { recipient_kind: RecipientKind::Client, ..input() };
    assert!(recipient(&to_client).is_err());
    assert!(recipient(&DisclosureInput { recipient: None, ..to_client.clone() }).is_ok());
    let two = [to_client.files.clone(), to_client.files.clone()].concat();
    assert!(recipient(&DisclosureInput { recipient: None, files: two, ..to_client }).is_err());
    assert!(recipient(&DisclosureInput { recipient: None, ..input() }).is_err());
}

#[test]
fn a_consent_holds_while_its_paper_does() {
    let fault = |given_on, paper| match consent(1, given_on, paper, day(23)) {
        Err(Refusal::NoConsent { place: 1, fault }) => Some(fault),
        Ok(()) => None,
        other => panic!("{other:?}"),
    };
    assert_eq!(fault(Some(day(23)), Some(IN_PLACE)), None);
    assert_eq!(fault(Some(day(24)), Some(IN_PLACE)), Some(Fault::InFuture));
    assert_eq!(fault(None, Some(IN_PLACE)), Some(Fault::Missing));
    assert_eq!(fault(Some(day(1)), None), Some(Fault::PaperWithdrawn));
    let withdrawn = Paper { withdrawn: true, ..IN_PLACE };
    assert_eq!(fault(Some(day(1)), Some(withdrawn)), Some(Fault::PaperWithdrawn));
    let revoked = Paper { revoked: true, ..IN_PLACE };
    assert_eq!(fault(Some(day(1)), Some(revoked)), Some(Fault::Revoked));
}

#[test]
fn an_approval_is_for_its_days() {
    let until = valid_until(day(1), 20);
    assert_eq!(until, day(21));
    assert!(still_valid(until, day(21)).is_ok());
    assert_eq!(still_valid(until, day(22)), Err(Refusal::TooOld { valid_until: until }));
}

#[test]
fn nothing_was_handed_over_before_its_review_or_tomorrow() {
    assert!(super::day(day(5), day(5), day(9)).is_ok());
    assert!(super::day(day(9), day(5), day(9)).is_ok());
    assert!(super::day(day(4), day(5), day(9)).is_err());
    assert!(super::day(day(10), day(5), day(9)).is_err());
}

#[test]
fn a_consent_is_revoked_after_it_was_given() {
    assert!(revoked_on(day(5), Some(day(5)), day(9)).is_ok());
    assert!(revoked_on(day(4), Some(day(5)), day(9)).is_err());
    assert!(revoked_on(day(10), Some(day(5)), day(9)).is_err());
}
