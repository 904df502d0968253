"""Rules on addresses: each belongs to one page, stands on the list, and stays."""

from collections import defaultdict
from collections.abc import Iterator

from macros.content.address_list import PATH
from macros.content.addresses import addresses
from macros.content.library import Library, kind_of
from macros.content.model import url_of
from macros.content.problem import Problem


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
        hint = "Restore the page, or name its new place in docs/_data/redirects.yml."
        yield Problem(PATH, listed[address], f"/{address} was published once and leads nowhere now.", hint)


def unique_addresses(library: Library) -> Iterator[Problem]:
    """No page has the address of another or of one that moved; no two of a kind share a file's name."""
    taken = {("address", f"/{old}"): "docs/_data/redirects.yml" for old in library.data.redirects}
    for path, document in library.documents.items():
        kind = kind_of(path)
        ids = [("address", f"/{url_of(path)}")]
        ids += [(kind, path.rpartition("/")[2])] if kind != "page" else []
        for what, name in ids:
            other = taken.setdefault((what, name), document.path)
            if other != document.path:
                moved = other == "docs/_data/redirects.yml"
                hint = (
                    f"Take the line out of {other}, or remove the page."
                    if moved
                    else "Give one another name."
                )
                yield document.problem(1, f"{other} has the same {what} {name}.", hint)
                break


MUST = (addresses_stay, unique_addresses)
