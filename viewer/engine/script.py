"""What Joe has to say until somebody gives him a mind: a greeting and a handful of answers."""

import re
from typing import Final

from viewer.protocol.text import plain

GREETING: Final = (
    "Hi, I'm Joe! I live right here on your computer. Type me a message, and I'll answer you out loud."
)
_NAME: Final = "Joe"

# The first pattern that is found gives the answer.
_ANSWERS: Final = (
    (
        r"\b(what|who) (is|are) (this|you|it)\b|\bwhat's this\b|\byour name\b",
        "I'm Joe, the built-in persona of Persona Viewer. My picture, my voice and this conversation are all "
        "made on your own computer.",
    ),
    (
        r"\bhow are you\b|\bhow do you do\b",
        "I'm doing great, thank you! I had a good stretch before you called. How are you?",
    ),
    (
        r"\b(help|can you do|how does (this|it) work)\b",
        "You can type to me, interrupt me while I speak, and talk into your microphone: I'll notice when you "
        "do. For real conversations, connect the viewer to an avatar service.",
    ),
    (r"\b(hello|hi|hey|good (morning|afternoon|evening))\b", "Hello there! It's good to see you."),
    (r"\b(thanks|thank you|cheers)\b", "You're very welcome!"),
    (r"\b(bye|goodbye|see you)\b", "Goodbye! Come back any time."),
    (r"\bjoke\b", "Why did the pixel go to school? It wanted to be a little brighter."),
)
_REFLECTED_CHARACTERS: Final = 160


def greeting(name: str) -> str:
    """How Joe, called ``name``, welcomes the user."""
    return GREETING.replace(_NAME, name)


def reply(text: str, name: str = _NAME) -> str:
    """What Joe, called ``name``, answers to the user's ``text``."""
    for pattern, answer in _ANSWERS:
        if re.search(pattern, text.lower()):
            return answer.replace(_NAME, name)
    said = plain(text, _REFLECTED_CHARACTERS).strip().rstrip(".!?…")
    if not said:
        return "I'm listening. What would you like to talk about?"
    return f"You said: {said}. Tell me more about that!"
