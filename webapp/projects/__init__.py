"""Projects: what tasks belong to, in sections, and who may see and change it."""

from . import favourites, sections

__all__ = ["favourites", "sections"]
