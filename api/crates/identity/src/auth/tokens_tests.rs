use super::*;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000 + seconds, 0).unwrap()
}

fn tokens() -> Tokens {
    Tokens::new(&Keys::from_master([7; 32]), 900)
}

fn issued() -> String {
    tokens().issue(PersonId(Uuid::from_u128(1)), Uuid::from_u128(2), at(0)).unwrap()
}

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// A token with other claims, correctly signed.
fn signed(change: impl Fn(&mut Value)) -> String {
    let mut claims = json!({
        "iss": ISSUER, "aud": AUDIENCE, "exp": at(900).timestamp(), "nbf": at(0).timestamp(),
        "iat": at(0).timestamp(), "sub": Uuid::from_u128(1), "jti": Uuid::from_u128(2),
    });
    change(&mut claims);
    let tokens = tokens();
    let mut header = Header::new(Algorithm::EdDSA);
    header.kid = Some(tokens.key_id.clone());
    jsonwebtoken::encode(&header, &claims, &tokens.signing).unwrap()
}

#[test]
fn what_was_issued_is_read_back() {
    let claims = tokens().read(&issued()).unwrap();
    assert_eq!(claims.sub, PersonId(Uuid::from_u128(1)));
    assert_eq!(claims.jti, Uuid::from_u128(2));
    assert!(claims.timely(at(0)) && claims.timely(at(904)) && claims.timely(at(-5)));
    assert!(!claims.timely(at(905)) && !claims.timely(at(-6)));
}

#[test]
fn another_installations_token_is_refused() {
    let other = Tokens::new(&Keys::from_master([8; 32]), 900);
    let theirs = other.issue(PersonId(Uuid::from_u128(1)), Uuid::from_u128(2), at(0)).unwrap();
    assert_eq!(tokens().read(&theirs), None);
}

#[test]
fn no_algorithm_but_ours_is_believed() {
    let kid = tokens().key_id;
    let claims = issued().split('.').nth(1).unwrap().to_owned();
    for alg in ["none", "None", "HS256", "EdDSA"] {
        let unsigned =
            format!("{}.{claims}.", part(&json!({"alg": alg, "typ": "JWT", "kid": kid})));
        assert_eq!(tokens().read(&unsigned), None, "{alg}");
    }
    // The public key as an HMAC secret: the classic confusion.
    let public = SigningKey::from_bytes(&Keys::from_master([7; 32]).derive("jwt")).verifying_key();
    let mut header = Header::new(Algorithm::HS256);
    header.kid = Some(kid);
    let claims = tokens().read(&issued()).unwrap();
    let secret = EncodingKey::from_secret(public.as_bytes());
    let confused = jsonwebtoken::encode(&header, &claims, &secret).unwrap();
    assert_eq!(tokens().read(&confused), None);
}

#[test]
fn another_or_no_key_id_is_refused() {
    let tokens = tokens();
    let claims = tokens.read(&issued()).unwrap();
    for kid in [None, Some("0000000000000000".to_owned())] {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = kid;
        let token = jsonwebtoken::encode(&header, &claims, &tokens.signing).unwrap();
        assert_eq!(tokens.read(&token), None);
    }
}

#[test]
fn every_claim_is_required_and_pinned() {
    assert!(tokens().read(&signed(|_| ())).is_some());
    for claim in ["iss", "aud", "exp", "nbf", "iat", "sub", "jti"] {
        let without = signed(|claims| {
            claims.as_object_mut().unwrap().remove(claim);
        });
        assert_eq!(tokens().read(&without), None, "{claim}");
    }
    assert_eq!(tokens().read(&signed(|claims| claims["aud"] = json!("other"))), None);
    assert_eq!(tokens().read(&signed(|claims| claims["iss"] = json!("other"))), None);
}

#[test]
fn a_changed_byte_breaks_the_signature() {
    let token = issued();
    let (head, signature) = token.rsplit_once('.').unwrap();
    let mut bytes = URL_SAFE_NO_PAD.decode(signature).unwrap();
    bytes[10] ^= 1;
    let forged = format!("{head}.{}", URL_SAFE_NO_PAD.encode(bytes));
    assert_eq!(tokens().read(&forged), None);
}
