from __future__ import annotations

from detente.web.page import View
from detente.web.pages import network


def test_people_stand_on_their_side(view: View) -> None:
    body = network.page(view).body
    assert isinstance(body, network.Network)
    assert {node.name for node in body.nodes if node.column == 0} == {"Uhuru Kenyatta"}
    assert "Ana Reyes" in {node.name for node in body.nodes if node.column == 2}
    assert body.height >= max(node.y for node in body.nodes)


def test_ties_join_those_named_together(view: View) -> None:
    body = network.page(view).body
    assert isinstance(body, network.Network)
    assert ("Uhuru Kenyatta", "Ana Reyes") in {(tie.left, tie.right) for tie in body.ties}
    assert all(1 <= tie.strength <= 5 for tie in body.ties)
    assert all(tie.columns[0] != tie.columns[1] for tie in body.ties)
