"""The form's questions in the words of those who copied it, and in Welsh; `fields` asks here last.

Patterns fit the whole of a folded label, so that a sentence which only opens like one is none.
"""

from __future__ import annotations

import re


def either(*wordings: str) -> str:
    """A pattern for any of several."""
    return "|".join(wordings)


_IT = (
    r"(?:it|this|these|(?:the|your|our|this|each) (?:work|project|initiative|programme|scheme|practice|activity"
    r"|piece of work|example|case study))"
)
_WE = r"(?:you|we|i|they|people|others|colleagues|other (?:councils|authorities|areas|people|trusts)|anyone|someone)"
_MAY = r"(?:can|could|should|would|may|might|do|will|shall)"
_HELD = r"(?:council|authority|borough|county|trust|local authority|la|organisation|area|service)"
_ASK = (
    r"(?:contact(?:ed)?|(?:speak|speaking|talk|write|turn) (?:to|with)|ask(?:ed)?|e ?mail|call|ring|phone"
    r"|(?:get|getting|be|keep) in touch(?: with)?|get hold of|approach|reach|go to|help|answer(?: any)? questions)"
)
_MORE = r"(?: .{0,30})?"
_OF_THESE = r"of (?:these|them|the (?:following|above|below|five|categories|options))"
#: "Which area does this fall under?"
_FALLS = r" (?:does|do|would|should) .{1,40} (?:fall|fit|come) (?:under|in|into|within)(?: .{0,20})?"

AUTHORITY = either(
    rf"(?:(?:your|our) |name of (?:your|the|our) |(?:submitting|participating|responding|host|home|reporting|your own)"
    rf" ){_HELD}(?: name)?",
    rf"what(?: is| s) (?:the name of )?your {_HELD}(?: called| s name| name)?",
    r"(?:who|where) are you(?: from| based| submitting (?:for|from))?",
    rf"which {_HELD}(?!{_FALLS}){_MORE}",
    r"(?:enw (?:r |eich )?)?(?:awdurdod|cyngor|sefydliad|ymddiriedolaeth|bwrdd iechyd)(?: lleol)?",
)
CATEGORY = either(
    rf"which (?:ones? )?(?:{_OF_THESE}(?: .{{1,15}})? )?(?:does|do|is|are|would) .{{1,40}} (?:relate to|belong (?:to|in"
    r"|under)|apply to|(?:come|fall|sit) (?:under|in|within)|fit|about|cover|concern)",
    rf"which (?:ones? )?(?:{_OF_THESE} )?(?:best )?(?:appl(?:y|ies)|describes?|fits?)(?: .{{0,30}})?",
    r"type(?: of (?:practice|initiative|activity|project))?",
    r"area of focus",
    rf"(?:which|what) (?:area|heading|theme|strand|type|kind)s?(?: of (?:work|practice|activity))?{_FALLS}",
    r"(?:pa )?(?:categori|gategori|categoriau|gategoriau)(?: .{0,30})?",
)
TITLE = either(
    r"(?:our|the|this) (?:practice )?example",
    rf"what (?:is|are|do|did|have|has) (?:{_WE}|{_IT}) (?:been )?(?:call|called)(?: {_IT})?",
    r"what(?: is| s) (?:its|the) (?:name|title)",
    rf"what(?: is| s) the (?:name|title) of {_IT}",
    rf"(?:give )?{_IT}(?: has)? an? (?:name|title)",
    r"name (?:it|(?:your|the|this) (?:work|project|initiative|practice))",
    r"(?:short |working |full |project |proposed )(?:title|name)",
    r"headline",
    r"teitl(?: (?:y |yr |r |eich )?(?:gwaith|prosiect|fenter|menter|cynllun|arfer))?",
    r"enw (?:y |yr |r |eich )(?:gwaith|prosiect|fenter|menter|cynllun)",
    r"(?:y )?prosiect",
    r"(?:y )?fenter",
)
CONTACT = either(
    rf"(?:who|whom) (?:{_MAY} )?(?:{_WE} |is |are |else |the )*(?:best |right |happy |able |willing |available"
    rf" )*(?:person |people |one |name |contacts? )?(?:{_WE} )?(?:{_MAY} )?(?:to )?(?:be )?(?:happy to |able to"
    rf" )?(?:be )?{_ASK}{_MORE}",
    rf"(?:names? of )?(?:the )?(?:best |right |named |main |key"
    rf" )*(?:person|people|someone|somebody|colleagues?|staff|names?|officers?)(?: names?)? (?:who |that |{_WE}"
    rf" |{_MAY} )*(?:to )?(?:be )?{_ASK}{_MORE}",
    r"(?:main|first|primary|second|secondary|deputy|alternative|other|additional|best|lead|back"
    r" ?up|practice|project|programme|service) (?:point of )?contacts?(?:"
    r" (?:names?|person|details?|officer|number))?(?: \d)?",
    r"contacts? (?:\d|[a-c])",
    r"(?:enw r |enwau r |enw |enwau |prif |pwynt |manylion (?:y )?)?(?:cyswllt|gyswllt|cysylltiadau)(?: \d)?",
    r"(?:gyda |a )?phwy (?:y |i )?(?:dylid |dylai .{1,20} |gellir |i )?(?:gysylltu|cysylltu|siarad)(?: .{0,20})?",
    r"(?:am )?(?:ragor|fwy|mwy) o wybodaeth",
    r"swyddog arweiniol",
    r"arweinydd(?: y prosiect)?",
)
NAME = r"enw(?: llawn)?|enwau"
ROLE = either(
    r"(?:position|post|job|role|job title|title) held",
    r"(?:their|your|the|contact s?) ?(?:job title|role|position|post)",
    r"(?:job )?(?:titles|roles)",
    r"posts",
    r"positions",
    r"what (?:is|s) (?:their|your) (?:role|job|position)",
    r"(?:teitl (?:y )?)?swydd(?: ddisgrifiad)?",
    r"rol",
    r"teitl swydd",
)
EMAIL = either(
    r"(?:their |your |work |office |lead |officer |shared |team |group |generic )?(?:contact )?e ?mails?(?:"
    r" address(?:es)?| contact)?",
    r"(?:cyfeiriad )?e ?bost",
)
PHONE = either(
    r"(?:their |your |work |office |daytime )?(?:contact )?(?:tele)?phone(?: (?:number|no|numbers))?",
    r"contact (?:tel|phone|mobile)(?: (?:number|no))?",
    r"tel(?:ephone)? (?:number|no|numbers)",
    r"(?:work )?mobile(?: (?:phone|no|number|telephone))*",
    r"(?:rhif(?: y)? )?(?:ffon|ff)(?: symudol| gwaith)?",
    r"(?:rhif )?symudol",
)
IMPACT = either(
    rf"(?:the |any |what )?(?:difference|impact|change|effect|benefits?|results?|outcomes?|improvements?)(?:"
    rf" (?:has|have|is|was) {_IT})?(?: (?:made|making|had|seen|achieved|noticed|being made|so far|to date|brought|for"
    rf" .{{1,40}}))+",
    rf"what (?:has|is|was) been the (?:results?|outcomes?|effects?|benefits?){_MORE}",
    rf"what (?:has|have|had) (?:the|its|your|our) (?:impact|difference|results?|outcomes?|effects?|benefits?)"
    rf" been{_MORE}",
    rf"(?:has|have|did) anything (?:changed?|improved?|got better|happen(?:ed)?){_MORE}",
    rf"what (?:has )?(?:happened|come of it|came of it)(?: (?:next|afterwards|as a result|because of {_IT}))?",
    rf"what {_IT} (?:has |have )?(?:changed|achieved|led to|improved|meant)(?: .{{0,30}})?",
    rf"what (?:has|have|had|did|does|is) {_IT} (?:achieved?|changed?|done|led to|result(?:ed)? in|lead to|brought(?:"
    rf" about)?|mean(?:t)?){_MORE}",
    rf"(?:the )?(?:difference|impact|change)s? (?:{_IT} )?(?:is |has |have |had )?(?:made|making|had|been){_MORE}",
    rf"what (?:has |have |is |s )?(?:been )?(?:changed|improved|got better|happened since|worked|better"
    rf"|different){_MORE}",
    r"what (?:the|our) (?:data|figures|numbers|evidence|records|evaluation) (?:say|show|tell)s?(?: us)?",
    rf"what (?:changes|improvements|benefits|results|effects?|impacts?|outcomes?){_MORE}",
    rf"how (?:{_MAY} |did )?{_WE} (?:know|tell|measure|measured|judge|show){_MORE}",
    rf"how (?:has|have|did|does|is) {_IT} (?:helped|help|worked|working|going|gone|made|changed|improved){_MORE}",
    rf"(?:has|is|did|does) {_IT} (?:worked|work|working|helped|help|made a difference|making a difference){_MORE}",
    r"who has (?:benefited|benefitted)(?: and how)?",
    r"(?:measures of )?success(?:es)?(?: so far)?",
    r"what success .{1,30}",
    rf"what (?:{_WE} )?(?:have |has |did )?(?:{_WE} )?(?:see|seen|saw|notice|noticed|hear|heard|observed?)"
    r"(?: .{0,20})?",
    r"(?:the )?(?:level|strength|type|quality) of (?:the |your )?evidence|evidence (?:level|rating|base|strength)"
    r"|how strong is the evidence",
    r"(?:the |our |your )?(?:overall|general|combined|joint|total|wider|main|key) "
    r"(?:impacts?|outcomes?|results?|difference)(?: .{0,30})?",
    r"(?:yr |r )?(?:effaith|canlyniadau|canlyniad|deilliannau|deilliant|gwahaniaeth|manteision)(?: hyd yma| y gwaith)?",
    r"(?:beth (?:yw|oedd|fu) )?(?:r |yr )?(?:effaith|canlyniadau|gwahaniaeth)(?: .{0,25})?",
    r"pa (?:effaith|wahaniaeth) .{1,40}",
)
RESOURCES = either(
    rf"how {_MAY} {_WE} (?:use|get|have|borrow|copy) (?:it|this|these|them){_MORE}",
    rf"(?:is there )?(?:anything|something|what|documents?(?: or links?)?|links?(?: or"
    rf" documents?)?|resources|materials|tools)(?: (?:that|which|else))?(?: (?:{_WE}|{_MAY}))+ (?:be )?(?:able to"
    rf" )?(?:share|look at|see|use|download|read|borrow|send|copy|pass on|take away|offer|shared)(?: .{{0,30}})?",
    r"what (?:is|s) available(?: to share)?",
    rf"where {_MAY} {_WE} (?:find|see|get|read|look|learn)(?: .{{0,30}})?",
    r"(?:useful |supporting |further |helpful )?(?:tools|templates|papers|supporting"
    r" (?:information|evidence)|files|weblinks?|web links?|web ?pages?|websites?|urls?|attached|attachments)(?:"
    r" .{0,25})?",
    r"read more",
    r"(?:yr |r )?(?:adnoddau|dogfennau|dolenni|dolen|deunyddiau)(?:"
    r" (?:a|neu|perthnasol|defnyddiol|dogfennau|dolenni|adnoddau))*",
)
DESCRIPTION = either(
    rf"(?:describe|outline|explain|summarise|set out) (?:briefly )?{_IT}{_MORE}",
    r"about",
    rf"what (?:is|are|was|does|do|did|happens|happened) (?:{_IT}|{_WE})(?: (?:do|doing|about|involve|entail|look"
    rf" like|all about|work|and|how|does|{_IT}|try|trying|to))*",
    rf"(?:what|how) {_IT} (?:is|works|involves|does|entails)(?: and (?:what|how) {_IT} (?:is|works|involves|does))?",
    rf"how (?:does|do|did) {_IT} (?:work|run|operate){_MORE}",
    rf"(?:it|(?:a bit |a little |some(?:thing)? |more )*about (?:it|{_IT}))",
    rf"(?:brief |short |quick |general"
    rf" )?(?:overview|outline|synopsis|narrative|account|explanation|picture|snapshot)(?: of (?:the |your |our"
    rf" )?(?:{_IT}|work|project|practice|initiative|activity|programme|scheme)?(?: .{{0,30}})?)?",
    r"(?:your |our |the )?(?:whole )?story(?: (?:so far|in (?:a nutshell|brief|short)))?|in a nutshell",
    r"(?:key |main )?(?:activities|actions)(?: (?:undertaken|taken|carried out))?",
    r"approach taken",
    r"(?:the )?practice(?: in detail)?",
    r"disgrifiad(?: byr)?(?: .{0,25})?",
    r"crynodeb(?: byr)?(?: .{0,25})?",
    r"(?:y |r )?gwaith",
    r"manylion y (?:gwaith|prosiect)",
    r"beth (?:ydych chi n|rydych chi n|ydym ni n|rydym ni n|rydym yn|ydych yn|yw|wnaethoch chi) (?:ei |i )?(?:wneud|r"
    r" gwaith|r prosiect|neud)(?: .{0,20})?",
)
BACKGROUND = either(
    r"who we are",
    r"why",
    r"(?:about )?our (?:area|place|borough|county|city|town|context|story)",
    r"cefndir",
    r"cyd destun",
    r"nodau",
    r"gwersi(?: a ddysgwyd)?",
)
PRACTICAL = either(
    rf"how much (?:does|did|has|will) {_IT} costs?{_MORE}",
    rf"what (?:does|did|will) {_IT} cost{_MORE}",
    rf"how (?:is|was|are|were|will) {_IT} (?:be )?(?:funded|paid for|staffed|resourced){_MORE}",
    rf"who (?:funds|funded|pays for|paid for) {_IT}",
    rf"how long (?:does|did|has|will|is) {_IT}{_MORE}",
    r"(?:cost|costau|cyllid|amserlen)",
)
ASIDE = r"dyddiad(?: .{0,20})?"
#: "In a few sentences, what does it involve?", "Tell us about the impact": what stands before the question itself.
LEAD_IN = re.compile(
    r"^(?:(?:in (?:a few|your own|one or two|\d+|no more than \d+|up to \d+|under \d+) (?:words|sentences|lines"
    r"|paragraphs)"
    r"|in brief|in short|briefly|please|kindly|(?:can|could|would|will) you(?: please)?|tell us|tell me|let us know"
    r"|say|explain"
    r"|describe|outline|give|share|list|name|and|so|then|finally|also)\s+)+"
)
#: "Contact 1 e-mail", "Lead officer's role": what is asked of one of several people.
OF_SOMEBODY = re.compile(
    r"^(?:(?:lead|main|first|second|other|deputy|key) )*(?:contact|officer|lead|person)(?: (?:person|officer|s|\d))*"
    r" (?=\w)"
)
