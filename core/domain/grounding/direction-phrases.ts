import { phrases } from './phrases.ts'

/**
 * A word that says which way: 'bad' is slower, behind, lost, fading; 'good' the other way; 'more' and 'less'
 * compare bare values; 'level' says that there is no difference.
 */
export type Direction = {
  readonly way: 'good' | 'bad' | 'more' | 'less' | 'level'
  /** What it can be said of. */
  readonly axes: readonly Axis[]
  readonly degree: 'plain' | 'comparative' | 'superlative'
  /** "costs you": said of the one that follows. */
  readonly isOfWhoFollows?: boolean
  /** "You trail": whom has to be said. */
  readonly needsObject?: boolean
}
export type Axis = 'speed' | 'order' | 'trend' | 'steadiness' | 'size' | 'state'

const any: readonly Axis[] = ['speed', 'order', 'trend', 'steadiness']

type Row = readonly [Direction['way'], readonly Axis[], Direction['degree'], string]

const rows: readonly Row[] = [
  [
    'bad',
    ['speed'],
    'comparative',
    'slower|off|adrift of|adrift|further from|further away|further',
  ],
  ['bad', ['speed'], 'plain', 'slow|weak|poor|bad'],
  ['good', ['speed'], 'comparative', 'faster|quicker|closer to|closer|under|nearer|up on'],
  ['good', ['speed'], 'plain', 'fast|quick|strong|good|great|excellent|solid|competitive'],
  ['bad', ['speed', 'order'], 'comparative', 'behind|close behind|down on|lag|lags|lagged'],
  ['good', ['speed', 'order'], 'comparative', 'ahead of|ahead|in front of|in front|beat|beats'],
  ['good', any, 'comparative', 'better|gain|gains|gained|gaining|stronger'],
  ['bad', any, 'comparative', 'worse|lose|loses|lost|losing|loss|losses|weaker|dropped|drop'],
  ['bad', ['speed'], 'comparative', 'cost|costs|costing'],
  ['bad', ['speed'], 'comparative', 'give away|gives away|gave away|giving away'],
  ['good', ['speed', 'order'], 'comparative', 'lead'],
  ['bad', ['speed', 'order'], 'comparative', 'trail|trails|trailed'],
  ['good', ['order'], 'comparative', 'above|passed|overtook|got past|won|win|wins|made up'],
  [
    'bad',
    ['order'],
    'comparative',
    'fell|fell back|below|lost out|passed by|overtaken by|beaten by',
  ],
  ['good', ['trend'], 'plain', 'improving|improved|improve|improves|improvement|progress'],
  [
    'good',
    ['trend'],
    'plain',
    'gained on the field|gaining on the field|getting quicker|getting faster',
  ],
  ['bad', ['trend'], 'plain', 'fading|faded|fade|fades|dropping away|dropped away|getting slower'],
  ['bad', ['trend'], 'plain', 'lost to the field|losing to the field|dropping off|fell off'],
  ['level', ['trend'], 'plain', 'held steady|held level|stayed level|stayed steady|stable|flat'],
  ['good', ['steadiness'], 'comparative', 'more consistent|steadier|more steady|more even'],
  ['bad', ['steadiness'], 'comparative', 'less consistent|less steady|more scattered'],
  ['good', ['steadiness'], 'plain', 'consistent|steady|consistently'],
  ['bad', ['steadiness'], 'plain', 'inconsistent|scattered'],
  [
    'more',
    ['size'],
    'comparative',
    'more|higher|bigger|larger|greater|longer|warmer|hotter|rose|grew',
  ],
  ['less', ['size'], 'comparative', 'less|fewer|lower|smaller|shorter|cooler|colder|shrank'],
  [
    'level',
    ['speed'],
    'comparative',
    'level with|level|close|close to|similar|same|equal|even|matched',
  ],
  ['bad', any, 'superlative', 'worst|slowest|weakest|weakness|smallest margin'],
  ['good', ['order'], 'superlative', 'led|led at'],
  ['good', any, 'superlative', 'best|fastest|quickest|strongest|strength|closest|winner'],
  ['good', ['steadiness'], 'superlative', 'most consistent|steadiest'],
  ['bad', ['steadiness'], 'superlative', 'least consistent'],
  [
    'more',
    ['size'],
    'superlative',
    'biggest|largest|most|the most|greatest|longest|warmest|main|furthest|biggest part',
  ],
  ['less', ['size'], 'superlative', 'smallest|least|fewest|shortest|coolest'],
  [
    'more',
    ['state'],
    'superlative',
    'own worst|own slowest|own weakest|stands out|stand out|only section|the only|only car|only lap',
  ],
]

export const directionPhrases = phrases(
  rows.flatMap(([way, axes, degree, texts]) =>
    texts.split('|').map((text): readonly [string, Direction] => [
      text,
      {
        way,
        axes,
        degree,
        ...(text.startsWith('cost') && { isOfWhoFollows: true }),
        ...(/^(?:trail|lead)/.test(text) && { needsObject: true }),
      },
    ]),
  ),
)

/** Words that turn what follows them round. */
export const negations: ReadonlySet<string> = new Set(
  "not no never neither nor nobody none nothing without isn't aren't wasn't weren't don't doesn't didn't can't cannot couldn't haven't hasn't hadn't won't wouldn't".split(
    ' ',
  ),
)
