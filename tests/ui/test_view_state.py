"""Events folded into what the user is told."""

import pytest

from viewer import errors
from viewer.protocol import events
from viewer.protocol.events import CloseReason, Phase, PhaseChanged
from viewer.protocol.insight import Noted
from viewer.protocol.transcript import Message
from viewer.ui.view_state import SLOW_NOTICE, STALLED_NOTICE, Caption, Failure, ViewState, fold


def after(*played: events.Event) -> ViewState:
    state = ViewState()
    for event in played:
        state = fold(state, event)
    return state


LIVE = (
    PhaseChanged(Phase.ASKING_BROKER),
    events.SessionStarted("session-1"),
    PhaseChanged(Phase.SIGNALLING),
    PhaseChanged(Phase.CONNECTING),
    PhaseChanged(Phase.LIVE),
)


def test_every_phase_has_its_own_words() -> None:
    assert len({ViewState(phase).words for phase in Phase}) == len(Phase)


def test_connected_without_a_picture_is_told_apart_from_connecting() -> None:
    connecting = after(*LIVE[:4])
    connected = fold(connecting, events.MilestoneReached("ice", 120))
    assert connected.words != connecting.words
    assert fold(connected, events.ConnectingSlowly()).words == connected.words


def test_a_session_is_busy_until_it_is_closed_and_live_only_in_between() -> None:
    assert not ViewState().busy
    assert after(LIVE[0]).busy
    assert not after(LIVE[0]).live
    assert after(*LIVE).live
    assert not after(*LIVE, PhaseChanged(Phase.CLOSED)).busy


@pytest.mark.parametrize(
    ("error", "wrong_field"),
    [
        (errors.BrokerUnreachable(), None),
        (errors.ServiceBusy(), None),
        (errors.MediaLost(), None),
        (errors.InvalidRequest(), "persona"),
        (errors.BadAnswer(), "broker"),
        (errors.BrokerMoved(), "broker"),
    ],
)
def test_a_failure_says_what_happened_and_what_to_do(
    error: errors.ViewerError, wrong_field: str | None
) -> None:
    state = after(*LIVE, events.SessionClosed(CloseReason.WEBRTC_FAILURE, error))
    assert state.failure == Failure(error.message, error.hint, wrong_field)  # type: ignore[arg-type]
    assert not state.busy


def test_a_wished_end_is_no_failure() -> None:
    assert after(*LIVE, events.SessionClosed(CloseReason.NORMAL, None)).failure is None


def test_a_new_attempt_forgets_the_old_failure() -> None:
    failed = after(events.SessionClosed(CloseReason.NORMAL, errors.ServiceBusy()))
    assert fold(failed, PhaseChanged(Phase.ASKING_BROKER)).failure is None


def test_the_caption_is_the_message_that_was_spoken_last() -> None:
    state = after(
        *LIVE,
        events.MessageUpdated(Message("1", "persona", "Hello")),
        events.MessageUpdated(Message("2", "user", "Hi", complete=True)),
    )
    assert state.caption == Caption("user", "Hi", complete=True, id="2")


def test_a_message_without_words_leaves_the_caption() -> None:
    state = after(*LIVE, events.MessageUpdated(Message("1", "persona", "Hello")))
    assert fold(state, events.MessageUpdated(Message("2", "user", "  "))) is state


def test_an_interrupted_message_is_complete() -> None:
    state = after(*LIVE, events.MessageUpdated(Message("1", "persona", "Well,", interrupted=True)))
    assert state.caption is not None
    assert state.caption.complete


def test_the_persona_speaks_from_its_first_word_until_it_ends_or_is_cut_off() -> None:
    speaking = after(*LIVE, events.MessageUpdated(Message("1", "persona", "Well,")))
    assert speaking.speaking
    assert fold(speaking, events.MessageUpdated(Message("2", "user", "Hi", complete=True))).speaking
    assert not fold(speaking, events.MessageUpdated(Message("1", "persona", "Well.", complete=True))).speaking
    assert not fold(speaking, events.MessageUpdated(Message("1", "persona", "We", interrupted=True))).speaking
    assert not fold(speaking, PhaseChanged(Phase.RECONNECTING)).speaking


def test_how_long_a_session_may_be_is_known_where_it_is_told() -> None:
    assert after(*LIVE).seconds is None
    assert fold(after(*LIVE), events.SessionStarted("session-2", 600)).seconds == 600


def test_a_stall_is_told_and_goes_away() -> None:
    stalled = after(*LIVE, events.MediaStalled())
    assert stalled.stalled
    assert stalled.notice == STALLED_NOTICE
    resumed = fold(stalled, events.MediaResumed())
    assert not resumed.stalled
    assert resumed.notice is None
    assert resumed.words == after(*LIVE).words


def test_a_warning_of_the_service_outlives_a_stall() -> None:
    state = after(*LIVE, events.MediaStalled(), events.Warned("Ends in a minute."), events.MediaResumed())
    assert state.notice == "Ends in a minute."


def test_a_command_that_was_refused_is_told_and_the_session_goes_on() -> None:
    state = after(*LIVE, events.CommandRefused(errors.TalkRefused()))
    assert state.notice == f"{errors.TalkRefused.default_message} {errors.TalkRefused.hint}"
    assert state.live


def test_slowness_is_told_until_the_picture_comes() -> None:
    slow = after(*LIVE[:4], events.ConnectingSlowly())
    assert slow.notice == SLOW_NOTICE
    assert fold(slow, LIVE[4]).notice is None


def test_the_user_sees_that_they_are_heard() -> None:
    state = after(*LIVE, events.UserSpeechChanged(True))
    assert "Listening" in state.words
    assert fold(state, events.UserSpeechChanged(False)).words == after(*LIVE).words


def test_figures_change_nothing_that_is_told() -> None:
    state = after(*LIVE)
    assert fold(state, Noted(1.0, "in", "DataReceived", {"text": "{}"})) is state


def test_a_broken_session_is_dimmed_and_told_until_another_one_is_live() -> None:
    state = fold(ViewState(), events.PhaseChanged(Phase.LIVE))
    broken = fold(state, events.PhaseChanged(Phase.RECONNECTING))
    assert broken.words == "Reconnecting…"
    assert broken.stalled
    assert broken.busy
    assert broken.live, "what is typed is kept"
    assert broken.notice
    again = fold(broken, events.PhaseChanged(Phase.LIVE))
    assert not again.stalled
    assert again.notice is None
    assert again.words == "Live"


def test_while_reconnecting_nobody_listens_and_the_last_picture_is_dim() -> None:
    state = after(*LIVE, events.UserSpeechChanged(True))
    assert state.words == "Listening to you"
    state = fold(state, PhaseChanged(Phase.RECONNECTING))
    assert state.words == "Reconnecting…"
    assert state.stalled
    state = fold(state, PhaseChanged(Phase.LIVE))
    assert state.words == "Live"
    assert not state.stalled
    assert state.notice is None
