"""Makes the Word and oddly encoded fixtures in `forms/`: `python -m tests.knowledge.importing.template.make_forms`.

All of it is invented work at real authorities, in our own words. `croydon.docx` and `norfolk.docx` are made by
LibreOffice from the HTML files beside them (`soffice --headless --convert-to docx:"MS Word 2007 XML"`), so that they
carry LibreOffice's own XML.
"""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.importing.template.word_files import (
    bold,
    bullet,
    deleted,
    heading,
    inserted,
    link,
    link_field,
    numbered,
    old_tick,
    para,
    run,
    table,
    text_box,
    tick_control,
    word_file,
)

FORMS = Path(__file__).parent / "forms"
_TITLE = "Sharing Practice: our anti-racist work"
OPTIONS = (
    "Within your organisation",
    "With children and families",
    "With communities",
    "With partners",
    "Through research",
)


def leeds() -> bytes:
    """Prose only, ticked box characters typed in, no list anywhere."""
    ticks = "☐☒☐☐☒"
    return word_file(
        para(_TITLE, style="Title")
        + para("Tick whichever categories apply to what you are describing.")
        + "".join(para(f"{tick} {option}") for tick, option in zip(ticks, OPTIONS, strict=True))
        + para("Name of local authority: Leeds City Council")
        + para(
            "Leeds is a large and diverse city and we are committed to being a place where every child does "
            "well. We know that "
            "Black and Gypsy, Roma and Traveller children remain over-represented among those who enter care."
        )
        + para(
            "Since 2022 our family support teams have run a kinship circle programme for Black Caribbean "
            "families whose children are "
            "at the edge of care. A facilitator brings the wider family together four times over three months. "
            "Early results show "
            "that 31 of the first 40 children stayed with relatives."
        )
        + para(
            "We commissioned a listening study from researchers at the university, who interviewed 28 Gypsy and "
            "Traveller parents about "
            "their first contact with social care. It was published in spring and its findings are now used in "
            "the training of new staff."
        )
        + para(
            "The virtual school has introduced hair and skin care workshops for foster carers, held each half "
            "term in a salon in "
            "Chapeltown. ",
            link("Caring for Black hair: a guide for carers", "rId9"),
        )
        + para(
            "If you would like to hear more about any of this, please contact Ngozi Adeyemi-Clarke, Service "
            "Manager, Family Group Conferencing, on 0113 496 0000."
        ),
        links={"rId9": "https://example.org/leeds/hair-guide.pdf"},
    )


def camden() -> bytes:
    """A table with the question on the left and the answer on the right, ticks in a table inside it."""
    ticks = table(*((para(option), para(tick)) for option, tick in zip(OPTIONS, ["X", "", "", "X", ""], strict=True)))
    return word_file(
        heading(_TITLE)
        + table(
            (para("Local authority"), para("LB Camden")),
            (para("Categories (mark with an X)"), ticks + para("")),
            (
                para("Description of work"),
                bullet(
                    "A shadow board of twelve global majority practitioners reads every paper that goes to the "
                    "children's leadership team and answers in writing."
                )
                + bullet(
                    "We set up blind shortlisting for all social work posts from team manager upwards, with "
                    "panel members from another borough."
                ),
            ),
            (
                para("Impact"),
                para(
                    "Blind shortlisting: the share of Black candidates reaching interview for team manager "
                    "posts rose from 19% to 34% in a year."
                ),
            ),
            (para("Resources"), para("Terms of reference for the shadow board; Shortlisting checklist")),
            (
                para("Contact"),
                para("Tunde Bakare")
                + para("Principal Social Worker")
                + para("tunde.bakare@camden.example.gov.uk")
                + para("020 7946 0123"),
            ),
        ),
    )


def cardiff() -> bytes:
    """One initiative a row, with a contact in each, and a second table of the options in one cell."""
    rows = (
        ("Project", "What happens", "Difference made", "Who to contact"),
        (
            "Somali mothers' breakfast club",
            "Mothers from the Somali community meet health visitors every Friday in a school hall in Butetown "
            "to talk about speech, play and starting nursery.",
            "Take-up of the two-year-old nursery offer went up from 41 to 66 per cent in the ward.",
            "Hodan Warsame, Community Engagement Officer, hodan.warsame@cardiff.example.gov.uk",
        ),
        (
            "Race equality peer review of exclusions",
            "Head teachers from six secondary schools read each other's exclusion files once a term, looking "
            "for different treatment of Black and Roma pupils.",
            "",
            "Gwenllian ap Rhys (Head of Inclusion)",
        ),
        (
            "Llais Ni",
            "A young people's panel drawn from five mosques, two churches and a gurdwara tells the council's "
            "cabinet twice a year what would help.",
            "Too early to say.",
            "Hodan Warsame",
        ),
    )
    return word_file(
        para(bold(_TITLE))
        + table((para("Authority"), para("Cyngor Caerdydd / Cardiff Council")))
        + para("Which categories does this fall under? (tick)")
        + table(
            (
                para(
                    "☐ Within your organisation\n☑ With children and families\n☑ With communities\n☐ With partners\n☐ "
                    "Through research"
                ),
            )
        )
        + table(*(tuple(para(cell) if cell else para() for cell in row) for row in rows)),
    )


def fife() -> bytes:
    """A numbered list with lettered parts beneath, headings by a council's own style, a contact list by topic."""
    return word_file(
        heading(_TITLE)
        + para("LA name:")
        + para("Fife")
        + para("Please underline the categories.")
        + para(run("Within your organisation", properties='<w:u w:val="single"/>'))
        + para("With children and families")
        + para("With communities")
        + para(run("With partners", properties='<w:u w:val="single"/>'))
        + para("Through research")
        + para("Our aims", style="CouncilSection")
        + bullet("To be an anti-racist employer")
        + bullet("To close the gap in attainment for minority ethnic pupils")
        + para("What we have done", style="CouncilSection")
        + numbered("Cultural humility training for all residential child care workers. The course covers:")
        + numbered("racism and the care system", level=1)
        + numbered("food, faith and festivals", level=1)
        + numbered("talking about identity", level=1)
        + numbered(
            "A joint protocol with Police Scotland on how officers record and answer racist incidents in "
            "children's houses. It was written with care experienced young people."
        )
        + numbered(
            "Introduction of exit interviews for every minority ethnic employee who leaves the service, carried "
            "out by someone outside their line management."
        )
        + para("Contacts", style="CouncilSection")
        + para("Training – Màiri MacInnes")
        + para("Police protocol – Inspector Callum O'Hara, 01592 555 010")
        + para("Anything else: EILIDH FRASER-NKEMELU, Equalities Lead"),
    )


def belfast() -> bytes:
    """Answers in text boxes beside the questions, content-control tick boxes, soft line breaks."""
    ticks = "".join(
        para(tick_control(ticked=option in ("With communities", "With partners")), run(f" {option}"))
        for option in OPTIONS
    )
    return word_file(
        para(bold(_TITLE))
        + ticks
        + para(run("Trust:"), text_box(para("Belfast HSC Trust")))
        + para(
            bold("Short description"),
            text_box(
                para(bold("Roma health champions"))
                + para(
                    "Six Roma women were trained and employed as health champions. They go with families to "
                    "appointments and explain the system to them."
                )
                + para("Contact: Siobhán Ní Dhónaill\nRoma Inclusion Officer\nsiobhan.nidhonaill@belfast.example.net")
                + para(bold("Interpreter charter"))
                + para(
                    "With four partner agencies we have signed a charter which says that no child will ever be "
                    "asked to interpret for their parents."
                )
            ),
        )
        + para("For other enquiries e-mail equality@belfast.example.net"),
    )


def bristol() -> bytes:
    """Tracked changes, tick boxes of old forms, links as fields, a note at the foot of the page."""
    body = (
        heading(_TITLE)
        + "".join(
            para(old_tick(ticked=option in ("With partners", "Through research")), run(option)) for option in OPTIONS
        )
        + para("LA Name: ", deleted("Bath"), inserted("Bristol"))
        + heading("Education", 2)
        + bullet(
            "A city-wide ",
            deleted("conference"),
            inserted("inquiry"),
            run(" into the exclusion of Black Caribbean boys heard from 60 families, 11 schools and the police. "),
            link_field("Final report of the exclusions inquiry", "https://example.org/bristol/inquiry"),
        )
        + deletion_of_bullet()
        + heading("Justice", 2)
        + bullet(
            "Youth justice and the police jointly review every stop and search of a child, each month, with a "
            "community scrutiny panel.",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
        )
        + para("Further information from Dr Amina Yusuf-Grant (Strategic Lead for Race Equity) or Joel.")
    )
    notes = (
        '<w:footnote w:id="2">' + para("Evaluated by the University of the West of England in 2025.") + "</w:footnote>"
    )
    return word_file(body, footnotes=notes)


def deletion_of_bullet() -> str:
    return bullet(deleted("A reading scheme that was never started."))


def lewisham() -> bytes:
    """One initiative only, under the form's headings, with its whole story in paragraphs."""
    return word_file(
        para(_TITLE, style="Title")
        + para("LA Name – Lewisham")
        + para("Category: With children and families")
        + heading("Title of initiative", 2)
        + para("Story bags for talking about skin and identity")
        + heading("Summary", 2)
        + para(
            "Nurseries and childminders borrow a bag of picture books, dolls and prompts to help under-fives "
            "talk about skin colour, hair and belonging. Childminders chose what goes into the bags."
        )
        + para("Each bag comes with a half-hour briefing for staff, and parents are invited to a reading afternoon.")
        + heading("What difference has it made?", 2)
        + para(
            "By July 2026, 94 settings had borrowed a bag. An evaluation by the local teaching school found "
            "that staff felt surer about answering children's questions."
        )
        + heading("Useful links", 2)
        + para("Book list: https://example.org/lewisham/book-list")
        + heading("Lead officer", 2)
        + para("Zoë Achebe-Wright, Early Years Adviser (zoe.achebe-wright@lewisham.example.gov.uk; 020 8496 0199)"),
    )


def durham() -> bytes:
    """Windows-1252: curly quotes, en dashes, non-breaking spaces, typed bullets; spelt with a slip."""
    text = """SHARING PRACTICE RETURN

LA Name:\u00a0Durham County Counsil

Category(ies): With communities; With partners

WORK WITH TRAVELLER FAMILIES
\u2022\tThe \u2018Wagon to Classroom\u2019 scheme pays for a teacher who moves with families between the county\u2019s fairs and keeps children\u2019s school places open. Contact: Billie\u2011Jo Heron, 03000 260 000
\u2022\tA mobile library van calls at all six sites every fortnight \u2013 it now carries books in Romani and Shelta.

WORK WITH THE POLICE AND COURTS
\u2022\tRoll\u2011out of a one\u2011page cultural passport which young people fill in with their worker before they go to court.
\u2022\tQuarterly meetings with the Crown Prosecution Service, at which charging decisions for minority ethnic children are compared with those for others. Fewer children have been charged since.

For general information speak to Hazel Tweddle (Strategic Manager).
"""  # noqa: E501
    return text.replace("\u2011", "-").replace("\n", "\r\n").encode("cp1252")


def powys() -> bytes:
    """UTF-16 with its mark, Welsh names, topic in front of each contact, options left after deleting the others."""
    text = """Sharing practice
Local authority name
Powys
Category
Within your organisation
Through research

Details of the work

1) Llwybr: a two-year pathway into social work for Welsh speakers from minority ethnic backgrounds. Six trainees have started so far.
2) We carried out a survey of 212 minority ethnic employees about the first year in post. The findings are public.
   Report: www.example.org/powys/first-year
3) Managers' supervision template rewritten so that race and identity are asked about in every session

Contacts
Pathway - Siân Llewelyn-Jones (Workforce Development Manager)
Survey - Dafydd Prydderch, d.prydderch@powys.example.gov.uk
Supervision template - Angharad
"""  # noqa: E501
    return text.encode("utf-16")


def main() -> None:
    """Write every made form."""
    made = {
        "leeds.docx": leeds,
        "camden.docx": camden,
        "cardiff.docx": cardiff,
        "fife.docx": fife,
        "belfast.docx": belfast,
        "bristol.docx": bristol,
        "lewisham.docx": lewisham,
        "durham.txt": durham,
        "powys.txt": powys,
    }
    FORMS.mkdir(exist_ok=True)
    for name, make in made.items():
        (FORMS / name).write_bytes(make())


if __name__ == "__main__":
    main()
