"""Rules on links, addresses and ids: each leads to one place that is there, and stays."""

import re
from collections import defaultdict
from collections.abc import Iterator

from markdown.extensions.toc import slugify

from macros.content.addresses import addresses
from macros.content.data import ADDRESSES, REDIRECTS
from macros.content.frontmatter import Document
from macros.content.library import FOLDERS, Library, kind_of
from macros.content.macro_calls import MACROS
from macros.content.model import Guide, Practice, Term, url_of
from macros.content.problem import Problem, did_you_mean
from macros.content.prose import CODE, headings, lines, links, target_path, without_code
from macros.content.rules.page import CheckedPage

COUNTRY_LISTS = ("help_country", "help_countries")  # macros that lead to every country
_ELSEWHERE = re.compile(r"(?:https?|mailto|tel|sms):|#")
_TOOL = re.compile(r"tools/(?:[^/]+|[^/]+/index)\.md")
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)(?=[\s/>])[^<>]*>")
_WRITTEN_ID = re.compile(r"(?<!\{)\{:? *[^{}\n]*?#([\w-]+)[^{}\n]*\}")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def targets_exist(page: CheckedPage) -> Iterator[Problem]:
    """A link to a page names an existing file, relative to the page it stands on."""
    for line, target in links(page.document):
        if not _ELSEWHERE.match(target) and (fault := _fault(page.library, page.path, target)):
            yield page.problem(line, *fault)


def _fault(library: Library, path: str, target: str) -> tuple[str, str] | None:
    if target.startswith("/"):
        return f"the link '{target}' is absolute.", "Link to the .md file, relative to this page."
    page = target_path(path, target)
    if page in library.documents or page in library.drafts:
        return None
    if page.endswith(".md"):
        hint = did_you_mean(page, library.documents, "Links are relative to this page.")
        return f"there is no page '{page}'.", hint
    if "assets/" in page:
        return None
    return f"the link '{target}' is not to a .md file.", "Link to the page's source file."


def to_draft(page: CheckedPage) -> Iterator[Problem]:
    """A published page links to no draft."""
    for line, target in links(page.document):
        if (draft := target_path(page.path, target)) in page.library.drafts:
            hint = "Publish it (take 'draft' out of it), or take the link out."
            yield page.problem(line, f"the page '{draft}' is a draft.", hint)


def page_linked(library: Library) -> Iterator[Problem]:
    """Another page leads to each page but a folder's first; to a practice, not only the list of all."""
    reached = {target for path in library.documents for target in _targets(library, path) if target != path}
    for choices in library.data.vocabulary.values():
        reached |= {f"practices/{choice.first}.md" for choice in choices.values()}
    reached |= {f"practices/{day.practice}.md" for week in library.data.plan for day in week.days}
    for path, document in library.documents.items():
        if path.rpartition("/")[2] == "index.md" or path in reached or kind_of(path) == "term":
            continue
        from_where = "no guide, term or other practice" if kind_of(path) == "practice" else "no other page"
        hint = "Link to it where a reader would look for it."
        yield document.problem(1, f"{from_where} leads to this page.", hint)


def _targets(library: Library, path: str) -> Iterator[str]:
    """The pages that a page leads to, by their paths: in its text, its macros and its front matter."""
    for _, target in links(library.documents[path]):
        yield target_path(path, target)
    for call in library.calls[path]:
        macro = MACROS.get(call.name)
        for kind, name in zip(macro.arguments if macro else (), call.arguments, strict=False):
            if kind in FOLDERS:
                yield f"{FOLDERS[kind]}/{name}.md"
        if call.name in COUNTRY_LISTS:
            yield from (country.path for country in library.countries.values())
        if call.name == "guide_path":
            yield from (guide.path for guide in library.guides.values())
        if call.name == "tool_cards":
            yield from filter(_TOOL.fullmatch, library.pages)
    page = library.pages.get(path)
    if isinstance(page, Guide):
        yield f"practices/{page.practice}.md"
    elif isinstance(page, Practice):
        yield from (f"practices/{slug}.md" for slug in page.related)
    elif isinstance(page, Term):
        yield from (f"practices/{slug}.md" for slug in page.tries)
        yield from (f"glossary/{slug}.md" for slug in page.see)


def addresses_stay(library: Library) -> Iterator[Problem]:
    """Every address stands on the list of addresses, and every address on the list still leads somewhere."""
    site, listed = addresses(library), library.data.addresses
    new: dict[str, list[str]] = defaultdict(list)
    for address in sorted(site.keys() - listed.keys()):
        new[site[address]].append(f"/{address}")
    for file, names in new.items():
        are = "is" if len(names) == 1 else "are"
        message = f"{', '.join(names)} {are} not on the list of addresses that stay."
        yield Problem(file, 1, message, "When the name is settled, run `make addresses`.")
    for address in listed.keys() - site.keys():
        message = f"/{address} was published once and leads nowhere now."
        hint = f"Restore the page, or name its new place in {REDIRECTS}."
        yield Problem(ADDRESSES, listed[address], message, hint)


def unique_addresses(library: Library) -> Iterator[Problem]:
    """No page has the address of another or of one that moved; no two of a kind share a file's name."""
    taken = {("address", f"/{old}"): REDIRECTS for old in library.data.redirects}
    for path, document in library.documents.items():
        kind = kind_of(path)
        ids = [("address", f"/{url_of(path)}")]
        ids += [(kind, path.rpartition("/")[2])] if kind != "page" else []
        for what, name in ids:
            other = taken.setdefault((what, name), document.path)
            if other != document.path:
                moved = f"Take the line out of {other}, or remove the page."
                hint = moved if other == REDIRECTS else "Give one another name."
                yield document.problem(1, f"{other} has the same {what} {name}.", hint)
                break


def raw_html(page: CheckedPage) -> Iterator[Problem]:
    """No raw HTML in a page: nothing would check its links, ids and words."""
    text = without_code(page.document.body)
    for tag in _TAG.finditer(text):
        line = page.document.body_line + text.count("\n", 0, tag.start())
        hint = "Write it in Markdown or call its macro; a word in angle brackets goes between `...`."
        yield page.problem(line, f"<{tag[1]}> is raw HTML.", hint)


def unique_ids(page: CheckedPage) -> Iterator[Problem]:
    """No two headings of a page, and no two marks such as { #name }, share an id."""
    seen: dict[str, int] = {}
    for line, name in _ids(page.document):
        first = seen.setdefault(name, line)
        if first != line:
            message = f"the id '{name}' stands on line {first} already: a link to it would lead there."
            yield page.problem(line, message, "Reword the heading, or give it an id of its own.")


def _ids(document: Document) -> Iterator[tuple[int, str]]:
    words = {line: heading for line, _, heading in headings(document)}
    for line, text in lines(document):
        written = _WRITTEN_ID.findall(CODE.sub("", text))
        yield from ((line, name) for name in written)
        if line in words and not written and "{{" not in words[line]:
            yield line, slugify(_LINK.sub(r"\1", words[line]), "-")


MUST = {
    "links": (targets_exist, to_draft),
    "addresses": (addresses_stay, unique_addresses),
    "html": (raw_html, unique_ids),
}
SHOULD = {"links": (page_linked,)}
