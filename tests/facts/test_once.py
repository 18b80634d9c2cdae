"""What is worked out of facts is worked out once for them, and anew for others."""

from dataclasses import replace

from riskflag.casebook import case
from riskflag.facts import Facts
from riskflag.facts.once import once


def test_it_is_worked_out_once_for_the_same_facts_and_anew_for_others() -> None:
    asked: list[Facts] = []

    @once
    def ages(facts: Facts) -> int | None:
        asked.append(facts)
        return facts.age

    first = case().facts
    other = replace(first, age=99)
    assert [ages(first), ages(first), ages(other)] == [first.age, first.age, 99]
    assert len(asked) == 2


def test_what_was_worked_out_makes_no_facts_differ() -> None:
    first, second = case().facts, case().facts
    once(lambda facts: facts.age)(first)
    assert first == second
