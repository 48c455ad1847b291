"""A raw line as words: what is literal, what is a sign, and what stands behind each word."""

import re
from collections.abc import Collection
from typing import NamedTuple

SPACES = re.compile(r"\s+")
NO_SPACES = re.compile(r"\S+")
BEHIND = re.compile(r"[.,;:!?…'’]*\Z")
QUOTES = {'"': '"', "“": "”", "„": "“"}
SIGNS = "#/@%+"
STRAIGHT = str.maketrans("’", "'")


class Word(NamedTuple):
    """A word without the punctuation behind it. `key` is empty where the word is literal."""

    start: int
    end: int
    key: str
    behind: str = ""
    quoted: str | None = None


class Words:
    """The words of one line, and a counter of how often they were looked at."""

    def __init__(self, raw: str, kept: Collection[str] = ()) -> None:
        self.raw = raw
        self.steps = len(raw)
        self.all = _Cutter(raw).words
        self._keep(kept)

    def __len__(self) -> int:
        return len(self.all)

    def key(self, at: int) -> str:
        """The word in lower case; empty outside of the line and for literal words."""
        self.steps += 1
        return self.all[at].key if 0 <= at < len(self.all) else ""

    def next_key(self, at: int) -> str:
        """The same, for a word that goes on a phrase: empty behind anything but a comma or a dot."""
        goes_on = 0 < at < len(self.all) and self.all[at - 1].behind in {"", ",", "."}
        return self.key(at if goes_on else -1)

    def behind(self, at: int) -> str:
        self.steps += 1
        return self.all[at].behind if 0 <= at < len(self.all) else ""

    def is_mark(self, at: int) -> bool:
        """A dash, an emoji and the like: no word, and nothing that was quoted."""
        self.steps += 1
        return bool(self.all[at].key) and not any(letter.isalnum() for letter in self.all[at].key)

    def text(self, first: int, last: int) -> str:
        return self.raw[self.all[first].start : self.all[last - 1].end]

    def _keep(self, kept: Collection[str]) -> None:
        """Make literal what is to stay text, wherever it stands."""
        phrases: dict[str, list[list[str]]] = {}
        for keys in (_keys(phrase) for phrase in kept):
            if keys:
                phrases.setdefault(keys[0], []).append(keys)
        for at, word in enumerate(self.all):
            for keys in phrases.get(word.key, ()):
                self.steps += len(keys)
                if [other.key for other in self.all[at : at + len(keys)]] == keys:
                    self._make_literal(at, at + len(keys))

    def _make_literal(self, first: int, last: int) -> None:
        self.all[first:last] = [word._replace(key="") for word in self.all[first:last]]


def _keys(phrase: str) -> list[str]:
    return [word.key for word in _Cutter(phrase).words]


class _Cutter:
    """Cuts a line into words, from left to right; each character is passed once."""

    def __init__(self, raw: str) -> None:
        self.raw, self.at, self.words = raw, 0, list[Word]()
        self.last_quote = {close: raw.rfind(close) for close in QUOTES.values()}
        while self._skip_spaces():
            self._cut()

    def _skip_spaces(self) -> bool:
        spaces = SPACES.match(self.raw, self.at)
        self.at = spaces.end() if spaces else self.at
        return self.at < len(self.raw)

    def _cut(self) -> None:
        first = self.raw[self.at]
        if first == "\\":
            self._literal(self._closing(self.at + 1) or self._closing(self.at + 2))
        elif close := self._closing(self.at):
            self._literal(close)
        elif first in SIGNS and (close := self._closing(self.at + 1)):
            self._quoted_name(close)
        elif first == "{":
            self._word(self.at, self.at + 1)
        else:
            self._run()

    def _closing(self, at: int) -> int | None:
        """Where the quotation that opens here ends, if one opens and ends."""
        close = QUOTES.get(self.raw[at : at + 1], "")
        if not close or self.last_quote[close] <= at + 1:
            return None
        return self.raw.index(close, at + 1) + 1

    def _literal(self, end: int | None) -> None:
        start = self.at
        run = NO_SPACES.match(self.raw, end or start)
        self.at = run.end() if run else end or start
        self.words.append(Word(start, self.at, ""))

    def _quoted_name(self, close: int) -> None:
        start = self.at
        run = NO_SPACES.match(self.raw, close)
        end = run.end() if run else close
        name = " ".join(self.raw[start + 2 : close - 1].split())
        is_clean = BEHIND.fullmatch(self.raw, close, end) is not None and name
        quoted = name if is_clean else None
        key = f'{self.raw[start]}"{name.casefold()}"' if is_clean else ""
        self.words.append(Word(start, close, key, self.raw[close:end], quoted))
        self.at = end

    def _run(self) -> None:
        run = NO_SPACES.match(self.raw, self.at)
        end = run.end() if run else len(self.raw)
        if self.raw[self.at : self.at + 6].casefold() == "start:" and end > self.at + 6:
            self._word(self.at, self.at + 6)
            return
        brace = self.raw.find("}", self.at, end)
        if brace < 0:
            self._word(self.at, end)
            return
        if brace > self.at:
            self._word(self.at, brace)
        self._word(brace, end)

    def _word(self, start: int, end: int) -> None:
        text = self.raw[start:end]
        bare = text[: _bare_length(text)] or text
        behind = text[len(bare) :]
        key = bare.casefold().translate(STRAIGHT)
        self.words.append(Word(start, start + len(bare), key, behind))
        self.at = end


def _bare_length(text: str) -> int:
    return len(text.rstrip(".,;:!?…'’"))
