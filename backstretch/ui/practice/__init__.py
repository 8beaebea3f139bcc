"""The practice page, on which people follow the routine."""
