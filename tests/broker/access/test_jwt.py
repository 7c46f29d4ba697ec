"""Tokens of an identity provider: only what it signed, for this broker, now, in a way that rules allow."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from pydantic import ValidationError

from tests.broker.access.conftest import Ask, start
from tests.broker.access.identity_provider import (
    AUDIENCE,
    ISSUER,
    JWKS_URL,
    Provider,
    SigningKey,
    new_key,
    whole,
)
from viewer.broker.access.jwt_tokens import MAX_TOKEN_LENGTH, JwtTokens
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import JwtRules
from viewer.errors import UsageError

KEY = new_key()
SECRET = "0123456789abcdef0123456789abcdef"


def rules(**changed: Any) -> JwtRules:
    return JwtRules.model_validate({"issuer": ISSUER, "audience": AUDIENCE, **changed})


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    file = tmp_path / "key.pem"
    file.write_bytes(KEY.pem)
    return file


@pytest.fixture
def tokens(pem: Path) -> JwtTokens:
    return JwtTokens(rules(key_file=pem))


async def why(tokens: JwtTokens, token: str | None, status: int = 401) -> str:
    with pytest.raises(SessionNotGranted) as refused:
        await tokens.check(token)
    assert refused.value.status == status
    return refused.value.refusal.message.removeprefix("The broker does not accept the token: ")


def forged(header: dict[str, Any], claims: dict[str, Any], key: bytes | None = None) -> str:
    """A token as somebody makes it who has no private key."""
    parts = [json.dumps(part).encode() for part in (header, claims)]
    signed = b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)
    signature = hmac.new(key, signed, hashlib.sha256).digest() if key else b""
    return (signed + b"." + base64.urlsafe_b64encode(signature).rstrip(b"=")).decode()


@pytest.mark.parametrize(
    "algorithm", ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "EdDSA", "HS256", "HS512"]
)
async def test_each_algorithm_that_the_rules_name_is_checked(tmp_path: Path, algorithm: str) -> None:
    file = tmp_path / "key"
    if algorithm.startswith("HS"):
        secret = SECRET * 2
        file.write_text(secret + "\n")
        token = jwt.encode(whole({}), secret, algorithm)
        wrong = jwt.encode(whole({}), secret[::-1], algorithm)
    else:
        key, other = new_key(algorithm), new_key(algorithm)
        file.write_bytes(key.pem)
        token, wrong = key.token(), other.token()
    file.chmod(0o600)
    tokens = JwtTokens(rules(key_file=file, algorithms=[algorithm]))
    assert (await tokens.check(token)).name == "ann"
    assert await why(tokens, wrong) == "its signature is wrong."


async def test_a_caller_is_who_the_claims_say(pem: Path) -> None:
    mapped = JwtTokens(rules(key_file=pem, client_claim="azp", personas_claim="personas"))
    caller = await mapped.check(KEY.token(azp="wall-7", personas=["joe", "lena"]))
    assert (caller.name, caller.personas) == ("wall-7", frozenset({"joe", "lena"}))
    plain = await JwtTokens(rules(key_file=pem)).check(KEY.token(personas=["joe"]))
    assert (plain.name, plain.personas) == ("ann", None)


@pytest.mark.parametrize("personas", [None, "joe", ["joe", 7], {"joe": 1}, ["x"] * 1001])
async def test_a_token_that_has_to_name_its_personas_and_does_not_gets_none(pem: Path, personas: Any) -> None:
    tokens = JwtTokens(rules(key_file=pem, personas_claim="personas"))
    said = await why(tokens, KEY.token(personas=personas), 403)
    assert said == "The token does not say which personas its client may have."


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"exp": timedelta(seconds=-31)}, "it has expired."),
        ({"exp": None}, "it does not say all that it has to."),
        ({"exp": "soon"}, "it is not one that can be used."),
        ({"exp": float("inf")}, "it is not one that can be used."),
        ({"nbf": timedelta(seconds=60)}, "it is not valid yet."),
        ({"iat": timedelta(seconds=60)}, "it is not valid yet."),
        ({"iss": None}, "it does not say all that it has to."),
        ({"iss": "https://evil.example/"}, "it is from another identity provider."),
        ({"aud": None}, "it does not say all that it has to."),
        ({"aud": "other"}, "it is meant for somebody else."),
        ({"aud": []}, "it does not say all that it has to."),
        ({"aud": ["other"]}, "it is meant for somebody else."),
        ({"sub": None}, "its claim sub does not say whose it is."),
        ({"sub": ""}, "its claim sub does not say whose it is."),
        ({"sub": "x" * 201}, "its claim sub does not say whose it is."),
        ({"sub": "new\nline"}, "its claim sub does not say whose it is."),
    ],
)
async def test_every_claim_counts(tokens: JwtTokens, claims: dict[str, Any], reason: str) -> None:
    assert await why(tokens, KEY.token(**claims)) == reason


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": timedelta(seconds=-10)},
        {"nbf": timedelta(seconds=10)},
        {"aud": ["other", AUDIENCE]},
    ],
)
async def test_clocks_may_differ_a_little_and_a_token_may_be_for_several(
    tokens: JwtTokens, claims: dict[str, Any]
) -> None:
    assert (await tokens.check(KEY.token(**claims))).name == "ann"


async def test_without_leeway_the_second_counts(pem: Path) -> None:
    strict = JwtTokens(rules(key_file=pem, leeway=0))
    assert await why(strict, KEY.token(exp=timedelta(seconds=-1))) == "it has expired."


NOT_ALLOWED = "it is signed in a way that is not allowed here."


async def test_a_token_does_not_choose_how_it_is_checked(tokens: JwtTokens) -> None:
    """The public key is known to all; as a secret it would let all sign. “none” needs not even that."""
    for algorithm in ("none", "None", "nOnE", "", None, ["RS256"], {"a": 1}):
        assert await why(tokens, forged({"alg": algorithm}, whole({}))) in (
            NOT_ALLOWED,
            "it is not one of the identity provider.",
        )
    for key in (KEY.pem, KEY.pem.strip(), json.dumps(KEY.jwk).encode()):
        assert await why(tokens, forged({"alg": "HS256"}, whole({}), key)) == NOT_ALLOWED
    assert await why(tokens, SigningKey("k1", "RS512", KEY.private).token()) == NOT_ALLOWED
    assert await why(tokens, SigningKey("k1", "PS256", KEY.private).token()) == NOT_ALLOWED


async def test_a_token_brings_no_key_of_its_own(tokens: JwtTokens) -> None:
    own = new_key()
    for header in ({"jwk": own.jwk}, {"jku": "https://evil.example/keys"}, {"x5u": "https://evil.example/c"}):
        assert await why(tokens, own.token(header)) == "its signature is wrong."


async def test_what_is_no_token_is_refused(tokens: JwtTokens) -> None:
    good = KEY.token()
    head, body, signature = good.split(".")
    for token in (
        "",
        "a",
        "a.b",
        "...",
        f"{head}.{body}",
        f"{head}.{body}.",
        f"{good}.",
        f".{body}.{signature}",
    ):
        await why(tokens, token)
    assert await why(tokens, "a" * (MAX_TOKEN_LENGTH + 1)) == "it is too long."
    assert await why(tokens, None) == "The broker wants a token."
    changed = base64.urlsafe_b64encode(json.dumps(whole({"sub": "root"})).encode()).rstrip(b"=").decode()
    assert await why(tokens, f"{head}.{changed}.{signature}") == "its signature is wrong."
    # An extension that has to be understood, and is not.
    await why(tokens, KEY.token({"crit": ["exp"], "exp": 1}))
    deep = base64.urlsafe_b64encode(b"[" * 12_000).decode()
    await why(tokens, f"{deep}.{body}.{signature}"[:MAX_TOKEN_LENGTH])


@pytest.mark.parametrize(
    ("content", "algorithms", "said"),
    [
        (b"", ["RS256"], "holds no public key"),
        (b"hello", ["RS256"], "holds no public key"),
        (KEY.pem, ["ES256"], "is not one for ES256"),
        (KEY.pem, ["RS256", "ES256"], "is not one for ES256"),
        (new_key("ES384").pem, ["ES256"], "is not one for ES256"),
        (new_key("EdDSA").pem, ["RS256"], "is not one for RS256"),
        (new_key(bits=1024).pem, ["RS256"], "is not one for RS256"),
        (b"short", ["HS256"], "holds no secret for HS256"),
        (SECRET.encode(), ["HS256", "HS512"], "holds no secret for HS256"),
        (KEY.pem, ["HS256"], "holds no secret for HS256"),
    ],
)
def test_a_key_that_does_not_fit_is_told_at_start(
    tmp_path: Path, content: bytes, algorithms: list[str], said: str
) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    file.chmod(0o600)
    with pytest.raises(UsageError) as refused:
        JwtTokens(rules(key_file=file, algorithms=algorithms))
    assert said in refused.value.message
    assert SECRET not in refused.value.message


def test_a_secret_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(SECRET)
    file.chmod(0o644)
    with pytest.raises(UsageError, match="can be read or changed by others"):
        JwtTokens(rules(key_file=file, algorithms=["HS256"]))
    with pytest.raises(UsageError, match="cannot be read"):
        JwtTokens(rules(key_file=tmp_path / "nowhere"))


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"key_file": "key", "jwks_url": JWKS_URL},
        {"jwks_url": JWKS_URL, "algorithms": ["HS256"]},
        {"key_file": "key", "algorithms": ["RS256", "HS256"]},
        {"key_file": "key", "algorithms": []},
        {"key_file": "key", "algorithms": ["none"]},
        {"jwks_url": "http://id.example/keys"},
        {"jwks_url": "http://127.evil.example/keys"},
        {"jwks_url": "https://user:secret@id.example/keys"},
        {"key_file": "key", "leeway": 3600},
    ],
)
def test_rules_that_would_let_others_in_are_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        rules(**changed)


@pytest.mark.parametrize(
    "url", [JWKS_URL, "http://localhost:8000/keys", "http://127.0.0.1/keys", "http://[::1]/k"]
)
def test_keys_come_by_https_or_from_this_computer(url: str) -> None:
    assert rules(jwks_url=url).jwks_url is not None


async def test_a_broker_serves_whom_the_provider_knows(asking: Ask, pem: Path) -> None:
    access = {"mode": "jwt", "jwt": {"issuer": ISSUER, "audience": AUDIENCE, "key_file": str(pem)}}
    async with asking(access) as client:
        answers = [await start(client, token) for token in (None, KEY.token(aud="other"), KEY.token())]
    assert [answer.status_code for answer in answers] == [401, 401, 200]
    assert (
        answers[1].json()["message"] == "The broker does not accept the token: it is meant for somebody else."
    )
    assert 'error="invalid_token"' in answers[1].headers["www-authenticate"]


async def test_there_are_no_clients_besides_the_providers(asking: Ask, pem: Path, tmp_path: Path) -> None:
    access = {"mode": "jwt", "jwt": {"issuer": ISSUER, "audience": AUDIENCE, "key_file": str(pem)}}
    with pytest.raises(UsageError, match="and no others are taken"):
        async with asking(access, clients=tmp_path / "clients.json"):
            pass


async def test_while_there_are_no_keys_nobody_gets_in() -> None:
    tokens = JwtTokens(rules(jwks_url=JWKS_URL), Provider([KEY.jwk]))
    await tokens.start()
    assert (await tokens.check(KEY.token())).name == "ann"
    stranger = new_key(kid="other")
    assert await why(tokens, stranger.token()) == (
        "it is signed with a key that the identity provider does not know."
    )
    assert await why(tokens, SigningKey("k1", "RS256", stranger.private).token()) == "its signature is wrong."
    await tokens.close()
