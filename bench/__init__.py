"""What Backstretch costs, measured beside a yardstick: `python3 dev.py bench NAME`.

Figures are for reading, never for a test to assert: machines differ and are shared.
"""
