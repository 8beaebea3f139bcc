"""The sections of the settings page, each one function that fills a card with rows."""

from PySide6.QtCore import QCoreApplication, QLocale

from backstretch.settings import Settings
from backstretch.ui.preferences.figures import FigureChoice
from backstretch.ui.preferences.hooks import Hooks
from backstretch.ui.preferences.setting_rows import Section
from backstretch.ui.theme import Appearance


def seconds_told(value: float) -> str:
    return QCoreApplication.translate("Preferences", "%n s", None, round(value))


def percent_told(value: float) -> str:
    words = QCoreApplication.translate("Preferences", "{number}%")
    return words.format(number=QLocale().toString(round(value * 100)))


def metres_told(value: float) -> str:
    words = QCoreApplication.translate("Preferences", "{number} m")
    return words.format(number=QLocale().toString(float(value), "f", 1))


def inches_told(value: float) -> str:
    if value == 0:
        return QCoreApplication.translate("Preferences", "as the screen says")
    words = QCoreApplication.translate("Preferences", "{number} inches")
    return words.format(number=QLocale().toString(float(value), "f", 1))


def appearance_section(appearance: Appearance, settings: Settings, hooks: Hooks) -> Section:
    section = Section(appearance, settings, QCoreApplication.translate("Preferences", "Appearance"))
    section.add_choice(
        "theme",
        QCoreApplication.translate("Preferences", "Light or dark"),
        "",
        {
            "system": QCoreApplication.translate("Preferences", "As the system"),
            "light": QCoreApplication.translate("Preferences", "Light"),
            "dark": QCoreApplication.translate("Preferences", "Dark"),
        },
    )
    _add_figures(section, appearance, settings, hooks)
    if len(hooks.languages) > 1:
        _add_languages(section, hooks)
    section.add_slider(
        "text_percent",
        QCoreApplication.translate("Preferences", "Text size"),
        QCoreApplication.translate("Preferences", "Of the size that the system asks for"),
        (75, 250, 5),
        lambda value: percent_told(value / 100),
        late=True,
    )
    section.add_switch(
        "reduced_motion",
        QCoreApplication.translate("Preferences", "Less motion"),
        QCoreApplication.translate(
            "Preferences",
            "Still key poses that fade into one another; the system's own wish is followed too",
        ),
    )
    return section


def _add_figures(
    section: Section, appearance: Appearance, settings: Settings, hooks: Hooks
) -> None:
    figures = FigureChoice(appearance, hooks.figures, hooks.preview)
    figures.chosen.connect(lambda name: settings.change(figure=name))
    figures.show_chosen(settings.now.figure)
    stop = settings.listen(lambda now: figures.show_chosen(now.figure))
    figures.destroyed.connect(lambda: stop())
    section.add_tall_row(
        QCoreApplication.translate("Preferences", "Figure"),
        QCoreApplication.translate("Preferences", "Who shows you the moves"),
        figures,
    )


def _add_languages(section: Section, hooks: Hooks) -> None:
    options = {
        "": QCoreApplication.translate("Preferences", "As the system"),
        **hooks.languages,
    }
    section.add_choice(
        "language",
        QCoreApplication.translate("Preferences", "Language"),
        QCoreApplication.translate("Preferences", "From the next start on"),
        options,
    )


def session_section(appearance: Appearance, settings: Settings) -> Section:
    section = Section(appearance, settings, QCoreApplication.translate("Preferences", "Session"))
    section.add_slider(
        "lead_in_seconds",
        QCoreApplication.translate("Preferences", "Lead-in"),
        QCoreApplication.translate(
            "Preferences", "Time to get down on the mat before the first move"
        ),
        (3, 60, 1),
        seconds_told,
    )
    section.add_slider(
        "reentry_seconds",
        QCoreApplication.translate("Preferences", "Count after a pause"),
        QCoreApplication.translate("Preferences", "Before it goes on where you paused"),
        (0, 15, 1),
        seconds_told,
    )
    section.add_slider(
        "change_factor",
        QCoreApplication.translate("Preferences", "Changes of position"),
        QCoreApplication.translate("Preferences", "How long they last, compared with the routine"),
        (0.5, 4, 0.25),
        percent_told,
    )
    section.add_switch(
        "wait_for_me",
        QCoreApplication.translate("Preferences", "Wait for me"),
        QCoreApplication.translate(
            "Preferences", "After a change of position the next move begins when you press Space"
        ),
    )
    _add_care(section)
    return section


def _add_care(section: Section) -> None:
    section.add_switch(
        "care_neck",
        QCoreApplication.translate("Preferences", "Careful with my neck"),
        QCoreApplication.translate(
            "Preferences", "Moves that ask much of it are done in their gentler variant"
        ),
    )
    section.add_switch(
        "care_lower_back",
        QCoreApplication.translate("Preferences", "Careful with my lower back"),
        "",
    )
    section.add_switch(
        "ask_stiffness",
        QCoreApplication.translate("Preferences", "Ask how stiff my back is"),
        QCoreApplication.translate(
            "Preferences", "Before and after a session; never in the way of starting"
        ),
    )


def mat_section(appearance: Appearance, settings: Settings) -> Section:
    section = Section(
        appearance, settings, QCoreApplication.translate("Preferences", "Read from the mat")
    )
    section.add_slider(
        "viewing_metres",
        QCoreApplication.translate("Preferences", "Distance"),
        QCoreApplication.translate(
            "Preferences",
            "From your eyes on the mat to the screen; mat mode writes as large as that needs",
        ),
        (0.5, 6, 0.1),
        metres_told,
    )
    section.add_slider(
        "screen_inches",
        QCoreApplication.translate("Preferences", "Screen size"),
        QCoreApplication.translate(
            "Preferences", "Its diagonal, where the screen does not tell it right"
        ),
        (0, 100, 0.5),
        inches_told,
    )
    section.add_switch(
        "flash",
        QCoreApplication.translate("Preferences", "Flash"),
        QCoreApplication.translate("Preferences", "A gentle flash when a phase begins"),
    )
    section.add_switch(
        "mirrored",
        QCoreApplication.translate("Preferences", "Mirror"),
        QCoreApplication.translate("Preferences", "Swap left and right, figure and words together"),
    )
    return section
