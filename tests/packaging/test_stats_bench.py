"""What the bench makes of two clients' statistics, without a stream."""

import pytest

from bench.stats.figures import Sample, compare, render


def samples(decoded: float, energy: float | None = 0.5) -> list[Sample]:
    """Thirty, a second apart, of so many pictures a second; the first three have none."""
    told: list[Sample] = []
    for second in range(33):
        count = max(0, second - 2) * decoded
        video = {
            "type": "inbound-rtp",
            "kind": "video",
            "timestamp": second * 1000.0,
            "framesDecoded": count,
            "totalDecodeTime": 0.004 * count,
            "jitter": 0.002 if second % 2 else 0.004,
            "frameWidth": 720,
        }
        audio = {"type": "inbound-rtp", "kind": "audio", "timestamp": second * 1000.0}
        if energy is not None:
            audio["totalAudioEnergy"] = energy * second
        told.append([video, audio, {"type": "transport", "timestamp": second * 1000.0}])
    return told


def test_fields_are_rates_means_and_last_values_of_the_same_stretch() -> None:
    rows = {(row.kind, row.name): row for row in compare(samples(25), samples(20, None), settled=8)}
    decoded = rows["inbound-rtp video", "framesDecoded a second"]
    assert (decoded.ours, decoded.chromium, decoded.ratio) == (25, 20, 1.25)
    took = rows["inbound-rtp video", "totalDecodeTime, ms a picture"]
    assert took.ours == pytest.approx(4)
    assert rows["inbound-rtp video", "jitter, ms"].ours == pytest.approx(3, abs=0.1)
    assert rows["inbound-rtp video", "frameWidth"].ours == 720
    loud = rows["inbound-rtp audio", "totalAudioEnergy a second, ×1000"]
    assert (loud.ours, loud.chromium, loud.ratio) == (500, None, None)


def test_what_differs_is_seen() -> None:
    lines = render(compare(samples(25), samples(20), settled=8)).splitlines()
    assert "| inbound-rtp video | framesDecoded a second | 25 | 20 | **1.25** |" in lines
    assert "| inbound-rtp video | frameWidth | 720 | 720 | 1.00 |" in lines
    assert "| transport | bytesSent, kbit/s | – | – | – |" in lines


def test_who_told_nothing_has_no_figures() -> None:
    assert {row.ours for row in compare([], samples(25), settled=8)} == {None}
