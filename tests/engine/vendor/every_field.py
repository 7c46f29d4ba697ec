"""All that may be asked of a session (protocol/README.md section 1.1)."""

from typing import Any, Final

EVERY_FIELD: Final[dict[str, Any]] = {
    "name": "Ann",
    "avatarId": "mateo",
    "avatarModel": "cara-4",
    "voiceId": "joe",
    "llmId": "script",
    "systemPrompt": "Be kind.",
    "languageCode": "en-GB",
    "maxSessionLengthSeconds": 120,
    "skipGreeting": False,
    "initialMessage": "Welcome to the shop.",
    "uninterruptibleGreeting": True,
    "enableAudioPassthrough": False,
    "directorNotes": {"presetStyle": "warm", "expressivity": 0.5},
    "voiceDetectionOptions": {
        "endOfSpeechSensitivity": 1,
        "silenceBeforeSkipTurnSeconds": 1.5,
        "silenceBeforeSessionEndSeconds": 4,
        "silenceBeforeAutoEndTurnSeconds": 0.5,
        "speechEnhancementLevel": 0,
    },
    "tools": [
        {"type": "client", "name": "open_cart", "description": "Shows the cart.", "awaitResult": False}
    ],
    "toolIds": [],
}
"""Of a ``personaConfig`` that describes its persona."""

EVERY_OPTION: Final[dict[str, Any]] = {
    "sessionReplay": {"enableSessionReplay": False},
    "videoQuality": "high",
    "showAIAvatarDisclosure": True,
    "region": "local",
    "regionPolicy": "strict",
}
"""Of the ``sessionOptions``; the size is the avatar model's."""
