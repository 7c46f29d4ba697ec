"""What is to be done, and what is done, to the microphone's sound before it is sent."""

from typing import Final

from viewer.errors import ProcessingUnavailable
from viewer.settings import ViewerSettings
from viewer.value import value


@value
class Processing:
    """Switches, named as in the settings table."""

    echo_cancellation: bool = True
    """What the loudspeaker plays is taken out of what the microphone hears."""
    noise_suppression: bool = True
    """Steady noise is taken out."""
    automatic_gain: bool = True
    """Quiet speech is made louder and loud speech quieter; between words the gain stays as it is."""
    half_duplex: bool = False
    """The microphone is silent while the loudspeaker plays, and shortly after."""

    @property
    def wants_module(self) -> bool:
        """Whether WebRTC's audio processing module has anything to do."""
        return self.echo_cancellation or self.noise_suppression or self.automatic_gain

    @classmethod
    def requested_in(cls, settings: ViewerSettings) -> "Processing":
        """What the settings ask for."""
        return cls(
            settings.echo_cancellation,
            settings.noise_suppression,
            settings.automatic_gain,
            settings.half_duplex,
        )


NOTHING: Final = Processing(
    echo_cancellation=False, noise_suppression=False, automatic_gain=False, half_duplex=False
)


@value
class Applied:
    """What is in force. ``problem`` says why that is not what was asked for."""

    processing: Processing
    problem: ProcessingUnavailable | None = None
