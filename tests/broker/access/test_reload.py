"""Other rules of access hold from SIGHUP on, or not at all."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.broker.access.conftest import start
from tests.broker.access.identity_provider import AUDIENCE, ISSUER, JWKS_URL, Provider, new_key
from tests.broker.upstream import API_KEY, ScriptedUpstream
from viewer.broker.access.access import Access
from viewer.broker.access.clients import add_client
from viewer.broker.app import create_app
from viewer.broker.rules import AccessRules, Rules
from viewer.broker.rules_file import read_rules
from viewer.errors import UsageError
from viewer.settings import BrokerSettings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rules.toml"


def write(file: Path, text: str) -> None:
    file.write_text(text)


async def test_who_may_ask_is_read_again(file: Path, upstream: ScriptedUpstream) -> None:
    write(file, "")
    app = create_app(BrokerSettings(upstream=upstream.url, rules=file), API_KEY, rules=read_rules(file))
    transport = httpx.ASGITransport(app, client=("127.0.0.1", 50_000))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as client,
    ):
        assert (await start(client)).status_code == 200
        token = add_client(file.with_name("clients.json"), "ann", now=datetime.now(UTC))
        named = "mode = 'tokens'\norigins = ['https://app.example']"
        write(file, f"[access]\n{named}\n[gateway]\nmode = 'offered'")
        assert await app.state.rules.reload()
        assert (await start(client)).status_code == 401
        granted = await start(client, token, Origin="https://app.example")
        assert granted.status_code == 200
        assert granted.json()["gateway"]["required"] is False
        write(file, "[access]\nmode = 'tokens'\ntokens = 'rules.toml'\n")
        assert not await app.state.rules.reload()
        assert (await start(client, token)).status_code == 200


@pytest.mark.virtual_time
async def test_the_keys_of_an_identity_provider_that_is_away_stay() -> None:
    key = new_key("ES256")
    provider = Provider([key.jwk])
    jwt = {"issuer": ISSUER, "audience": AUDIENCE, "jwks_url": JWKS_URL, "algorithms": ["ES256"]}
    rules = Rules.model_validate({"access": {"mode": "jwt", "jwt": jwt}})
    asked: Any = {
        "type": "http",
        "client": ("127.0.0.1", 1),
        "headers": [(b"authorization", f"Bearer {key.token()}".encode())],
    }
    async with Access(BrokerSettings(), rules.access, {}, provider) as access:
        assert (await access.caller(asked)).name == "ann"
        provider.act = gone
        await (await access.follow(rules))()
        assert (await access.caller(asked)).name == "ann"


async def gone(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("nobody there", request=request)


async def test_rules_that_would_let_anybody_in_from_elsewhere_are_refused() -> None:
    access = Access(BrokerSettings(), AccessRules(), {})
    access.check_exposure("127.0.0.1")
    public: dict[str, Any] = {"access": {"hosts": ["broker.example"]}}
    with pytest.raises(UsageError, match="Without tokens, anybody"):
        await access.follow(Rules.model_validate(public))
