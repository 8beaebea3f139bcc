"""The settings page, its sections one below the other."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from backstretch.settings import Settings
from backstretch.ui.actions import Actions
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.preferences.hooks import Hooks
from backstretch.ui.preferences.key_settings import keys_section
from backstretch.ui.preferences.moves import moves_section
from backstretch.ui.preferences.sections import appearance_section, mat_section, session_section
from backstretch.ui.preferences.setting_rows import Section
from backstretch.ui.preferences.sound import SoundSection
from backstretch.ui.theme import Appearance


class SettingsPage(Page):
    def __init__(
        self, appearance: Appearance, settings: Settings, actions: Actions, hooks: Hooks
    ) -> None:
        super().__init__(widest=210)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Settings"))
        self.column.addWidget(Label(self.tr("Settings"), "title"))
        self._sound = SoundSection(appearance, settings, actions, hooks)
        sections: tuple[QWidget, ...] = (
            appearance_section(appearance, settings, actions, hooks),
            session_section(appearance, settings, actions, hooks),
            moves_section(appearance, settings, actions, hooks.routine()),
            self._sound,
            mat_section(appearance, settings, actions),
            keys_section(appearance, settings, actions),
            data_section(appearance, settings, actions, hooks),
        )
        for section in sections:
            self.column.addWidget(section)
        self.column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._sound.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._sound.watch(False)


def data_section(
    appearance: Appearance, settings: Settings, actions: Actions, hooks: Hooks
) -> Section:
    title = QCoreApplication.translate("Preferences", "Your data")
    section = Section(appearance, settings, actions, title)
    section.add_note(
        QCoreApplication.translate("Preferences", "Everything stays on this computer.")
    )
    for name, place in hooks.places.items():
        section.add_row(name, place)
    for action in hooks.data_actions:
        section.add_button(action.title, action.hint, action.words, action.press)
    return section
