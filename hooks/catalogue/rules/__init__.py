"""The rules: what only the whole can know.

Each is a generator of problems, named for what holds when all is well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from catalogue.model.collection import Catalogue, Records
from catalogue.problems.problem import Problem
from catalogue.rules.bodies import bodies_exist_when_they_act
from catalogue.rules.class_numbers import class_numbers_are_different
from catalogue.rules.confirmation import (
    abbreviations_rest_on_something,
    citations_name_one_source,
    confirmations_rest_on_something,
    hints_stand_in_drafts,
    needs_say_whose_they_are,
)
from catalogue.rules.declared import (
    declared_numbers_agree_with_their_parts,
    no_part_is_larger_than_its_whole,
)
from catalogue.rules.figures import (
    figures_are_possible,
    lists_fit_their_count,
    results_do_not_grow,
)
from catalogue.rules.identity import (
    addresses_are_unique,
    class_ids_are_unique,
    owners_look_after_something,
    published_addresses_last,
    redirects_lead_to_pages,
    titles_tell_records_apart,
    topic_numbers_are_unique,
)
from catalogue.rules.pairs import what_is_reviewed_of_pairs_is_found
from catalogue.rules.privacy import nobody_is_reached_in_person
from catalogue.rules.proportion import numbers_keep_proportion
from catalogue.rules.references import (
    abbreviations_name_records,
    chains_come_to_an_end,
    references_lead_elsewhere,
    references_name_records,
)
from catalogue.rules.settings import addresses_are_real
from catalogue.rules.standing import states_contradict_nothing
from catalogue.rules.time import (
    classes_lie_in_their_period,
    deadlines_precede_starts,
    ends_follow_starts,
    inferred_years_complete_days,
    inferred_years_have_their_days,
    records_share_a_year_with_their_whole,
    repeats_follow_what_they_repeat,
)

Rule = Callable[[Records], Iterable[Problem]]
LaterRule = Callable[[Catalogue], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    references_name_records,
    references_lead_elsewhere,
    chains_come_to_an_end,
    class_ids_are_unique,
    ends_follow_starts,
    classes_lie_in_their_period,
    deadlines_precede_starts,
    inferred_years_complete_days,
    inferred_years_have_their_days,
    repeats_follow_what_they_repeat,
    records_share_a_year_with_their_whole,
    bodies_exist_when_they_act,
    figures_are_possible,
    results_do_not_grow,
    lists_fit_their_count,
    numbers_keep_proportion,
    class_numbers_are_different,
    states_contradict_nothing,
    titles_tell_records_apart,
    topic_numbers_are_unique,
    addresses_are_unique,
    redirects_lead_to_pages,
    published_addresses_last,
    owners_look_after_something,
    confirmations_rest_on_something,
    citations_name_one_source,
    hints_stand_in_drafts,
    needs_say_whose_they_are,
    abbreviations_rest_on_something,
    abbreviations_name_records,
    nobody_is_reached_in_person,
    addresses_are_real,
)

LATER_RULES: tuple[LaterRule, ...] = (
    declared_numbers_agree_with_their_parts,
    no_part_is_larger_than_its_whole,
    what_is_reviewed_of_pairs_is_found,
)
"""The rules that only a catalogue without errors can be held to; none of them tells an error."""
