"""What a viewer shows to a broker that wants to know who asks."""

import asyncio
import logging

from viewer import kept_tokens
from viewer.kept_tokens import BrokerToken

_log = logging.getLogger(__name__)


async def token_for(broker: str) -> BrokerToken | None:
    """The token for the broker at the URL ``broker``, if there is one: held by this process, else from the
    environment, the system's keyring or a private file. It is a secret from now on. Never blocks the loop; a
    keyring that does not answer is given up after :data:`~viewer.kept_tokens.PATIENCE_SECONDS`.

    Raises:
        errors.UsageError: what is in the environment or the file cannot be a token.
    """
    if token := kept_tokens.held(broker) or kept_tokens.from_environment(broker):
        return token
    if not await asyncio.to_thread(kept_tokens.is_in_keyring, broker):
        return await asyncio.to_thread(kept_tokens.from_file, broker)
    try:
        async with asyncio.timeout(kept_tokens.PATIENCE_SECONDS):
            kept = await asyncio.wrap_future(kept_tokens.ask_keyring(broker))
    except TimeoutError:
        _log.warning("the system's keyring does not answer; the broker is asked without a token")
        return None
    return kept_tokens.known(kept, "the system's keyring") if kept else None


def headers_with(token: BrokerToken | None) -> dict[str, str]:
    """The header that shows ``token`` (RFC 6750 section 2.1)."""
    return {"Authorization": f"Bearer {token.value}"} if token else {}


def how_to_keep(broker: str, token: BrokerToken | None) -> str:
    """What to do with a new token in the place of ``token``, as the end of a sentence."""
    if token and token.source == kept_tokens.VARIABLE:
        return f"and put it into {kept_tokens.VARIABLE}"
    return f"and keep it: persona-viewer token set --broker {kept_tokens.normal_form(broker)}"
