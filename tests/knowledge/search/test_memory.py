from __future__ import annotations

from knowledge.search.memory import Memory


def test_what_was_kept_is_had_again() -> None:
    memory: Memory[str, int] = Memory(2)
    assert memory.keep("a", 1) == 1
    assert (memory.get("a"), memory.get("b")) == (1, None)


def test_never_more_is_kept_than_was_agreed() -> None:
    memory: Memory[int, int] = Memory(10)
    for number in range(100):
        memory.keep(number, number, 4)
        assert sum(memory.get(one) is not None for one in range(100)) <= 2
    assert memory.get(99) == 99
