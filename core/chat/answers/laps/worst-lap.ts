import type { CoachedCar } from '#core/composer/coached-car.ts'
import { lapsCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, textOf } from '#core/composer/say.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { gapBetween, reasonWords } from '../counted-words.ts'
import { comparedWith } from './lap-in-words.ts'
import { noGreenLaps } from './lap-figures.ts'
import { lapSaid, placeNamed } from '../named-in.ts'
import { whySlow } from './why-slow.ts'
import { cleanTimeFacts } from '../pace/section-figures.ts'
import type { Fact } from '#core/domain/fact.ts'

const worstListed = 3
const mostWorst = 10

/** "My five slowest laps". */
function countAsked(text: string): number {
  const [, before, after] =
    new RegExp(
      `\\b(${numberPattern}) (?:of (?:my|the|its|his|her) )?(?:slowest|worst)\\b|\\b(?:slowest|worst) (${numberPattern})\\b`,
      'i',
    ).exec(text) ?? []
  return Math.min(mostWorst, numberOf((before ?? after ?? '').toLowerCase()) ?? worstListed)
}

const asksWhy =
  /\bwhy\b|\bhow come\b|\bwhat (?:happened|went wrong|was wrong|cost)\b|\breason\b|\b(?:was|is) (?:it|that|this) (?:just |only |because of |down to )*(?:an? )?(?:traffic|yellow|restart|pit|mistake|held)/i

const asksWhere =
  /\bwhere\b|\b(?:which|what) (?:section|sector|part|bit|corner|turn|split|segment)\b|\bby (?:section|sector)\b/i

/** "Which lap hurt me most, and where?", "… and why?": the lap, then what timing has of it. */
export function worstLap(question: CarQuestion): Written {
  const worst = worstLaps(question)
  const { part } = question.ask
  const lap = worst.asked?.[1]?.value
  const [isWhy, isWhere] = [asksWhy, asksWhere].map((asks) => asks.test(part.text))
  const isMore = isWhy === true || isWhere === true
  if (!isMore || typeof lap !== 'number' || placeNamed(question.ask) !== undefined) return worst
  const { laps: _, ...scope } = part.scope
  const ask = { ...question.ask, part: { ...part, scope: { ...scope, lap } } }
  const { sentences, computed = [] } = whySlow({ ...question, ask })
  const first = worst.sentences.find((sentence) => sentence !== undefined)
  return {
    ...worst,
    // The first sentence of each tells the time.
    sentences: [first, ...(isWhy === true ? sentences.slice(1) : sentences.filter(isOfPart))],
    computed: [...(worst.computed ?? []), ...computed],
  }
}

/** The sentence that says where on the lap. */
const isOfPart = (sentence: Sentence | undefined) =>
  sentence !== undefined && /\bSection \d/.test(textOf(sentence))

const ofFarOff =
  /\boutliers?\b|\banomal\w*|\b(?:incident|mistake|moment|messed|ruined|botched|odd|strange|freak)\w*|\bthrow (?:away|out)\b|\bway off\b/i

const ofEveryLap =
  /\b(?:of|over|in|out of|counting|including) (?:them )?(?:all|every|any)\b|\bat all\b|\boverall\b|\b(?:whole|entire) race\b|\bany lap\b|\bgreen or not\b|\bnot just\b|\binclud(?:e|ing)\b|\boutright\b|\babsolute\b/i

/** The slowest lap of all, counted or not; undefined where that is a green one. */
function slowestOfAll({ own, pattern }: CoachedCar) {
  const [slowest] = Object.values(pattern.laps)
    .filter(({ timeMs }) => timeMs.lap !== undefined)
    .toSorted((a, b) => (b.timeMs.lap ?? 0) - (a.timeMs.lap ?? 0))
  if (slowest === undefined || slowest.isClean) return undefined
  const at = `laps.${slowest.lap}`
  const [time, lap] = [own(`${at}.timeMs.lap`), own(`${at}.lap`)]
  const why = listed(slowest.excludedBecause.map((reason) => reasonWords[reason]))
  return {
    asked: [time, lap],
    sentence: fact`Of all your laps, counted or not, the slowest was ${exact(time)} on ${exact(lap)}, ${why}.`,
  }
}

/** "Was lap 14 my worst?" */
function isThatLap(ask: CarQuestion['ask'], lap: Fact | undefined) {
  const said = lapSaid(ask)
  return said === undefined ? undefined : lap?.value === said
}

/** Green laps that are more than three percent over the own pace (D20). */
function farOff({ own, pattern }: CoachedCar) {
  const incidents = Object.values(pattern.laps).filter(({ isIncident }) => isIncident)
  return incidents.length === 0
    ? note`None of your green laps is more than three percent over your pace.`
    : fact`More than three percent over your pace: ${lapsCited(incidents.map(({ lap }) => own(`laps.${lap}.lap`)))}; timing does not say why.`
}

/** The slowest green laps as driven, and those far over the own pace. */
function worstLaps({ ask, car }: CarQuestion): Written {
  const place = placeNamed(ask)
  const of = place ?? 'lap'
  const { own, pattern } = car
  const times = cleanTimeFacts(car, of).toSorted((a, b) => Number(b.value) - Number(a.value))
  const [slowest] = times
  if (slowest === undefined) return noGreenLaps(car)
  const lapOf = (id: string) => own(`laps.${/#laps\.(\d+)\./.exec(id)?.[1] ?? ''}.lap`)
  const others = times
    .slice(1, countAsked(ask.part.text))
    .map((time): Piece => [exact(time), ' on ', exact(lapOf(time.id))])
  const median = computedFact(
    'median',
    times,
    of === 'lap' ? 'lap-time' : 'section-time',
    `Car ${pattern.car}, median of green laps`,
  )
  const gap = gapBetween(
    slowest,
    of === 'lap' ? own('clean.medianMs') : median,
    `Car ${pattern.car}, slowest green lap against the median`,
  )
  const next: Piece = others.length === 0 ? '' : ['; then ', listed(others)]
  const what =
    of === 'lap' ? 'Your slowest green lap was ' : 'Your slowest time there on a green lap was '
  const ofAll = of === 'lap' ? slowestOfAll(car) : undefined
  const outliers = of === 'lap' ? farOff(car) : undefined
  const isOfOutliers = ofFarOff.test(ask.part.text)
  const isOfAll = ofAll !== undefined && ofEveryLap.test(ask.part.text)
  const asked = isOfAll ? ofAll.asked : [slowest, lapOf(slowest.id)]
  return {
    verdict: isThatLap(ask, asked[1]),
    sentences: [
      isOfAll ? ofAll.sentence : undefined,
      isOfOutliers ? outliers : undefined,
      fact`${what}${exact(slowest)} on ${exact(lapOf(slowest.id))}, ${comparedWith(gap, 'your median')}${next}.`,
      isOfOutliers ? undefined : outliers,
      isOfAll ? undefined : ofAll?.sentence,
    ],
    computed: [gap, median],
    asked,
    suggestions: [
      { label: 'Why was it slow?', text: `Why was lap ${String(lapOf(slowest.id).value)} slow?` },
      "Which laps don't count?",
      'How consistent am I?',
    ],
  }
}
