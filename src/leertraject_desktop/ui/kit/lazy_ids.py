"""The ids of a long list in their order: the first at once, the rest when somebody looks further."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload

FIRST = 200
"""How many ids are read at once: a few screens full."""
NOBODY = 0
"""The id of no row, in the place of one that is gone."""


def lazy_ids(fetch: Callable[[int | None], Sequence[int]], count: Callable[[], int]) -> Sequence[int]:
    """The ids that `fetch` gives, at most so many or all (None), of which `count` says how many there are."""
    first = fetch(FIRST + 1)
    return first if len(first) <= FIRST else LazyIds(first, count(), lambda: fetch(None))


class LazyIds(Sequence[int]):
    """As long as the whole list; who asks for what is not among the first makes it read the rest, once."""

    def __init__(self, first: Sequence[int], count: int, fetch_all: Callable[[], Sequence[int]]) -> None:
        self._known: Sequence[int] = first
        self._count = max(count, len(first))
        self._fetch_all: Callable[[], Sequence[int]] | None = fetch_all

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            numbers = range(*index.indices(self._count))
            last = max(numbers[0], numbers[-1]) if numbers else -1
            known = self._upto(last)
            return [known[number] for number in numbers]
        number = range(self._count)[index]
        return self._upto(number)[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._upto(self._count - 1))

    def __contains__(self, value: object) -> bool:
        return value in self._known or value in self._upto(self._count - 1)

    def index(self, value: int, start: int = 0, stop: int | None = None) -> int:
        """Where this id stands. Raises ValueError when it is not there."""
        if value in self._known:
            return self._known.index(value, start, self._count if stop is None else stop)
        return self._upto(self._count - 1).index(value, start, self._count if stop is None else stop)

    def _upto(self, last: int) -> Sequence[int]:
        """Ids at least up to this place."""
        if last >= len(self._known) and self._fetch_all is not None:
            found = list(self._fetch_all())[: self._count]
            # When somebody was wiped meanwhile, the list is read again soon; until then it stays as long.
            found += [NOBODY] * (self._count - len(found))
            self._known, self._fetch_all = found, None
        return self._known
