import jwt
import pytest

from viewer.engine.service.tokens import TokenIssuer, TokenRefused


def claims(token: str) -> dict[str, object]:
    return jwt.decode(token, options={"verify_signature": False})


def test_a_token_carries_the_persona_it_was_issued_for() -> None:
    issuer = TokenIssuer()
    assert issuer.check(issuer.issue({"personaId": "joe"})).persona_config == {"personaId": "joe"}


def test_a_token_of_the_older_form_carries_no_persona() -> None:
    issuer = TokenIssuer()
    assert issuer.check(issuer.issue(None)).persona_config is None


def test_clients_can_read_type_account_and_expiry() -> None:
    stored, described = (
        claims(TokenIssuer().issue(config)) for config in ({"personaId": "joe"}, {"name": "Ann"})
    )
    assert (stored["type"], described["type"]) == ("stateful", "ephemeral")
    assert stored["accountId"] == "local"
    assert isinstance(stored["exp"], int)


def test_an_expired_token_is_refused() -> None:
    issuer = TokenIssuer(lifetime=-1)
    with pytest.raises(TokenRefused, match="expired"):
        issuer.check(issuer.issue(None))


@pytest.mark.parametrize(
    "token",
    [
        "",
        "not-a-token",
        TokenIssuer().issue(None),
        jwt.encode({"type": "stateful", "exp": 9_999_999_999}, "", algorithm="none"),
    ],
    ids=["empty", "nonsense", "another engine's", "unsigned"],
)
def test_a_token_that_this_engine_did_not_issue_is_refused(token: str) -> None:
    with pytest.raises(TokenRefused, match="not valid"):
        TokenIssuer().check(token)
