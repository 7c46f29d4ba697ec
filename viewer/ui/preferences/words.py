"""The words of the dialog, in the user's language: a title and a line for each setting of the table."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from viewer.settings import Acts, Page

# By this name Qt's tools find what is to be translated.
translate = QCoreApplication.translate

# Each in itself, so that whoever cannot read the others finds it.
_LANGUAGES: Final = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "ar": "العربية",
    "ja": "日本語",
}


def page_titles() -> Mapping[Page, str]:
    """What each page is called."""
    return {
        "connection": translate("Preferences", "Connection"),
        "devices": translate("Preferences", "Devices"),
        "sound": translate("Preferences", "Sound"),
        "picture": translate("Preferences", "Picture"),
        "captions": translate("Preferences", "Captions"),
        "look": translate("Preferences", "Look and language"),
        "window": translate("Preferences", "Window"),
        "privacy": translate("Preferences", "Privacy"),
        "keyboard": translate("Preferences", "Keyboard"),
    }


def titles() -> Mapping[str, str]:
    """What each setting is called."""
    return {
        "broker": translate("Preferences", "Broker"),
        "persona": translate("Preferences", "Persona"),
        "proxy": translate("Preferences", "Proxy"),
        "gateway": translate("Preferences", "Go through the broker"),
        "connect": translate("Preferences", "Call at the start"),
        "mic": translate("Preferences", "Microphone"),
        "speaker": translate("Preferences", "Loudspeaker"),
        "volume": translate("Preferences", "Volume"),
        "muted": translate("Preferences", "Muted"),
        "push_to_talk": translate("Preferences", "Push to talk"),
        "echo_cancellation": translate("Preferences", "Echo cancellation"),
        "noise_suppression": translate("Preferences", "Noise suppression"),
        "automatic_gain": translate("Preferences", "Automatic gain"),
        "half_duplex": translate("Preferences", "Half duplex"),
        "quality": translate("Preferences", "Quality"),
        "lip_sync": translate("Preferences", "Lip sync"),
        "scaling": translate("Preferences", "Size of the picture"),
        "gpu": translate("Preferences", "Graphics processor"),
        "fade_controls": translate("Preferences", "Let the controls fade"),
        "captions": translate("Preferences", "Captions"),
        "caption_size": translate("Preferences", "Size of captions"),
        "caption_place": translate("Preferences", "Place of captions"),
        "language": translate("Preferences", "Language"),
        "look": translate("Preferences", "Colours"),
        "text_scale": translate("Preferences", "Size of text"),
        "reduced_motion": translate("Preferences", "Reduced motion"),
        "fullscreen": translate("Preferences", "Start in full screen"),
        "always_on_top": translate("Preferences", "Always on top"),
        "notifications": translate("Preferences", "Notifications"),
        "keep_awake": translate("Preferences", "Stay awake"),
        "remember_recent": translate("Preferences", "Remember whom you talked to"),
        "recording_reminder": translate("Preferences", "Reminder before recording"),
        "notification_words": translate("Preferences", "Words in notifications"),
        "crash_reports": translate("Preferences", "Reports of crashes"),
        "log_file": translate("Preferences", "Log in files"),
        "tools_folder": translate("Preferences", "Folder of your own tools"),
        "shortcuts": translate("Preferences", "Shortcuts"),
    }


def lines() -> Mapping[str, str]:
    """What each setting does."""
    return {
        "broker": translate("Preferences", "The address that the operator of your broker gave you"),
        "persona": translate("Preferences", "The ID of the avatar that you talk to"),
        "proxy": translate(
            "Preferences",
            "Like http://host:port or socks5://host:port; “none” for none; empty for the system's. "
            "It may hold a password, so it is never written down",
        ),
        "gateway": translate("Preferences", "For networks that let you reach nothing but the broker"),
        "connect": translate("Preferences", "Connect as soon as the window opens"),
        "mic": translate("Preferences", "What the avatar hears you with"),
        "speaker": translate("Preferences", "What you hear the avatar with"),
        "volume": translate("Preferences", "How loud the avatar is"),
        "muted": translate("Preferences", "Your microphone is heard by nobody"),
        "push_to_talk": translate(
            "Preferences", "Be heard only while Space or the microphone button is held"
        ),
        "echo_cancellation": translate(
            "Preferences", "Takes the avatar's voice out of the microphone's sound"
        ),
        "noise_suppression": translate("Preferences", "Takes fans and hum out of the microphone's sound"),
        "automatic_gain": translate("Preferences", "Brings your speech to an even loudness"),
        "half_duplex": translate(
            "Preferences",
            "Silences the microphone while the avatar speaks, where its echo cannot be cancelled",
        ),
        "quality": translate("Preferences", "Of the picture, and how much data it takes"),
        "lip_sync": translate(
            "Preferences", "Holds pictures until their sound is heard; without, they come sooner"
        ),
        "scaling": translate("Preferences", "How the picture fits the window"),
        "gpu": translate("Preferences", "Draws the picture, with less work for the processor"),
        "fade_controls": translate("Preferences", "While nobody touches anything, the picture is whole"),
        "captions": translate("Preferences", "What is said, in writing over the picture"),
        "caption_size": translate("Preferences", "How large the letters over the picture are"),
        "caption_place": translate("Preferences", "Where in the picture they are"),
        "language": translate("Preferences", "Of the window; the avatar speaks its own"),
        "look": translate("Preferences", "Of the window, apart from the picture"),
        "text_scale": translate("Preferences", "Of everything that is written in the window"),
        "reduced_motion": translate("Preferences", "Nothing moves but the picture"),
        "fullscreen": translate("Preferences", "Fill the screen when the window opens"),
        "always_on_top": translate(
            "Preferences", "Keep the window above all others, where the system allows it"
        ),
        "notifications": translate("Preferences", "Be told what happens while the window is hidden"),
        "keep_awake": translate("Preferences", "The computer and its screen do not sleep during a call"),
        "remember_recent": translate("Preferences", "On this computer, so that they come first at the start"),
        "recording_reminder": translate("Preferences", "Ask whether others agree to be recorded"),
        "notification_words": translate("Preferences", "Show there what the avatar says"),
        "crash_reports": translate(
            "Preferences", "On this computer; they name places in the program, nothing that was said"
        ),
        "log_file": translate("Preferences", "On this computer, 5 MB at most; nothing that was said"),
        "tools_folder": translate(
            "Preferences",
            "Python files that the avatar may have run, with all that you may do; empty for none",
        ),
        "shortcuts": translate("Preferences", "Keys of every action"),
    }


def choices(name: str) -> Mapping[str, str]:
    """What can be chosen for the setting called ``name``, by its value."""
    found: Mapping[str, Mapping[str, str]] = {
        "quality": {
            "auto": translate("Preferences", "As the network allows"),
            "high": translate("Preferences", "High"),
            "saver": translate("Preferences", "Little data"),
        },
        "scaling": {
            "fit": translate("Preferences", "Fit the window"),
            "fill": translate("Preferences", "Fill the window"),
            "actual": translate("Preferences", "Actual size"),
        },
        "gpu": {
            "auto": translate("Preferences", "Where there is one"),
            "never": translate("Preferences", "Never"),
            "always": translate("Preferences", "Always"),
        },
        "captions": {
            "off": translate("Preferences", "None"),
            "box": translate("Preferences", "On a box"),
            "shadow": translate("Preferences", "With a shadow"),
            "plain": translate("Preferences", "Letters alone"),
        },
        "caption_place": {
            "bottom": translate("Preferences", "At the bottom"),
            "top": translate("Preferences", "At the top"),
        },
        "language": {"system": translate("Preferences", "As the system")} | _LANGUAGES,
        "look": {
            "system": translate("Preferences", "As the system"),
            "light": translate("Preferences", "Light"),
            "dark": translate("Preferences", "Dark"),
            "high-contrast": translate("Preferences", "High contrast"),
        },
        "reduced_motion": {
            "system": translate("Preferences", "As the system"),
            "on": translate("Preferences", "On"),
            "off": translate("Preferences", "Off"),
        },
    }
    return found[name]


def when(acts: Acts) -> str:
    """When a change is felt; “” for at once."""
    return {
        "now": "",
        "call": translate("Preferences", "From the next call on"),
        "start": translate("Preferences", "When the window is opened again"),
    }[acts]


def given() -> str:
    """That a flag or the environment decides."""
    return translate(
        "Preferences",
        "Set by an option or the environment; what you change lasts until you close the window",
    )
