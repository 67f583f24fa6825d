"""Words by which the reader tells work from talk: kinds of work, doing words, broad topics."""

from __future__ import annotations

import re

from knowledge.importing.template.language.sentences import word_set

#: Nouns that name a piece of work somebody does ("reverse mentoring scheme").
WORK_NOUNS = word_set(
    """
    programme program scheme project group panel network forum academy toolkit tool charter pledge policy strategy
    plan framework training mentoring workshop workshops audit review campaign pilot hub board circle club course
    sessions session conference festival exhibition film podcast app dashboard survey service pathway protocol
    checklist guide guidance library curriculum website consultation conversations discussion discussions event
    events meetings research study evaluation fund grant grants apprenticeship apprenticeships internship
    internships placement placements coaching supervision champions ambassadors advocates advocacy post role
    collaboration alliance initiative standard statement model approach pack passport handbook newsletter
    roundtable summit council parliament assembly taskforce scorecard profile assessment interviews recruitment
    dialogue helpline clinic cafe café groups panels networks projects schemes programmes strategies policies
    plans circles clubs courses reviews audits surveys tools toolkits pilots mentors peer bursary bursaries
    scholarship scholarships awards award celebration day week month walk trail garden play drama theatre choir
    band boxing football sports sport camp trip residential visit visits drop-in lessons materials resource
    resources masterclass masterclasses lecture lectures seminar seminars module modules e-learning induction
    onboarding monitoring mapping tracker database analysis report inquiry enquiry commission partnership
    agreement contract mediation conferencing counselling therapy support outreach befriending
    """
)
#: Words that alone make a heading a topic rather than the name of a piece of work.
TOPIC_WORDS = word_set(
    """
    recruitment retention progression workforce staff staffing education schools school children childrens
    families family young people community communities partner partners partnership partnerships health youth
    justice social care early years send fostering adoption exclusions exclusion attainment leadership governance
    management data research practice policy policies culture outcomes services service work working wider system
    systems police policing voice participation engagement commissioning safeguarding mental housing employment
    skills our your with within in and other initiatives initiative examples example development learning
    organisation organisational corporate council the of for to what we have done are doing key projects project
    programmes activities activity actions action achievements progress so far support improving improvement
    through across at on from by business economy public wellbeing inclusion equality equalities diversity edi
    race anti racist racism disproportionality tackling addressing reducing internal external protection child
    looked after leavers parents carers parent pupils pupil students teachers offer areas area themes theme strand
    strands workstream section part phase one two three four five a an local authority la summary main highlights
    current recent new ongoing specific directorate department team teams adults adult anti-racist voices
    experience lived listening curriculum places place settings setting neighbourhoods faith groups voluntary
    sector third prevention intervention further hr people's children's edge home homes
    """
)
#: Doing words: a paragraph with one of them tells of work done.
DOING = re.compile(
    r"\b(?:(?:has|have|had|was|were|been|is|are|being|now|also|we|they|it|who|and|team|service|council|staff"
    r"|\w+s)\s+(?:\w+ly\s+|also\s+|now\s+|since\s+|recently\s+|jointly\s+|been\s+|just\s+|already\s+|then\s+"
    r"|all\s+|both\s+|each\s+)*)?"
    r"(?:set up|set-up|agreed|signed|launched|introduced|ran|runs?|running|delivers?|delivered|developed|created"
    r"|commissioned"
    r"|established|piloted|trained|co-?produced|co-?designed|designed|built|wrote|written|rewrote|rewritten"
    r"|redesigned|reviewed|published|hosted|hosts?"
    r"|appointed|recruited|funded|funds?|offers?|offered|provides?|provided|holds?|held|brings?|brought|meets?"
    r"|met|began|begun|started|rolled out|roll(?:ing)? out|adopted|signed up|embedded|produced|changed|replaced"
    r"|audited|audits|mentors?|mentored|coached|supervises?"
    r"|uses?|used|worked|works|organised|opened|invested|revised|surveyed|interviewed|mapped|matched|paired"
    r"|tested|tracked|monitors?|monitored|checks?|checked|asks?|asked|visits?|visited|teaches|taught|gave|given"
    r"|made|joined|led|leads|co-?leads|convenes?|convened|sends?|sent|shares?|shared|put in place|is recruiting"
    r"|are recruiting|now has|now have|employs?|employed|helped|helps|supports?|supported|takes? part|took part"
    r"|(?:is|are) (?:now |also |currently )?(?:\w+ing)|pairs|matches|reads?|trains|builds|collects?|collected"
    r"|analyses?|analysed|examined|looked at|looks at|attend(?:s|ed)?|sits?|invites?|invited|reports?|chairs?"
    r"|chaired)\b",
    re.I,
)
#: What general statements are made of: intentions, positions, descriptions of the place.
GENERAL = re.compile(
    r"\b(?:committed to|commitment to|we believe|we recognise|we acknowledge|we know|we understand|we are proud"
    r"|we want|we wish|we hope|we aim|our aim|our vision|our ambition|our goal|our mission|aims to (?:be|become)"
    r"|aspires?|determined to|(?:is|are) (?:one of the most )?(?:diverse|home to)"
    r"|(?:has|have) an? (?:long|proud|rich|strong) (?:\w+ )?(?:history|tradition|record)|(?:is|are) among the most"
    r"|(?:is|are) an? (?:[\w-]+ ){0,5}(?:city|county|borough|town)(?!-)|wide range of|a range of "
    r"(?:work|initiatives)|population|residents (?:are|identify)|census|per cent of (?:our|the)|% of (?:our|the)"
    r"|continue to|still show|outcomes do not|george floyd|black lives matter|in the wake|zero tolerance|at the "
    r"heart of|long way to go|journey|everyone's business|priority for us|strategic priority|remain(?:s)? "
    r"(?:over|under|dis)|over-?represented|under-?represented|disproportionately|is important|are important|we "
    r"are aware|no child should"
    r"|every child (?:matters|deserves|should|must|can|has|does|thrives|is (?:safe|able|valued|heard)|to)"
    r"|we must|must be|we should|should be|we need to|needs to be)\b",
    re.I,
)
#: What only says that work is told of below, or is about the form itself.
ANNOUNCES = re.compile(
    r"\b(?:share|describe|submit|highlight|mention|tell(?:ing)? you about) (?:\w+ ){0,3}(?:pieces? of work|things?"
    r"|examples?|initiatives|projects|our (?:work|practice|return|response))[.:]?$"
    r"|\bworth (?:sharing|passing on|a mention)\b|\b(?:our|this|the) (?:return|response|submission|form|template)\b"
    r"|\b(?:set out|listed|described|outlined|shown) below[.:]?$"
    r"|^(?:we|i)(?:['’]d| would| are|['’]re| am|['’]m) (?:\w+ )?(?:like|love|keen|interested) to hear from\b"
    r"|^(?:please )?(?:see|find) (?:\w+ )?(?:below|attached|enclosed)\b"
    r"|^(?:as (?:promised|requested|discussed|agreed),? )?(?:here|below) (?:is|are)\b",
    re.I,
)
#: What only says that documents stand elsewhere, or that more will follow.
POINTS_AWAY = re.compile(
    r"^(?:please )?(?:see|find|refer to) (?:the |our )?(?:attached|enclosed|embedded|accompanying|appended)\b.{0,60}$"
    r"|^(?:the |our |all )?(?:slides?|copies|reports?|documents?|details|materials|presentations?|posters?|handouts?"
    r"|films?|leaflets?|papers?|templates?|toolkits?|resources|evaluations?)(?: (?:and|or) \w+)? "
    r"(?:(?:are|is|also|can be) )*(?:available|attached|enclosed|embedded|to follow|on request)"
    r"(?: (?:on|upon|by|if|from|as|separately|here)\b.{0,30})?$"
    r"|^(?:more|further)(?: \w+){0,2} (?:to|will) (?:follow|come)(?: .{0,25})?$"
    r"|^(?:we|i)(?:['’]d be| would(?: also)? be| are| am|['’]re|['’]m) (?:\w+ ){0,2}?(?:happy|glad|pleased|delighted"
    r"|willing) to (?:share|send|lend|talk|speak|discuss|answer|hear|welcome|host)\b.{0,120}$",
    re.I,
)
#: Words that any two pieces of work may share.
EVERYWHERE = word_set(
    """
    black asian white ethnic ethnicity minority global majority children child childrens young people person families
    family parents carers staff council school schools their which about these those where there every other across
    between within being community communities support working racist racism racial
    """
)
#: A paragraph that opens like this goes on about what stands before it.
REFERS_BACK = re.compile(
    r"^(?:we (?:then|later|next)|then,?|next,|after(?:wards| that),?|later,?"
    r"|it|this|these|they|those|that|he|she|its|their|such|both|each|as a result|as part of (?:this|it)|since "
    r"then|to date|so far|following this|after this|over time|through this|the (?:programme|scheme|project|group"
    r"|panel|network|forum|training|pilot|work|sessions?|course|scheme|toolkit|charter|audit|review|campaign"
    r"|initiative|board|team|framework|service|results?|impact|feedback|aim|pairs?|mentors"
    r"|mentees|participants|members|findings)|participants|members|mentees|mentors|attendees|feedback|outcomes?"
    r"|early|sessions|members|one (?:participant|parent|young person|member|mentee)|all (?:participants|members)"
    r"|more than|over \d|around \d|about \d|nearly|almost|\d+ (?:staff|families|young|people|parents|carers"
    r"|children|pupils|schools|managers))\b",
    re.I,
)
#: A line that only opens a list.
OPENS_LIST = re.compile(
    r"(?::|\b(?:include|includes|including|included|as follows|are|such as|these are|covers|following|below"
    r"|through|by|offers|involves|involve)\s*:?)\s*[-–—]?$",
    re.I,
)
#: What a list is opened for when its items are pieces of work.
GENERIC_LIST = re.compile(
    r"\b(?:initiatives?|examples?|projects|work (?:includes?|has included|around|with|in|on)|activit(?:y|ies)"
    r"|actions|areas of work|pieces of work|programmes|this (?:work )?(?:includes?|has included)|these "
    r"(?:include|are)|we have|we are|our work|has been done|developments?|range of|strands of work|highlights"
    r"|some of (?:the|our)|things we|schemes|ways|steps|achievements|following|other work|practice|also "
    r"(?:includes?|do|run|have)|done so far|to date)\b",
    re.I,
)
#: What it is opened for when its items are the parts of one.
PARTS_LIST = re.compile(
    r"\b(?:the (?:programme|scheme|project|group|panel|network|training|pilot|course|toolkit|charter|plan"
    r"|framework|strategy|policy|audit|review|forum|service|session|model|board|team|approach|pack|guide"
    r"|campaign|passport|module|sessions|workshops|statement|survey|pledge|tool)s?\b|it (?:has|includes|covers"
    r"|offers|consists|is made up|involves|is|looks at|asks|sets)|which (?:includes?|covers?|has|offers?)"
    r"|sessions? (?:cover|include)|members? (?:get|receive|have)|participants? (?:get|receive|have|are)|each "
    r"(?:\w+ ){1,4}(?:gets|receives|has|includes|is|covers)|they (?:get|receive|cover|have|are)|modules?|topics?"
    r"|strands?:?$|elements|components|stages|parts:?$|steps:?$|goals|aims|objectives|principles|pledges|themes"
    r"|questions|agenda|made up of|consists? of|comprises?|covering|commits? (?:us|schools|partners|members)"
    r"|carers (?:get|receive)|schools (?:get|receive|agree))",
    re.I,
)
#: How letters end; the lines that follow are the sender's name and address.
SIGNS_OFF = re.compile(
    r"^(?:kind(?:est)? regards|best wishes|warm regards|regards|with thanks|many thanks|yours (?:sincerely"
    r"|faithfully)|all the best|best regards|thanks|thank you|cheers|best)[,.]?$",
    re.I,
)
