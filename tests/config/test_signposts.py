"""The shipped signposts: whoever tells of harm is led to help, and whoever asks about it professionally is not."""

from __future__ import annotations

import pytest

from knowledge.services.signposts import Signposts
from tests.relevance.library import lists

#: Told by, or of, a child.
CHILD = """
my nephew is being called names at nursery because he is brown
One of our young people told us staff hit him at his last home
a girl in my class says her cousin slaps her
my foster son was spat at on the bus
One of my pupils said a teacher called her a monkey
my stepdaughter keeps getting picked on for her headscarf
my mixed race kids are being bullied on our estate
the neighbours' children are being neglected
a boy I support has told me that his stepdad beats him
a student I teach was beaten up for being Somali
My friend's daughter is being hit by her uncle
someone called my son the N-word on the way home
I'm getting bullied in my class because of my hair
i am picked on at school for being a traveller
this pupil told me his uncle beats him
my little sister is being threatened by older girls
our foster daughter was called a racist name at a party
a young person in our care was assaulted last night
my grandson has been racially bullied since September
a pupil in my form has been punched because he's Roma
a young person on my caseload told me her mum hits her
my daughter's been called the n word in PE
my daughter came home crying, kids called her the n word
the police hurt my brother
my foster carer calls me the n word
I'm 14 and get bullied at school for being black
""".strip().splitlines()
#: Told of work.
WORK = """
my manager made a racist joke about my accent
Someone in my team keeps making racist comments
our head teacher used the p word in assembly
one of my colleagues called me a monkey
a foster carer was racist to our social worker
A dad called our student the n word during a home visit
I was demoted because of my skin colour
i have been put on a performance plan, I'm sure it's because I'm Asian
I'm being managed out and it's racist
I keep being overlooked, the job always goes to a white man
I've been turned down three times because of my race
my colleague has been suspended for being Muslim
one of our staff was sacked after reporting racism
I am being harassed by my team
I was threatened at work last week
How do I raise a grievance against my director?
I need to raise a grievance
I feel undermined because I am Black
my supervisor says racist things
a councillor shouted racist abuse
I'm under investigation and I know it's racism
they suspended me and not my white colleague
I lost out on promotion again to a white colleague
a family refused to let me in because I am Black
my manager bullies me
I have been bullied because of my accent
""".strip().splitlines()
#: Told of abuse and threats elsewhere.
RACIST = """
I was followed home and called a racist slur for wearing a hijab
I got spat at because of my headscarf
my wife was attacked, they were shouting racist things
a man in the street keeps threatening me
they have threatened my family
my friend has been assaulted because he is Nigerian
my dad was told to go back where he came from, racist neighbours
somebody called me a racist name on the train
one of our social workers was racially abused by a dad
""".strip().splitlines()
#: Told by somebody who means to blow the whistle.
WHISTLE = """
how can I blow the whistle on my own council?
I want to whistleblow about how our home treats black children
""".strip().splitlines()
#: Asked about such things, as colleagues do every day.
ASKED = """
children being called names because of their race: what do schools do
racist name calling in primary schools
what should a school do when a teacher makes a racist joke
how to respond if a parent uses the N-word to a social worker
training for managers after a colleague made racist comments
staff passed over for promotion because they are Black
why are black social workers suspended more often than white colleagues
Black staff facing disciplinary action
suspensions of Black pupils
who supports staff who are racially abused on home visits
what happens when someone used racist language in a meeting
supporting children who are bullied for being Muslim
our children are bullied because of their race, what works in schools
young people hurt by racism
peer support for pupils who have been called racist names
neglect in Black families
neighbourhood work with families
adultification: girls hit harder by sanctions
families hit hard by the cost of living
I was asked about promotion of Asian staff
I am looking at bullying of Gypsy pupils
I was struck by the figures on racist bullying
my manager wants racist incidents recorded better
my manager said to look for anti-racism training
my colleague told me about reverse mentoring for white managers
my director made a pledge on racism
one of our schools has a racist incident log
one of my team asked about grievance procedures
our manager is anti-racist and wants ideas
grievances raised by Black staff
how are grievances about racism handled
whistleblowing policy
how do staff whistleblow about racism
whistleblowing and race
hate crime reporting centres
threatened exclusions of Black boys
young people threatened with knives: what helps
a young person told us about a mentoring scheme
a child said she enjoyed the drama workshops
young people told researchers that police stopped them
my children's services team wants to tackle racism
my child protection team is hit by cuts
I work with children who are bullied because of their colour
I am writing a policy on racist language
a teacher training course on racism
a manager's guide to racist incidents
a foster carer used to caring for Black children
the language used by professionals: is it racist
jokes and banter in teams
racist jokes at work: what do other councils do
microaggressions by colleagues
we were told that Black children are overlooked
I feel passionate about racism at work
one of our pupils is a mentor
I got involved because of racism in schools
my team was shortlisted because of our work with Black families
what is done about carers who call children names
my child was excluded because teachers see black boys as a threat
young people said police treat them as suspects
a boy said exclusion hurt him
the mentor scheme where a pupil said it helped her
what can foster carers do when a child says he is called names
how should staff react when a young person tells them she is hit by carers
white colleagues who call black staff names
colleagues calling out racist jokes
I treat families fairly regardless of race
programme that treats me as equal
no one treats black children worse
the survey asked if staff had been bullied because of race
harassment and bullying of global majority staff
staff survey results on bullying because of race
I was investigating racism in recruitment
I am investigated by Ofsted
we were overlooked for funding because we are a black-led charity
black-led charities overlooked
I've been asked to look at why black staff are passed over
I was at a talk about promotion and racism
I have been rejected
parents who say school bullied their child
a parent told us about racist graffiti
a carer said racist incidents are not recorded
a manager told staff to read about racism
a teacher made a film about racism
our director made a statement on racism
my boss asked for anti-racist supervision
my head teacher wants help with racist language in the playground
my team leader used a toolkit on racism
someone in my team wrote a report on racism
a colleague said you have something on hair
a colleague told me about the Big Listen
a colleague used this for exclusions
a family used the hair packs
my colleague is leading work on racism
my manager is anti racist lead
my manager was racially literate
people at school called me about mentoring
my teacher training covers racism
""".strip().splitlines()


@pytest.fixture(scope="module")
def signposts() -> Signposts:
    return Signposts(lists().signposts)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        *((text, "Report child abuse (GOV.UK)") for text in CHILD),
        *((text, "Equality Advisory and Support Service") for text in WORK),
        *((text, "True Vision (report online)") for text in RACIST),
        *((text, "Protect") for text in WHISTLE),
    ],
)
def test_whoever_tells_of_harm_is_led_to_help_a_child_to_the_help_for_children(
    signposts: Signposts, text: str, leads: str
) -> None:
    found = signposts.of(text)
    assert found
    assert found.links[0][0] == leads


@pytest.mark.parametrize("text", ASKED)
def test_whoever_asks_about_harm_professionally_is_not(signposts: Signposts, text: str) -> None:
    assert signposts.of(text) is None
