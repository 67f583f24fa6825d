"""English as questions use it: words that only join or ask, words that say little, and words that are simply right.

Written for this project. A word of `COMMON` is never taken for a slip of another; inflected forms need no entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

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
    wasnt werent hadnt mustnt neednt mightnt oughtnt aint
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
    do make take use run start begin set put bring keep sent create develop develop deliver provide offer build improve
    help support change way part member number year month week day time high low big small large long
    different various particular specific general main key important real actual current existing available
    cut curb halve lessen stand sit sat half moment past quick honest proper
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
 drop treat carry found bring brought rewrite rewrote wider active aware busy
 attract decrease widen narrow slow speed arrange organised engage engaging join attend host spell swap split wear
 wake weigh tie throw drive pull pick push pass hang hit hurt gain earn fit fix fall rise rose falling rising
 behind ahead middle sometime whilst once twice weekly monthly yearly annual termly daily
 situation circumstance context term terms basis sake extent fact facts truth answer
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
able about above abroad absence absent absolute abuse academic academy accept access accident account accountant
accurate achieve acknowledge acorn across act action active activist activity actor actual adapt adaptor add address
adequate adjust admin administer admire admission admit adolescent adopt adult advance advantage adventure advert
advertise advice advise adviser advocate affair affect affection afford afraid after afternoon again age agenda agent
aggressive agree aid aim air airport aisle alarm album alcohol ale alert algebra alive allegation allergy alley
alliance allocate allotment allotments allow allowance ally almost alone along already alter alternative always
amazing ambition ambulance amend amount analyse analysis ancestor anchor ancient angel anger angle angling angry
animal ankle anniversary announce annoy annual annuity anorak answer antibiotic anxiety anxious apart apartment
apology appeal appear appetite applaud apple appliance applicant apply appoint appraise appreciate apprentice approach
appropriate approve apricot aquarium arch archery archive area argue argument arise arm army arrange arrears arrest
arrive art arthritis article artist ascend ash ashamed ask asleep aspect aspire aspirin assault assemble assembly
assess asset assign assist assistant associate assume assure asteroid asthma astronaut athlete atlas attach attack
attain attempt attend attendance attention attic attitude attract aubergine auction audience audit auditor aunt author
autism automatic autumn availability available avenue average avoid awake award aware away awful axe baby back
background backpack backup bacon bacteria bad badge badger bag bagel bail bailiff bake bakery balance balcony ball
ballet balloon ballot ban banana band bandage bang banister bank banner bar barber barcode bare bargain bark barkers
barn barrel barrier barrister base baseball basic basin basis basket bat batch bath bathroom battery battle bay beach
bead beam bean beanie bear beard beat beautiful beauty bed bedroom bee beech beef beer beetroot beg begin behave
behaviour belief believe bell belong belt bench bend benefit bereave berry best bet better beyond bible bicycle bid
big bike bill billiards bin binbag bind binder binding bingo biography biology birch bird birth birthday biryani
biscuit bishop bit bitcoin bite bitter black blackberry blade blame blank blanket bleach bleed blend bless blind blink
blizzard block blog blood bloom blouse blow blue blueberry blunt board boast boat body boil bold bolt bomb bond bone
bonfire bonnet bonus book bookkeeper booklet boom boost boot booth border bore born borrow boss bottle bottom bounce
boundary bowl bowls box boxing boy boycott bracelet braces bracket brain brake bramble branch brand brandy brass brave
bread break breakdown breakfast breast breath breathe breed breeze brew brick bride bridesmaid bridge brief briefcase
bright brilliant bring brink broad broadband broadcast broccoli brochure broken broker brooch broom brother brown
brownie brownies browse brush bubble bucket buckle budget budgie buffet bug buggy build builder building bulb bulk
bulletin bully bump bumper bunch bundle bunk bunting burden bureau burger burial burn burrito burst bury bus bush
business busy butcher butchery butter buttercup butterfly button buy buyer bypass cabbage cabin cabinet cable cafe
cage cake calculate calculus calendar call calm camera camp campaign campervan campus canal cancel cancer candidate
candle canoe canteen canvas canyon cap capable capacity capital captain caption capture car caravan carbon card
cardiac cardigan care career careful caretaker cargo caring carnival carol carousel carpenter carpet carriage
carriageway carrier carrot carry cart carton cartoon cartridge carve cascade case cash casino cast castle casual cat
catalogue catch cater catering cathedral catholic cattery cattle cauliflower cause cautious cave cedar ceiling
celebrate celebrity celery cell cellar cello cemetery censor census cent centre century cereal ceremony certain
certificate chain chair chairman chalk challenge chamber champion chance chancellor change channel chapel chapter
character charge charger charity charm chart charter chase chat cheap cheat check checkers checkout cheddar cheek
cheer cheese chef chemical chemist chemistry cheque chequebook cherry chess chessboard chest chestnut chicken chickpea
chief child childcare childhood childminder chilli chip chocolate choice choir choirs choose chop chorus christian
christmas chronic church churn cider cigarette cinema circle circuit circular circumstance circus citation cite
citizen civic civil claim clamp clap clarify clarinet clash class classic classroom clause clay clean clear clerk
clever click client cliff climate climb clinic clip clock close closure cloth clothes clothing cloud clown club clue
cluster clutch coach coal coast coat cocaine cocktail cocoa code coffee coffin cognitive coin cola cold collapse
collar colleague collect college colour column combat combine come comedian comedy comet comfort comic command comment
commerce commission commit commitment committee common commune communicate community commute companion company compare
compass compassion compensate compete competent complain complaint complete complex compliance complicate comply
component compose composition compost comprehend comprehensive compress comprise compromise compulsory computer
conceal concede conceive concentrate concept concern concert conclude concrete condemn condition conditioner conduct
cone confer conference confess confetti confidence confident confidential confine confirm conflict confront confuse
congratulate congress conker connect conscious consent consequence conservation conservatory conserve consider consist
consistent constant constitute construct consult consumer contact contain contemporary content contest context
continent continue contract contradict contrast contribute control convenient convention conversation convert convey
convict convince cook cookery cookie cool cope copper copy core corn corner corporate correct correspond corridor
corrupt cost costume cot cottage cotton couch cough counsel counsellor count counter country couple coupon courage
courgette courier course court courtesy cousin cover cow crack cradle craft crash crawl crayon crazy cream create
creature creche credit creep cremation crew cricket crime criminal crisis criteria critic croissant crop cross
crossword crowd crown crucial crude cruel cruise crumble crumpet crush crutches cry crypto crystal cubs cucumber cuff
cufflink culture cup cupboard curator curb cure curfew curious curlers currency current curriculum curry curtain curve
cushion custard custody custom customer cut cute cycle cyclist dad daffodil daily dairy daisy dale damage damp dance
danger dank dare dark darkness darn darts data database date daughter dawn day dead deadline deaf deal dealer dear
death debate debt decade decay decent decide decimal decision deck decking declare decline decorate decrease dedicate
deep deer default defeat defect defence defend defer define definite degree delay delegate delete deli deliberate
delicate delight deliver demand dementia democracy demolish demonstrate denim dense dent dental dentist dentistry deny
deodorant depart department depend deposit depot depress deprive depth deputy derive describe desert deserve design
desire desk desktop despair desperate despite destroy detach detail detain detect detergent determine develop device
devil devote diabetes diagnose dial dialogue diary dice dictation dictionary die diesel diet differ difficult dig
digital dignity dilemma dine dinghy dinner dip diploma diplomat direct director dirt dirty disable disadvantage
disagree disappear disappoint disaster disc discard discharge discipline disclose disco discount discourage discover
discrete discriminate discuss disease disguise disgust dish dishwasher dismiss disorder display disposal dispose
dispute disrupt diss distance distinct distinguish distract distress distribute district disturb ditch dive diverse
diversion divert divide dividend divine diving division divorce dock doctor document dog dogs dogwalker dole doll
dollar domain domestic dominate domino donate donor door doorbell dose double doubt down download dozen draft drag
drain drainpipe drama draw drawer dread dream dress dressing drift drill drink drive driver drizzle drop drought drown
drug drum drunk dry dryer dual duck due dull dummy dump dunk duration dust dustbin duster dustpan duty dynamic
dyslexia dyspraxia ear earn earring earth earthquake ease easel east eastern easy eat eating echo eclipse ecology
economy edge edit edition editor educate education effect efficient egg eiffel elaborate elbow elder elderly elect
electric electricity elegant element elephant elevate eligible eliminate elite elm email embark embarrass embed
embrace emerge emergency emigrate emission emotion empathy emphasis empire employ employee employer empower empty
enable encounter encourage end endless endorse endure enemy energy enforce engage engine engineer enhance enjoy
enlarge enormous enough enquiry enrich enrol ensure enter enterprise entertain enthusiasm entire entitle entrance
entry envelope environment envy epilepsy episode equal equality equation equator equip equity eraser error escalate
escalator escape essay essential establish estate estimate ethic ethical evaluate eve even event eviction evidence
evil evolve exact exam examine example exceed excellent except exceptional excess exchange excite exclude exclusive
excuse execute executive executor exempt exercise exhaust exhibit exhibition exile exist exit exotic expand expect
expel expense expensive experience experiment expert expire explain explicit exploit explore explosion export expose
express extend extension extent external extra extract extraordinary extreme eye fabric face facial facilitate
facility fact factor factory faculty fade fail failure faint fair fairground fairness faith falafel fall false fame
familiar family famous fan fancy fantastic fantasy far fare farm farmer fascinate fashion fast fat fatal fate father
fatigue fault favour favourite fear feasible feast feather feature federal fee feed feedback feel fellow felt female
feminine fence fencing fern ferry festival fever fibre fiction field fierce fig fight figure file fill film filter
final finance find fine finger finish fir fire firefighter firewall firework fireworks firm first fiscal fish fishing
fit fitness fix flag flame flannel flash flat flavour flaw flea flee fleet flesh flexible flight float flood floor
florist flour flow flower flu fluent fluid flute fly flyover focus fog fold folder folk follow fond food fool foot
football forbid force forecast foreign forest forever forget forgive fork form formal format former formula forum
forward foster fouling found foundation founder fountain fraction fracture fragile frame framework franchise frank
fraud free freedom freeze freezer freight frequent fresh fridge friend friendly fright front frost fruit frustrate
fuel full fun function fund fundraise fundraiser funeral fungus funny fur furious furniture further fury fuse future
gain galaxy gale gallery gallon gamble game gang gap garage garbage garden gardener garlic gas gate gather gay gear
gearbox gender gene general generate generation generous genetic genius gentle genuine geography geometry gerbil germs
gesture ghost giant gift gin girl give glacier glad glance glass global globe gloom glory glove glow glue goal goat
god gold golden goldfish golf good goods goodwill gooseberry gore gospel gossip govern government governor gown grab
grace grade gradual graduate graffiti grain grammar grand grandchild grandfather grandmother grandparent grant grape
grapefruit graph graphic grasp grass grateful grave gravel great greed green greenhouse greet grey grid grief grill
grip grocer grocery groom gross ground group grow growth guarantee guard guardian guess guest guide guideline guides
guilt guitar gun gut gutter gutters guy gym gymnast gymnastics habit hail hair hairdresser hairdryer hale half hall
hallway halt hamlet hamster hand handbook handicap handle handwriting handy hang hangover happen happy harass harbour
hard hardback hardly hardship hardware hare hark harm harmony harsh harvest hat hate haul haunt hazard head headlight
headline headquarters heal health healthy hear hearing hearse heart heat heatwave heaven heavy hedge hedgehog heel
height heir hello helmet help herb heritage hero hesitate hidden hide hierarchy high highland highlight highway hill
hind hint hip hire historic history hit hob hobby hockey hold holdall holder hole holiday hollow holy home homeless
homework honest honey honeymoon honour hoodie hook hoover hope horizon hormone horn horror horse hose hospice hospital
host hostel hostile hot hotel hour house household housing huge hull hulls human humble hummus humour hundred hunger
hungry hunk hunt hurdle hurdles hurricane hurry hurt husband hut hygiene ice icon ideal identical identify identity
ideology idle ignore ill illegal illness illusion illustrate image imagine immediate immigrant immigration immune
impact imply import impose impossible impress improve impulse inch incident incinerator include income incorporate
increase independence independent index indicate indicator individual indoor induce induction industry inequality
infant infect inflation influence inform infrastructure inherit initial inject injection injury ink inner innocent
innovate input inquest inquiry insect insert inside insight insist inspect inspector inspire install instance instant
institute institution instruct instrument insult insurance intact intake integrate integrity intellect intelligence
intend intense intention interact interest interfere interim interior internal international internet internship
interpret interpreter interrupt interval intervene interview intimate introduce invade invent invest investigate
invitation invite invoice involve iron ironing island isle isolate issue item jacket jackpot jail jam jar java javelin
jaw jazz jealous jeans jelly jet jetty jew jewel jeweller jewish jigsaw job join joint joke journal journalist journey
joy judge judgement judo juice jump jumper junction jungle junior junk juror jury justice justify kale karaoke karate
kayak kebab keen keep kennel kerb kettle key keyboard kick kid kidney kill kind kindergarten kindness king kingdom
kinship kiosk kiss kit kitchen kite kitten knee kneel knife knit knock knot know knowledge korma label laboratory
labour lace lack lad ladder lady lager lake lamb lamp land landfill landing landlord landscape lane language lantern
laptop large lark lasagne laser last late latitude laugh launch laundry law lawn lawyer lay layer lazy lead leader
leaf leaflet league leak lean leap learn learner lease leash leather leave lecture leek left leg legacy legal legend
legislate lego leisure lemon lemonade lend length lens lent lentil lesson letter letterbox lettuce level liable
liaison liberal liberty library lice licence lid lie life lift light lighthouse lightning like lily lima limb lime
limit line linen liner link lint lion lip lipstick liquid list listen literacy literal literature litter little live
liver lizard load loan lobby local locate lock lodge loft log logic login lollipop lonely long longitude look loop
loose lord lore lorry lose loss lost lottery loud lounge louse love lovely low loyal luck luggage lunch lung lure
luxury macaroni machine mad made magazine magic magician magistrate magnet maid mail main maintain maintenance major
majority make makeup male mall manage manager manga mango manhole manicure manner manual manufacture many map maple
marathon marbles march mare margarine margin marine mark marker market marking marmalade marriage married marry
mascara mask mass massage massive master match mate material maternity mathematics maths matter mature maximum mayor
meal mean measure meat mechanic medal media mediate medical medicine medium meet meeting melon melt member membership
memorial memory mend mental mention mentor menu merchant mercy mere merge merit mess message metal method metro
microchip microscope microwave middle midnight midwife might migrate mild mile mileage military milk mill million mime
mind mine mineral minibus minimum minister minor minority mint minute miracle mirror miss mission mist mistake mix
mobile mode model modem moderate modern modest modify module moment monday money monitor monkey monster month monument
mood moon mop moral more morning mortgage mosque mot mother motion motivate motor motorhome motorway mould mount
mountain mouse mouth move movement movie mower much mud muffin multiple mum murder muscle museum mushroom music
musician muslim mutual muzzle mystery myth naan nail naked name nanny nappies nappy narrative narrow nasty nation
national native nature naughty navy near neat necessary neck necklace need needle neglect negotiate neighbour
neighbourhood nephew nerve nervous nest net nettle network neutral never new news newspaper next nice nick niece night
nightie nightmare nobody nod noise noisy nominate none noodle noon norm normal north northern nose notary note
notebook notice notify notion novel nuclear number nurse nursery nut nutrition oak obese obey object objective oblige
observe obtain obvious occasion occupy occur ocean odd offence offend offer office officer official offset oil
ointment old olive onion online onward open opera operate opinion opponent opportunity oppose opposite oppress optical
optician optimism option oral orange orchard orchestra orchid order ordinary organ organise orient origin original
orphan otter outbreak outcome outdoor outer outfit outing outlet outline outlook output outrage outreach outside
outstanding oven overall overcome overdraft overlap overlook overseas overtake overtime overview owe own owner oxygen
oyster pace pack package packet page pain paint paintbrush pair pakora palace pale palette palm pan pancake pandemic
panel panic pantomime paper paperback parade paragraph parallel parcel pardon parent parish park parking parliament
parrot parsnip part partial participate particle partner partnership party pass passage passenger passion passive
passport password past pasta paste pastor pastry pasty patch path patience patient patio patrol pattern pause pavement
pawnbroker pay payday payment pea peace peach peak pear peer pelican pen penalty pencil pension people pepper percent
perfect perform performance perfume period permanent permission permit persist person personal personality personnel
perspective persuade peru pest pet petition petrol phase philosophy phone phonics photo photograph phrase physical
physics piano pick picnic picture pie piece pier piercing pig pigeon pile pill pillow pilot pin pine pineapple pink
pint pioneer pipe pit pitch pity pizza place placement plain plan plane planet plank planner planning plant plaster
plastic plate platform play player playground playgroup pleasant please pleasure pledge plenty plot plug plum plumber
plumbing plus pocket poem poet poetry point poison poker pole police policing policy polish polite political politics
poll pollution pond pool poor pop poppadom popular population porch pore port portion portrait pose position positive
possess possible post postage postal postcode poster postpone pot potato potential pothole potty pound pour poverty
powder power practical practice practitioner praise pram pray prayer preach precious precise predict prefer pregnancy
pregnant prejudice premise premises premium prepare presence present preserve president press pressure presume pretend
pretty prevail prevent previous prey price pride priest primary prime prince princess principal principle print
printer prior priority prison prisoner privacy private privilege prize probable probate probation probe procedure
proceed process procure produce product profession professional professor proficiency profile profit profound program
progress prohibit project prominent promise promote prompt proof proper property proportion proposal propose prosecute
prospect prosper protect protest proud prove provide province provision psychiatry psychologist psychology pub public
publicity publish pudding pull pump punch punctuation punish punk pupil puppet puppy purchase pure purple purpose
purse pursue push pushchair puzzle pyjamas python qualify quality quantity quarter queen query quest question queue
quiche quick quiet quilt quit quiz quizzes quote rabbit race racecourse racetrack racing rack radar radiation radical
radio radish raffle raft rage raid rail railcard railway rain rainbow raincoat raise raisin rake rally ramen ramp
random range rank rapid rare raspberry rat rate ratio rave raw ray razor reach react read reader readers reading ready
real realise reality realm rear reason reassure rebate rebel rebuild recall receipt receive reception recipe recipient
reckon recognise recommend reconcile record recourse recover recovery recreation recruit recycle recycling red redress
reduce redundant refer referee reference referral refine reflect reform refresh refrigerator refuge refugee refund
refuse regard regime regional register registry regret regular regulate rehabilitate reign reinforce reject relate
relation relationship relative relax relay release relevant reliable relief relieve religion religious reluctant rely
remain remark remedy remember remind remote removal remove renew rent repair repeat repeated replace reply report
represent reproduce republic reputation request require rescue research resent reserve reside resident residential
resign resist resolve resort resource respect respite respond responsible rest restaurant restore restrict result
retail retain retention retire retreat retrieve return reveal revenue reverse review revise revolution reward rhythm
ribbon rice rich rid riddle ride ridge rifle right rigid ring rink riot rip rise risk ritual rival river road
roadworks roast rob robe robot rock rocket rod role roll roller roman romantic roof roofer roofrack room root rope
rose rotate rough roulette round roundabout route router routine row rowing royal rub rubber rubbish rucksack rude
rugby ruin rule ruler rum rumour run runway rural rush rye sack sacred sacrifice sad safe safeguard safety sage sail
sailing sailor saint sake salad salary sale sales salmon salmonella salon salsa salt salute samosa sample sanction
sand sandal sandwich sank satellite satisfaction satisfy satsuma saturday sauce sauna sausage save saving saxophone
say scale scan scandal scanner scar scare scarf scatter scenario scene scent schedule scheme scholar school science
scientist scissors scold scone scooter scope score scout scouts scrap scream screen screening screw script scrutiny
sculpture sea seagull seal search season seat second secondary secret secretary section sector secure security see
seed seedling seek segment seize select selection self sell send senior sensation sense sensible sensitive sensory
sent sentence separate sequence serial series serious servant serve server service session settle seven severe sew
sewage sewer sex sexual shade shadow shake shallot shallow shame shampoo shape share shares shark sharp sharpener
shatter shave shaver shed sheep sheet shelf shell shelter shelve shepherd shield shift shine ship shirt shock shoe
shoot shop shopping shore short shortage shortlist shorts shot shoulder shout shove show shower shrink shrub shut
shuttle shy sibling sick sickness side sight sign signal signature significant silence silent silk silly silver
similar simple sin sing singer single sink sir siren sister sit sitcom site situate situation six size skate
skateboard skates skeleton sketch ski skill skin skip skirt sky slave slavery sleep sleet sleeve slice slide slight
slim slip slipper slogan slope slow small smart smell smile smoke smoking smooth snack snake snap snooker snorkel snow
snowflake soap sober social society sock socket soft software soil solar soldier sole solicitor solid solo solution
solve song soon soprano sore sorrow sort soul sound soup source south southern spa space spade spaghetti spam spare
spark sparkler speak speaker special specialist species specific spectacles spectrum speech speed speeding spell
spelling spend sphere spice spider spill spin spinach spine spirit spiritual spit splash split spoil sponge sponsor
spontaneous spoon sport spot spouse spray spread spreadsheet spring sprinkler sprint sprout square squash squeeze
squirrel stability stable stadium staff stag stage stain stair staircase stake stale stall stamp stand standard
stapler star stare stark start starve state statement station statistic statistics statue status statute statutory
stay steady steal steam steel steep steer stem step stereotype stern stick sticker stiff stigma stimulate sting stink
stir stock stomach stone stop storage store storm story straight straighteners strain strand strange stranger
strategic strategy straw strawberry stray stream street strength strengthen stress stretch strict strike strimmer
string strip strive stroke stroller strong structure struggle student studio study stuff stumble stupid style subject
submarine submission submit subscribe subsequent subsidy substance substantial substitute subtle suburb subway succeed
success sudden sudoku suede suffer sufficient sugar suggest suicide suit suitable suitcase sum summary summer summit
sun sunday sunflower sunk sunny super superb superior supervise supervisor supper supplement supply support suppose
suppress supreme sure surface surfing surge surgeon surgery surname surplus surprise surround survey survive survivor
sushi suspect suspend suspicion sustain sustainable swallow swear sweat swede sweep sweet swift swim swimming swing
switch sword sycamore symbol sympathy symptom syndrome synthesis syringe syrup system table tablet tackle taco
taekwondo tail tailor take tale talent talk tall tangerine tango tank tap tape target tarmac task taste tattoo tax
taxi taxpayer tea teach teacher team tear teat technical technique technology teddy teenage teenager telephone
telescope television tell temper temperature temple temporary tempt ten tenancy tenant tend tender tennis tension tent
term terminal terrace terrible territory terror terrorism test testimony text textbook textile thank theatre theft
theme theology theory therapist therapy thesis thick thief thin think third thirst thistle thorough thought thousand
thread threat threaten thriller thrive throat throne throw thumb thunder thursday tick ticket tide tidy tie tiger
tight tights tile till timber time timetable tin tint tiny tip tired tissue title toast toaster tobacco today toddler
toe toilet token tolerate toll tomato tombola tomorrow tone toner tongue tool tooth toothbrush toothpaste top topic
torch tore torn tornado tortoise torture toss total touch tough tour tourism tourist tournament tow towel tower town
toxic toy toys trace track tractor trade tradition traffic tragedy trail trailer train trainee trainer training trait
tram trampoline transaction transcript transfer transform transgender transit transition translate translator transmit
transparent transport trap trauma travel traveller tray treasure treat treatment treaty tree tremendous trend trial
tribe tribunal tribute trick trifle trigger trip triumph trivia trolley troop trouble trousers trowel truck true
trumpet trust trustee truth try tube tuesday tuition tulip tumble tune tunnel turn turnip tutor twelve twenty twice
twin twist two type typical tyre ugly ultimate umbrella unable uncle undergo underground underpass understand
undertake undertaker unemployed unfair unfold uniform union unique unit unite unity universal universe university
unleaded unless unlike unlikely until unusual update upgrade upload upper upset urban urge urgent usage use useful
user username usual utility vacancy vacant vaccine vacuum vague vale valid valley value van vanish variety various
varnish vary vast vault vegetable vegetarian vehicle vein velvet vend vent venture venue verb verdict verify verse
version vessel vet veteran veto via vibrant victim victory video view village violate violence violent violin virtual
virtue virus visa visible vision visit visitor visual vital vitamin vocabulary vocation vodka voice volcano volume
voluntary volunteer vote voter voucher vulnerable wade waffle wage waistcoat wait waiter wake walk walker wall wallet
waltz wand wander want war ward wardrobe ware warehouse warm warn warrant wash washing waste watch water waterfall
wave way weak wealth weaning weapon wear weather web website wedding wednesday weed week weekend weigh weight weird
welcome welfare wellbeing welsh went west western wet wheel wheelbarrow wheelchair whisky whisper white whole wicked
wide widow width wife wifi wig wild wildlife will willow win wind window windscreen wine wing wink winner winter wipe
wiper wire wisdom wise wish withdraw witness wolf wolves woman wonder wood wooden wool word wore work worker workforce
workload workplace workshop world worm worn worry worse worship worst worth wound wrap wreath wreck wrist write writer
wrong yacht yank yard yarn year yearn yell yellow yesterday yield yoga yoghurt young youngster youth yoyo zebra zero
zip zone zoo
"""


@cache
def common_words() -> frozenset[str]:
    """The everyday words that `is_common` knows, uninflected."""
    return frozenset(_COMMON.split()) | STOP | ASKING | GENERIC


@cache
def _other_words() -> frozenset[str]:
    lines = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=65536)
def is_english(word: str) -> bool:
    """Whether a lower-case word is right English as it stands, everyday or not (`words.txt`)."""
    return is_common(word) or any(one in _other_words() for one in (word, *bases(word)))


_DOUBLED = frozenset("bdgklmnprtv")
_DOUBLING_ENDINGS = frozenset(("ed", "ing", "ings", "er", "ers", "est"))


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether a lower-case word is everyday English as it stands, or a form of such a word."""
    known = common_words()
    return word in known or any(base in known for base in bases(word))


@lru_cache(maxsize=65536)
def may_be_derived(word: str) -> bool:
    """Whether a word could be made from an everyday one ("reader", but "governer" too)."""
    known = common_words()
    return any(base in known for base in _bases(word, _DERIVATIONS))


def bases(word: str) -> list[str]:
    """What a word may be a form of ("parking" -> "park"); a form spelt wrongly ("seting") is of none."""
    return _bases(word, _INFLECTIONS)


def _bases(word: str, endings: Sequence[tuple[str, tuple[str, ...]]]) -> list[str]:
    found: list[str] = []
    for ending, instead in endings:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        base = word[: -len(ending)]
        if ending == "es" and not base.endswith(_BEFORE_ES):
            continue
        doubles = ending in _DOUBLING_ENDINGS
        if doubles and len(base) > 3 and base[-1] == base[-2] and base[-1] in _DOUBLED:
            found.append(base[:-1])
        found += [base + other for other in instead if other or not (doubles and _would_double(base))]
    return found


#: What a plural needs -es after: "refugees" is "refugee" with -s, and "refugeees" is nothing.
_BEFORE_ES = ("s", "x", "z", "ch", "sh", "o")


def _would_double(base: str) -> bool:
    """Whether a short verb ends so that its last letter is doubled before -ed and -ing ("set", "plan")."""
    return (
        len(base) <= 4
        and base[-1] in _DOUBLED
        and base[-2] in "aeiou"
        and sum(letter in "aeiou" for letter in base) == 1
    )


#: Endings that make another form of the same word, and those that make another word of it.
_INFLECTIONS = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ings", ("", "e")),
    ("ly", ("",)),
    ("ily", ("y",)),
)
_DERIVATIONS = (
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ier", ("y",)),
    ("est", ("", "e")),
    ("iest", ("y",)),
    ("ly", ("le",)),
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
