"""English as questions use it: words that only join or ask, words that say little, and words that are simply right.

Written for this project. A word of `COMMON` is never taken for a slip of another; inflected forms need no entry.
"""

from __future__ import annotations

from functools import cache, lru_cache

#: Words that carry no meaning of their own: never searched for, and no gap in a match.
STOP = frozenset(
    """a an the this that these those such and or but nor so if then than as of at by for from in into on onto out over
    to up with within without about after against along among around before behind below beneath beside between beyond
    during except inside near off outside since through throughout toward towards under until upon via per re
    is are was were be been being am has have had having do does did doing done will would shall should can could may
    might must ought cannot cant dont doesnt didnt isnt arent wont wouldnt couldnt shouldnt havent hasnt
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs myself ourselves
    yourself themselves itself who whom whose which what when where why how there here
    not no yes too very just also only even still yet ever never always often again else more most much many some any
    all both each every either neither few several other others another same own lot lots
    im ive id ill weve were theyre theyve whats whos wheres hows thats theres lets etc eg ie vs versus
    one ones something anything everything nothing somewhere anywhere everywhere someone anyone everyone somebody
    anybody everybody nobody whoever whatever whichever
    because while although though however therefore whether instead rather quite really actually already
    """.split()  # noqa: SIM905
)

#: Words that only ask, greet or are polite: dropped from a question, though an initiative may hold them.
ASKING = frozenset(
    """please pls plz kindly thanks thank ta cheers hi hello hey dear morning afternoon evening regards sorry
    tell show give find search look looking looked seek seeking want wanted wanting wish need needed
    know known knows learn hear heard see seen list get got getting wonder wondering interested
    ask asking question query info information detail details anyone somebody
    like try tried trying happen happening happens going go gone come comes
    let say says said saying mean means
    thing things stuff kind kinds sort sorts
    idea ideas suggestion suggestions possible possibly maybe perhaps
    today now currently recently recent latest ago
    able allow allowed""".split()  # noqa: SIM905
)

#: Words of this field and of any account of work: true of nearly every initiative, so they say little. Found where
#: they stand, but a question is not missed for want of them. (Stems are taken from these when they are compared.)
GENERIC = frozenset(
    """work project programme initiative practice scheme approach example case study good best great effective
    successful success innovative new local area place council authority borough county city town district region
    national country uk britain british england department team service organisation agency body people person
    do make take use run start begin set put bring keep create develop develop deliver provide offer build improve
    help support change way part member number year month week day time high low big small large long
    different various particular specific general main key important real actual current existing available
    better well more less effort action activity issue matter problem challenge topic theme subject area
    difference result outcome impact effect benefit purpose aim goal target
    increase reduce tackle address deal handle manage respond response promote ensure encourage involve include
    relate regard concern concerning around regarding toward across share sharing hold held give given
    anything similar elsewhere everywhere nearby sector field role lead leading
    stop prevent avoid end raise sign signed
    already tried done made taken used work working worked works job kind
    use apply act add aim agree appear arrange attract become believe belong bring build cause change
 choose close combine come compare complete consider consist continue copy cover create decide depend
 describe discover discuss do encounter enjoy expect experience explain explore express face fail
 fall feel fill find finish follow form gather give grow guide happen have hear hope identify inform insist
 introduce join keep lack last launch lie listen live look lose match mention miss move
 name notice offer organise overcome oversee own pass pay pick place point prepare present produce
 progress promise propose prove pull push reach read receive recommend refer reflect remain remember remove repeat
 replace report request require return reveal roll save seem serve settle shape show shift speak spend spot
 step strengthen suggest suit talk teach tell think touch transform trust try turn understand undertake visit
 watch welcome work worry
 actively actually especially exactly generally mostly mainly nearly possibly properly really simply together widely
 safely successfully independently early late right wrong down up away back ahead alone apart enough least less
 first second third next previous own full fully whole half hard easy easily fair free happy keen likely nice ready
 sure true usual near far close common difficult entire final great independent interesting necessary normal
 ordinary popular powerful practical proper real reasonable regular relevant serious significant simple single
 special strong typical useful various weak worth none nobody lots plenty couple pair bit range number amount level
 degree extent rate stage step side point line end start top bottom middle front rest case sense reason cause way
 means method manner form set series type style version piece item list word name title view opinion option
 choice chance opportunity hope wish feeling thought memory lesson story period minute decade
 century past present future everyday other another same similar new old young big small
 mr mrs ms dr sir madam outside inside
 """.split() # noqa: SIM905
) - frozenset("young teach experience pay read listen report trust".split()) # noqa: SIM905

_COMMON = """
able about above abroad absence absent absolute abuse academic academy accept access accident account accurate achieve
acknowledge across act action active activist activity actor actual adapt add address adequate adjust admin administer
admire admission admit adolescent adopt adult advance advantage adventure advert advertise advice advise adviser
advocate affair affect affection afford afraid after afternoon again age agenda agent aggressive agree aid aim air
airport alarm album alcohol alert alive allegation allergy alley alliance allocate allotment allow allowance ally
almost alone along already alter alternative always amazing ambition ambulance amend amount analyse analysis ancestor
anchor ancient angel anger angle angry animal ankle anniversary announce annoy annual answer anxiety anxious apart
apartment apology appeal appear appetite applaud apple appliance applicant apply appoint appraise appreciate
apprentice approach appropriate approve arch archive area argue argument arise arm army arrange arrest arrive art
arthritis article artist ascend ashamed ask asleep aspect aspire assault assemble assembly assess asset assign assist
assistant associate assume assure asthma athlete attach attack attain attempt attend attendance attention attitude
attract audience audit aunt author autism automatic autumn availability available avenue average avoid awake award
aware away awful axe baby back background bacon bad badge bag bail bake balance balcony ball ballet balloon ballot ban
banana band bang bank banner bar barber bare bargain barn barrel barrier base baseball basic basin basis basket bat
batch bath bathroom battery battle bay beach bead beam bean bear beard beat beautiful beauty bed bedroom bee beef beer
beg begin behave behaviour belief believe bell belong belt bench bend benefit bereave berry best bet better beyond
bible bicycle bid big bike bill bin binding biography biology bird birth birthday biscuit bishop bit bite bitter black
blade blame blank blanket bleed blend bless blind block blog blood bloom blow blue blunt board boast boat body boil
bold bolt bomb bond bone bonus book booklet boom boost boot border bore born borrow boss bottle bottom bounce boundary
bowl box boxing boy boycott bracket brain brake branch brand brass brave bread break breakdown breakfast breast breath
breathe breed brew brick bride bridge brief bright brilliant bring broad broadband broadcast brochure broken broker
brother brown browse brush bubble bucket budget buffet bug buggy build builder building bulk bulletin bully bump bunch
bundle burden bureau burger burial burn burst bury bus bush business busy butcher butter butterfly button buy buyer
cabin cabinet cable cafe cage cake calculate calendar call calm camera camp campaign campus canal cancel cancer
candidate candle canteen cap capable capacity capital captain caption capture car caravan carbon card cardiac care
career careful caretaker cargo caring carnival carol carpenter carpet carriage carrier carrot carry cart carton
cartoon carve cascade case cash cast castle casual cat catalogue catch cater catering cathedral catholic cattle cause
cautious cave ceiling celebrate celebrity cell cellar cemetery censor census cent centre century cereal ceremony
certain certificate chain chair chairman chalk challenge chamber champion chance chancellor change channel chapel
chapter character charge charity charm chart charter chase chat cheap cheat check cheek cheer cheese chef chemical
chemist cheque cherry chess chest chicken chief child childcare childhood childminder chip chocolate choice choir
choose chop chorus christian christmas chronic church cigarette cinema circle circuit circular circumstance circus
citation cite citizen civic civil claim clap clarify clash class classic classroom clause clay clean clear clerk
clever click client climate climb clinic clip clock close closure cloth clothes clothing cloud club clue cluster coach
coal coast coat cocaine code coffee coffin cognitive coin cold collapse collar colleague collect college colour column
combat combine come comedy comfort comic command comment commerce commission commit commitment committee common
commune communicate community commute companion company compare compass compassion compensate compete competent
complain complaint complete complex compliance complicate comply component compose composition compost comprehend
comprehensive compress comprise compromise compulsory computer conceal concede conceive concentrate concept concern
concert conclude concrete condemn condition conduct cone confer conference confess confidence confident confidential
confine confirm conflict confront confuse congratulate congress connect conscious consent consequence conservation
conserve consider consist consistent constant constitute construct consult consumer contact contain contemporary
content contest context continent continue contract contradict contrast contribute control convenient convention
conversation convert convey convict convince cook cookery cool cope copper copy core corn corner corporate correct
correspond corridor corrupt cost costume cot cottage cotton couch cough counsel counsellor count counter country
couple coupon courage courier course court courtesy cousin cover cow crack cradle craft crash crawl crazy cream create
creature credit creep cremation crew cricket crime criminal crisis criteria critic crop cross crowd crown crucial
crude cruel cruise crush cry crystal culture cup cupboard curator curb cure curfew curious currency current curriculum
curry curtain curve cushion custody custom customer cut cute cycle cyclist dad daily dairy damage damp dance danger
dare dark darkness data database date daughter dawn day dead deadline deaf deal dealer dear death debate debt decade
decay decent decide decision deck declare decline decorate decrease dedicate deep deer default defeat defect defence
defend defer define definite degree delay delegate delete deliberate delicate delight deliver demand dementia
democracy demolish demonstrate dense dental dentist deny depart department depend deposit depot depress deprive depth
deputy derive describe desert deserve design desire desk despair desperate despite destroy detach detail detain detect
determine develop device devil devote diabetes diagnose dial dialogue diary dictionary die diet differ difficult dig
digital dignity dilemma dine dinner dip diploma diplomat direct director dirt dirty disable disadvantage disagree
disappear disappoint disaster disc discard discharge discipline disclose disco discount discourage discover discrete
discriminate discuss disease disguise disgust dish dismiss disorder display disposal dispose dispute disrupt distance
distinct distinguish distract distress distribute district disturb ditch dive diverse diversion divert divide divine
division divorce doctor document dog dole doll dollar domain domestic dominate donate donor door dose double doubt
down download dozen draft drag drain drama draw drawer dread dream dress drift drill drink drive driver drop drought
drown drug drum drunk dry duck due dull dump duration dust dustbin duty dynamic dyslexia dyspraxia ear earn earth ease
east eastern easy eat eating echo ecology economy edge edit edition editor educate education effect efficient egg
elaborate elbow elder elderly elect electric electricity elegant element elephant elevate eligible eliminate elite
email embark embarrass embed embrace emerge emergency emigrate emission emotion empathy emphasis empire employ
employee employer empower empty enable encounter encourage end endless endorse endure enemy energy enforce engage
engine engineer enhance enjoy enlarge enormous enough enquiry enrich enrol ensure enter enterprise entertain
enthusiasm entire entitle entrance entry envelope environment envy epilepsy episode equal equality equip equity error
escalate escape essay essential establish estate estimate ethic ethical evaluate eve even event evidence evil evolve
exact exam examine example exceed excellent except exceptional excess exchange excite exclude exclusive excuse execute
executive exempt exercise exhaust exhibit exhibition exile exist exit exotic expand expect expel expense expensive
experience experiment expert expire explain explicit exploit explore explosion export expose express extend extension
extent external extra extract extraordinary extreme eye fabric face facilitate facility fact factor factory faculty
fade fail failure faint fair fairness faith fall false fame familiar family famous fan fancy fantastic fantasy far
fare farm farmer fascinate fashion fast fat fatal fate father fatigue fault favour favourite fear feasible feast
feather feature federal fee feed feedback feel fellow felt female feminine fence ferry festival fever fibre fiction
field fierce fight figure file fill film filter final finance find fine finger finish fire firefighter fireworks firm
first fiscal fish fishing fit fitness fix flag flame flash flat flavour flaw flee fleet flesh flexible flight float
flood floor flour flow flower flu fluent fluid fly focus fog fold folder folk follow fond food fool foot football
forbid force forecast foreign forest forever forget forgive fork form formal format former formula forum forward
foster fouling found foundation founder fountain fraction fracture fragile frame framework franchise frank fraud free
freedom freeze freight frequent fresh fridge friend friendly fright front frost fruit frustrate fuel full fun function
fund fundraise fundraiser funeral funny furious furniture further fury future gain gallery gallon gamble game gang gap
garage garbage garden gardener garlic gas gate gather gay gear gender gene general generate generation generous
genetic genius gentle genuine geography gesture ghost giant gift girl give glad glance glass global globe gloom glory
glove glow glue goal goat god gold golden golf good goods goodwill gospel gossip govern government governor gown grab
grace grade gradual graduate graffiti grain grammar grand grandchild grandfather grandmother grandparent grant grape
graph graphic grasp grass grateful grave gravel great greed green greet grey grid grief grill grip grocery gross
ground group grow growth guarantee guard guardian guess guest guide guideline guilt guitar gun gut guy gym habit hair
hairdresser half hall halt hamlet hand handbook handicap handle handy hang happen happy harass harbour hard hardly
hardship hardware harm harmony harsh harvest hat hate haul haunt hazard head headline headquarters heal health healthy
hear heart heat heaven heavy hedge heel height heir hello helmet help herb heritage hero hesitate hidden hide
hierarchy high highland highlight highway hill hint hip hire historic history hit hobby hockey hold holder hole
holiday hollow holy home homeless homework honest honey honour hook hope horizon hormone horn horror horse hospice
hospital host hostel hostile hot hotel hour house household housing huge hull human humble humour hundred hunger
hungry hunt hurdle hurry hurt husband hut hygiene ice icon ideal identical identify identity ideology idle ignore ill
illegal illness illusion illustrate image imagine immediate immigrant immigration immune impact imply import impose
impossible impress improve impulse inch incident include income incorporate increase independence independent index
indicate indicator individual indoor induce induction industry inequality infant infect inflation influence inform
infrastructure inherit initial inject injury ink inner innocent innovate input inquest inquiry insect insert inside
insight insist inspect inspector inspire install instance instant institute institution instruct instrument insult
insurance intact intake integrate integrity intellect intelligence intend intense intention interact interest
interfere interim interior internal international internet internship interpret interpreter interrupt interval
intervene interview intimate introduce invade invent invest investigate invitation invite invoice involve iron island
isle isolate issue item jacket jail jam jar jaw jazz jealous jeans jelly jet jew jewel jewish job join joint joke
journal journalist journey joy judge judgement juice jump jumper junction jungle junior jury justice justify keen keep
kettle key keyboard kick kid kidney kill kind kindness king kingdom kinship kiss kit kitchen kite knee kneel knife
knit knock knot know knowledge label labour lack lad ladder lady lake lamb lamp land landlord landscape lane language
laptop large laser last late laugh launch laundry law lawn lawyer lay layer lazy lead leader leaf leaflet league leak
lean leap learn learner lease leather leave lecture left leg legacy legal legend legislate leisure lemon lend length
lens lesson letter level liable liaison liberal liberty library licence lid lie life lift light like limb limit line
link lion lip liquid list listen literacy literal literature litter little live liver load loan lobby local locate
lock lodge log logic lonely long look loop loose lord lorry lose loss lost lottery loud lounge love lovely low loyal
luck luggage lunch lung luxury machine mad magazine magic magistrate magnet maid mail main maintain maintenance major
majority make makeup male mall manage manager manner manual manufacture many map march margin marine mark marker
market marking marriage married marry mask mass massage massive master match mate material maternity mathematics maths
matter mature maximum mayor meal mean measure meat mechanic medal media mediate medical medicine medium meet meeting
melt member membership memorial memory mental mention mentor menu merchant mercy mere merge merit mess message metal
method middle midnight midwife might migrate mild mile military milk mill million mind mine mineral minimum minister
minor minority mint minute miracle mirror miss mission mistake mix mobile mode model moderate modern modest modify
module moment monday money monitor monkey monster month monument mood moon moral morning mortgage mosque mother motion
motivate motor motorway mould mount mountain mouse mouth move movement movie much mud multiple mum murder muscle
museum music musician muslim mutual mystery myth nail naked name nanny nappy narrative narrow nasty nation national
native nature naughty navy near neat necessary neck need needle neglect negotiate neighbour neighbourhood nephew nerve
nervous nest net network neutral never new news newspaper next nice niece night nightmare nobody nod noise noisy
nominate none noon norm normal north northern nose note notice notify notion novel nuclear number nurse nursery nut
nutrition oak obese obey object objective oblige observe obtain obvious occasion occupy occur ocean odd offence offend
offer office officer official offset oil old olive online onward open opera operate opinion opponent opportunity
oppose opposite oppress optical optimism option oral orange orchestra order ordinary organ organise orient origin
original orphan outbreak outcome outdoor outer outfit outing outlet outline outlook output outrage outreach outside
outstanding oven overall overcome overlap overlook overseas overtake overtime overview owe own owner oxygen pace pack
package packet page pain paint pair palace pale palm pan pandemic panel panic paper parade paragraph parallel pardon
parent parish park parking parliament part partial participate particle partner partnership party pass passage
passenger passion passive passport password past paste pastor patch path patience patient patrol pattern pause
pavement pay payment peace peak pear peer pen penalty pencil pension people pepper percent perfect perform performance
perfume period permanent permission permit persist person personal personality personnel perspective persuade pest pet
petition petrol phase philosophy phone phonics photo photograph phrase physical physics piano pick picnic picture pie
piece pig pile pill pillow pilot pin pink pioneer pipe pit pitch pity pizza place placement plain plan plane planet
planning plant plaster plastic plate platform play player playground pleasant please pleasure pledge plenty plot plug
plumber plus pocket poem poet poetry point poison pole police policing policy polite political politics poll pollution
pond pool poor pop popular population port portion portrait pose position positive possess possible post postal poster
postpone pot potato potential pothole pound pour poverty powder power practical practice practitioner praise pray
prayer preach precious precise predict prefer pregnancy pregnant prejudice premise premises premium prepare presence
present preserve president press pressure presume pretend pretty prevail prevent previous prey price pride priest
primary prime prince princess principal principle print printer prior priority prison prisoner privacy private
privilege prize probable probation probe procedure proceed process procure produce product profession professional
professor profile profit profound program progress prohibit project prominent promise promote prompt proof proper
property proportion proposal propose prosecute prospect prosper protect protest proud prove provide province provision
psychiatry psychologist psychology pub public publicity publish pull pump punch punish pupil puppet purchase pure
purple purpose purse pursue push puzzle qualify quality quantity quarter queen query quest question queue quick quiet
quilt quit quiz quote rabbit race racing rack radar radiation radical radio rage raid rail railway rain rainbow raise
rally ramp random range rank rapid rare rat rate ratio raw ray reach react read reader reading ready real realise
reality realm rear reason reassure rebate rebel rebuild recall receipt receive reception recipe recipient reckon
recognise recommend reconcile record recover recovery recreation recruit recycle recycling red redress reduce
redundant refer referee reference referral refine reflect reform refresh refrigerator refuge refugee refund refuse
regard regime regional register registry regret regular regulate rehabilitate reign reinforce reject relate relation
relationship relative relax release relevant reliable relief relieve religion religious reluctant rely remain remark
remedy remember remind remote removal remove renew rent repair repeat repeated replace reply report represent
reproduce republic reputation request require rescue research resent reserve reside resident residential resign resist
resolve resort resource respect respite respond responsible rest restaurant restore restrict result retail retain
retention retire retreat retrieve return reveal revenue reverse review revise revolution reward rhythm rice rich rid
ride ridge rifle right rigid ring riot rip rise risk ritual rival river road roast rob robot rock rocket rod role roll
roman romantic roof room root rope rose rotate rough round route routine row royal rub rubbish rude rugby ruin rule
ruler rumour run rural rush sack sacred sacrifice sad safe safeguard safety sail sailor saint sake salad salary sale
salmon salt salute sample sanction sand sandwich satellite satisfaction satisfy saturday sauce sausage save saving say
scale scan scandal scar scare scarf scatter scenario scene scent schedule scheme scholar school science scientist
scissors scold scope score scout scrap scream screen screening script scrutiny sculpture sea seal search season seat
second secondary secret secretary section sector secure security see seed seek segment seize select selection self
sell send senior sensation sense sensible sensitive sensory sentence separate sequence serial series serious servant
serve server service session settle seven severe sew sewage sex sexual shade shadow shake shallow shame shape share
sharp shatter shave shed sheep sheet shelf shell shelter shelve shepherd shield shift shine ship shirt shock shoe
shoot shop shopping shore short shortage shortlist shot shoulder shout shove show shower shrink shut shuttle shy
sibling sick sickness side sight sign signal signature significant silence silent silk silly silver similar simple sin
sing singer single sink sir siren sister sit site situate situation six size skate skeleton sketch ski skill skin skip
skirt sky slave slavery sleep sleeve slice slide slight slim slip slogan slope slow small smart smell smile smoke
smoking smooth snack snake snap snow soap social society sock soft software soil solar soldier sole solicitor solid
solo solution solve song soon sore sorrow sort soul sound soup source south southern space spare spark speak speaker
special specialist species specific spectrum speech speed spell spelling spend sphere spice spider spill spin spine
spirit spiritual spit splash split spoil sponsor spontaneous spoon sport spot spouse spray spread spring square
squeeze stability stable stadium staff stage stain stair stake stamp stand standard star stare start starve state
statement station statistic statue status statute statutory stay steady steal steam steel steep steer stem step
stereotype stick sticker stiff stigma stimulate sting stir stock stomach stone stop storage store storm story straight
strain strand strange stranger strategic strategy straw stream street strength strengthen stress stretch strict strike
string strip strive stroke strong structure struggle student studio study stuff stumble stupid style subject
submission submit subscribe subsequent subsidy substance substantial substitute subtle suburb succeed success sudden
suffer sufficient sugar suggest suicide suit suitable sum summary summer summit sun sunday sunny super superb superior
supervise supervisor supper supplement supply support suppose suppress supreme sure surface surge surgeon surgery
surname surplus surprise surround survey survive survivor suspect suspend suspicion sustain sustainable swallow swear
sweat sweep sweet swift swim swimming swing switch sword symbol sympathy symptom syndrome synthesis system table
tablet tackle tail tailor take tale talent talk tall tank tap tape target task taste tattoo tax taxi taxpayer tea
teach teacher team tear technical technique technology teenage teenager telephone television tell temper temperature
temple temporary tempt ten tenant tend tender tennis tension tent term terminal terrace terrible territory terror
terrorism test testimony text textbook textile thank theatre theft theme theology theory therapist therapy thesis
thick thief thin think third thirst thorough thought thousand thread threat threaten thrive throat throne throw thumb
thunder thursday ticket tide tidy tie tiger tight tile till timber time timetable tin tiny tip tired tissue title
toast tobacco today toddler toe toilet token tolerate toll tomato tomorrow tone tongue tool tooth top topic torch
torture toss total touch tough tour tourism tourist tournament tow towel tower town toxic toy trace track trade
tradition traffic tragedy trail train trainee trainer training trait tram transaction transcript transfer transform
transgender transit transition translate translator transmit transparent transport trap trauma travel traveller tray
treasure treat treatment treaty tree tremendous trend trial tribe tribunal tribute trick trigger trip triumph troop
trouble trousers truck true trust trustee truth try tube tuesday tuition tune tunnel turn tutor twelve twenty twice
twin twist two type typical ugly ultimate umbrella unable uncle undergo underground understand undertake unemployed
unfair unfold uniform union unique unit unite unity universal universe university unless unlike unlikely until unusual
update upgrade upper upset urban urge urgent usage use useful user usual utility vacancy vacant vaccine vacuum vague
valid valley value van vanish variety various vary vast vault vegetable vegetarian vehicle vein venture venue verb
verdict verify verse version vessel veteran vet veto via vibrant victim victory video view village violate violence
violent virtual virtue virus visa visible vision visit visitor visual vital vitamin vocabulary vocation voice volume
voluntary volunteer vote voter voucher vulnerable wage wait waiter wake walk walker wall wander want war ward wardrobe
warehouse warm warn warrant wash waste watch water wave way weak wealth weapon wear weather web website wedding
wednesday weed week weekend weigh weight weird welcome welfare wellbeing welsh west western wet wheel wheelchair
whisper white whole wicked wide widow width wife wild wildlife will win wind window wine wing winner winter wipe wire
wisdom wise wish withdraw witness woman wonder wood wooden wool word work worker workforce workload workplace workshop
world worm worry worse worship worst worth wound wrap wreck wrist write writer wrong yard yarn year yell yellow
yesterday yield yoga yoghurt young youngster youth zebra zero zone zoo
"""


@cache
def common_words() -> frozenset[str]:
    """The everyday words that `is_common` knows, uninflected."""
    return frozenset(_COMMON.split()) | STOP | ASKING | GENERIC


_DOUBLED = frozenset("bdgklmnprtv")
_DOUBLING_ENDINGS = frozenset(("ed", "ing", "ings", "er", "ers", "est"))


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether a lower-case word is everyday English as it stands, inflected or not."""
    known = common_words()
    return word in known or any(base in known for base in bases(word))


def bases(word: str) -> list[str]:
    """What an inflected word may be a form of ("parking" -> "park"); a form spelt wrongly ("seting") is of none."""
    found: list[str] = []
    for ending, instead in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        base = word[: -len(ending)]
        doubles = ending in _DOUBLING_ENDINGS
        if doubles and len(base) > 3 and base[-1] == base[-2] and base[-1] in _DOUBLED:
            found.append(base[:-1])
        found += [base + other for other in instead if other or not (doubles and _would_double(base))]
    return found


def _would_double(base: str) -> bool:
    """Whether a short verb ends so that its last letter is doubled before -ed and -ing ("set", "plan")."""
    return (
        len(base) <= 4
        and base[-1] in _DOUBLED
        and base[-2] in "aeiou"
        and sum(letter in "aeiou" for letter in base) == 1
    )


_ENDINGS = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ings", ("", "e")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ier", ("y",)),
    ("est", ("", "e")),
    ("iest", ("y",)),
    ("ly", ("", "le")),
    ("ily", ("y",)),
    ("ally", ("", "al")),
    ("ness", ("",)),
    ("iness", ("y",)),
    ("ful", ("",)),
    ("less", ("",)),
    ("ment", ("",)),
    ("ments", ("",)),
    ("ion", ("", "e")),
    ("ions", ("", "e")),
    ("ation", ("", "e")),
    ("ations", ("", "e")),
    ("able", ("", "e")),
    ("al", ("", "e")),
    ("ity", ("", "e")),
    ("ive", ("", "e")),
    ("ship", ("",)),
    ("hood", ("",)),
)
