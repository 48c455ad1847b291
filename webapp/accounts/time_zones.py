"""The time zones that a person would choose from: those in use in some country, without their old names."""

from functools import cache
from importlib.resources import files

TABLES = files("tzdata") / "zoneinfo"


@cache
def time_zones() -> list[str]:
    """IANA names, UTC first."""
    rows = (TABLES / "zone.tab").read_text(encoding="utf-8").splitlines()
    return ["UTC", *sorted(row.split("\t")[2] for row in rows if not row.startswith("#"))]


@cache
def old_names() -> dict[str, str]:
    """What a zone was called before, which browsers may still say: `Asia/Calcutta` is `Asia/Kolkata`."""
    rows = (TABLES / "tzdata.zi").read_text(encoding="utf-8").splitlines()
    links = [row.split() for row in rows if row.startswith("L ")]
    zones = set(time_zones())
    return {old: zone for _, zone, old in links if zone in zones and old not in zones}


def current_name(zone: str) -> str:
    """The name under which a zone is on offer; UTC for what is none."""
    zone = old_names().get(zone, zone)
    return zone if zone in time_zones() else "UTC"
