use kernel::access::{Actor, Denied, Permission};
use kernel::code::Coded;
use kernel::http::shown::{AllowedAction, allowed};

/// An action beside a record: the caller's permission first, then the rule that guards it.
pub fn guarded<P: Permission, E: Coded>(
    actor: &Actor,
    action: &'static str,
    rule: Result<(), E>,
) -> AllowedAction {
    let lang = actor.request.lang;
    if actor.holds(P::NAME) {
        return allowed(action, rule, lang);
    }
    allowed(action, Err(Denied::Missing(P::NAME)), lang)
}
