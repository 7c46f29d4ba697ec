"""The identity provider's keys: fetched beside the requests, bounded, and without them nobody gets in."""

import asyncio
import gzip
import json
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.broker.access.identity_provider import JWKS_URL, Provider, new_key, streamed
from viewer.broker.access.jwks import (
    ASK_EVERY,
    FETCH_SECONDS,
    MAX_BYTES,
    MAX_KEYS,
    REFRESH_EVERY,
    STALE_AFTER,
    ProviderKeys,
    usable_keys,
)
from viewer.broker.refusal import SessionNotGranted

OLD, NEW = new_key(kid="old"), new_key("ES256", kid="new")


async def silent(_: httpx.Request) -> httpx.Response:
    await asyncio.Event().wait()
    raise AssertionError


async def gone(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("nobody there", request=request)


@pytest.fixture
async def provider() -> Provider:
    return Provider([OLD.jwk])


@pytest.fixture
async def keys(provider: Provider) -> AsyncIterator[ProviderKeys]:
    keys = ProviderKeys(JWKS_URL, ("RS256", "ES256"), provider)
    yield keys
    await keys.close()


async def refused(keys: ProviderKeys, kid: str | None = "old") -> SessionNotGranted:
    with pytest.raises(SessionNotGranted) as refusal:
        await keys.find(kid, "RS256")
    assert refusal.value.status == 502
    assert refusal.value.refusal.error == "no-keys"
    assert int(refusal.value.headers["Retry-After"]) >= 1
    return refusal.value


@pytest.mark.virtual_time
async def test_the_first_request_waits_for_the_keys_and_no_other_does(
    keys: ProviderKeys, provider: Provider
) -> None:
    await keys.start()
    assert await keys.find("old", "RS256") is not None
    provider.act = silent
    began = asyncio.get_running_loop().time()
    for _ in range(100):
        assert await keys.find("old", "RS256") is not None
    assert asyncio.get_running_loop().time() == began
    assert len(provider.asked) == 1


@pytest.mark.virtual_time
async def test_a_new_key_is_fetched_when_it_is_shown_but_not_for_every_stranger(
    keys: ProviderKeys, provider: Provider
) -> None:
    await keys.start()
    assert await keys.find("old", "RS256") is not None
    await asyncio.sleep(ASK_EVERY)
    provider.keys = [OLD.jwk, NEW.jwk]
    found = await asyncio.gather(*(keys.find("new", "ES256") for _ in range(50)))
    assert None not in found
    assert len(provider.asked) == 2
    for number in range(1000):
        assert await keys.find(f"made-up-{number}", "RS256") is None
    assert len(provider.asked) == 2
    await asyncio.sleep(ASK_EVERY)
    assert await keys.find("made-up", "RS256") is None
    assert len(provider.asked) == 3


@pytest.mark.virtual_time
async def test_a_key_that_was_withdrawn_is_forgotten(keys: ProviderKeys, provider: Provider) -> None:
    await keys.start()
    assert await keys.find("old", "RS256") is not None
    provider.keys = []
    await asyncio.sleep(REFRESH_EVERY + 1)
    assert await keys.find("old", "RS256") is None


@pytest.mark.virtual_time
@pytest.mark.parametrize("act", [silent, gone])
async def test_while_the_provider_is_away_known_keys_serve_for_a_while_and_then_nobody_gets_in(
    keys: ProviderKeys, provider: Provider, act: Any
) -> None:
    await keys.start()
    assert await keys.find("old", "RS256") is not None
    provider.act = act
    await asyncio.sleep(STALE_AFTER - 1)
    assert await keys.find("old", "RS256") is not None
    await asyncio.sleep(2)
    await refused(keys)
    provider.act = None
    await asyncio.sleep(ASK_EVERY + FETCH_SECONDS)
    assert await keys.find("old", "RS256") is not None


@pytest.mark.virtual_time
async def test_a_provider_that_never_answers_is_not_waited_for_long(
    keys: ProviderKeys, provider: Provider
) -> None:
    provider.act = silent
    await keys.start()
    await refused(keys)
    assert asyncio.get_running_loop().time() == FETCH_SECONDS
    await refused(keys)  # at once: it was asked a moment ago
    assert asyncio.get_running_loop().time() == FETCH_SECONDS
    assert len(provider.asked) == 1


def drip() -> AsyncIterator[bytes]:
    async def body() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(1)
            yield b" "

    return body()


GOOD = json.dumps({"keys": [OLD.jwk]}).encode()


@pytest.mark.virtual_time
@pytest.mark.parametrize(
    "answer",
    [
        lambda: httpx.Response(200, content=drip()),
        lambda: httpx.Response(
            200, content=streamed(gzip.compress(GOOD)), headers={"Content-Encoding": "gzip"}
        ),
        lambda: httpx.Response(302, headers={"Location": "http://evil.example/keys"}),
        lambda: httpx.Response(404, content=streamed(GOOD)),
        lambda: httpx.Response(500),
        lambda: httpx.Response(200, content=streamed(b"<html>")),
        lambda: httpx.Response(200, content=streamed(b"[]")),
        lambda: httpx.Response(200, content=streamed(b'{"keys": {}}')),
        lambda: httpx.Response(200, content=streamed(b"[" * 100_000)),
        lambda: httpx.Response(200, content=streamed(b"\xff")),
    ],
)
async def test_an_answer_that_is_no_set_of_keys_is_none(
    keys: ProviderKeys, provider: Provider, answer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async def act(_: httpx.Request) -> httpx.Response:
        response: httpx.Response = answer()
        return response

    provider.act = act
    await keys.start()
    await refused(keys)
    assert asyncio.get_running_loop().time() <= FETCH_SECONDS
    assert "keys could not be fetched" in caplog.text


async def test_no_more_of_an_answer_is_read_than_keys_are_long(
    keys: ProviderKeys, provider: Provider
) -> None:
    sent: list[int] = []

    async def body() -> AsyncIterator[bytes]:
        while sum(sent) < 10 * MAX_BYTES:
            sent.append(1024)
            yield b" " * 1024

    async def act(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=body())

    provider.act = act
    await refused(keys)
    assert sum(sent) <= MAX_BYTES + 1024


@pytest.mark.virtual_time
async def test_closing_leaves_nothing_behind(keys: ProviderKeys, provider: Provider) -> None:
    provider.act = silent
    await keys.start()
    await asyncio.sleep(1)
    await keys.close()
    await keys.close()
    assert [task for task in asyncio.all_tasks() if task.get_name().startswith("jwks")] == []


def found(*jwks: Any, algorithms: tuple[Any, ...] = ("RS256", "ES256", "EdDSA")) -> set[tuple[str, str]]:
    return set(usable_keys(json.dumps({"keys": jwks}).encode(), algorithms))


def test_only_public_keys_for_checking_signatures_are_taken() -> None:
    rsa = OLD.jwk
    assert found(rsa, NEW.jwk) == {("old", "RS256"), ("new", "ES256")}
    assert found(rsa, algorithms=("RS256", "RS512")) == {("old", "RS256"), ("old", "RS512")}
    assert found(rsa | {"alg": "RS512"}, algorithms=("RS256", "RS512")) == {("old", "RS512")}
    assert found(rsa | {"key_ops": ["verify"]}) == {("old", "RS256")}
    for not_one in (
        rsa | {"use": "enc"},
        rsa | {"key_ops": ["encrypt"]},
        rsa | {"key_ops": "verify"},
        rsa | {"alg": "RSA-OAEP"},
        rsa | {"n": "AQAB"},
        rsa | {"n": 7},
        rsa | {"kid": 7},
        rsa | {"kty": "oct", "k": "c2VjcmV0"},
        NEW.jwk | {"crv": "P-384"},
        new_key("ES384").jwk,
        new_key(bits=1024).jwk,
        {},
        None,
        "key",
    ):
        assert found(not_one) == set()
        # Nor does it stand in the way of others.
        assert found(not_one, NEW.jwk) == {("new", "ES256")}


def test_of_two_keys_of_one_name_the_first_counts_and_of_many_only_some_are_read() -> None:
    other = new_key(kid="old")
    [key] = usable_keys(json.dumps({"keys": [OLD.jwk, other.jwk]}).encode(), ("RS256",)).values()
    assert key.public_numbers() == OLD.private.public_key().public_numbers()
    many = [NEW.jwk | {"kid": str(number)} for number in range(MAX_KEYS + 5)]
    assert len(found(*many)) == MAX_KEYS


async def test_a_token_that_names_no_key_is_checked_with_the_only_one(
    keys: ProviderKeys, provider: Provider
) -> None:
    provider.keys = [new_key(kid=None).jwk, NEW.jwk]
    assert await keys.find(None, "RS256") is not None
    two = ProviderKeys(JWKS_URL, ("RS256",), Provider([OLD.jwk, new_key(kid="k2").jwk]))
    assert await two.find(None, "RS256") is None
    await two.close()


@pytest.fixture
def authority(tmp_path: Path) -> Path:
    """A certificate for this computer that is its own authority, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "identity provider of the tests")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )
    file = tmp_path / "authority.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return file


@pytest.fixture
def https_provider(authority: Path) -> Iterator[str]:
    """The URL of keys that are served as a provider does, over TLS."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(GOOD)))
            self.end_headers()
            self.wfile.write(GOOD)

        def log_message(self, *_: Any) -> None:
            """Keep the tests' output clean."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority)
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"https://127.0.0.1:{server.server_port}/keys"
        server.shutdown()
        thread.join()


async def test_keys_come_over_tls_from_whom_this_computer_trusts(
    https_provider: str,
    authority: Path,
    trust_anew: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    untrusted = ProviderKeys(https_provider, ("RS256",))
    await refused(untrusted)
    await untrusted.close()
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    trust_anew()
    keys = ProviderKeys(https_provider, ("RS256",))
    key: Any = await keys.find("old", "RS256")
    assert jwt.decode(OLD.token(), key, ["RS256"], audience="personas")["sub"] == "ann"
    await keys.close()
