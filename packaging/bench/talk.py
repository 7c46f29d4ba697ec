"""The command line of ``dev.py review``: a minute of talk, recorded from the screen and the loudspeaker."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import httpx
import numpy as np
import numpy.typing as npt

from bench.peers import API_KEY
from bench.screen import VirtualScreen
from bench.speech_review import Recording, Review, review
from bench.trial import SAMPLE_SECONDS, Laboratory, laboratory
from tests.processes import Server, start_broker, start_engine, viewer_command

_BLOCK: Final = 8
_COLOUR: Final = 1  # green carries most of the brightness
# Captions stand below.
_ROWS: Final = slice(0, 624)
_GLANCE: Final = 8
_START_SECONDS: Final = 30.0
_SETTLE_SECONDS: Final = 2.0
_SKEW_MS: Final = 45.0
_MOUTH: Final = 0.5

_TEXTS: Final = {
    "en": "The old harbour wakes before the sun does. Boats bump softly against the wall, and a man with a "
    "blue cap counts his nets. Maybe we should buy some bread, he says, and some butter. Nobody answers. A "
    "pale moon hangs above the bridge; from the market comes the smell of coffee and fish.",
    "de": "Der alte Hafen wacht vor der Sonne auf. Boote stoßen sanft an die Mauer, und ein Mann mit blauer "
    "Mütze zählt seine Netze. Vielleicht sollten wir Brot kaufen, sagt er, und etwas Butter. Niemand "
    "antwortet. Ein blasser Mond hängt über der Brücke; vom Markt her riecht es nach Kaffee und Fisch.",
    "es": "El viejo puerto despierta antes que el sol. Los barcos golpean suavemente el muro, y un hombre "
    "con gorra azul cuenta sus redes. Quizás deberíamos comprar pan, dice, y un poco de mantequilla. Nadie "
    "responde. Una luna pálida cuelga sobre el puente; del mercado llega el olor a café y a pescado.",
}


def main(argv: Sequence[str]) -> int:
    """Record and judge; 1 when something is wrong with what was seen."""
    arguments = _parser().parse_args(argv)
    found = review(_record(arguments.persona, _TEXTS[arguments.language], arguments.seconds))
    faults = _faults(found)
    if arguments.json:
        print(json.dumps(asdict(found) | {"faults": faults}, indent=2))
    else:
        print("\n".join([*_words(found), *faults]))
    return 1 if faults else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py review",
        description="Records a persona of the local engine from the window's screen and the loudspeaker "
        "while it talks, and judges what was recorded: mouth against sound, frozen and torn pictures.",
    )
    parser.add_argument("--persona", default="joe", metavar="ID", help="default: joe")
    parser.add_argument("--language", choices=_TEXTS, default="en", help="of what it says (default: en)")
    parser.add_argument("--seconds", type=float, default=60.0, help="default: 60")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _faults(found: Review) -> list[str]:
    skews = found.skews_ms
    checks = {
        f"The mouth is more than {_SKEW_MS:g} ms away from the sound.": max(map(abs, skews)) > _SKEW_MS,
        "The mouth does not follow the voice.": found.mouth < _MOUTH,
        "The picture froze.": found.frozen_ms > 0,
        "Pictures are torn.": found.torn > 0,
    }
    return [sentence for sentence, wrong in checks.items() if wrong]


def _words(found: Review) -> list[str]:
    middle = float(np.median(found.skews_ms))
    low, high = min(found.skews_ms), max(found.skews_ms)
    return [
        f"{found.pictures} pictures in {found.seconds:.1f} s, {found.pictures / found.seconds:.2f} a second, "
        f"longest gap {found.longest_gap_ms:.0f} ms, frozen {found.frozen_ms:.0f} ms, torn {found.torn}",
        f"sound after mouth {middle:.0f} ms [{low:.0f}…{high:.0f}] in {len(found.skews_ms)} windows, "
        f"correlation {found.mouth:.2f}",
    ]


def _record(persona: str, text: str, seconds: float) -> Recording:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, laboratory() as place:
        engine = start_engine(API_KEY, hearing=True)
        broker = start_broker(engine.url, API_KEY)
        words = ("run", "--broker", broker.url, "--persona", persona, "--connect", "--fullscreen")
        viewer = subprocess.Popen(
            viewer_command(*words, "--mic", "none"),
            env=place.environment | {"PERSONA_VIEWER_CONFIG_DIR": str(Path(folder))},
        )
        try:
            _talk(engine, text, seconds)
            return _watch(place, seconds)
        finally:
            viewer.terminate()
            viewer.wait(10)
            broker.stop()
            engine.stop()


def _talk(engine: Server, text: str, seconds: float) -> None:
    """Have the persona of the one session say ``text`` over and over."""
    with httpx.Client(base_url=engine.url, headers={"Authorization": f"Bearer {API_KEY}"}) as http:
        session = _live_session(http)
        for _ in range(1 + int(seconds / 10)):
            http.post("/talk", params={"session_id": session}, json={"content": text}).raise_for_status()


def _live_session(http: httpx.Client) -> str:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        sessions: list[dict[str, Any]] = http.get("/v1/engine/sessions").json()
        if sessions and sessions[0]["state"] == "live":
            return str(sessions[0]["sessionId"])
        time.sleep(0.1)
    raise TimeoutError("no session became live")


def _watch(place: Laboratory, seconds: float) -> Recording:
    time.sleep(_SETTLE_SECONDS)
    begun = time.time()
    times, pictures = _pictures(place.screen, begun + seconds)
    start, sound = place.recorder.heard(begun - 1)
    return Recording(np.array(times), np.array(pictures, np.float32), sound, start)


def _pictures(screen: VirtualScreen, end: float) -> tuple[list[float], list[npt.NDArray[np.float64]]]:
    """Each picture that appears until ``end``, when nothing of it changes any more."""
    times, pictures = [], []
    pixels = screen.pixels[_ROWS, :, _COLOUR]
    before = pixels[::_GLANCE, ::_GLANCE].copy()
    appeared: float | None = None
    while (now := time.time()) < end:
        glance = pixels[::_GLANCE, ::_GLANCE].copy()
        if not np.array_equal(glance, before):
            appeared, before = appeared or now, glance
        elif appeared is not None:
            rows, columns = (side // _BLOCK for side in pixels.shape)
            times.append(appeared)
            pictures.append(pixels.reshape(rows, _BLOCK, columns, _BLOCK).mean(axis=(1, 3)))
            appeared = None
        time.sleep(max(0.0, now + SAMPLE_SECONDS - time.time()))
    return times, pictures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
