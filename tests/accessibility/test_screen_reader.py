"""The whole window as a screen reader gets it: real buses, a real client, real presses.

The tests walk on from one another, as a person would.
"""

import time

CONTROLS = {
    "push button",
    "toggle button",
    "check box",
    "radio button",
    "combo box",
    "slider",
    "spin button",
    "list",
    "table",
    "text",
    "image",
    "progress bar",
    "link",
    "page tab",
    "menu item",
}


def nameless(nodes: list[dict]) -> list[dict]:
    """Controls without a name or a label."""
    return [
        node
        for node in nodes
        if node["role"] in CONTROLS and not (node["label"] or node["name"]).strip()
    ]


def unlabelled_choices(nodes: list[dict]) -> list[dict]:
    """A choice's own name is what is chosen: it needs a label besides."""
    return [node for node in nodes if node["role"] == "combo box" and not node["label"]]


def reachable(nodes: list[dict]) -> list[dict]:
    """Enabled controls that the keyboard cannot reach."""
    operated = CONTROLS - {"image", "progress bar", "menu item"}
    return [
        node
        for node in nodes
        if node["role"] in operated
        and {"ENABLED", "FOCUSABLE"} - set(node["states"]) == {"FOCUSABLE"}
    ]


def check(reader) -> list[dict]:
    nodes = reader.shown()
    assert nameless(nodes) == []
    assert unlabelled_choices(nodes) == []
    assert reachable(nodes) == []
    return nodes


def test_today_tells_everything_and_starts_at_a_press(reader) -> None:
    reader.wait_for("Start")
    nodes = check(reader)
    roles = {node["role"] for node in nodes}
    assert {"frame", "push button", "label"} <= roles
    assert next(node for node in nodes if node["role"] == "frame")["name"] == "Backstretch"
    assert {"Today", "History", "Settings", "Keyboard shortcuts", "Start"} <= reader.names()
    assert "ENABLED" in reader.find("Start")["states"]


def test_settings_can_be_read_and_changed(reader) -> None:
    reader.press("Settings")
    reader.wait_for("Reduce motion")
    check(reader)
    assert "CHECKED" not in reader.find("Flash")["states"]
    reader.act("Toggle", "Flash")
    time.sleep(0.3)
    assert "CHECKED" in reader.find("Flash")["states"]
    assert reader.settings()["flash"] is True
    before = reader.find("Lead-in")["value"]
    assert reader.ask("change", "Lead-in", before - 5)
    time.sleep(0.6)
    assert reader.find("Lead-in")["value"] == before - 5
    assert reader.settings()["lead_in_seconds"] == before - 5


def test_history_tells_its_charts_in_words(reader) -> None:
    reader.press("History")
    reader.wait_for("Minutes a day")
    nodes = check(reader)
    charts = [node for node in nodes if node["role"] == "image"]
    assert charts
    for chart in charts:
        assert chart["description"], chart["name"]


def test_a_session_is_started_paused_and_gone_on_with(reader) -> None:
    reader.press("Today")
    reader.wait_for("Start")
    reader.press("Start")
    reader.wait_for("Pause")
    nodes = check(reader)
    assert any(node["role"] == "image" and "side bends" in node["name"] for node in nodes)
    reader.press("Pause")
    reader.wait_for("Resume")
    check(reader)
    assert any("Paused" in name for name in reader.names())
    reader.press("Resume")
    reader.wait_for("Pause")


def test_moves_and_phases_are_announced_but_not_each_second(reader) -> None:
    reader.press("Next move")
    heard = reader.ask("announcements", 1.0)
    assert any("Butterfly spinal articulations" in one["text"] for one in heard)
    reader.press("Next move")
    reader.press("Next move")
    reader.press("Next move")
    reader.ask("announcements", 0.5)
    heard = reader.ask("announcements", 2.6)
    assert len(heard) <= 1, heard
    texts = [one["text"] for one in heard]
    assert len(texts) == len(set(texts))


def test_mat_mode_can_be_read_as_well(reader) -> None:
    reader.press("Mat mode")
    time.sleep(1.0)
    nodes = check(reader)
    told = " ".join(node["name"] for node in nodes)
    assert "kick" in told.lower()


def test_the_menu_can_be_read_and_a_session_left_by_it(reader) -> None:
    reader.press("Leave mat mode" if "Leave mat mode" in reader.names() else "Mat mode")
    reader.wait_for("More")
    reader.press("More")
    reader.wait_for("Mirror view on or off")
    entries = {node["name"] for node in reader.shown() if node["role"] == "menu item"}
    assert {"Finish this move", "Repeat this move", "Leave the session"} <= entries
    reader.press("Leave the session")
    reader.wait_for("End session")
    reader.press("End session")
    reader.wait_for("Start")  # no rep was done, so there is nothing to sum up


def test_nothing_was_complained_of(reader) -> None:
    assert reader.words() == ""
