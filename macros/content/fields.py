"""Readers of single values of YAML, each with the JSON Schema that tells an editor the same."""

import dataclasses
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from macros.content.problem import did_you_mean

LONG, MANY = 10_000, 1000  # limits that nobody reaches, so that no message names them
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class InvalidValue(ValueError):
    """A value that cannot be used: what must be true, and what to do."""

    def __init__(self, message: str, hint: str = "", item: int | None = None) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
        self.item = item  # which item of a list it is, from 0, where the reader of the list says so

    def within(self, part: str, item: int | None = None) -> "InvalidValue":
        """The same fault, as one of a part of a value."""
        return InvalidValue(f"{part}: {self.message}", self.hint, item)


Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Reader:
    """Reads one value when called (raises InvalidValue); `schema` says to an editor what may be written."""

    read: Callable[[Any], Any]
    schema: Schema

    def __call__(self, value: Any) -> Any:
        """The checked value."""
        return self.read(value)


def reader(schema: Schema) -> Callable[[Callable[[Any], Any]], Reader]:
    """Makes a Reader of a function."""
    return lambda read: Reader(read, schema)


def after(first: Reader, **schema: Any) -> Callable[[Callable[[Any], Any]], Reader]:
    """Makes a Reader of a function that checks or changes further what `first` has read."""
    return lambda read: Reader(lambda value: read(first(value)), {**first.schema, **schema})


@dataclass(frozen=True)
class Spec:
    """How one field is read, and into which field of its record ("" is the one of the same name)."""

    read: Reader
    required: bool = True
    into: str = ""


def text(least: int = 1, most: int = LONG) -> Reader:
    """A text of `least` to `most` characters, without macros."""

    @reader({"type": "string", "minLength": least} | ({} if most == LONG else {"maxLength": most}))
    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise InvalidValue(f"must be a text, not {_kind(value)}.", "Put it in quotes.")
        words = " ".join(value.split())
        if not least <= len(words) <= most:
            raise InvalidValue(f"must have {amount(least, most, 'character')}; it has {len(words)}.")
        if "{{" in words or "{%" in words:
            message = "must not hold a macro: front matter is not rendered."
            raise InvalidValue(message, "Move the macro into the body.")
        return words

    return read


def sentence(least: int = 1, most: int = 160) -> Reader:
    """A text that ends like a sentence."""

    @after(text(least, most), pattern=r"[.!?]\s*$")
    def read(words: str) -> str:
        if words[-1] not in ".!?":
            raise InvalidValue("must be a full sentence.", "End it with a full stop.")
        return words

    return read


@reader({"type": "boolean"})
def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise InvalidValue(f"must be true or false, not {_kind(value)}.")
    return value


def number(least: float, most: float, step: float = 0.5) -> Reader:
    """A number from `least` to `most` in steps of `step`."""

    @reader({"type": "number", "minimum": least, "maximum": most, "multipleOf": step})
    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise InvalidValue(f"must be a number, not {_kind(value)}.")
        if not least <= value <= most:  # also refuses NaN
            raise InvalidValue(f"must be from {least:g} to {most:g}; it is {value}.")
        if (value / step) % 1:
            raise InvalidValue(f"must be a multiple of {step:g}; it is {value:g}.")
        return float(value)

    return read


def whole(least: int, most: int) -> Reader:
    """A whole number from `least` to `most`."""
    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Reader(lambda value: int(number(least, most, 1)(value)), schema)


@reader({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"})
def day(value: Any) -> date:
    """A date written as 2026-11-22."""
    if isinstance(value, datetime) or not isinstance(value, date):
        hint = "Write year-month-day without quotes; leave the field out if the day is not known."
        raise InvalidValue(f"must be a date such as 2026-11-22, not {_kind(value)}.", hint)
    return value


def choice(words: Collection[str]) -> Reader:
    """One word of a closed list."""

    @reader({"enum": list(words)})
    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in words:
            raise InvalidValue(f"has the unknown value '{value}'.", did_you_mean(str(value), words))
        return value

    return read


def sequence(item: Reader, least: int = 1, most: int = MANY, name: str = "", unique: bool = False) -> Reader:
    """A list of items, which may repeat; where `name` says what one is called, a fault says which it is."""
    schema = {"type": "array", "items": item.schema, "minItems": least}
    schema |= ({} if most == MANY else {"maxItems": most}) | ({"uniqueItems": True} if unique else {})

    @reader(schema)
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise InvalidValue(f"must be a list, not {_kind(value)}.", "Write it as [one, two].")
        if not least <= len(value) <= most:
            raise InvalidValue(f"must have {amount(least, most, name or 'item')}; it has {len(value)}.")
        items = tuple(
            _part(item, part, name and f"{name} {place + 1}", place) for place, part in enumerate(value)
        )
        if unique and len(set(map(repr, items))) != len(items):
            raise InvalidValue("has the same item twice.")
        return items

    return read


def listing(item: Reader, least: int = 0, most: int = MANY) -> Reader:
    """A list of `least` to `most` different items."""
    return sequence(item, least, most, unique=True)


def _part(read: Reader, value: Any, name: str, place: int | None = None) -> Any:
    """A part of a value; its fault names the part, which without a name is the value's own."""
    try:
        return read(value)
    except InvalidValue as error:
        raise error.within(name, place) if name else error from None


def matching(pattern: str, message: str, hint: str = "") -> Reader:
    """A text that a regular expression describes as a whole; `message` ends "..., not '<value>'."."""

    @reader({"type": "string", "pattern": f"^{pattern}$"})
    def read(value: Any) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise InvalidValue(f"{message}, not '{value}'.", hint)
        return value

    return read


slug = matching(SLUG.pattern, "must be a name such as 'body-scan'")
address = matching(r"https?://[^/\s]+\.\S+", "must be an address such as https://www.childline.ie")


def named(item: Reader) -> Reader:
    """A group of one value or more under names, such as {harm: "8 in 100"}; `item` reads each."""

    @reader({**entries(item), "minProperties": 1, "propertyNames": slug.schema})
    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            message = f"must be a group of names with their values, not {_kind(value)}."
            raise InvalidValue(message, "Write name: words.")
        if not value:
            raise InvalidValue("must name at least one value.", "Leave the field out.")
        values = {}
        for place, (name, part) in enumerate(value.items()):
            values[_part(slug, name, str(name), place)] = _part(item, part, str(name), place)
        return values

    return read


def mapping(specs: Mapping[str, Spec], make: Callable[..., Any]) -> Reader:
    """A group of named values, each read by its own spec, handed to `make` as keywords."""
    parts = {name: spec.read.schema for name, spec in specs.items()}
    needed = [name for name, spec in specs.items() if spec.required]

    @reader({"type": "object", "properties": parts, "required": needed, "additionalProperties": False})
    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise InvalidValue(f"must be a group such as {{{', '.join(specs)}}}, not {_kind(value)}.")
        for name in value:
            if name not in specs:
                raise InvalidValue(f"has the unknown part '{name}'.", did_you_mean(str(name), specs))
        values = {}
        for name, spec in specs.items():
            if name in value:
                values[spec.into or name] = _part(spec.read, value[name], name)
            elif spec.required:
                raise InvalidValue(f"lacks '{name}'.")
        return make(**values)

    return read


Lists = Mapping[str, Collection[str]]  # the words of each closed list of docs/_data, by the list's name
Listed = Callable[[Lists], Reader]  # a reader that needs one of them


def word(name: str) -> Listed:
    """One word of the closed list `name`."""
    return lambda lists: choice(lists.get(name, ()))


def words(name: str, most: int = MANY) -> Listed:
    """One to `most` different words of the closed list `name`."""
    return lambda lists: listing(choice(lists.get(name, ())), 1, most)


def specs_of(record: type, lists: Lists = MappingProxyType({})) -> dict[str, Spec]:
    """The specs of a dataclass whose fields carry their readers: `title: Annotated[str, text(3)]`.

    A text before the reader is the name that an author writes; a field with a default may be left out.
    """
    specs = {}
    for field in dataclasses.fields(record):
        *written, read = getattr(field.type, "__metadata__", (None,))
        if read is not None:
            required = field.default is field.default_factory is dataclasses.MISSING
            own_reader = read if isinstance(read, Reader) else read(lists)
            specs[written[0] if written else field.name] = Spec(own_reader, required, field.name)
    return specs


def record(cls: type, lists: Lists = MappingProxyType({})) -> Reader:
    """A group of named values, read into a dataclass whose fields carry their readers."""
    return mapping(specs_of(cls, lists), cls)


def entries(item: Reader) -> Schema:
    """The schema of a group of values under names of their own, each read by `item`."""
    return {"type": "object", "additionalProperties": item.schema}


def amount(least: int, most: int, thing: str) -> str:
    """How many of a thing there must be, in words: "1 item", "2 to 5 items", "at least 3 characters"."""
    things = thing if (least if most in (LONG, MANY) else most) == 1 else f"{thing}s"
    if most in (LONG, MANY):
        return f"at least {least} {things}"
    return f"{least} {things}" if least == most else f"{least} to {most} {things}"


_KINDS = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list"}
_KINDS |= {dict: "a group", date: "a date", datetime: "a time of day", type(None): "nothing"}


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), type(value).__name__)
