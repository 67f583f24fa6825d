"""What is said to the tool itself, told by its parts, and the questions that are only worded like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Intent, Query
from knowledge.search.understanding.intent import asked

Read = Callable[[str], Query]

#: About the tool, or what the asker wants to do with it.
TO_THE_TOOL = """
how do you work?
how does this bot work exactly
can I export this to Excel
export everything as csv
could we get it in a spreadsheet
is there any way to print these results
please can you send it to my manager
can I share this with my team
may I use this on my phone
is it possible to use the tool in Microsoft Teams
what filters are there
are there any filters for evidence
how can we filter by region
where do I search for an exact phrase
can I narrow these down to a theme
search by authority
how do I leave a word out
how do I use quotes
who maintains this
who looks after the library
who is behind Practice Finder
how up to date is this
how accurate are your answers
when was it last updated
how often do you check this
is this information confirmed
can I trust these results
where does this information come from
where do you get your data from
what are you based on
what does "described" mean
what does not confirmed mean
what do early results mean?
what do you mean by "evaluated"
what is meant by a theme
why does it say "matched by"
I found a mistake in the Hackney entry
we've spotted an error in one of your entries
there's a typo in our initiative
I want to report a broken link
the Youth Justice Board entry is out of date
something is wrong with the reverse mentoring listing
this is wrong
we'd like to share our work
I want to submit a case study
we're keen to add our project here
is it possible to contribute an example
we have got a case study to share
show me more
I'm stuck
that's not what I meant
""".strip().splitlines()
#: Questions: they name something besides the tool.
QUESTIONS = """
how do you work with fathers
how do you work together
how do you work in schools
how does it work in schools
how does restorative practice work
how do schools work with parents
what does evaluated mentoring mean
what does adultification mean
what does anti-racist mean
what does early help mean
what do themes of racism mean for schools
what does theme-based training mean
share our work on hair
share our practice with schools
how do we share data with the police
how do we share information about missing children
how do you share learning across teams
can we use this in schools
can I use reverse mentoring in Teams
how can we use data on ethnicity
how do we use the data
how do you use results
how do you run this with young people
who runs mentoring
who runs the exclusions panel
who maintains the equality data
who looks after them at night
who funds it for young people
who checks police data
who reviews stop and search
how up to date is the strip search policy
how often are policies updated
how often is stop and search reviewed
when was the action plan updated
is it confirmed that exclusions fell
is restorative justice free
can we trust the police
how do I search a child
how do I search for training
how to filter job applications by name
how do schools filter by race
blind shortlisting by name
what filters are used in recruitment
search powers of teachers
strip search
export of practice from Hackney
download the reverse mentoring toolkit
print resources about hair
print and braid workshop
save the children
save a place for black boys
mistakes in recording ethnicity
I found a mistake in how ethnicity is recorded
there is a problem with school exclusions
we noticed errors in ethnicity data
report racist incidents
report an incident
report a racist error in a textbook
something is wrong in our recruitment
something is wrong with school entry
the curriculum is wrong about slavery
the list is long for black children waiting for adoption
where do young people come from
where does racism come from
where do you find Black foster carers
where do you get interpreters
what is anti-racism based on
how do we narrow the gap
narrow the attainment gap by place
can you narrow it down to Leeds exclusions
I want to submit evidence to the inquiry
we would like to share care with birth families
I want to add Black history to the curriculum
case study of a black-led charity
we have a case to answer on exclusions
update on the anti-racist action plan
correct use of stop and search
is there help for parents
are there commands given by police
who is behind the charter
show me how to use hair packs
how to use this framework with schools
can my team use the toolkit in supervision
what options do care leavers have
how are decisions checked
how is it recorded
""".strip().splitlines()


@pytest.mark.parametrize("text", TO_THE_TOOL)
def test_what_speaks_of_the_tool_and_names_no_subject_asks_for_help(text: str) -> None:
    assert asked(text).intent is Intent.HELP


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_names_a_subject_is_a_question_however_it_is_worded(text: str) -> None:
    assert asked(text).intent is not Intent.HELP


def test_a_word_of_an_answer_is_no_phrase_to_look_for_where_its_meaning_is_asked(read: Read) -> None:
    query = read('what does "described" mean?')
    assert (query.intent, query.phrases, query.pieces) == (Intent.HELP, (), ())


@pytest.mark.parametrize("text", ["which authorities are covered", "who is in this?", "list all councils"])
def test_whose_initiatives_there_are_is_something_to_browse(text: str) -> None:
    assert asked(text).intent is Intent.BROWSE
