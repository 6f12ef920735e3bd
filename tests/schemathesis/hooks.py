"""What Schemathesis cannot know about this contract. Every exclusion carries its reason; the lists may
only shrink."""

import json
import os
import re

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import RejectedPositiveData

# What a schema can state, and therefore has to: these refusals of a request that fits the schema are
# mistakes of the document. Any other code is a rule's answer (a password that is wrong, a record that is
# not there, a cursor that nobody signed), which no schema foresees.
FORM = {
    "MALFORMED_REQUEST",
    "UNKNOWN_PARAMETER",
    "INVALID_PARAMETER",
    "UNSUPPORTED_TYPE",
    "TOO_LARGE",
    "VERSION_REQUIRED",
    "ORIGIN_REFUSED",
    "METHOD_NOT_ALLOWED",
}
FORM_OF_A_FIELD = {"LENGTH", "RANGE", "FORMAT", "WRONG_TYPE", "NOT_IN_CHOICE", "UNKNOWN_FIELD", "FORMULA"}

# Fields whose spelling no pattern states: numbers with check digits or in any spelling of a telephone,
# addresses of the web and of the post box.
SPELLING = {"phone", "telephone", "mobile", "fax", "credit_code", "website", "url", "email", "postcode", "wechat"}

# (operation, parameter): why its refusal is no mistake of the document.
BETWEEN_PARAMETERS = {
    ("get_deadline", "working_days"): "one of working_minutes and working_days",
    ("get_deadline", "working_minutes"): "one of working_minutes and working_days",
    ("get_calendar", "to"): "not before `from`, and two years at the most",
    ("get_obligation_calendar", "to"): "not before `from`, and a quarter at the most",
    ("get_compliance", "to"): "not before `from`, and a year and a day at the most",
    ("list_compliance_of_people", "to"): "not before `from`, and a year and a day at the most",
}

# (operation, beginning of a pointer): why its refusal is no mistake of the document.
BETWEEN_FIELDS = {
    ("decide_calendar_day", "/intervals"): "an interval ends after it begins",
    ("set_week_pattern", "/days"): "an interval ends after it begins",
    ("create_purchase", "/amount"): "money is one schema, with a sign; what was bought has none",
    ("update_purchase", "/amount"): "money is one schema, with a sign; what was bought has none",
    ("bulk_clients", "/input"): "what `input` holds depends on `action`; it is the input of that action",
    ("accept_client_submission", "/payload"): "depends on what the submission is about",
    ("accept_client_submission", "/records"): "what `payload` holds and needs depends on `kind` and `record_id`",
    ("create_client_submission", "/records"): "what `payload` holds and needs depends on `kind` and `record_id`",
    ("create_client_submission", "/payload"): "depends on whether a client is named",
    ("give_client_instruction", "/filter"): "a query of `list_clients`: its parameters are no pattern",
}


# Days, moments and months.
DATE = re.compile(r"^[0-9]{4}-[0-9]{2}(-[0-9]{2}|$)")
# Also as `str` of a list writes them.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\\x[0-9a-f]{2}|\\[nrt]|\\u(20|fe|ff)")


def problem(response):
    try:
        body = json.loads(response.content)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def at(body, pointer):
    for part in pointer.split("/")[1:]:
        try:
            body = body[int(part)] if isinstance(body, list) else body[part]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
    return body


def is_mistake(error, case):
    """Whether a field was refused that the schema allows."""
    pointer, code = error["pointer"], error["code"]
    if code not in FORM_OF_A_FIELD:
        return False
    if code == "FORMAT" and pointer.rsplit("/", 1)[-1] in SPELLING:
        return False
    # JSON Schema has no bounds for dates: a talk in the year 475, a certificate of 175.
    if code == "RANGE" and DATE.match(str(at(case.body, pointer))):
        return False
    # 5.0 is an integer to JSON Schema and none to the service: known noise, and harmless.
    value = at(case.body, pointer)
    if code == "WRONG_TYPE" and isinstance(value, float) and value.is_integer():
        return False
    operation = case.operation.definition.raw["operationId"]
    return not any(operation == o and pointer.startswith(p) for o, p in BETWEEN_FIELDS)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Keep a failure, unless no schema could have told."""
    if isinstance(failure, AcceptedNegativeData):
        # Headers that an operation does not know are ignored everywhere (RFC 9110, 5.1).
        return "in header - object with unexpected properties" not in str(failure.message)
    if not isinstance(failure, RejectedPositiveData):
        return True
    told = problem(response)
    code = told.get("code")
    if code == "VALIDATION_FAILED":
        return any(is_mistake(error, case) for error in told.get("errors", []))
    if code == "INVALID_PARAMETER":
        name = told["params"]["name"]
        named = (case.operation.definition.raw["operationId"], name)
        # As in bodies: no text holds control characters, which the document's description says.
        words = str((case.query or {}).get(name.split("[")[0], ""))
        return named not in BETWEEN_PARAMETERS and not CONTROL.search(words)
    return code is None or code in FORM


@schemathesis.check
class enough_is_reached:
    """A run whose every request is refused at the door proves nothing."""

    def __init__(self):
        self.reached = set()

    def after_response(self, ctx, response, case):
        if 200 <= response.status_code < 300:
            self.reached.add(case.operation.label)

    def after_run(self, ctx):
        wanted = int(os.environ["ZHIDU_REACHED"])
        if len(self.reached) < wanted:
            raise AssertionError(f"{len(self.reached)} operations answered 2xx, {wanted} are expected")
