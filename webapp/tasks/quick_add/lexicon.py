"""Words by which a date is known to be part of a name."""

from .vocabulary import each

# What stands before these is a noun of the title: "the sun", "Beethoven's 9th", "Ant and Dec".
DETERMINERS = {"the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "no", "some", "any"}
JOINERS = each("of and or & with about like than vs versus as into called was")
# A person is meant by what follows: "call Jan", "lunch with April", "Aunt June".
TO_PEOPLE = each(
    "call ring phone text email e-mail mail message ask tell meet thank visit invite see help pay remind "
    "dear aunt auntie uncle prof st mr mrs ms miss dr sir for to"
)
RELATIVE = {"this", "next", "last"}
TITLES_OF_PEOPLE = {"mr", "mrs", "ms", "dr", "prof", "st"}
STREETS = {"street", "st", "avenue", "ave", "road", "rd", "square", "lane", "boulevard", "bridge"}
PERSONAL = {"jan", "april", "may", "june", "august", "tom", "tod", "mar"}
PRONOUNS = {"i", "you", "he", "she", "it", "we", "they", "who", "what", "that", "which", "there", "this"}
# Numbers behind these say where, not when: "chapter 3/4", "version 01.02.25".
REFERENCES = each(
    "chapter section part page pages figure fig table version v release article paragraph episode season "
    "level step item number no nr room flat apartment gate platform seat bus line track size score ratio "
    "rate grade psalm exercise question lesson unit module appendix"
)
RATIOS = {"ratio", "score", "aspect", "psalm", "verse"}
RANGE = {"to", "-", "–", "until", "till"}
# Behind these `in 3 days` says how long something takes, not when it is due.
JOURNEYS = {"around", "across", "how"}
PARTS_OF_AN_HOUR = {"quarter", "minutes", "min", "five", "ten", "twenty", "twenty-five"}
OFTEN = {"once", "twice", "times", "time"}
# What sort of day it is: "lazy Sunday", "Meatless Monday".
ADJECTIVES = each(
    "black blue holy bloody good happy lazy meatless sunny rainy perfect typical normal given sober"
)
# Days, months and parts of the day that have a name of their own, by the word before.
NAMES = {
    "monday": {"cyber", "easter", "manic", "whit", "just"},
    "tuesday": {"ruby", "shrove", "giving", "super", "fat", "taco"},
    "wednesday": {"ash", "sheffield"},
    "thursday": {"maundy", "throwback"},
    "friday": {"casual", "freaky", "girl", "man", "tgi"},
    "sunday": {"easter", "palm", "whit", "bowl"},
    "november": {"sweet"},
    "march": {"protest", "long", "wedding", "hunger", "peace", "death", "imperial", "radetzky", "funeral"},
    "may": {"theresa", "brian", "elaine", "james", "cape", "imelda"},
    "wed": {"get", "got", "newly", "just", "be"},
    "noon": {"high"},
    "morning": {"good", "saturday's"},
    "afternoon": {"good"},
    "evening": {"good", "open", "parents'", "parents", "social"},
    "today": {"usa", "psychology"},
    "sun": {"midnight", "black", "morning", "rising", "evening"},
}
NAMES["night"] = each(
    "last date movie film game games quiz trivia poker pizza taco karaoke music comedy ladies girls boys "
    "guys opening first wedding starry silent good twelfth school late hen stag bonfire burns family open "
    "club parents fight curry bingo prom press theatre"
)
NEVER_NOUNS = each("today tomorrow tonight yesterday tmr tmrw noon midnight midday")
# Of the leading words those that may also stand before a verb: "the last may be first".
NOUNS_TOO = {"this", "next", "last", "due"}
COUNTABLE_MONTHS = {"may", "march", "mar"}
