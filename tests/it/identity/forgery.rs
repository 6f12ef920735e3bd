//! Tokens that are not ours.
use super::with_cookie;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use tests::{TestApp, company::ADMINISTRATOR, on_both};

/// The claims and the key id of a real token.
async fn real(app: &TestApp) -> (String, Value, Value) {
    let (caller, _) = with_cookie(app, ADMINISTRATOR).await;
    let part = |at: usize| {
        let text = caller.bearer.split('.').nth(at).unwrap();
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    };
    (caller.bearer.clone(), part(0), part(1))
}

fn joined(header: &Value, claims: &Value, signature: &str) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.{signature}", part(header), part(claims))
}

async fn refused(app: &TestApp, token: String) {
    app.bearing(token, uuid::Uuid::nil()).get("/me").await.refuses(401, "NOT_AUTHENTICATED");
}

on_both! {
    async fn no_other_algorithm_is_believed(app: TestApp) {
        let (token, header, claims) = real(&app).await;
        let signature = token.rsplit('.').next().unwrap();
        for alg in ["none", "None", "NONE", "HS256", "ES256", "RS256"] {
            let mut other = header.clone();
            other["alg"] = json!(alg);
            refused(&app, joined(&other, &claims, "")).await;
            refused(&app, joined(&other, &claims, signature)).await;
        }
    }

    async fn no_key_of_anybody_else_is_believed(app: TestApp) {
        let (_, header, claims) = real(&app).await;
        // The seed itself as an HMAC secret, the key id copied: worse than any attacker has it.
        let mut confused = Header::new(Algorithm::HS256);
        confused.kid = header["kid"].as_str().map(str::to_owned);
        let secret = EncodingKey::from_secret(&app.app.keys.derive("jwt"));
        refused(&app, jsonwebtoken::encode(&confused, &claims, &secret).unwrap()).await;
        // The public key as an HMAC secret: the classic confusion.
        let signing = ed25519_dalek::SigningKey::from_bytes(&app.app.keys.derive("jwt"));
        let public = EncodingKey::from_secret(signing.verifying_key().as_bytes());
        refused(&app, jsonwebtoken::encode(&confused, &claims, &public).unwrap()).await;
        // A key of one's own, carried along in the header.
        let mut own = header.clone();
        own["jwk"] = json!({"kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode([9_u8; 32])});
        refused(&app, joined(&own, &claims, &URL_SAFE_NO_PAD.encode([9_u8; 64]))).await;
    }

    async fn changed_claims_break_the_signature(app: TestApp) {
        let (token, header, claims) = real(&app).await;
        let signature = token.rsplit('.').next().unwrap();
        let mut longer = claims.clone();
        longer["exp"] = json!(claims["exp"].as_i64().unwrap() + 86_400);
        refused(&app, joined(&header, &longer, signature)).await;
        let mut kid = header.clone();
        kid["kid"] = json!("0000000000000000");
        refused(&app, joined(&kid, &claims, signature)).await;
        refused(&app, format!("{token}x")).await;
        refused(&app, String::from("a.b")).await;
        refused(&app, String::from("zk_neverissued")).await;
    }
}
