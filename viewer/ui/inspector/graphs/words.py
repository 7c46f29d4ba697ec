"""What graphs and figures are called, and figures as text."""

import math
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from viewer.ui.inspector.graphs.figures import Group, Unit

translate = QCoreApplication.translate

_UNKNOWN: Final = "–"
_SECONDS_OF_A_MINUTE: Final = 60


def group_names() -> Mapping[Group, str]:
    """What each group of graphs is called."""
    return {
        "network": translate("Graphs", "Network"),
        "picture": translate("Graphs", "Picture"),
        "sound": translate("Graphs", "Sound"),
        "computer": translate("Graphs", "This computer"),
    }


def chart_names() -> Mapping[str, str]:
    """What each graph is called."""
    return {
        "bitrate": translate("Graphs", "Bitrate"),
        "round_trip": translate("Graphs", "Round trip"),
        "lost": translate("Graphs", "Packets lost"),
        "asked": translate("Graphs", "Asked again"),
        "jitter": translate("Graphs", "Jitter"),
        "fps": translate("Graphs", "Pictures a second"),
        "interval": translate("Graphs", "Time between pictures"),
        "waits": translate("Graphs", "Waits before the screen"),
        "work": translate("Graphs", "Work for a picture"),
        "age": translate("Graphs", "Age of the picture"),
        "skew": translate("Graphs", "Picture after its sound"),
        "level": translate("Graphs", "Loudness"),
        "sound_buffer": translate("Graphs", "Sound waits until it is heard"),
        "concealed": translate("Graphs", "Sound made up for losses"),
        "echo": translate("Graphs", "Echo taken out"),
        "cpu": translate("Graphs", "Processor, of a core"),
        "memory": translate("Graphs", "Memory"),
        "loops": translate("Graphs", "Latest event in a second"),
    }


def figure_names() -> Mapping[str, str]:
    """What each figure is called in a graph that has several."""
    return {
        "received": translate("Graphs", "received"),
        "sent": translate("Graphs", "sent"),
        "picture_lost": translate("Graphs", "picture"),
        "sound_lost": translate("Graphs", "sound"),
        "nack": translate("Graphs", "for packets (NACK)"),
        "pli": translate("Graphs", "for a key frame (PLI)"),
        "picture_jitter": translate("Graphs", "picture"),
        "sound_jitter": translate("Graphs", "sound"),
        "fps_received": translate("Graphs", "received"),
        "fps_decoded": translate("Graphs", "decoded"),
        "fps_painted": translate("Graphs", "painted"),
        "interval": translate("Graphs", "mean"),
        "interval_spread": translate("Graphs", "spread"),
        "picture_buffer": translate("Graphs", "for packets"),
        "held": translate("Graphs", "for its sound"),
        "decode": translate("Graphs", "decoding"),
        "paint": translate("Graphs", "painting"),
        "persona_level": translate("Graphs", "the avatar"),
        "user_level": translate("Graphs", "you"),
        "media_loop": translate("Graphs", "network and media"),
        "window_loop": translate("Graphs", "window"),
    }


def in_words(value: float, unit: Unit) -> str:
    """``value`` with its unit; a dash where it is not known."""
    if math.isnan(value):
        return _UNKNOWN
    decimals = 0 if abs(value) >= 100 or unit in ("kbit/s", "MB", "dBFS") else 1
    return _with_unit(QLocale().toString(float(value), "f", decimals), unit)


def ago(seconds: float) -> str:
    """How long before the newest sample, as minutes and seconds."""
    minutes, rest = divmod(round(seconds), _SECONDS_OF_A_MINUTE)
    number = QLocale().toString
    if minutes:
        return translate("Graphs", "{minutes} min {seconds} s ago").format(
            minutes=number(minutes), seconds=number(rest)
        )
    return translate("Graphs", "{seconds} s ago").format(seconds=number(rest))


def _with_unit(number: str, unit: Unit) -> str:
    words = {
        "kbit/s": translate("Graphs", "{number} kbit/s"),
        "ms": translate("Graphs", "{number} ms"),
        "1/s": translate("Graphs", "{number} a second"),
        "dB": translate("Graphs", "{number} dB"),
        "dBFS": translate("Graphs", "{number} dBFS"),
        "%": translate("Graphs", "{number} %"),
        "MB": translate("Graphs", "{number} MB"),
    }
    return words[unit].format(number=number)
