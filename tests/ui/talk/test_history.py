"""What ↑ and ↓ find."""

from viewer.ui.talk.history import MOST, History


def test_what_was_sent_is_found_newest_first_and_the_draft_comes_back() -> None:
    history = History()
    history.sent("one")
    history.sent("two")
    assert history.older("draft") == "two"
    assert history.older("two") == "one"
    assert history.older("one") is None
    assert history.newer("one") == "two"
    assert history.newer("two") == "draft"
    assert history.newer("draft") is None


def test_what_is_edited_on_the_way_is_kept_until_something_is_sent() -> None:
    history = History()
    history.sent("one")
    history.sent("two")
    assert history.older("") == "two"
    assert history.older("two, longer") == "one"
    assert history.newer("one") == "two, longer"
    history.sent("two, longer")
    assert history.older("") == "two, longer"
    assert history.older("") == "two"


def test_the_same_twice_is_kept_once_and_only_so_many() -> None:
    history = History()
    for number in range(MOST + 5):
        history.sent(str(number))
        history.sent(str(number))
    found = []
    while (older := history.older("")) is not None:
        found.append(older)
    assert found == [str(number) for number in reversed(range(5, MOST + 5))]
