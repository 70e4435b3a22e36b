import type { Fact } from '#core/domain/fact.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import { itemsOf } from './items.ts'
import type { LapName } from '../entities/mention.ts'

type Past = { readonly text: string; readonly scope: Scope; readonly facts?: readonly Fact[] }

/** Whose answers tell of one lap. */
const ofOneLap = new Set(
  'best-lap worst-lap nth-lap nearest-lap fastest-lap lap-apart why-slow lap-story in-tow lap-clock compare-laps'.split(
    ' ',
  ),
)
/** Asked of the lap that was told before these. */
const goesOn = new Set('lap-apart why-slow lap-story in-tow lap-clock gaps'.split(' '))

const lead =
  "(?:(?:and|so|ok|okay|now|then|also|but|can you|could you|please|just|what about|how about|what were|what was|what's|whats|what are|show|give|tell|send|list|i want|i need|let me (?:see|have)|see|me|us|all|the|my|its|his|her|their|these|it|that|in|into|by|as|of)[ ,:]+)*"
const sizes =
  '(?:(?:six|6|three|3|small|smaller|little|mini|micro|half|finer|short|single|individual)[ -]+)*'
const parts =
  '(?:sub ?-?)?(?:sections?|sectors?|splits?|minis?|mini ?-?sectors?|micro ?-?sectors?|intermediates?|halves)'
const end =
  '(?: (?:times?|please|pls|then|too|as well|for me|of it|of that(?: lap| one)?|for (?:it|that)(?: lap| one)?|on (?:it|that)(?: lap| one)?|there|by sector|by section))*[?!. ]*$'
const ofParts = new RegExp(`^${lead}${sizes}${parts}${end}`)
/** "Split it into the small sectors", "break that down", "take it apart". */
const apart =
  /^(?:(?:and|so|ok|now|then|can you|could you|please|just) )*(?:split|break|take|pull|cut|divide|chop|pick|dissect|analyse|analyze) (?:it|that|this)(?: lap| one| time)?\b(?! out\b).*$/
/** "What went wrong on that one?" */
const wentWrong =
  /^(?:(?:and|so|ok|but) )*(?:what (?:went wrong|was wrong|happened)|why (?:so slow|was (?:it|that) (?:so )?slow)) ?(?:on|with|in|there)? ?(?:that|it|this)?(?: one| lap)?[?!. ]*$/
/** "Where on the lap?", "which one was the weakest?" */
const whereOn =
  /^(?:(?:and|so|ok|but) )*(?:where (?:on|in) (?:the|that|this|it)(?: lap)?|where (?:did|do) (?:i|it|we|he|she) (?:lose|drop) (?:it|that|the time)(?: all)?|(?:which|what) (?:one|section|sector|part|bit)(?: of (?:it|them|those))? (?:was|is|were) (?:the |my )*(?:worst|weakest|slowest|bad one|problem|furthest off))(?: (?:exactly|then|of (?:it|them|those)|on it|there))*[?!. ]*$/
const small = /\b(?:small|smaller|little|mini|micro|sub|six|6|half|halves|finer)\b/

const somebody =
  '(?:some(?:one|body)|any(?:one|body)|(?:a|any|another|some) (?:other )?cars?|traffic|who|nobody|no ?one)'
/** "Was somebody in front of me?", "was there traffic?", "who was ahead then?" */
const around = new RegExp(
  `^(?:(?:and|so|ok|but) )*(?:(?:(?:was|were|is|had|did i have) (?:there |i )?)?${somebody}(?: else)?|who (?:was|is)|was i (?:in (?:any )?traffic|alone|on my own|by myself|in (?:clear|clean|free) air|in traffic|following (?:some|any)(?:one|body))|did i have (?:a )?(?:clear|clean|free|empty) (?:track|air|road|lap)|was it a (?:clear|clean) lap)(?: (?:there|right|just|close|directly|near|immediately|in (?:front|my way|the way)|ahead|around|nearby|behind|holding me up|slowing me|of|me|us|on it|on that(?: lap)?|then|at the time|that lap))*[?!. ]*$`,
)

/** A lap that was told, by its name where it has one, else by its number. */
function lapTold(
  history: readonly Past[],
  own: string | undefined,
  isOfMe: boolean,
): string | undefined {
  const last = history.at(-1)
  if (last === undefined || !ofLap(last)) return undefined
  const { lap, car } = last.scope
  const { laps, cars } = itemsOf(last.facts ?? [])
  const isFastest = last.scope.intents.includes('fastest-lap')
  const whose = isFastest && !isOfMe ? cars[0] : car
  const isOwn = whose === undefined || whose === own
  const of = isOwn ? '' : ` of car ${whose}`
  // The slowest lap has its number: "worst" is asked of sections too.
  if (nameBefore(history) === 'best' && !isFastest) return `${isOwn ? 'my ' : ''}best lap${of}`
  const number = lap ?? laps[0]
  return number === undefined ? undefined : `lap ${number}${of}`
}

const ofLap = ({ scope: { intents, laps } }: Past) =>
  (laps?.length ?? 0) < 2 && intents.some((id) => ofOneLap.has(id) || id === 'gaps')

const ofSlow = ({ scope: { intents } }: Past) =>
  intents.some((id) => id === 'worst-lap' || id === 'nth-lap')

/** "My best lap?", "split it", "same for the 47": the best lap of each. */
function nameBefore(history: readonly Past[]): LapName | undefined {
  const first = history.findLast(({ scope }) => !scope.intents.every((id) => goesOn.has(id)))
  const since = first === undefined ? history : history.slice(history.indexOf(first))
  // A lap that was named by its number since is that lap.
  if (since.some(({ scope }) => scope.lap !== undefined)) return undefined
  if (first?.scope.intents.includes('best-lap') === true) return 'best'
  return first?.scope.intents.includes('worst-lap') === true ? 'worst' : undefined
}

const mine = /\b(?:i|me|my|us|our)\b/
const namesLap = /\blaps?\b(?! (?:down|times?)\b)/
const other =
  /^(?:(?:and|so|ok|now|then|but|the|same|same again|as|what about|how about|do|show|give me|that|it|with|for|of|to) ?)*(?:car |number |no\.? ?|#)?\d{1,3}(?:'?s)?(?: (?:please|too|as well|then|best|one))*[?!. ]*$/

/** "Split it into the small sectors", "was somebody in front of me?": of the lap that was told before, said so. */
export function namingThatLap(
  text: string,
  history: readonly Past[],
  own: string | undefined,
): string {
  const last = history.at(-1)
  if (last === undefined || !ofLap(last)) return text
  if (namesLap.test(text.replace(/\b(?:that|this|on the|in the) lap\b/, ''))) return text
  // "Who?" asks for the car of the answer before.
  if (/^(?:and |so )*who[?!. ]*$/.test(text)) return text
  const lap = lapTold(history, own, mine.test(text))
  if (lap === undefined) return text
  if (around.test(text)) {
    const plain = text.replace(pointing, '').replace(/[?!. ]+$/, '')
    const isOfNobody =
      /^(?:and |so |but )*who (?:was|is) (?:right |just )?(?:ahead|in front)$/.test(plain)
    return `${plain}${isOfNobody ? ' of me' : ''} on ${lap}`
  }
  if (wentWrong.test(text) && ofSlow(last)) return `why was ${lap} slow`
  if (whereOn.test(text))
    return `where did ${mine.test(last.text) ? 'i' : 'it'} lose time on ${lap}`
  const isOfParts = ofParts.test(text) || apart.test(text)
  return isOfParts ? `${small.test(text) ? 'sub-section' : 'section'} times of ${lap}` : text
}

const pointing = / (?:on (?:it|that)(?: lap)?|then|at the time|there(?= *[?!.]*$))/

/** "Same for the 47" after the best lap was taken apart: its own best lap. */
export function lapOfOther(text: string, history: readonly Past[]): LapName | undefined {
  const isOfParts = history.at(-1)?.scope.intents.includes('lap-apart') === true
  return isOfParts && other.test(text) ? nameBefore(history) : undefined
}
