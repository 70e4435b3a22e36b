import { anotherYear } from '../entities/find-amounts.ts'
import { asksOfPerson } from '../entities/person-names.ts'
import { isOtherLanguage, otherScript } from './other-script.ts'

const cars = '(?:CAR|BARE)'
const shapes: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`^${cars},? (?:vs\\.?|v|versus|against|or|compared (?:to|with)) ${cars}[?!. ]*$`),
    'compare-cars',
  ],
  [
    new RegExp(
      `^(?:${cars},? (?:vs\\.?|v|versus|or) )+${cars}(?:,? (?:(?:at|in|on) )?(?:TRACK|RACE))*[?!. ]*$`,
    ),
    'compare-cars',
  ],
  // "Who is quicker, 13 or 22, and where?"
  [
    new RegExp(
      `^(?:and |so )?(?:who|which|which (?:one|car))(?:'s| is| was| has)?(?: the)? (?:quicker|faster|slower|better)(?: (?:car|pace))?,? (?:of )?${cars},? (?:or|and) ${cars}(?:,? (?:and )?(?:where|by how much|why|in (?:which|what) (?:section|sector|bit|part)s?))*[?!. ]*$`,
    ),
    'compare-cars',
  ],
  [
    /^(?:the )?TOP (?:on|after|at) (?:the end of )?LAP(?:,? (?:please|pls|plz))?[?!. ]*$/,
    'position',
  ],
  [asksOfPerson, 'driver-name'],
  [otherScript, 'other-language'],
  // "Lap 20 was under the chequered flag, does that count?"
  [
    /^(?!.*\b(?:how many|which|who|yellow)\b)(?=.*\bLAPS?\b).*(?:\b(?:does|did|do|will|is|was|were) (?:LAPS?|that|it|this|they)(?: \w+)? (?:count(?:ed|ing)?|an? (?:green|valid|counted)|green|valid)\b|\bLAP (?:is|was) (?:\w+ )?(?:green|valid|counted)\b)/,
    'why-not-counted',
  ],
  [new RegExp(`\\b${anotherYear}\\b`), 'other-seasons'],
  [new RegExp(`^(?:please )?(?:rank|order|sort) .*${cars}.*\\b(?:by|on|for|in)\\b`), 'ranking'],
  [
    /\b(?:is|was) (?:it|that) (?:ok|okay|fair|legal|illegal|allowed|permitted|against the rules)\b|\b(?:am i|are (?:we|you|they)) (?:allowed|permitted) to\b/,
    'legal',
  ],
  [
    new RegExp(
      `^(?:and )?(?:where|when|(?:which|what) races?) (?:did|has) ${cars} (?:win|won)[?!. ]*$`,
    ),
    'season-results',
  ],
  [
    new RegExp(
      `^(?:and |so |but )*(?:was|did|is) ${cars} (?:(?:in|at) (?:RACES?|TRACK|both|the race)|(?:race|run|start|enter|drive|compete|take part)(?: (?:in|at))? (?:TRACK|RACES?|there|here))(?: (?:here|there|at all|too|as well|in|at|TRACK|RACES?))*[?!. ]*$`,
    ),
    'season-results',
  ],
  // "What's the difference between green and clean laps?"
  [
    /\bdiff\w* between (?:an? |the )?(?:green|clean|pace|composite|joint|ideal|trend|steadiness|consistency|target|potential|median|mean|average|corrected|driven)(?: \w+)? (?:and|or) (?:an? |the )?(?:green|clean|pace|composite|joint|ideal|trend|steadiness|consistency|target|potential|median|mean|average|corrected|driven)(?: laps?| times?| gap| score| composite)?[?!. ]*$/,
    'meaning',
  ],
  // "Closest race on pace, the field most bunched up"
  [
    /\b(?:closest|tightest|most even) (?:race|track|field)\b.*\bpace\b|\b(?:field|cars)\b.*\b(?:most bunched|bunched (?:up )?(?:the )?most|closest together)\b|\bmost bunched\b/,
    'biggest-spread-track',
  ],
  // "Which of those was better in section 3?"
  [/\b(?:which|what)(?: one)? (?:of|out of|between|among) LAPS?\b.*\b\w+er\b/, 'compare-laps'],
  [
    /\b(?:which|what)(?: one)? (?:of|out of|between|among) (?:the )?RACES?\b.*\b(?:better|quicker|faster|slower|worse|stronger|steadier|best)\b/,
    'compare-races',
  ],
  [
    new RegExp(`\\b(?:which|who)(?: one)? (?:of|out of|between|among) ${cars}\\b.*\\b\\w+er\\b`),
    'compare-cars',
  ],
]

/** What a text asks that has no other words than its names. */
export function byShape(text: string): string | undefined {
  if (isOtherLanguage(text)) return 'other-language'
  return shapes.find(([pattern]) => pattern.test(text))?.[1]
}
