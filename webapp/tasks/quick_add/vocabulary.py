"""The words of dates."""


def each(words: str) -> set[str]:
    return set(words.split())


WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for word in words.split()
}
MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for word in words.split()
}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
# What one of an amount is called before its unit: "in an hour", "a week ago".
ONE = {"a", "an"}

# Days of the month in words, which count only where they stand alone on a line.
_SPELT = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
)
SPELT = {word: number for number, word in enumerate(_SPELT.split(), 1)}

UNITS = {
    word: unit
    for unit, words in {
        "minutes": "minute minutes min mins",
        "hours": "hour hours hr hrs h",
        "days": "day days d",
        "weeks": "week weeks wk wks w",
        "months": "month months mo mos mon mons",
        "years": "year years yr yrs y",
    }.items()
    for word in words.split()
}

# Words that can be short for a day or a month and are words of their own.
ABBREVIATIONS = {word for word in (*WEEKDAYS, *MONTHS) if len(word) <= 5 and word not in {"march", "april"}}
ABBREVIATIONS -= {"june", "july"}

# After these a bare weekday, month, part of day, number of a day or rhythm counts anywhere.
LEADING = each("on by due at every until from starting ending this next last")
