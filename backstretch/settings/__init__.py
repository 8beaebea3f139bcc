"""What the user chose: `Preferences` is the frozen state, `Settings` keeps it in a JSON file.

A bad value gives way to its default with one clear sentence; keys of other versions are kept.
"""

from backstretch.settings.file import Reading, Settings, read
from backstretch.settings.preferences import Preferences, rule_of

__all__ = ["Preferences", "Reading", "Settings", "read", "rule_of"]
