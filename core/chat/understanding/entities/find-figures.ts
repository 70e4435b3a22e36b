import type { Figure, Reference } from './mention.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

/** How figures are called; the more special name first. All that is named counts. */
const named: readonly (readonly [Figure, RegExp])[] = [
  ['gap-to-joint', /\b(?:gap|delta|distance|far|off).{0,16}\bjoint\b/g],
  ['joint-composite', /\bjoint composite\b/g],
  [
    'gap-to-composite',
    /\b(?:gap|delta|distance|far|off|close|miss\w*).{0,24}\b(?:composite|best[- ]case)\b/g,
  ],
  ['composite', /\bcomposite\b|\bbest[- ]case\b/g],
  ['field-median', /\bfield median\b|\bmedian of the field\b/g],
  ['pace-gap', /\bpace gap\b|\boff the (?:quick quarter|pace)\b|\bgap to the quick quarter\b/g],
  ['quick-quarter', /\bquick(?:est)? quarter\b/g],
  [
    'std',
    /\b(?:standard )?deviation\b|\bst(?:an)?d\.?(?: ?dev)?\b|\bstdev\b|\bstddev\b|\bsd\b|\bsigma\b|\bvariance\b/g,
  ],
  [
    'mean',
    /\baverag(?:e|ed|ing)\b|\bavg\b|\bmean lap\b|\b(?:the|my) mean\b|\bmean(?= (?:over|please|pls|too|as well))|\bmean(?= (?:of|time|section|SECTION|and))|\bmean (?:lap ?)?times?\b|(?<!\b(?:does|do|did|you|it|that|this|they|i|word|words)\b.{0,40})\bmean(?=,| and\b| plus\b| or\b|$)/g,
  ],
  ['median', /\bmedian\b|\b(?:typical|normal|usual) lap\b/g],
  ['spread', /\bspread\b|\biqr\b|\binter-?quartile\b/g],
  ['consistency-score', /\bconsisten(?:cy|t)(?: score)?\b/g],
  [
    'steadiness',
    /\bstead(?:y|ier|iest|iness)\b|\bup and down\b|\berratic\b|\ball over the (?:place|shop)\b/g,
  ],
  ['ideal', /\b(?:ideal|theoretical|optimal|perfect)\b/g],
  ['potential', /\bpotential\b/g],
  ['repeat-gain', /\brepeat gain\b/g],
  ['target', /\btargets?\b/g],
  ['trend', /\btrend\b|\bslope\b/g],
  [
    'top-speed',
    /\b(?:top|max(?:imum)?|trap|highest) ?speeds?\b|\bv[ -]?max\b|\bspeed trap\b|\b(?:at|in|through|about|over) the trap\b|^(?:and )?(?:the )?traps?(?=[?!. ]*$)|\b(?:mph|kph|km\/?h|kmh)\b/g,
  ],
  ['rank', /\brank(?:ed|ing)?\b/g],
  ['interval', /\bintervals?\b/g],
  ['position', /\bpositions?\b|\bplaces?\b/g],
  ['pace', /\bpace\b/g],
  ['best', /\b(?:best|fastest|quickest)\b|\bpb\b|(?<!NUMBER )\bmin(?:imum)?\b(?! ?speed)/g],
  ['worst', /\b(?:worst|slowest)\b|\bmax(?:imum)?\b(?! ?speed)/g],
  ['lap-time', /\blap ?times?\b/g],
]

const references: readonly (readonly [Reference, RegExp])[] = [
  [
    'quick-quarter',
    /\bquick(?:est)? quarter\b|\b(?:quick|fast|fastest|quickest|front|leading) (?:guys|ones|cars|boys|lads|drivers|runners)\b|\b(?:top|best) (?:guys|drivers|runners|boys|lads)\b|\bfront ?runners\b/g,
  ],
  [
    'field',
    /\b(?:against|to|with|vs|off|than|from|of) the (?:field|others|rest|pack)\b|\bthe others\b|\beveryone else\b|\b(?:median|average|typical|middling) (?:driver|car|guy|runner)\b|\bmid-?field\b|\bmiddle of the (?:field|pack)\b/g,
  ],
  [
    'own-best',
    /\b(?:own|personal) best\b|\b(?:against|to|vs|versus|than|with|off) my (?:own )?best\b|\bmyself\b/g,
  ],
  ['composite', /\b(?:against|to|vs|than|with|off|from) the (?:best[- ]case )?composite\b/g],
  ['ideal', /\b(?:against|to|vs|than|with|off|from) (?:my |the )?ideal\b/g],
]

/** Figures and references stay in the text: intents are told from these very words. */
export function findFigures(reading: Reading): Reading {
  const read = named.reduce(
    (so, [figure, pattern]) =>
      findAll(so, pattern, () => ({ mentions: [{ type: 'figure', figure }] })),
    reading,
  )
  return references.reduce(
    (so, [reference, pattern]) =>
      findAll(so, pattern, () => ({ mentions: [{ type: 'reference', reference }] })),
    read,
  )
}
