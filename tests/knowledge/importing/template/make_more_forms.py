"""More Word fixtures, written before the reader had seen any like them: `python -m ...make_more_forms`.

All of it is invented work at real authorities, in our own words. Each stands for a way of filling in the form.
"""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.importing.template.word_files import bold, bullet, heading, link, para, run, table, word_file

FORMS = Path(__file__).parent / "forms"


def _symbol(code: str) -> str:
    """A sign of the Wingdings font."""
    return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'


def sandwell() -> bytes:
    return word_file(
        para("Anti-racist practice: sharing what we do", style="Title")
        + para(bold("Local Authority: "), run("Sandwell MBC"))
        + para(bold("Category of work: "), run("With children and families; With partners"))
        + para(bold("Description of the work and its impact"))
        + para(
            "Sandwell sits at the heart of the Black Country and more than a third of our children are from "
            "global majority backgrounds. For too long our exclusion figures told a story we were not proud of."
        )
        + para(
            "In September 2023 we brought together nine secondary schools to form the Sandwell Belonging "
            "Partnership. Each school nominates a senior leader who spends one day a month in another school, "
            "following pupils at risk of exclusion and feeding back to the host head teacher. Suspensions of "
            "Black Caribbean pupils across the nine schools fell by 22% in the first year."
        )
        + para(
            "Alongside this, our educational psychologists have worked with a group of 14 fathers to design a "
            "six-week course called Dads Talk Race. It helps fathers prepare their sons for conversations about "
            "racism. The course has now been delivered four times and two of the original fathers co-lead it."
        )
        + para(
            "We also review the language used in education, health and care plans. A panel of parents and "
            "caseworkers reads ten anonymised plans every term and the lessons are shared with all plan "
            "writers."
        )
        + para("We still have a long way to go, but we are proud of the progress that has been made.")
        + para(bold("Resources"))
        + para("Belonging Partnership evaluation framework (available on request)")
        + para(bold("Contact"))
        + para("Jaswinder Kaur-Bains, Head of Inclusion and SEND, jaswinder_kaurbains@sandwell.example.gov.uk")
    )


def islington() -> bytes:
    return word_file(
        heading("Sharing Practice template")
        + para("LA Name:   London Borough of Islington")
        + para(
            "[x] Within your organisation   [ ] With children and families   [ ] With communities   [x] With "
            "partners   [ ] Through research"
        )
        + table(
            (para(bold("Area")), para(bold("Initiative")), para(bold("Impact to date")), para(bold("Lead"))),
            (
                para("Workforce"),
                para(
                    "Career conversations: every Black and Asian practitioner below team manager is offered two "
                    "career conversations a year with a head of service from another directorate."
                ),
                para("18 people have taken up the offer; five have moved to a more senior post."),
                para("Rosalind Achterberg"),
            ),
            (
                para("Workforce"),
                para(
                    "We have rewritten the induction programme so that all new starters complete a module on "
                    "the history of race in the borough, led by local historians."
                ),
                para(),
                para("Rosalind Achterberg, Learning and Development Manager"),
            ),
            (
                para("Health"),
                para(
                    "Joint protocol with the Whittington maternity unit for Black women who are known to social "
                    "care before birth."
                ),
                para("Evaluation planned for 2027."),
                para("Dr Funmi Oyelaran (Designated Doctor)"),
            ),
        )
        + para(
            "If you have any questions about this return please contact Chiara de Souza on 020 7946 0888 or "
            "chiara.desouza@islington.example.gov.uk"
        )
    )


def perth() -> bytes:
    return word_file(
        heading("Sharing our anti-racist practice")
        + table(
            (para("Name of LA"), para("Perth and Kinross Council")),
            (para("Please describe the work you are sharing under each heading"), para("")),
            (
                para("Within your organisation"),
                para(
                    "Our Black Workers Forum meets every six weeks and has a budget of its own. It wrote the "
                    "guidance for managers on responding to racist abuse of staff by families."
                ),
            ),
            (para("With children and families"), para("n/a")),
            (
                para("With communities"),
                para(
                    "Together with the Perthshire Gypsy/Traveller liaison group we have opened a drop-in play "
                    "session on the Double Dykes site, run by two Traveller mothers whom we trained as play "
                    "workers."
                )
                + para("We fund an annual storytelling festival for families who speak Urdu, Polish and Scots."),
            ),
            (para("With partners"), para("")),
            (
                para("Through research"),
                para(
                    "A doctoral student from the University of Dundee is analysing ten years of child "
                    "protection registrations by ethnicity. First findings suggest that neglect is recorded "
                    "differently for Traveller children."
                ),
            ),
            (
                para("Contact for further information"),
                para("Iain MacGillivray-Ahmed\nService Manager, Children and Families\n01738 555 000"),
            ),
        )
    )


def lambeth() -> bytes:
    return word_file(
        para("Sharing practice – Lambeth", style="Title")
        + para(
            "☐ Within your organisation ☑ With children and families ☑ With communities ☐ With partners ☐ "
            "Through research"
        )
        + para("Lambeth Council is committed to equity and justice. Our work falls into three areas:")
        + bullet("Youth justice")
        + bullet(
            "Divert Early, a scheme in which police officers refer Black boys aged 10 to 13 to youth workers "
            "instead of recording an offence",
            level=1,
        )
        + bullet("A parents’ legal clinic held fortnightly in Brixton library by volunteer solicitors", level=1)
        + bullet("Mental health")
        + bullet(
            "We commissioned Black-led charity Mosaic Minds to provide therapy in three youth clubs for young "
            "people who will not go to CAMHS. Waiting times are under two weeks.",
            level=1,
        )
        + bullet("Early years")
        + bullet("Nursery workers are trained to recognise eczema, jaundice and bruising on darker skin", level=1)
        + para(
            "For more on youth justice contact ade ogunbanjo (Youth Justice Manager) and for all other queries "
            "Michelle St John."
        )
    )


def haringey() -> bytes:
    return word_file(
        para("ANTI-RACIST WORK AND TACKLING DISPROPORTIONALITY – GOOD PRACTICE RETURN")
        + para("Within your organisation ✓")
        + para("With children and families ✓")
        + para("With communities")
        + para("With partners")
        + para("Through research")
        + para("LA NAME: HARINGEY COUNCIL")
        + para(
            "The borough is one of the most diverse in the country, and anti-racism runs through our corporate plan."
        )
        + para(
            "Examples of what we have been doing with our staff:\n• Monthly reflective circles for Black social "
            "workers, facilitated by an independent therapist\n• A new progression panel which checks every "
            "acting-up and secondment decision for bias. It is chaired by the Director."
        )
        + para(
            "Examples of what we have been doing with families:\n o  Family Voices: a parent-led steering group "
            "that rewrites our letters in plain English\n o  Extra reading tuition for Turkish, Kurdish and "
            "Somali pupils in year 6, paid for from the schools forum"
        )
        + para(
            "Contacts: AMARA OKAFOR (Head of Practice), JEAN-PIERRE DUBOIS (Workforce Lead) and Özlem "
            "Şahin-Reid, ozlem.sahin-reid@haringey.example.gov.uk"
        )
    )


def coventry() -> bytes:
    inner = table(
        (para("Name"), para("Role"), para("Email"), para("Area")),
        (
            para("Precious Moyo"),
            para("Participation Lead"),
            para("p.moyo@coventry.example.gov.uk"),
            para("Youth panel"),
        ),
        (para("Harpreet"), para("Data Analyst"), para("h@coventry.example.gov.uk"), para("Dashboard")),
    )
    return word_file(
        table(
            (para("Sharing practice form"),),
            (
                table((para("Local authority name:"), para("Coventry")), (para("Date:"), para("12 March 2026")))
                + para(),
            ),
            (
                para("Which of these does your work cover?")
                + table(
                    (para("Within your organisation"), para("Yes")),
                    (para("With children and families"), para("Yes")),
                    (para("With communities"), para("No")),
                    (para("With partners"), para("No")),
                    (para("Through research"), para("No")),
                )
                + para(),
            ),
            (
                para(bold("What have you done?"))
                + bullet(
                    "Disproportionality dashboard. Team managers see, each Monday, referrals, plans and "
                    "placements by ethnicity, and are asked to explain the widest gap."
                )
                + bullet(
                    "Scrutiny by young people: a panel of 15 young people of colour quizzes the assistant "
                    "directors twice a year on what has changed."
                )
                + para(),
            ),
            (
                para(bold("What was the impact?"))
                + para(
                    "Dashboard: the gap in child protection plans between Black and white children narrowed "
                    "from 2.1 to 1.6 times."
                )
                + para(),
            ),
            (para(bold("Contact details")) + inner + para(),),
        )
    )


def newham() -> bytes:
    return word_file(
        heading("Anti-racist work and disproportionality – practice to share")
        + para("LA Name: London Borough of Newham")
        + para(
            "Newham’s Brighter Futures directorate has been on an anti-racist journey since 2020. Our workforce "
            "board meets quarterly to hold us to account."
        )
        + para("The following are examples of the work that we would like to share with other boroughs:")
        + bullet(
            bold("Anti-racist supervision: "),
            run(
                "Every supervisor has completed two days with an external trainer. A reflective tool was then "
                "built into our case system. Supervision audits now show race being discussed in 7 out of 10 "
                "files, up from 2."
            ),
        )
        + bullet(
            bold("Young inspectors"),
            run(
                " – care experienced young people from global majority backgrounds inspect our children’s homes "
                "and report to the Corporate Parenting Board."
            ),
        )
        + bullet("Development of a “cultural genogram” tool for use in all child and family assessments (attached)")
        + bullet(
            "We have been working with Newham College and the NHS to offer apprenticeships to care leavers from "
            "under-represented groups. Nine have started."
        )
        + para(
            "To find out more: Supervision – Bukola Adewale (Practice Development Manager); Young inspectors – "
            "Participation Team, participation@newham.example.gov.uk; anything else – Fiona MacTaggart, "
            "Assistant Director"
        )
    )


def stockport() -> bytes:
    return word_file(
        para(bold("SHARING PRACTICE"))
        + para(bold("Council: "), run("Stockport Metropolitan Borough Council"))
        + table(
            (
                para(_symbol("F0A8"), run(" Within your organisation")),
                para(_symbol("F0FE"), run(" With children and families")),
            ),
            (para(_symbol("F0FE"), run(" With communities")), para(_symbol("F0A8"), run(" With partners"))),
            (para(_symbol("F0A8"), run(" Through research")), para("")),
        )
        + para(bold("1. Stories in many tongues"))
        + para(
            "Children’s centres hold a monthly story hour in Urdu, Cantonese and Polish. Grandparents tell the "
            "stories and are paid a small fee."
        )
        + para(run("Impact: ", properties="<w:i/>"), run("Registrations from Chinese families rose from 12 to 45."))
        + para(bold("2. Holiday club places"))
        + para(
            "We keep a fifth of all funded holiday club places for children seeking asylum. Hotels send us a "
            "list each Monday and a minibus collects the children."
        )
        + para(bold("3. Equality checks on early help"))
        + para("Each quarter the early help board looks at who is refused a service, by ethnicity and postcode.")
        + para(bold("Supporting documents"))
        + bullet(link("Story hour toolkit", "rId8"))
        + bullet("Equality check template")
        + para(bold("Who to contact"))
        + para(
            "Early help: Dawn Heathcote, dawn.heathcote@stockport.example.gov.uk, 0161 555 0101\nStories: Lin Mei-Hua"
        ),
        links={"rId8": "https://example.org/stockport/toolkit"},
    )


def luton() -> bytes:
    return word_file(
        heading("Sharing practice")
        + para("Name of Local Authority: Luton Council")
        + table(
            tuple(para(bold(o)) for o in ("Within your organisation", "With children and families", "With partners")),
            (
                bullet("A staff anti-racism book group which meets over lunch")
                + bullet("Positive action coaching for Asian women aiming for senior posts"),
                bullet("Kinship carers’ group for Bangladeshi and Pakistani grandmothers, held in Sylheti and Mirpuri")
                + bullet("Boys2Men mentoring in four secondary schools. Ring Delroy on 01582 555 999."),
                bullet("A shared data set with Bedfordshire Police on child exploitation and ethnicity"),
            ),
        )
        + para("Contact – Saima Akhtar-Rose (Head of Early Help)")
    )


def brent() -> bytes:
    return word_file(
        heading("Anti-Racist Work: Sharing Practice")
        + para("LA Name: Brent")
        + para("Categories: Within your organisation, With children and families, Through research")
        + para(
            "Brent Children and Young People’s department has an anti-racism delivery group that meets monthly, "
            "chaired by the Corporate Director. The group has commissioned the following pieces of work."
        )
        + heading("Workforce", 2)
        + bullet("Allyship learning sets for white managers. Five sets of eight have met six times each.")
        + bullet("Exit data: HR now break down leavers by grade and ethnicity and the figures go to every DMT.")
        + heading("Practice", 2)
        + bullet(
            "Cultural consultation clinic, where a social worker can bring a family’s story to a panel of "
            "elders and practitioners"
        )
        + bullet(
            "Life story books for children of mixed heritage – a guide for workers was written by care leavers. "
            "Guide to Life Story Work With Mixed Heritage Children"
        )
        + heading("Research", 2)
        + para(
            "With Middlesex University we analysed 1,200 referrals to see whether school referrals for Black "
            "children are more likely to end in no further action. The report will be published in early 2027."
        )
        + para(
            "For further information please contact Nadifa Hersi, Head of Quality Assurance "
            "(nadifa.hersi@brent.example.gov.uk). For the research contact Prof. Olu Adeniyi."
        )
    )


def vale() -> bytes:
    return word_file(
        table(
            (para("Sharing practice pro-forma"), para("")),
            (para("Local authority"), para("Vale of Glamorgan")),
            (para("Title of work"), para("Ready, Steady, Belong")),
            (para("Category/ies"), para("With children and families; with partners")),
            (
                para("Please tell us about the work, including why you did it"),
                para(
                    "Head teachers told us that racist name-calling was going up in primary schools. With "
                    "Cardiff and Vale health board we trained 44 playtime supervisors in how to step in, and "
                    "year 6 pupils became playground friends."
                )
                + para("Lunchtimes are now part of each school’s equality plan."),
            ),
            (
                para("What difference has it made? How do you know?"),
                para(
                    "Reported incidents at lunchtime halved in 18 of 24 schools. Pupils in a survey said that "
                    "adults act more quickly."
                ),
            ),
            (
                para("Documents you can share"),
                para("Playground friends badge design\nSupervisor’s handbook (Welsh and English)"),
            ),
            (para("Who can people talk to?"), para("Rhodri Penhale-Ahmed, Wellbeing Lead – 01446 555 222")),
        )
    )


def walsall() -> bytes:
    return word_file(
        para("Walsall Council")
        + para("Sharing practice: tackling disproportionality")
        + para("LA name: Walsall")
        + para("☒ With communities ☒ With partners")
        + para("What we would like to share")
        + para(
            "Sikh and Muslim chaplains now visit every young person from our area who is remanded to custody. "
            "(Contact: Gurpreet Dhaliwal, YJS Manager)"
        )
        + para(
            "The “Who Speaks for Me?” project matches children on the edge of exclusion with an independent "
            "advocate of their own background. 41 children have been matched and 36 are still in school."
        )
        + para(
            "Our LADO and the mosques’ council agreed a safeguarding standard for supplementary schools. So far "
            "23 of 29 have signed."
        )
        + para(
            "If you would like copies of anything mentioned please e-mail: "
            "safeguarding.partnership@walsall.example.gov.uk"
        )
    )


def argyll() -> bytes:
    return word_file(
        heading("Sharing Practice")
        + para("Local Authority Name – Argyll & Bute")
        + para("Work with children and families")
        + para(
            "We are a rural authority with few minority ethnic families. In order to bring them together we:",
        )
        + bullet("hold a residential weekend each June for minority ethnic children from the islands")
        + bullet("pay for home language tuition by video for any child who wants it")
        + bullet("have put together a welcome box for families who arrive under resettlement schemes")
        + para("Work within our organisation")
        + para("All head teachers have taken part in Education Scotland’s Building Racial Literacy programme.")
        + para("Morag Sinclair, Education Manager, morag.sinclair@argyll.example.gov.uk")
    )


def ealing() -> bytes:
    return word_file(
        heading("Anti-Racist Work and Tackling Disproportionality: Sharing Practice")
        + para("LA Name: Ealing Council")
        + bullet("With children and families")
        + bullet("With partners")
        + para(
            "Ealing’s Race Equality Commission reported in 2022 and its demands shape our plans. We wish to be "
            "judged by what changes for children."
        )
        + para("Examples of work with schools include:")
        + bullet(
            "An anti-racist charter mark, developed with 14 head teachers. Schools are visited by a panel of "
            "pupils before it is awarded."
        )
        + bullet("Roll out of a racist incident app for secondary pupils")
        + bullet(
            "Support to governing bodies to recruit governors from the global majority, including a shadowing "
            "scheme. For details of the scheme contact Harjit Sandhu-Bell"
        )
        + para("Examples of work in social care include:")
        + bullet("Development of a cultural matching protocol for foster placements")
        + bullet(
            "Weekly consultations from a community organisation, Southall Sisters, to assessment teams. This "
            "has led to earlier identification of dowry abuse."
        )
        + para(
            "For more information about any of the above please contact Tania Whitfield (Assistant Director "
            "Schools) or José Marín-Okoye (Principal Social Worker)."
        )
    )


def torfaen() -> bytes:
    return word_file(
        table(
            (para(bold("Sharing Practice")),),
            (para("LA Name"), para("Torfaen")),
            (para("Within your organisation"), para("☐")),
            (para("With children and families"), para("☑")),
            (para("With communities"), para("☐")),
            (para("With partners"), para("☐")),
            (para("Through research"), para("☐")),
            (
                para("Description of the work"),
                para(bold("Cynefin cafe"))
                + para(
                    "A monthly cafe at which Gypsy and Traveller parents meet teachers away from school. The "
                    "parents chose the venue and the food. Attendance of Traveller pupils at the four schools "
                    "is up from 71 to 84 per cent."
                )
                + para(bold("Books in the box"))
                + para(
                    "Each Flying Start family gets three picture books with Black or Asian main characters. "
                    "Health visitors hand them over at the nine-month check."
                ),
            ),
            (para("Resources"), para(link("Cynefin cafe flyer", "rId8"))),
            (para("Contact"), para("Cafe: Delyth Vaughan-Price, 01495 555 111. Books: Hâf")),
        ),
        links={"rId8": "https://example.org/torfaen/flyer.pdf"},
    )


def merton() -> bytes:
    return word_file(
        heading("Sharing practice")
        + para("Name of LA:")
        + para("Merton")
        + table(
            (para("Within your organisation"), para("")),
            (para("With children and families"), para("✓")),
            (para("With communities"), para("")),
            (para("With partners"), para("✓")),
            (para("Through research"), para("")),
        )
        + para("Summary of work")
        + para(
            "Merton has introduced “Pause and Think”, a short conversation that any head teacher must have with "
            "the virtual school before suspending a Black child in care. It has been used 26 times and on 19 "
            "occasions the suspension did not go ahead."
        )
        + para(
            "In addition, the CAMHS and youth justice teams share a culturally sensitive counsellor from the "
            "charity Nafsiyat one day a week."
        )
        + para(
            "Lastly we train foster carers through a six week course on talking about race, co-delivered by "
            "care experienced young adults. Feedback has been very positive and the course is now mandatory."
        )
        + para(
            "Contacts: Pause and Think - Odette Lamptey (Virtual School Head), Counselling - Dr Sunita Rao, "
            "Foster carer course - Ben Achterberg-Hill, fostering@merton.example.gov.uk"
        )
    )


def main() -> None:
    """Write every made form."""
    for make in (
        merton,
        ealing,
        torfaen,
        walsall,
        argyll,
        sandwell,
        islington,
        perth,
        lambeth,
        haringey,
        coventry,
        newham,
        stockport,
        luton,
        brent,
        vale,
    ):
        (FORMS / f"{make.__name__}.docx").write_bytes(make())


if __name__ == "__main__":
    main()
