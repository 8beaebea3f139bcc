"""Texts of the pages, in the language of the window. Each number, time and dose is worded in one
place only, so that all pages word it alike."""
