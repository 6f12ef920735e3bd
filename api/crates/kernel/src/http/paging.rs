//! Keyset paging: a page, and an opaque, signed place to continue from, bound to the filters.
use super::reply::Answer;
use crate::code;
use crate::error::{ApiError, ApiResult};
use crate::keys::Keys;
use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use validator::Validate;

const MOST: u64 = 200;
const USUAL: u64 = 50;
/// A total beyond this is not counted further.
pub const COUNT_CAP: u64 = 10_000;
const SIGNATURE: usize = 16;

/// Which page.
#[derive(Clone, Debug, Deserialize, Validate, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageParams {
    /// How many at most, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    #[validate(range(min = 1, max = 200))]
    pub limit: Option<u64>,
    /// `next_cursor` of the page before.
    #[param(max_length = 2000)]
    #[validate(length(max = 2000))]
    pub cursor: Option<String>,
    /// Count all that match, up to 10,000.
    pub include_total: Option<bool>,
}

/// The page asked for, with what is needed to read and write its cursor.
#[derive(Clone)]
pub struct Paging {
    params: PageParams,
    /// The query without what only says which page: the cursor is valid for this alone.
    filters: String,
    keys: Data<Keys>,
}

impl FromRequest for Paging {
    type Error = ApiError;
    type Future = std::future::Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Self::read(request))
    }
}

impl Paging {
    fn read(request: &HttpRequest) -> ApiResult<Self> {
        let query = request.query_string();
        let params = super::input::parse_query::<PageParams>(query)?;
        let keys = request
            .app_data::<Data<Keys>>()
            .ok_or_else(|| crate::error::Fault("no cursor key".to_owned()))?;
        let mut pairs: Vec<_> = form_urlencoded::parse(query.as_bytes())
            .filter(|(name, _)| !matches!(name.as_ref(), "cursor" | "limit" | "include_total"))
            .collect();
        pairs.sort();
        let filters = form_urlencoded::Serializer::new(request.path().to_owned() + "?")
            .extend_pairs(pairs)
            .finish();
        Ok(Self { params, filters, keys: keys.clone() })
    }

    /// How many rows the caller wants.
    #[must_use]
    pub fn limit(&self) -> u64 {
        self.params.limit.unwrap_or(USUAL).clamp(1, MOST)
    }

    /// How many rows to read: one more says that there is a next page.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.limit() + 1
    }

    #[must_use]
    pub fn wants_total(&self) -> bool {
        self.params.include_total.unwrap_or(false)
    }

    /// The place to continue from. 400 when tampered with or made for other filters.
    pub fn after<C: DeserializeOwned>(&self) -> ApiResult<Option<C>> {
        let Some(text) = &self.params.cursor else { return Ok(None) };
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| code::CURSOR_INVALID)?;
        let cut = bytes.len().checked_sub(SIGNATURE).ok_or(code::CURSOR_INVALID)?;
        let (json, signature) = bytes.split_at(cut);
        if !self.keys.signed_cursor(b"", json, signature) {
            return Err(code::CURSOR_INVALID.into());
        }
        let (json, binding) =
            json.split_at(cut.checked_sub(SIGNATURE).ok_or(code::CURSOR_INVALID)?);
        if !self.keys.signed_cursor(self.filters.as_bytes(), json, binding) {
            return Err(code::CURSOR_MISMATCH.into());
        }
        serde_json::from_slice(json).map(Some).map_err(|_| code::CURSOR_INVALID.into())
    }

    fn cursor<C: Serialize>(&self, place: &C) -> ApiResult<String> {
        let mut bytes = serde_json::to_vec(place)?;
        let binding = self.keys.sign_cursor(self.filters.as_bytes(), &bytes);
        bytes.extend(binding);
        let signature = self.keys.sign_cursor(b"", &bytes);
        bytes.extend(signature);
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A page out of up to `rows()` rows; `place` says where the next one starts.
    pub fn page<R, T, C: Serialize>(
        &self,
        mut rows: Vec<R>,
        total: Option<u64>,
        place: impl FnOnce(&R) -> C,
        show: impl FnMut(R) -> T,
    ) -> ApiResult<Page<T>> {
        let limit = usize::try_from(self.limit()).unwrap_or(usize::MAX);
        let has_more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = match rows.last().filter(|_| has_more) {
            Some(row) => Some(self.cursor(&place(row))?),
            None => None,
        };
        let capped = total.is_some_and(|t| t >= COUNT_CAP);
        Ok(Page {
            items: rows.into_iter().map(show).collect(),
            page: PageInfo {
                limit: self.limit(),
                has_more,
                next_cursor,
                total: total.map(|t| t.min(COUNT_CAP)),
                total_capped: capped,
            },
        })
    }
}

/// One page of a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub page: PageInfo,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PageInfo {
    pub limit: u64,
    pub has_more: bool,
    /// Null on the last page.
    pub next_cursor: Option<String>,
    /// Only with `include_total=true`.
    pub total: Option<u64>,
    /// The true total is 10,000 or more.
    pub total_capped: bool,
}

impl<T: Serialize> Answer for Page<T> {
    fn next_cursor(&self) -> Option<&str> {
        self.page.next_cursor.as_deref()
    }
}
