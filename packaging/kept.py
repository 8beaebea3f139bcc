"""What a folder without Python leaves out of what PyInstaller finds."""

import re

_NEEDLESS = re.compile(
    "|".join(
        (
            r"libQt6(Quick|Qml|Pdf|VirtualKeyboard|Egl|OpenGL|WaylandEgl|WlShell)",
            r"plugins/(tls|networkinformation|egldeviceintegrations|xcbglintegrations)/",
            r"plugins/(generic|qmltooling|platforminputcontexts/libqtvirtualkeyboard)",
            r"plugins/platforms/libq(eglfs|linuxfb|vkkhrdisplay|vnc|minimal|minimalegl)",
            r"plugins/platformthemes/libqgtk3",
            r"plugins/wayland-graphics-integration",
            r"plugins/wayland-shell-integration/lib(fullscreen|ivi|qt|wl)-?shell",
            r"plugins/imageformats/libq(?!svg|jpeg)",
            r"PySide6/Qt/translations/(?!qt(base)?_(de|en)\.qm)",
            r"PIL/_(avif|imagingcms|imagingft|imagingmath|imagingtk)",
            r"pillow\.libs/lib(avif|lcms2|freetype|harfbuzz|brotli)",
            r"(^|/)lib(ssl|crypto)\.so",
            r"_codecs_(cn|hk|jp|kr|tw|iso2022)|_multibytecodec",
            r"resources/.*\.(py|ts)$",
        )
    )
)
_HOST = re.compile(r"^/(usr/)?lib/.*/lib(gtk|gdk|atk|cairo|pango|rsvg|epoxy|colord|cups|systemd)")
"""Of the building system: what its GTK would bring along."""


def is_needless(name: str, source: str) -> bool:
    """True for a file that the program never asks for. `name` is its place in the folder, `source`
    where it was found."""
    return bool(_NEEDLESS.search(name.replace("\\", "/")) or _HOST.search(source))
