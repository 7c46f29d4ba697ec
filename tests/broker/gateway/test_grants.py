"""Which targets are a session's, for how long, and how many are remembered."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.broker.gateway.engine import Engine
from viewer.broker.gateway.grants import LONGEST_SECONDS, UNUSED_SECONDS, Grants
from viewer.protocol.api import BrokerSession


def session(number: int) -> BrokerSession:
    return Engine(port=1 + number % 60_000).session(f"s-{number}")


# An event loop is made for each example.
@settings(max_examples=30)
@given(st.text(max_size=80) | st.builds("{}{{url}}{}".format, st.text(max_size=3), st.text(max_size=3)))
async def test_nothing_but_the_url_itself_names_it(text: str) -> None:
    grants, granted = Grants(), session(7)
    grants.remember(granted)
    target = text.replace("{url}", granted.signalling_url)
    assert grants.of_socket(target) is None or target == granted.signalling_url
    assert grants.of_talk(target) is None


@pytest.mark.virtual_time
async def test_a_grant_that_nobody_uses_ends() -> None:
    grants, granted = Grants(), session(1)
    grants.remember(granted)
    await asyncio.sleep(UNUSED_SECONDS - 1)
    assert grants.of_socket(granted.signalling_url)
    await asyncio.sleep(UNUSED_SECONDS - 1)
    assert grants.of_talk(granted.talk_url)
    await asyncio.sleep(UNUSED_SECONDS + 1)
    assert grants.of_socket(granted.signalling_url) is None
    assert grants.of_talk(granted.talk_url) is None
    assert len(grants) == 0


@pytest.mark.virtual_time
async def test_one_that_is_used_ends_after_a_day() -> None:
    grants, granted = Grants(), session(1)
    grants.remember(granted)
    grant = grants.of_socket(granted.signalling_url)
    assert grant
    grant.sockets += 1
    await asyncio.sleep(LONGEST_SECONDS - 1)
    assert grants.of_socket(granted.signalling_url) is grant
    await asyncio.sleep(2)
    assert grants.of_socket(granted.signalling_url) is None


async def test_there_is_room_for_so_many_and_the_used_stay() -> None:
    grants = Grants(most=3)
    for number in range(3):
        assert grants.remember(session(number))
    first = grants.of_socket(session(0).signalling_url)
    assert first
    first.sockets += 1
    assert grants.remember(session(3))
    assert grants.of_socket(session(1).signalling_url) is None
    for number in (2, 3):
        grant = grants.of_socket(session(number).signalling_url)
        assert grant
        grant.sockets += 1
    assert not grants.remember(session(4))
    assert len(grants) == 3
    assert len(grants._sockets) == len(grants._talks) == 3
