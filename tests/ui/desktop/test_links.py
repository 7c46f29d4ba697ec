"""Links that anybody may have written: what is followed, and what is refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.ui.desktop.links import LinkRefused, TalkLink, parse_link

GOOD = "persona-viewer://connect?broker=https%3A%2F%2Fbroker.example.com&persona=lena"
UUID = "0f5bc1c2-9a11-4d3f-8f2b-5a0d7e6c4b39"
START = "persona-viewer://connect?"


@pytest.mark.parametrize(
    ("text", "broker", "persona"),
    [
        (GOOD, "https://broker.example.com", "lena"),
        (GOOD.replace("%3A%2F%2F", "://"), "https://broker.example.com", "lena"),
        ("PERSONA-VIEWER://Connect/?persona=lena&broker=https://b.example", "https://b.example", "lena"),
        (f"{START}broker=http://127.0.0.1:8080/&persona={UUID}", "http://127.0.0.1:8080", UUID),
        (
            f"{START}broker=https://b.example/v1/engine/session&persona=joe",
            "https://b.example/v1/engine/session",
            "joe",
        ),
    ],
)
def test_a_link_names_a_broker_and_a_persona(text: str, broker: str, persona: str) -> None:
    assert parse_link(text) == TalkLink(broker, persona)


@pytest.mark.parametrize(
    "text",
    [
        f"{START}broker=https://me:word@b.example&persona=lena",
        f"{START}broker=https%3A%2F%2Fme%40b.example&persona=lena",
        "persona-viewer://me:word@connect?broker=https://b.example&persona=lena",
        f"{GOOD}&token=abc",
        f"{GOOD}&API_KEY=abc",
        f"{GOOD}&sessionId=abc",
        f"{START}broker=https://b.example/?token=abc&persona=lena",
        f"{START}broker=https://b.example&persona=pvc_0123456789abcdefghijk",
        f"{START}broker=https://b.example&persona=sk-proj-abcdef012345",
        f"{START}broker=https://b.example&persona=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln",
        f"{START}broker=https://b.example/3f9ac0d17be24f6a8d5590ab12cd34ef77&persona=lena",
        f"{START}broker=https://b.example&persona=Bearer%20abc",
    ],
)
def test_a_link_with_what_looks_like_a_secret_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(LinkRefused, match="password or a token") as refused:
        parse_link(text)
    assert "abc" not in str(refused.value) + refused.value.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("persona-viewer:", "does not lead"),
        ("persona-viewer://install?broker=https://b.example&persona=lena", "does not lead"),
        ("persona-viewer://connect/there?broker=https://b.example&persona=lena", "does not lead"),
        ("persona-viewer://connect:80?broker=https://b.example&persona=lena", "does not lead"),
        (f"{GOOD}#there", "does not lead"),
        ("https://connect?broker=https://b.example&persona=lena", "does not lead"),
        (f"{START}persona=lena", "does not name both"),
        (f"{START}broker=https://b.example", "does not name both"),
        (f"{START}broker=https://b.example&persona=", "does not name both"),
        (f"{GOOD}&persona=joe", "more than a broker"),
        (f"{GOOD}&mic=none", "more than a broker"),
        (f"{GOOD}" + "&x=1" * 9, "cannot be understood"),
        (f"{START}broker&persona=lena", "cannot be understood"),
        (f"{START}broker=%FF&persona=lena", "cannot be understood"),
        (f"{START}broker=ftp://b.example&persona=lena", "is not a URL"),
        (f"{START}broker=https://b.example:99999&persona=lena", "is not a URL"),
        (f"{START}broker=https://&persona=lena", "is not a URL"),
        (f"{START}broker=https://b.example&persona=le%0Ana", "cannot be one"),
        (f"{START}broker=https://b.example&persona={'a' * 201}", "cannot be one"),
        (GOOD + "a" * 2048, "too long"),
        (GOOD + "\n", "no link has"),
        (GOOD + "\u202e", "no link has"),
        (GOOD + " --config x", "no link has"),
    ],
)
def test_any_other_link_is_refused_with_a_sentence(text: str, said: str) -> None:
    with pytest.raises(LinkRefused, match=said):
        parse_link(text)


@given(
    st.text(max_size=300) | st.text(alphabet="broker=persona&%:/@?#[]0aA.", max_size=60).map(START.__add__)
)
def test_whatever_is_written_is_a_link_or_refused(text: str) -> None:
    try:
        link = parse_link(text)
    except LinkRefused:
        return
    assert link.host
    assert parse_link(f"{START}broker={link.broker}&persona={link.persona}".replace("%", "%25")) == link


def test_hosts_are_shown_in_letters_that_pass_for_no_others() -> None:
    lookalike = parse_link(f"{START}broker=https://%D0%B0pple.example:8443&persona=lena")
    assert lookalike.host == "xn--pple-43d.example:8443"


@pytest.mark.parametrize(
    ("broker", "private"),
    [
        ("https://b.example", True),
        ("http://b.example", False),
        ("http://127.0.0.1:1", True),
        ("http://[::1]:1", True),
        ("http://localhost:8080", True),
        ("http://localhost.example", False),
    ],
)
def test_it_is_known_whether_others_could_listen(broker: str, private: bool) -> None:
    assert TalkLink(broker, "lena").is_private is private
