"""The lists that an admin edits: what they give, and what is said when something in them is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.domain.authority import Authority, AuthorityKind, Place
from knowledge.domain.initiative import Theme
from knowledge.domain.lists import FormerAuthority, Lists, Part, Signpost, Synonym, Telling, Towns
from knowledge.errors import Problem, Refused
from knowledge.importing.lists import read_lists

AUTHORITIES = "- {name: Ashford, official: Ashford Council, region: South East, nation: England, code: E09000099}\n"
THEMES = "- {slug: youth-justice, name: Youth justice, words: [YOT, youth offending]}\n"


class ListFolder:
    """A folder of lists: complete, until a test changes one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(exist_ok=True)

    def write(self, name: str, text: str) -> ListFolder:
        (self.path / name).write_text(text)
        return self

    def read(self) -> Lists:
        return read_lists([self.path])

    def problems(self) -> tuple[Problem, ...]:
        with pytest.raises(Refused) as refused:
            self.read()
        return refused.value.problems

    def problem(self) -> Problem:
        problems = self.problems()
        assert len(problems) == 1, [str(problem) for problem in problems]
        return problems[0]


@pytest.fixture
def folder(tmp_path: Path) -> ListFolder:
    return ListFolder(tmp_path / "lists").write("authorities.yaml", AUTHORITIES).write("themes.yaml", THEMES)


def test_the_register_holds_authorities_and_bodies(folder: ListFolder) -> None:
    folder.write("bodies.yaml", "- {name: The Board, nation: England and Wales, aliases: [TB]}\n")

    assert tuple(folder.read().register) == (
        Authority("Ashford", "Ashford Council", "England", "South East", "E09000099"),
        Authority("The Board", "The Board", "England and Wales", aliases=("TB",), kind=AuthorityKind.BODY),
    )


def test_names_that_are_read_as_the_same_are_kept_once(folder: ListFolder) -> None:
    folder.write("authorities.yaml", "- {name: A & B, nation: Wales, aliases: [AB, a and b, ab, A.B.]}\n")

    assert [authority.aliases for authority in folder.read().register] == [("AB", "A.B.")]


def test_an_alias_may_be_shared(folder: ListFolder) -> None:
    folder.write("authorities.yaml", "- {name: A, nation: Wales, aliases: [X]}\n")
    folder.write("bodies.yaml", "- {name: B, nation: Wales, aliases: [X]}\n")

    assert [authority.name for authority in folder.read().register.called("x")] == ["A", "B"]


def test_towns_stand_apart_from_the_names_of_their_authority(folder: ListFolder) -> None:
    folder.write("authorities.yaml", "- {name: A, nation: Wales, towns: [X, Y Z, x]}\n- {name: B, nation: Wales}\n")

    lists = folder.read()
    assert lists.towns == (Towns("A", ("X", "Y Z")),)
    assert lists.register.called("X") == ()


def test_the_towns_of_an_authority_that_ended_are_its_successors(folder: ListFolder) -> None:
    folder.write(
        "authorities.yaml",
        "- {name: Shire, successors: [North, South], towns: [X, Y]}\n"
        "- {name: North, nation: England}\n- {name: South, nation: England, towns: [X]}\n",
    )
    assert folder.read().towns == (Towns("North", ("Y",)), Towns("South", ("X", "Y")))


def test_themes_keep_their_order(folder: ListFolder) -> None:
    folder.write("themes.yaml", f"{THEMES}- {{slug: health, name: Health}}\n")

    assert folder.read().themes == (
        Theme("youth-justice", "Youth justice", ("YOT", "youth offending")),
        Theme("health", "Health"),
    )


def test_words_that_mean_the_same_find_each_other(folder: ListFolder) -> None:
    folder.write("synonyms.yaml", "- {same: [pru, alternative provision]}\n")

    words = ("pru", "alternative provision")
    assert folder.read().synonyms == (Synonym(words=words, finds=words, weight=0.9),)


def test_words_can_be_what_all_of_the_store_is_about(folder: ListFolder) -> None:
    folder.write("synonyms.yaml", "- {about: [racism, ethnicity]}\n")

    assert folder.read().synonyms == (Synonym(words=("racism", "ethnicity"), finds=(), about=True),)


def test_words_can_be_things_of_their_own(folder: ListFolder) -> None:
    folder.write("synonyms.yaml", "- {things: [age assessment, NRPF]}\n")

    assert folder.read().synonyms == (Synonym(words=("age assessment", "NRPF"), finds=(), things=True),)


def test_words_can_say_several_things_at_once(folder: ListFolder) -> None:
    folder.write("synonyms.yaml", "- {words: [INSET, twilight], joins: [training, school staff]}\n")

    joined = Synonym(words=("INSET", "twilight"), finds=("training", "school staff"), weight=1.0, joins=True)
    assert folder.read().synonyms == (joined,)


def test_hidden_words_find_the_shown_ones_and_not_the_other_way_round(folder: ListFolder) -> None:
    folder.write("synonyms.yaml", "- {same: [global majority, minority ethnic], hidden: [BAME], weight: 1}\n")

    shown = ("global majority", "minority ethnic")
    assert folder.read().synonyms == (
        Synonym(words=shown, finds=shown, weight=1.0),
        Synonym(words=("BAME",), finds=shown, weight=1.0, hidden=True),
    )


def test_one_way_synonyms_take_one_word_or_several(folder: ListFolder) -> None:
    folder.write(
        "synonyms.yaml",
        "- {word: boys, finds: [children]}\n- {words: [a, b], finds: [c], weight: .5, hidden: true}\n",
    )

    assert folder.read().synonyms == (
        Synonym(words=("boys",), finds=("children",), weight=0.8),
        Synonym(words=("a", "b"), finds=("c",), weight=0.5, hidden=True),
    )


def test_places_and_signposts_are_read(folder: ListFolder) -> None:
    folder.write("places.yaml", "- {name: Wales, kind: nation, words: [Welsh, Cymru]}\n")
    folder.write(
        "signposts.yaml",
        "- words: [hurt]\n  text: Call someone.\n  links: [{label: Help, url: https://example.org}]\n",
    )

    lists = folder.read()
    assert lists.places == (Place("Wales", "nation", ("Welsh", "Cymru")),)
    assert lists.signposts == (Signpost(("hurt",), "Call someone.", (("Help", "https://example.org"),)),)


def test_what_is_told_is_read_with_the_slots_above_it(folder: ListFolder) -> None:
    folder.write(
        "signposts.yaml",
        "- {slot: who, words: [I am, my son is]}\n"
        "- {slot: in general, words: [when]}\n"
        '- {told: ["-{in general} {who} hurt ... {who}"], text: T}\n',
    )
    who, hurt = ("I am", "my son is"), ("hurt",)
    telling = Telling((Part(who), Part(hurt), Part(who, apart=True)), ("when",))
    assert folder.read().signposts == (Signpost((), "T", told=(telling,)),)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{whoo} is hurt", "no slot “whoo” above: did you mean who?"),
        ("{elsewhere} is hurt", "no slot “elsewhere” above"),
        ("{} is hurt", "no slot “” above"),
        ("{who is hurt", "cannot be read from “{who is hurt” on"),
        ("... {who}", "must begin and end"),
        ("{who} ...", "must begin and end"),
        ("-{who}", "must begin and end"),
        ("!", "must begin and end"),
        ("{who} -{who} hurt", "belongs to its beginning"),
        ("... -{who} hurt", "belongs to its beginning"),
    ],
)
def test_what_is_wrong_with_what_is_told_is_said(folder: ListFolder, line: str, says: str) -> None:
    folder.write("signposts.yaml", f"- {{slot: who, words: [I am]}}\n- told: [{line!r}]\n  text: T\n")
    [problem] = folder.problems()
    assert (problem.field, problem.line) == ("told", 2)
    assert says in problem.message


def test_a_slot_is_given_once_and_leads_nowhere_by_itself(folder: ListFolder) -> None:
    folder.write(
        "signposts.yaml",
        "- {slot: a, words: [b]}\n- {slot: a, words: [c]}\n- {slot: d, words: [e], text: T}\n- {slot: f}\n",
    )
    said = [(problem.line, problem.field) for problem in folder.problems()]
    assert said == [(2, "slot"), (3, "text"), (4, "words")]


def test_an_area_lists_who_lies_there_by_any_of_their_names(folder: ListFolder) -> None:
    folder.write(
        "authorities.yaml", "- {name: Ash, official: Ash Council, nation: Wales}\n- {name: Oak, nation: Wales}\n"
    )
    folder.write("places.yaml", "- {name: Woods, kind: area, words: [the woods], authorities: [Ash Council, Oak]}\n")
    assert folder.read().places == (Place("Woods", "area", ("the woods",), ("Ash", "Oak")),)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("{name: Woods, kind: area}", "authorities"),
        ("{name: Woods, kind: area, authorities: [Elm]}", "is not in the register"),
        ("{name: Woods, kind: area, authorities: [AO]}", "shared by several"),
        ("{name: Woods, kind: region, authorities: [Ash]}", "are an area's"),
    ],
)
def test_what_is_wrong_with_an_area_is_said(folder: ListFolder, place: str, said: str) -> None:
    folder.write(
        "authorities.yaml", "- {name: Ash, nation: Wales, aliases: [AO]}\n- {name: Oak, nation: Wales, aliases: [AO]}\n"
    )
    folder.write("places.yaml", f"- {place}\n")
    [problem] = folder.problems()
    assert said in f"{problem.field} {problem.message}"


def test_a_list_in_an_earlier_folder_stands_in_for_the_shipped_one_of_that_name(
    folder: ListFolder, tmp_path: Path
) -> None:
    own = ListFolder(tmp_path / "own").write("themes.yml", "- {slug: own, name: Own}\n")
    lists = read_lists([own.path, folder.path])

    assert [theme.slug for theme in lists.themes] == ["own"]
    assert [authority.name for authority in lists.register] == ["Ashford"]


@pytest.mark.parametrize(
    ("name", "text", "field", "says"),
    [
        ("authorities", "- {nation: England}", "name", "is missing: it is required"),
        ("authorities", "- {name: A, nation: Engand}", "nation", "did you mean England?"),
        ("authorities", "- {name: A, nation: Wales, code: W6000001}", "code", "is no ONS code"),
        ("authorities", "- {name: A, nation: Wales, alias: [B]}", "alias", "did you mean aliases?"),
        ("authorities", "- {name: A, nation: Wales, aliases: [no]}", "aliases", "put it in quotes"),
        ("authorities", "- {name: A, nation: Wales}\n- {name: a, nation: Wales}", "name", "belongs to the one at"),
        (
            "authorities",
            "- {name: A, nation: Wales, code: W06000001}\n- {name: B, nation: Wales, code: W06000001}",
            "code",
            "belongs to the one at",
        ),
        ("bodies", "- {name: Ashford, nation: Wales}", "name", "belongs to the one at"),
        ("bodies", "- {name: B, nation: Wales, towns: [X]}", "towns", "are no body's"),
        ("authorities", "- {name: A, nation: Wales, towns: X}", "towns", "write a list"),
        ("authorities", "- {name: A, nation: Wales, town: [X]}", "town", "did you mean towns?"),
        (
            "authorities",
            "- {name: A, nation: Wales, towns: [X]}\n- {name: B, nation: Wales, towns: [x]}",
            "towns",
            "leave out names that several share",
        ),
        (
            "authorities",
            "- {name: A, nation: Wales, aliases: [X]}\n- {name: B, nation: Wales, towns: [X]}",
            "towns",
            "is a name of A, and would be read so",
        ),
        ("themes", "- {slug: Own Theme, name: Own}", "slug", "single hyphens: own-theme"),
        ("themes", "- {slug: a, name: A}\n- {slug: a, name: B}", "slug", "given twice, first on line 2"),
        ("synonyms", "- {same: [a]}", "same", "a synonym needs two"),
        ("synonyms", "- {same: [a, b], weight: 1.5}", "weight", "1.5 is out of range"),
        ("synonyms", "- {same: [a, b], weight: 0}", "weight", "0 is out of range"),
        ("synonyms", "- {same: [a, b], weight: much}", "weight", "write a number such as 0.9"),
        ("synonyms", "- {same: [a, b], finds: [c]}", "finds", "does not go with 'same'"),
        ("synonyms", "- {finds: [c]}", "words", "is missing: it is required"),
        ("synonyms", "- {word: c}", None, "has neither 'same: [a, b]' nor"),
        ("synonyms", "- {word: a, finds: []}", "finds", "give at least one"),
        ("synonyms", "- {about: [a], finds: [b]}", "finds", "does not go with 'about'"),
        ("synonyms", "- {about: [a], weight: 0.5}", "weight", "does not go with 'about'"),
        ("synonyms", "- {about: []}", "about", "give at least one"),
        ("synonyms", "- {things: [a], finds: [b]}", "finds", "does not go with 'things'"),
        ("synonyms", "- {about: [a], things: [b]}", "things", "does not go with 'about'"),
        ("synonyms", "- {same: [a, b], hidden: true}", "hidden", "write a list"),
        ("places", "- {name: X, kind: county}", "kind", "it is one of region, nation, area, everywhere or other"),
        ("places", "- {name: X, kind: region}\n- {name: X, kind: nation}", "name", "given twice"),
        ("signposts", "- {text: T}", "words", "is missing"),
        ("signposts", "- {words: [a], text: T, links: [{label: L, url: http://example.org}]}", "links.url", "https://"),
        ("signposts", "- {words: [a], text: T, links: [{label: L}]}", "links.url", "is missing"),
        ("themes", "- just text", None, "has no fields"),
        ("themes", "slug: a", None, "must be a list"),
        ("themes", "- {slug: a, name: [}", None, "is not valid YAML"),
    ],
)
def test_a_wrong_list_is_refused_with_the_file_the_line_and_what_would_be_right(
    folder: ListFolder, name: str, text: str, field: str | None, says: str
) -> None:
    problem = folder.write(f"{name}.yaml", f"# comment\n{text}\n").problem()

    assert says in problem.message
    assert problem.field == field
    assert problem.file == str(folder.path / f"{name}.yaml")
    assert problem.line == len(text.splitlines()) + 1


def test_the_problems_of_all_lists_are_named_together(folder: ListFolder) -> None:
    folder.write("themes.yaml", "- {slug: a}\n").write("places.yaml", "- {name: X}\n")

    assert {Path(problem.file).name for problem in folder.problems()} == {"themes.yaml", "places.yaml"}


def test_a_list_that_is_needed_and_missing_is_named(tmp_path: Path) -> None:
    problem = ListFolder(tmp_path).write("authorities.yaml", AUTHORITIES).problem()

    assert "holds no themes.yaml" in problem.message


def test_a_list_under_a_slightly_wrong_name_is_named_and_not_passed_over(folder: ListFolder) -> None:
    problem = folder.write("synonym.yaml", "[]").problem()

    assert "did you mean synonyms.yaml?" in problem.message


def test_two_files_for_one_list_are_refused(folder: ListFolder) -> None:
    problem = folder.write("themes.yml", THEMES).problem()

    assert "stands beside themes.yaml: keep one of them" in problem.message


def test_a_folder_that_is_not_there_is_named(folder: ListFolder, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_lists([tmp_path / "nowhere", folder.path])

    assert "cannot be read as a folder: No such file or directory" in str(refused.value.problems[0])


def test_an_empty_list_is_allowed_where_nothing_depends_on_it(folder: ListFolder) -> None:
    assert folder.write("signposts.yaml", "# none yet\n").read().signposts == ()


def test_an_authority_that_ended_is_known_by_its_successor(folder: ListFolder) -> None:
    folder.write(
        "authorities.yaml",
        "- {name: Ashford, nation: England, aliases: [ABC]}\n"
        "- {name: Oldtown, official: Oldtown Council, code: E09000098, aliases: [OC], successors: [ABC]}\n",
    )
    lists = folder.read()
    assert [one.name for one in lists.register] == ["Ashford"]
    for name in ("Oldtown", "Oldtown Council", "OC", "E09000098"):
        assert [one.name for one in lists.register.called(name)] == ["Ashford"]
    assert lists.former == (FormerAuthority("Oldtown", ("Ashford",)),)


def test_an_authority_that_was_split_up_is_known_by_all_its_successors(folder: ListFolder) -> None:
    folder.write(
        "authorities.yaml",
        "- {name: North, nation: England}\n- {name: South, nation: England}\n"
        "- {name: Shire, successors: [North, South]}\n",
    )
    lists = folder.read()
    assert [one.name for one in lists.register.called("shire")] == ["North", "South"]
    assert lists.former == (FormerAuthority("Shire", ("North", "South")),)


@pytest.mark.parametrize(
    ("successors", "message"),
    [
        ("[Ashfrod]", "did you mean Ashford?"),
        ("[Older]", "“Older” has successors itself"),
        ("[]", "is empty: give at least one"),
        ("[Oldtown]", "“Oldtown” has successors itself"),
    ],
)
def test_successors_that_are_none_are_named(folder: ListFolder, successors: str, message: str) -> None:
    older = "- {name: Older, successors: [Ashford]}\n"
    text = f"{AUTHORITIES}{older}- {{name: Oldtown, successors: {successors}}}\n"
    problem = folder.write("authorities.yaml", text).problem()
    assert (problem.line, problem.field) == (3, "successors")
    assert message in problem.message


def test_a_renamed_theme_is_still_known_by_its_old_names(folder: ListFolder) -> None:
    folder.write("themes.yaml", "- {slug: youth-justice, name: Youth justice, words: [YOT], was: [youth-crime, YOS]}\n")
    (theme,) = folder.read().themes
    assert theme == Theme("youth-justice", "Youth justice", ("YOT", "youth crime", "YOS"), ("youth-crime", "YOS"))
    assert folder.read().renamed_themes() == {"youth-crime": "youth-justice", "YOS": "youth-justice"}


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("{slug: youth-crime, name: Youth crime}", "one in use is no former one"),
        ("{slug: courts, name: Courts, was: [youth-crime]}", "is what youth-justice was, too"),
    ],
)
def test_a_former_name_that_cannot_be_told_apart_is_a_problem(folder: ListFolder, second: str, message: str) -> None:
    text = f"- {{slug: youth-justice, name: Youth justice, was: [youth-crime]}}\n- {second}\n"
    problem = folder.write("themes.yaml", text).problem()
    assert problem.field == "was"
    assert message in problem.message
