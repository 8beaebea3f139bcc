"""The section for sound: how much is said, by which voice, how loud; and what works here."""

from PySide6.QtCore import QCoreApplication, QTimer

from backstretch.settings import Settings
from backstretch.ui.actions import Actions
from backstretch.ui.parts.label import Label
from backstretch.ui.preferences.hooks import Hooks
from backstretch.ui.preferences.setting_rows import Section
from backstretch.ui.theme import Appearance


class SoundSection(Section):
    """Lists voices and services once they are known, which may be after the page is shown."""

    def __init__(
        self, appearance: Appearance, settings: Settings, actions: Actions, hooks: Hooks
    ) -> None:
        title = QCoreApplication.translate("Preferences", "Sound and voice")
        super().__init__(appearance, settings, actions, title)
        self._hooks = hooks
        self._lines: dict[str, Label] = {}
        self.add("voice_level", "coaching")
        best = QCoreApplication.translate("Preferences", "Best available")
        self._voice = self.add_choice("voice", {"": best})
        for name in ("voice_rate", "voice_volume", "sounds_volume"):
            self.add_slider(name, late=True)
        self.add("breath_sounds")
        self._add_trials()
        self._again = QTimer(self)
        self._again.setInterval(1500)
        self._again.timeout.connect(self.refresh)

    def _add_trials(self) -> None:
        if self._hooks.try_voice is not None:
            self.add_button(
                QCoreApplication.translate("Preferences", "Sound check"),
                QCoreApplication.translate("Preferences", "A sentence as it will be spoken"),
                QCoreApplication.translate("Preferences", "Test voice"),
                self._hooks.try_voice,
            )
        if self._hooks.try_sounds is not None:
            self.add_button(
                QCoreApplication.translate("Preferences", "Sounds"),
                QCoreApplication.translate("Preferences", "All of them, one after the other"),
                QCoreApplication.translate("Preferences", "Test sounds"),
                self._hooks.try_sounds,
            )

    def refresh(self) -> None:
        """Updates the list of voices and services."""
        for name, service in self._hooks.services().items():
            if name not in self._lines:
                self._lines[name] = self.add_note("")
            state = (
                service.name or QCoreApplication.translate("Preferences", "works")
                if service.works
                else QCoreApplication.translate("Preferences", "not available here")
            )
            advice = f" {service.advice}" if service.advice else ""
            self._lines[name].setText(f"{name}: {state}.{advice}")
        voices = self._hooks.voices()
        known = {self._voice.itemData(place) for place in range(self._voice.count())}
        for identity, name in voices.items():
            if identity not in known:
                self._voice.addItem(name, identity)
        place = self._voice.findData(self._settings.now.voice)
        self._voice.setCurrentIndex(max(0, place))

    def watch(self, on: bool) -> None:
        """Keeps the list up to date while the page is seen."""
        if on:
            self.refresh()
            self._again.start()
        else:
            self._again.stop()
