"""Reads YAML files of strangers: a tree with line numbers, typed values, and problems."""
