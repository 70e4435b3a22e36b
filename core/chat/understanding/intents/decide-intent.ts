import type { Candidate, Classifier } from './classifier.ts'
import { inGroups } from './alike.ts'
import { byShape } from './by-shape.ts'
import { byFigure } from './by-figure.ts'
import { followUpIntent, followUpOf } from '../context/follow-up.ts'
import { askedOn, partAsked } from '../context/asked-on.ts'
import { saidAgainBy } from '../context/said-again.ts'
import { beyondShare, isOfPlace, likeliest } from './likely.ts'
import type { Intent } from './intent.ts'
import type { Mention } from '../entities/mention.ts'
import type { Reading } from '../entities/reading.ts'

/** Measured by cross-validation: below them a pick is wrong too often to answer it unasked. */
const surenessNeeded = { probability: 0.42, margin: 0.12 } as const
/** Of many intents one that is far ahead of all others is meant, though each of them has a little. */
const [leastAlone, timesAhead] = [0.27, 2.3]
const fewWords = 3
const evenOdds = 0.5
/** A topic that timing does not show gives way only to an intent that is this probable. */
const surerThanTopic = 0.85

/** "He says the brakes failed, is that true?": asked of the topic, not of the answer before. */
const ofAnswers = new Set(['sources', 'is-it-much'])

/** With more than this beyond the timing, an answer from the timing is asked about first. */
const mostBeyond = 0.25

export type Decision = {
  readonly intent: Intent
  readonly confidence: number
  readonly isFollowUp: boolean
  readonly beyond: readonly string[]
  readonly unsure?: readonly string[]
}

/** What a piece of a message asks for. `previous` is the intent of the question before it. */
export function decideIntent(
  reading: Reading,
  classifier: Classifier,
  previous: string | undefined,
): Decision {
  const back = saidAgainBy(reading.text, previous) ?? partAsked(reading, previous)
  const again = classifier.intents.get(back ?? '')
  if (again !== undefined) return { intent: again, confidence: 1, isFollowUp: true, beyond: [] }
  const shape = classifier.intents.get(byShape(reading.text) ?? '')
  // "And last year?", "compare me with Smith": goes on with nothing that is in the data.
  const followUp = shape?.kind === 'not-in-data' ? undefined : followUpOf(reading)
  const repeated = followUp && followUpIntent(followUp, reading.mentions, previous)
  const intent = repeated === undefined ? undefined : classifier.intents.get(repeated)
  if (intent !== undefined) return { intent, confidence: 1, isFollowUp: true, beyond: [] }
  if (followUp === 'why') return askedAbout(whyOfWhat, classifier)
  const onward = classifier.intents.get(askedOn(reading, previous) ?? '')
  if (onward !== undefined) return { intent: onward, confidence: 1, isFollowUp: true, beyond: [] }
  if (shape !== undefined) return { intent: shape, confidence: 1, isFollowUp: false, beyond: [] }
  const candidates = classifier.classify(reading)
  const beyond = topicsIn(reading.text, classifier)
  const asked = beyond.length === 0 ? undefined : askedBeside(reading, classifier)
  if (asked !== undefined) return { ...asked, isFollowUp: false, beyond }
  const topic = candidates.find(({ id }) => beyond.includes(id))
  const [top] = candidates
  const topIntent = byWhatIsCompared(intentOf(top, classifier), reading, classifier)
  if (
    topic !== undefined &&
    !beyond.includes(topIntent.id) &&
    (topIntent.kind === 'answer' && !ofAnswers.has(topIntent.id)
      ? (top?.probability ?? 0) < surerThanTopic
      : !isSure(candidates) || ofAnswers.has(topIntent.id))
  ) {
    return { intent: intentOf(topic, classifier), confidence: 1, isFollowUp: false, beyond }
  }
  const decision = {
    intent: topIntent,
    confidence: top?.probability ?? 0,
    isFollowUp: false,
    beyond,
  }
  const figure = isSure(candidates) ? undefined : byFigure(reading.mentions, candidates)
  const ofFigure = figure === undefined ? undefined : classifier.intents.get(figure)
  if (ofFigure !== undefined && beyond.length === 0) return { ...decision, intent: ofFigure }
  const clause = isSure(candidates) || beyond.length > 0 ? undefined : byClause(reading, classifier)
  if (clause !== undefined) return { ...decision, ...clause }
  const isTold = beyond.includes(topIntent.id) || isClear(topIntent, candidates, reading)
  const isSafe = topIntent.kind !== 'answer' || beyondShare(candidates, classifier) < mostBeyond
  return isTold && isSafe ? decision : { ...decision, unsure: likeliest(candidates, classifier) }
}

/** One intent is meant, by how probable it is or by what is named. */
function isClear(intent: Intent, candidates: readonly Candidate[], reading: Reading): boolean {
  return (
    (isSure(candidates) && isEnoughSaid(candidates, reading)) ||
    isFarAhead(candidates, reading) ||
    isOfPlace(candidates, reading) ||
    isNamedComparison(intent, reading)
  )
}

const longWords = 9
const clauseBreak =
  /[,;:()–—]| - |\b(?:but|because|cause|so|and then|is that|am i|though|anyway|basically|honestly|i mean|you know|i (?:think|reckon|guess|feel|swear)|tell me|just|like)\b/

/** In a long message the question stands in one of its clauses: that which is surest, where it is sure. */
function byClause(
  { text, mentions }: Reading,
  classifier: Classifier,
  is: (clause: string) => boolean = () => true,
  fewest = longWords,
): Pick<Decision, 'intent' | 'confidence'> | undefined {
  if (text.split(' ').length < fewest) return undefined
  const found = text
    .split(clauseBreak)
    .map((clause) => clause.trim())
    .filter((clause) => clause.split(' ').length > 2 && is(clause))
    .map((clause) => classifier.classify({ text: clause, mentions }))
    .filter((candidates) => isSure(candidates))
    .flatMap(([top]) => (top === undefined ? [] : [top]))
    .toSorted((a, b) => b.probability - a.probability)
  const [surest] = found
  const intent = surest && intentOf(surest, classifier)
  if (surest === undefined || intent?.kind !== 'answer') return undefined
  return surest.probability < surenessOfClauses
    ? undefined
    : { intent, confidence: surest.probability }
}

const asksInClause =
  /^(?:(?:and|so|but|or|please) )*(?:who|what|where|why|how|when|which|did|do|does|was|were|is|am|are|can|could|have|has|show|give|compare)\b/

/** "She says the brakes went soft, can you see on which lap she got slower?": the clause that asks has no such topic. */
function askedBeside(reading: Reading, classifier: Classifier) {
  const { text } = reading
  const isAside = (clause: string) =>
    [`, ${clause}`, `; ${clause}`, `but ${clause}`].some((end) => text.includes(end)) &&
    asksInClause.test(clause) &&
    topicsIn(clause, classifier).length === 0
  return byClause(reading, classifier, isAside, fewWords + 2)
}

const surenessOfClauses = 0.6

/** What a "why?" out of nothing may be about. */
const whyOfWhat = ['where-time', 'why-slow', 'why-position']

function askedAbout(ids: readonly string[], { intents }: Classifier): Decision {
  const known = ids.flatMap((id) => intents.get(id) ?? [])
  const [intent] = known
  if (intent === undefined) throw new Error('The classifier knows no intents')
  return { intent, confidence: 0, isFollowUp: false, beyond: [], unsure: known.map(({ id }) => id) }
}

export function isSure(candidates: readonly Candidate[]): boolean {
  const [first, second] = inGroups(candidates).map(({ probability }) => probability)
  if (first === undefined) return false
  return first >= surenessNeeded.probability && first - (second ?? 0) >= surenessNeeded.margin
}

/** "The thing": of two words that name nothing, an intent needs to be the more probable one by itself. */
function isEnoughSaid(candidates: readonly Candidate[], { text, mentions }: Reading): boolean {
  if (mentions.length > 0 || text.split(' ').length >= fewWords) return true
  return (inGroups(candidates)[0]?.probability ?? 0) >= evenOdds
}

/** One intent has far more than each other, in a text with more words than "the thing". */
function isFarAhead(candidates: readonly Candidate[], { text }: Reading): boolean {
  const [first = 0, second = 0] = inGroups(candidates).map(({ probability }) => probability)
  return text.split(' ').length > fewWords && first >= leastAlone && first >= timesAhead * second
}

/** Which comparison it is, the things that are named tell better than the words. */
function byWhatIsCompared(
  intent: Intent,
  { text, mentions }: Reading,
  { intents }: Classifier,
): Intent {
  if (!intent.id.startsWith('compare-')) return intent
  const count = (...types: readonly Mention['type'][]) =>
    mentions.filter(({ type }) => types.includes(type)).length
  const lapNames = mentions.flatMap((one) => (one.type === 'lap-name' ? one.name : []))
  // "My best against the fastest lap" names one lap of mine twice.
  const named = new Set(mentions.flatMap((one) => (one.type === 'lap' ? one.lap : [])))
  const laps = named.size + new Set(lapNames).size
  const both = mentions.some((one) => one.type === 'races' && one.which === 'both')
  const races = count('race', 'race-day') + (both ? 2 : count('races'))
  const cars = count('car', 'bare', 'partner')
  const isOneCarTwice =
    cars === 1 &&
    (races > 1 || count('track') > 1 || count('section') > 1) &&
    count('me', 'compared') === 0
  // "Car 2 sections please"
  const isOfOwnSections =
    intent.id === 'compare-sections' && cars === 1 && count('me', 'compared') === 0
  // "My boy is 51, did he do better on Sunday?"
  const isOfDays =
    cars === 1 &&
    races > 0 &&
    count('me', 'compared', 'section') === 0 &&
    (intent.id === 'compare-races' || /\b(?:better|worse)\b(?!.*\bthan\b)/.test(text))
  const compared = isOfDays
    ? 'compare-races'
    : cars > 0 && laps < 2 && !isOneCarTwice && !isOfOwnSections
      ? 'compare-cars'
      : laps > 1 || count('laps') > 0
        ? 'compare-laps'
        : count('section') > 1
          ? 'compare-sections'
          : races > 1 || (count('track') > 1 && cars + count('me') > 0)
            ? 'compare-races'
            : lapNames.length > 1
              ? 'best-lap'
              : intent.id
  return intents.get(compared) ?? intent
}

/** Both sides of a comparison are named: nothing else is asked. */
function isNamedComparison({ id }: Intent, { text, mentions }: Reading): boolean {
  const count = (...types: readonly Mention['type'][]) =>
    mentions.filter(({ type }) => types.includes(type)).length
  const isSaid = /\b\w+er\b.* than\b|\bcompar\w*|\bversus\b|\bvs\b|\bagainst\b|\bdifferen\w*/.test(
    text,
  )
  if (!isSaid) return false
  if (id === 'compare-laps') return count('lap', 'laps') > 1
  return id === 'compare-cars' && count('car', 'partner') + (count('me') > 0 ? 1 : 0) > 1
}

function intentOf(candidate: Candidate | undefined, classifier: Classifier): Intent {
  const intent = candidate && classifier.intents.get(candidate.id)
  if (intent === undefined) throw new Error('The classifier knows no intents')
  return intent
}

/** The topics, one of whose own words stands in a text. */
export function topicsIn(text: string, { intents }: Classifier): string[] {
  const words = new Set(text.match(/[a-z]+(?:-[a-z]+)?/g))
  return [...intents.values()]
    .filter(({ topicWords = [] }) => topicWords.some((word) => words.has(word)))
    .filter(({ kind }) => kind !== 'answer')
    .map(({ id }) => id)
}
