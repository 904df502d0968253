"""How a page looks, as values: the computed style of every element and of what stands before and after it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# One line for each element: where it is, and a sum over every property; pages that look the same give the same list.
LOOK = """(wanted) => {
  const sum = (text) => {
    let made = 0;
    for (let at = 0; at < text.length; at++) made = (made * 31 + text.charCodeAt(at)) | 0;
    return made;
  };
  const clean = (text) => text
    .replaceAll(location.origin, "")
    .replaceAll("0% 0%", "0px 0px") // the same place, said in two ways
    .replace(/assets\\/(\\w+\\/)?[^"')]*/g, "asset");
  const name = (each) => {
    const classes = typeof each.className === "string" ? each.className.trim().split(/\\s+/).filter(Boolean) : [];
    return [each.tagName.toLowerCase() + (each.id && `#${each.id}`), ...classes.sort()].join(".");
  };
  const parts = (each) => [
    "", "::before", "::after",
    ...(each.tagName === "LI" || each.tagName === "SUMMARY" ? ["::marker"] : []),
    ...(each.tagName === "INPUT" ? ["::placeholder"] : []),
  ];
  const left = (each) => each.closest("script, style, noscript, template") || each.parentElement?.closest("svg");
  const found = [];
  [...document.querySelectorAll("html, body, body *")].filter((each) => !left(each)).forEach((each, at) => {
    for (const part of parts(each)) {
      const style = getComputedStyle(each, part);
      if ((part === "::before" || part === "::after") && style.content === "none") continue;
      const values = [...style]
        .filter((property) => !property.startsWith("--"))
        .map((property) => `${property}: ${clean(style.getPropertyValue(property))}`);
      const line = `${at} ${name(each)}${part}`;
      found.push(wanted ? [line, values] : [line, sum(values.join(";"))]);
    }
  });
  return wanted ? found.filter(([line]) => wanted.includes(line)) : found;
}"""


def differences(one: Page, other: Page) -> list[str]:
    """What looks different on two pages with the same elements: "element: property: here | there"; at most 20."""
    here: list[list[Any]] = one.evaluate(LOOK, None)
    there: list[list[Any]] = other.evaluate(LOOK, None)
    if [line for line, _ in here] != [line for line, _ in there]:
        return [f"elements: {line} is on one page only" for line in _apart([x for x, _ in here], [x for x, _ in there])]
    wanted = [line for (line, mine), (_, theirs) in zip(here, there, strict=True) if mine != theirs][:20]
    if not wanted:
        return []
    return [
        f"{line}: {mine} | {theirs}"
        for (line, left), (_, right) in zip(one.evaluate(LOOK, wanted), other.evaluate(LOOK, wanted), strict=True)
        for mine, theirs in zip(left, right, strict=False)
        if mine != theirs
    ]


def _apart(one: list[str], other: list[str]) -> list[str]:
    return sorted(set(one) ^ set(other))[:20]
