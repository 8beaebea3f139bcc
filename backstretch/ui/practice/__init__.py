"""The page on which people follow the routine."""
