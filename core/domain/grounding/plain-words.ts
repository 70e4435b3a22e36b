/** Two or more words that mean nothing to check, though one of them alone might. */
export const plainPhraseTexts: readonly string[] = `
at the line|finish line|finishing line|focus on|track taken out|the track taken out|with that taken out|taken out
race run|next race run|more than chance gives|by more than chance|beyond chance|not beyond chance|than chance|or more
work on first|first .|to improve|to work on|one thing to work on|start with|start from|pit lane|full course yellow
be behind it|nothing to|lap by lap|section by section|race by race|out of|as far as|at least|such as|for now|so far|in all
no longer|no lap time|not for qualifying|first time|first thing|first step|first priority|first look|first of all
next to|side by side|one by one|one of|one is|one to|this one|that one|the one|which one|each other|another car|other cars
so neither is surely the better one|the same laps|half were quicker , half slower|half of them quicker , half slower|the middle half of|half a percent of your own pace|gaps of halves do not add up to that of the section
the share of your laps , in percent , that lie close to|timing does not say why|crossed the line|cross the line|in the balance|as a whole|each race against its own field|that you followed one car|full race
the furthest off first|furthest off first|the largest first|largest first|first green lap within half a percent of your own pace
the two|the same place|same place|one stretch|one thing|one more|one step|part of|more about|more to show|more to learn|more to say|as well|little more|once more|more laps|more green laps
green lap|green laps|lap time|lap times|most of all|no reference|only lap by lap|race engineer|under a green flag
in a row|added up|set side by side|provisional results|official results|the results|laps in between|in pieces|these laps|those laps|close laps|up to speed|get closer|on the day|at the end|the end of|the start of|as good as|best of luck|good reference|good example
`
  .split(/[|\n]/)
  .filter((text) => text !== '')

const functionWords = `
a an the this that these those there here it its they them their we he she his her
is are was were be been being am isn has have had having do does did done doing will would shall should can must let lets let's
it's that's there's here's what's they're
in on at of to from for with by over into onto through during between among across about around after before until till along
within per via as like up down out and or but if then than when while where whereas which who whose whom what how why that
against beside itself yourself themselves far anything something anybody somebody
so also too very quite rather still just even only again already yet now today later soon next last previous earlier
much many other others another same own such each every any some all both one ones more most
though although however instead otherwise likewise especially particularly specifically generally altogether together apart alone away back near nearly almost roughly approximately
around exactly surely clearly likely officially mostly elsewhere once lacking whether closely mainly partly fully simply really actually overall
`

const verbs = `
say says said tell tells told show shows showed shown see seen look looks looked looking watch watches watched watching
compare compares compared comparing find finds found know knows knew known mean means meant measure measures measured
make makes made take takes took give gives gave given get gets got go goes went gone come comes came keep keeps kept
put puts set sets try tries tried work works worked working start starts started end ends ended begin begins began
run runs ran race raced racing drive drives drove driven driving pit pits stop stops stopped
rank ranks ranked place placed stand stood lie lies lay sit sits rest rests fit fits belong belongs
follow follows followed following repeat repeats repeated repeating match reach reached reaches bring brings brought
move moves moved moving change changes changed changing cross crosses crossed cover covers covered hold holds held
read reads record records recorded film filmed log logged note notes noted ask asks asked answer answers answered
need needs needed want wants wanted help helps helped use uses used count counts counted time timed times open opens opened
turn turns turned point points pointed name names named call called calls check checks checked choose chosen pick picked
add adds added leave left remain remains remained stay stays stayed apply applies applied include includes included
became become becomes ending ended agree agrees agreed overlap overlaps overlapping pull pulls pulled missed miss misses
add adding adds added sum sums combine combines combined combining putting
base bases based classify classified complete completes completed rank ranking recorded
sum sums part parts parted vary varies varied drift drifts drifted wander wanders wandered rises falls fall
cannot tell knowable compared-with concern concerns sound sounds happens happened happen appear appears seem seems
learn learned practise practice target targets plan plans aim aims try
`

const nouns = `
car cars lap laps section sections sector sectors sub subsection half track tracks race races weekend season field class classes
driver drivers team coach engineer day days time times gap gaps pace figure figures number numbers value values
data timing sheet sheets file files line's loop loops mid sensor sensors sample samples reading readings camera video onboard onboards
flag flags green red chequered opening in-lap out-lap pits pit stop stint stints phase phases
place places position positions order result results start finish end beginning middle road corner corners way ways
step steps thing things area areas spot question questions answer answers detail details list bracket brackets
comparison reference references difference differences range ranges spread spreads share shares interval side
weather air temperature humidity pressure wind session sessions qualifying practice test
chance evidence verdict test variable variables regression term terms freedom degree degrees method limit
story picture summary overview card cards run runs stretch habit normal usual reason's moment nearest quality
opportunity opportunities running including
minute minutes hour morning afternoon saturday sunday official provisional standing standings winner's
stretch stretches attempt attempts row pieces piece screen restarts trap direction clockwise anticlockwise sheet's halves
word words sentence line-up example kind kinds sort amount amounts rest whole total bit pair
`

const qualities = `
available possible worth useful ready sure certain clear open free complete incomplete whole full partial missing known unknown
own typical usual usually normal several certain different various single separate main first later early-on
little small big large long short high low wide narrow nearest comparable further enough few many
quiet calm good-to-know interesting important real true right fine okay ok yes thanks thank please welcome hello hi
final timed measured corrected driven recorded invented official ranked
`

/** Words that carry nothing to check. What is in no list of the check is refused. */
export const plainWords: ReadonlySet<string> = new Set(
  [functionWords, verbs, nouns, qualities]
    .join(' ')
    .split(/\s+/)
    .flatMap((word) => word.split('-')),
)
