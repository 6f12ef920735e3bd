use super::book;
use super::dto::RuleAnswer;
use crate::Handbook;
use kernel::access::Actor;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub fn get(handbook: &Handbook, actor: &Actor, id: &str) -> ApiResult<Reply<RuleAnswer>> {
    let rule = book::find(id).ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(RuleAnswer::of(rule, handbook.catalogue(), actor.request.lang)))
}
