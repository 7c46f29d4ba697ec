"""What an answer means that grants no session (protocol/README.md section 1.3), and who gave it."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer import errors
from viewer.protocol.refusals import moved_to, parse_error, refusal, stranger

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
PAGE = b"\n<!DOCTYPE html><title>Hello</title>"


def said(status: int, body: dict[str, Any], asked: float | None = None) -> errors.SessionRefused:
    return refusal(status, json.dumps(body).encode(), asked)


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (400, "", errors.InvalidRequest),
        (404, "", errors.InvalidRequest),
        (422, "", errors.InvalidRequest),
        (401, "", errors.KeyRefused),
        (403, "", errors.NotPermitted),
        (402, "", errors.NoPlan),
        (429, "Concurrent session limit reached", errors.ConcurrencyLimit),
        (429, "Spend cap reached", errors.SpendCapReached),
        (429, "Out of minutes", errors.UsageLimit),
        (429, "", errors.UsageLimit),
        (503, "", errors.ServiceBusy),
        (500, "", errors.ServerError),
        (418, "", errors.ServerError),
    ],
)
def test_each_row_of_the_table_is_its_own_failure(
    status: int, error: str, kind: type[errors.SessionRefused]
) -> None:
    assert type(refusal(status, json.dumps({"error": error}).encode())) is kind
    # Some services write null for what they do not say.
    assert type(refusal(status, json.dumps({"error": error, "message": None}).encode())) is kind


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (400, {"message": "No persona."}, "The avatar service did not accept the request: No persona."),
        (400, {"error": "No persona"}, "The avatar service did not accept the request: No persona."),
        (400, {"error": "Bad Request"}, "The avatar service did not accept the request."),
        (402, {"error": "No!", "message": "Payment Required"}, "The account has no active plan."),
        (429, {"error": "Spend cap reached"}, "The account's spend cap is reached."),
        (402, {"message": "\u202eline\none\x00"}, "The account has no active plan: line one."),
        # What our own broker wrote is not wrapped once more.
        (402, {"message": "The account has no active plan."}, "The account has no active plan."),
        (402, {"message": "The account has no active plan: pay."}, "The account has no active plan: pay."),
        (502, {"message": "The broker cannot reach the service."}, "The broker cannot reach the service."),
        (500, {"message": "boom"}, "The avatar service reported an error: boom."),
    ],
)  # fmt: skip
def test_the_services_words_are_added_when_they_say_more(
    status: int, body: dict[str, str], sentence: str
) -> None:
    assert refusal(status, json.dumps(body).encode()).message == sentence


def test_a_brokers_own_hint_is_told_where_it_is_the_broker_that_failed() -> None:
    body = json.dumps(
        {"message": "The service is out of reach.", "hint": "Check\nthe upstream URL."}
    ).encode()
    assert refusal(502, body).hint == "Check the upstream URL."
    assert refusal(500, body).hint == errors.ServerError.hint
    assert refusal(504, b"{}").hint == errors.ServerError.hint


@given(st.integers(0, 999), st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
@example(429, b'{"error": ["Spend cap reached"], "message": {}}')
@example(502, b"<html>Bad Gateway</html>")
@example(500, b"[" * 100_000)
def test_every_refusal_is_a_sentence_with_a_hint(status: int, body: bytes) -> None:
    refused = refusal(status, body)
    assert refused.message.strip(" .")
    assert refused.message.endswith(".")
    assert len(refused.message) < 400
    assert refused.hint


@given(st.text(), st.text())
def test_error_answers_are_read_whole(error: str, message: str) -> None:
    read = parse_error(json.dumps({"error": error, "message": message}).encode())
    assert (read.error, read.message) == (error, message)


@pytest.mark.parametrize(
    ("status", "body", "sentence", "hint"),
    [
        (
            403,
            {"error": "Forbidden", "message": "cara-4 is not in your plan"},
            "The avatar service does not permit this session: cara-4 is not in your plan.",
            errors.NotPermitted.hint,
        ),
        (
            404,
            {"error": "Not Found"},
            "The avatar service does not know this persona.",
            "Check the persona ID, and that the URL is that of a broker.",
        ),
        (
            404,
            {"message": "Persona p-1 was deleted"},
            "The avatar service does not know this persona: Persona p-1 was deleted.",
            "Check the persona ID, and that the URL is that of a broker.",
        ),
        (
            422,
            {"error": "Unprocessable Entity", "message": ["voiceId is none", "name is too long"]},
            "The avatar service did not accept the request: voiceId is none; name is too long.",
            "Try another persona, or ask the broker's operator to mend what the service names.",
        ),
        # As FastAPI writes it.
        (
            422,
            {"detail": [{"type": "missing", "loc": ["body", "persona"], "msg": "Field required"}]},
            "The avatar service did not accept the request: body.persona: Field required.",
            "Try another persona, or ask the broker's operator to mend what the service names.",
        ),
        (
            500,
            {"detail": "no key is set"},
            "The avatar service reported an error: no key is set.",
            errors.ServerError.hint,
        ),
    ],
)
def test_what_was_refused_is_said_in_the_services_words(
    status: int, body: dict[str, Any], sentence: str, hint: str
) -> None:
    refused = said(status, body)
    assert (refused.message, refused.hint) == (sentence, hint)


def test_a_page_of_our_own_broker_that_there_is_not_is_told_as_that() -> None:
    refused = stranger(404, json.dumps({"error": "no-such-page", "message": "No such page."}).encode())
    assert refused == "it answers 404 Not Found"


@pytest.mark.parametrize(
    ("status", "error", "asked", "hint"),
    [
        (503, "", 1, "Try again in 1 second."),
        (503, "", 29.2, "Try again in 30 seconds."),
        (429, "Concurrent session limit reached", 119, "End another session, or try again in 119 seconds."),
        (429, "", 120, "Try again in 2 minutes, or raise the limit with the avatar service."),
        (500, "", 7201, "Try again in 3 hours; if it goes on, ask the broker's operator."),
        (503, "", 0, errors.ServiceBusy.hint),
        (429, "Spend cap reached", 60, errors.SpendCapReached.hint),
        (401, "", 60, errors.KeyRefused.hint),
    ],
)
def test_a_refusal_says_when_to_ask_again(status: int, error: str, asked: float, hint: str) -> None:
    refused = said(status, {"error": error}, asked)
    assert (refused.hint, refused.retry_after) == (hint, asked)
    assert said(status, {"error": error}).retry_after is None


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (200, PAGE, "it answers with a web page (200 OK)"),
        (401, PAGE, "it answers with a web page (401 Unauthorized)"),
        (404, b"\xef\xbb\xbf" + PAGE, "it answers with a web page (404 Not Found)"),
        (404, b"404 page not found\n", "it answers 404 Not Found"),
        (200, b"", "it answers with nothing (200 OK)"),
        (204, b"", "it answers with nothing (204 No Content)"),
        (304, b"", "it answers 304 Not Modified"),
        (405, b'{"detail": "Method Not Allowed"}', "it answers 405 Method Not Allowed"),
        (301, b'{"message": "moved"}', "it answers 301 Moved Permanently"),
        (200, b"{}", None),
        (200, b"hello", None),
        (201, b"\xef\xbb\xbf{}", None),
        (401, b"", None),
        (404, b"", None),
        (404, b'{"error": "Not Found"}', None),
        (409, b'{"error": "Conflict"}', None),
        (502, PAGE, None),
        (503, b"", None),
    ],
)
def test_who_is_no_broker_is_told_from_its_answer(status: int, body: bytes, why: str | None) -> None:
    assert stranger(status, body) == why


@pytest.mark.parametrize("status", [406, 411, 413, 414, 415, 421, 426, 431])
def test_who_does_not_even_take_the_request_is_no_broker(status: int) -> None:
    why = stranger(status, b'{"message": "request entity too large"}')
    assert why
    assert why.startswith(f"it answers {status}")


@pytest.mark.parametrize("status", [502, 503])
def test_a_page_about_a_fault_is_not_the_services(status: int) -> None:
    refused = refusal(status, PAGE)
    assert type(refused) is errors.ServerError
    assert refused.message.startswith(f"The broker reported an error ({status} ")


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (404, "no-such-persona", errors.InvalidRequest),
        (429, "too-many-requests", errors.UsageLimit),
        (429, "too-many-sessions", errors.ConcurrencyLimit),
        (429, "minutes-used-up", errors.UsageLimit),
        (503, "limits-unavailable", errors.ServiceBusy),
    ],
)
def test_what_our_own_broker_refuses_itself_is_told_in_its_words_alone(
    status: int, code: str, kind: type[errors.SessionRefused]
) -> None:
    body = {"error": code, "message": "That is too much.", "hint": HINT}
    told = refusal(status, json.dumps(body).encode(), 40)
    assert type(told) is kind
    assert (told.message, told.hint, told.retry_after) == (
        "That is too much.",
        "Try again in 40 seconds.",
        40,
    )


HINT = "Try again in 40 seconds."
BASE = "http://broker.test"
PATH = "/v1/engine/session"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("https://broker.test/v1/engine/session", "https://broker.test"),
        ("/brokers/2/v1/engine/session", "http://broker.test/brokers/2"),
        ("//other.test:8443", "http://other.test:8443"),
        ("https://me:secret@login.test/sign-in?token=secret#top", "https://login.test/sign-in"),
        ("https://[::1]:8080/v1/engine/session/", "https://[::1]:8080"),
    ],
)
def test_a_broker_that_moved_says_where_to(status: int, location: str, told: str) -> None:
    assert moved_to(BASE, PATH, status, location) == told


@pytest.mark.parametrize(
    ("status", "location"),
    [
        (200, "https://broker.test"),
        (304, "https://broker.test"),
        (301, None),
        (301, ""),
        (301, "javascript:alert(1)"),
        (301, "http://[::1"),
        (301, "https://host:port/"),
        (308, BASE + PATH + "/"),  # who asks there comes back here
    ],
)
def test_what_names_no_other_place_is_no_move(status: int, location: str | None) -> None:
    assert moved_to(BASE, PATH, status, location) is None


@given(st.integers(300, 399), st.text())
def test_whatever_a_broker_says_of_its_new_place_is_short_or_nothing(status: int, location: str) -> None:
    told = moved_to(BASE, PATH, status, location)
    assert told is None or (told.startswith(("http://", "https://")) and len(told) <= 200)


@given(st.integers(100, 999), st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_answer_breaks_the_look_at_who_gave_it(status: int, body: bytes) -> None:
    why = stranger(status, body)
    assert why is None or (why.startswith("it answers ") and why.isprintable() and len(why) < 100)
