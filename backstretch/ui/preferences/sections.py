"""The sections of the settings page, each one function that fills a card with rows."""

from PySide6.QtCore import QCoreApplication

from backstretch.session.preferred import FULL_PERCENT
from backstretch.settings import Settings
from backstretch.ui.actions import Actions
from backstretch.ui.preferences.figures import FigureChoice
from backstretch.ui.preferences.hooks import Hooks
from backstretch.ui.preferences.setting_rows import Section
from backstretch.ui.theme import Appearance


def appearance_section(
    appearance: Appearance, settings: Settings, actions: Actions, hooks: Hooks
) -> Section:
    title = QCoreApplication.translate("Preferences", "Appearance")
    section = Section(appearance, settings, actions, title)
    section.add("theme")
    _add_figures(section, appearance, settings, hooks)
    if len(hooks.languages) > 1:
        system = QCoreApplication.translate("Preferences", "As the system")
        section.add_choice("language", {"": system, **hooks.languages})
    section.add_slider("text_percent", late=True)
    section.add("reduced_motion")
    return section


def _add_figures(
    section: Section, appearance: Appearance, settings: Settings, hooks: Hooks
) -> None:
    figures = FigureChoice(appearance, hooks.figures, hooks.preview)
    figures.chosen.connect(lambda name: settings.change(figure=name))
    section.bind(figures, lambda now: figures.show_chosen(now.figure))
    section.add_tall_row(*section.words_of("figure"), figures)


def session_section(
    appearance: Appearance, settings: Settings, actions: Actions, hooks: Hooks
) -> Section:
    title = QCoreApplication.translate("Preferences", "Session")
    section = Section(appearance, settings, actions, title)
    section.add_slider("lead_in_seconds", routine_has=lambda: hooks.routine().lead_in)
    section.add("reentry_seconds", "change_factor", "wait_for_me", "facing", "starts_left")
    section.add_slider("range_percent", routine_has=lambda: FULL_PERCENT)
    section.add("hold_last")
    section.add("care_neck", "care_lower_back", "care_wrists", "care_knees")
    section.add("ask_stiffness")
    return section


def mat_section(appearance: Appearance, settings: Settings, actions: Actions) -> Section:
    title = QCoreApplication.translate("Preferences", "Read from the mat")
    section = Section(appearance, settings, actions, title)
    section.add("viewing_metres", "screen_inches", "flash")
    return section
