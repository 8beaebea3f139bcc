"""What the user chose: `Preferences` is the frozen state, `Settings` keeps it in a JSON file.

A bad value is replaced by its default, and the page says so; keys of other versions are kept.
"""

from backstretch.settings.preferences import RULES, Preferences
from backstretch.settings.rule import Rule
from backstretch.settings.settings_file import Reading, Settings, read
from backstretch.settings.settings_problem import SettingsProblem

__all__ = ["RULES", "Preferences", "Reading", "Rule", "Settings", "SettingsProblem", "read"]
