"""Settings of what is heard: how much is said, by whom, how loud; and whether it works here."""

from PySide6.QtCore import QCoreApplication, QTimer

from backstretch.settings import Settings
from backstretch.ui.parts.choice import Choice
from backstretch.ui.parts.label import Label
from backstretch.ui.preferences.hooks import Hooks
from backstretch.ui.preferences.sections import percent_told
from backstretch.ui.preferences.setting_rows import Section
from backstretch.ui.theme import Appearance


class SoundSection(Section):
    """Lists the voices and what works when they are known, which may be later."""

    def __init__(self, appearance: Appearance, settings: Settings, hooks: Hooks) -> None:
        title = QCoreApplication.translate("Preferences", "Sound and voice")
        super().__init__(appearance, settings, title)
        self._hooks = hooks
        self._lines: dict[str, Label] = {}
        self._add_voice()
        self._add_sounds()
        self._again = QTimer(self)
        self._again.setInterval(1500)
        self._again.timeout.connect(self.refresh)

    def _add_voice(self) -> None:
        self.add_choice(
            "voice_level",
            QCoreApplication.translate("Preferences", "Spoken guidance"),
            QCoreApplication.translate("Preferences", "How much is said"),
            {
                "full": QCoreApplication.translate("Preferences", "Everything"),
                "cues": QCoreApplication.translate("Preferences", "Cues only"),
                "silent": QCoreApplication.translate("Preferences", "Nothing"),
            },
        )
        self._voice: Choice = self.add_choice(
            "voice",
            QCoreApplication.translate("Preferences", "Voice"),
            "",
            {"": QCoreApplication.translate("Preferences", "The system's")},
        )
        self.add_slider(
            "voice_rate",
            QCoreApplication.translate("Preferences", "How fast it speaks"),
            "",
            (0.5, 2, 0.05),
            percent_told,
            late=True,
        )
        self.add_slider(
            "voice_volume",
            QCoreApplication.translate("Preferences", "How loud it speaks"),
            "",
            (0, 1, 0.05),
            percent_told,
            late=True,
        )

    def _add_sounds(self) -> None:
        self.add_slider(
            "sounds_volume",
            QCoreApplication.translate("Preferences", "How loud the sounds are"),
            QCoreApplication.translate("Preferences", "Breath, reps, sides, next move"),
            (0, 1, 0.05),
            percent_told,
            late=True,
        )
        if self._hooks.try_voice is not None:
            self.add_button(
                QCoreApplication.translate("Preferences", "Sound check"),
                QCoreApplication.translate("Preferences", "A sentence as it will be spoken"),
                QCoreApplication.translate("Preferences", "Hear the voice"),
                self._hooks.try_voice,
            )
        if self._hooks.try_sounds is not None:
            self.add_button(
                QCoreApplication.translate("Preferences", "Sounds"),
                QCoreApplication.translate("Preferences", "All of them, one after the other"),
                QCoreApplication.translate("Preferences", "Hear the sounds"),
                self._hooks.try_sounds,
            )

    def refresh(self) -> None:
        """Asks again what works and which voices there are."""
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
        """Asks again from time to time while the page is seen."""
        if on:
            self.refresh()
            self._again.start()
        else:
            self._again.stop()
