"""Dark and less motion are taken from a portal on a real bus, at first and when they change."""

from PySide6.QtCore import QObject

from backstretch.system.bus import Answer, Bus, BusError
from backstretch.system.wishes import follow_wishes

SETTINGS = "org.freedesktop.portal.Settings"
PATH = "/org/freedesktop/portal/desktop"
APPEARANCE = "org.freedesktop.appearance"


def portal_with(values, until):
    def serve(call):
        if call.member == "Read" and call.body[1] in values:
            return Answer("v", (("v", ("u", values[call.body[1]])),))
        raise BusError("org.freedesktop.portal.Error.NotFound", "no such setting")

    named = []
    portal = Bus()
    portal.serve("org.freedesktop.portal.Desktop", serve, named.append)
    until(lambda: named == [True])
    return portal


def test_wishes_are_told_at_first_and_when_they_change(private_bus, until, qapp) -> None:
    portal = portal_with({"color-scheme": 1, "reduced-motion": 1}, until)
    dark: list[bool] = []
    still: list[bool] = []
    owner = QObject()
    wishes = follow_wishes(owner, dark.append, still.append)
    assert wishes is not None
    until(lambda: dark == [True] and still == [True])
    portal.announce(PATH, SETTINGS, "SettingChanged", "ssv", (APPEARANCE, "color-scheme", ("u", 2)))
    portal.announce(
        PATH, SETTINGS, "SettingChanged", "ssv", ("org.gnome", "color-scheme", ("u", 1))
    )
    portal.announce(PATH, SETTINGS, "SettingChanged", "ssv", (APPEARANCE, "contrast", ("u", 1)))
    portal.announce(
        PATH, SETTINGS, "SettingChanged", "ssv", (APPEARANCE, "reduced-motion", ("u", 0))
    )
    until(lambda: dark == [True, False] and still == [True, False])
    wishes.close()
    portal.close()


def test_no_preference_leaves_the_choice_to_qt(private_bus, until, qapp) -> None:
    portal = portal_with({"color-scheme": 0, "reduced-motion": 0}, until)
    dark: list[bool] = []
    still: list[bool] = []
    owner = QObject()
    wishes = follow_wishes(owner, dark.append, still.append)
    assert wishes is not None
    until(lambda: still == [False])
    assert dark == []
    wishes.close()
    portal.close()


def test_without_a_portal_or_a_bus_nothing_is_told(private_bus, monkeypatch, qapp) -> None:
    owner = QObject()
    wishes = follow_wishes(owner, lambda _: None, lambda _: None)
    assert wishes is not None
    wishes.close()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert follow_wishes(owner, lambda _: None, lambda _: None) is None
