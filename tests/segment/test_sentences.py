"""Where sentences end: one line for each habit of press, ministry and archive prose."""

from __future__ import annotations

import pytest

from detente.model.span import Span
from detente.rules.layout import layout_rules
from detente.segment.sentences import sentences

# A bar marks where a sentence ends.
MARKED = [
    "The talks began in Oslo. | They ended in Geneva.",
    "The U.S. Government closed the U.S. Embassy in Asmara. | It reopened in 1993.",
    "Aid came from the U.S. | In 1995 it ended.",
    "Gen. Tsadkan met Lt. Col. Hana and Sen. Mark Bell. | Mr. Bell left.",
    "J. A. Peden and William H. Hornibrook arrived on Jan. 7, 1959. | Both were received.",
    "It closed in Sept. 1998. | In Dec. the talks resumed.",
    "They met at 5 p.m. Friday. | At 9 a.m. they had arrived.",
    "Resolution No. 59 stands. | Was it adopted? | No. | It was not.",
    "The call of 11/2.2025 and the talk on 4.4.2025 went well. | Nothing followed.",
    "On 4. 4. 2025 they spoke. | On 9. September they met.",
    "Growth was 3.5 per cent. | In 2020 it was 0.4.",
    "Trade reached $1.9 bn. | The figure is provisional.",
    "“We agree.” | He left.",
    "“Why not?” he asked. | “Because,” she said.",
    "He was told (see p. 12, vol. 3) to wait. | He did.",
    "Kerry, McCain, Peterson... - all were there. | They spoke.",
    "It went on and on... | Then it stopped.",
    "Receipt of these reports . . . meant delay. | The views of . . . field staff differ.",
    "12. Continue the talks . . . .",
    "It closed in 2019.(1) | The two presidents met.",
    "G—Mr. Hale and S/S—Mr. Bell came. | They met at 11 a.m. | Subsequently, they left.",
    "A1. In August the staff prepared the list. | It was short.",
    "DEAR MR. CHAIRMAN: I regret the delay. | P.S. If it is late, say so.",
    "He had met the minister… . | They spoke.",
    "A dominion.[3] | A trade war followed.[12]",
    "The border opened in 2018.|The two leaders shook hands. | It was closed again.",
    "The river fell from the West. | Stalin’s troops struggled.",
    "Washington, D.C. | The treaty was signed there by J. Smith Jr. and others.",
    "1. The morale of the army is high. | It may not last.",
    "1180. General Hana and I called on the minister. | He agreed.",
    "II. Courses of action. | These are three.",
    "It covers rice, tea, etc. | Prices rose.",
    "The mill is owned by Nile Co. Ltd. of Khartoum. | It closed.",
    "St. Petersburg and Mt. Kenya. | Ft. Worth.",
    "He wrote to ASP.Net and www.mfa.gov.Et today. | No answer came.",
    "The following: | A. The first duty; and | B. The second duty. | C. The third.",
    "They met at al-Shabab. | al-Bashir left.",
    "They agreed!! | Did they?! | Yes.",
    "Hạ Long. | Đà Nẵng is next.",
    "The pact of the E.U. and the U.N. Security Council holds. | It is old.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_sentence_ends(marked: str) -> None:
    text = marked.replace(" | ", " ").replace("|", "")
    found = [span.of(text) for span in sentences(text, Span(0, len(text)), layout_rules())]
    assert found == [part.strip() for part in marked.split("|")]


def test_spans_stay_inside_what_was_asked_for() -> None:
    text = "Before. The talks began.\r\nThey ended.  After."
    assert [span.of(text) for span in sentences(text, Span(8, 38), layout_rules())] == ["The talks began.", "They ended."]


def test_a_page_of_stops_is_read_in_linear_time() -> None:
    for unit in (".", ". ", "x. X", '."', "...", ". . . ", "A. "):
        text = unit * (60_000 // len(unit))
        assert sentences(text, Span(0, len(text)), layout_rules())
