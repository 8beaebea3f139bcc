"""Fixtures for the pages' tests."""

import pytest
from PySide6.QtWidgets import QApplication

from backstretch.paths import places
from backstretch.settings import Settings
from backstretch.ui.actions import Actions
from backstretch.ui.theme import Appearance


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, "light")


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions()


@pytest.fixture
def settings() -> Settings:
    return Settings(places().settings)
