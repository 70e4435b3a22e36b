import type { CoachedCar } from '#core/composer/coached-car.ts'
import { offOrAheadAlone, sectionCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { CarNumber, RaceId } from '#core/domain/ids.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Ask } from '../draft.ts'
import type { CarQuestion, Written } from './car-answer.ts'
import { gapBetween, quickerOrSlower, reasonWords } from './counted-words.ts'

/** What the track did to everyone on a lap is worth a word from here on. */
const worthSayingMs = 150
/** A car this close ahead at the line is close. */
const closeMs = 1000

export type LapSection = NonNullable<Awaited<ReturnType<Ask['season']['section']>>>

/** The laps that a question is about, of those that the car did. */
export function lapsAsked({ ask: { part }, car }: CarQuestion): readonly LapEntry[] {
  const { lap, laps = [] } = part.scope
  const named = lap === undefined ? laps : [lap]
  return named.flatMap((number) => car.pattern.laps[String(number)] ?? [])
}

export function noSuchLap({ own }: CoachedCar): Written {
  return {
    outcome: 'not-in-data',
    sentences: [
      fact`You have no such lap in this race; your laps done are ${exact(own('lapsDone'))}.`,
    ],
    suggestions: ['What was my best lap?', 'List my laps'],
  }
}

/** One lap taken apart: its time, its sections against the own best and the field, and what was around it. */
export async function lapApart({ ask, car }: CarQuestion): Promise<Written> {
  const [lap] = lapsAsked({ ask, car })
  if (lap === undefined)
    return ask.part.scope.lap === undefined && ask.part.scope.laps === undefined
      ? { outcome: 'asked-back', sentences: [note`Which lap do you mean?`] }
      : noSuchLap(car)
  const sections = await sectionsOf(ask, car, lap)
  const time = timeSentence(car, lap)
  return {
    sentences: [
      time.sentence,
      uncounted(car, lap),
      ofOwnBest(car, sections),
      ofQuickQuarter(car, sections),
      trackOn(car, lap),
      around(car, lap),
    ],
    computed: time.computed,
    asked: [...time.asked, ...sections.map(({ facts }) => facts('timeMs'))],
    also: sections.map(({ facts }) => facts('gapToCompositeMs')),
    suggestions: [
      lap.isClean ? 'What was my best lap?' : "Which laps don't count?",
      'Where do I lose time?',
      'What should I work on first?',
    ],
  }
}

export async function sectionsOf(
  { season }: Ask,
  { pattern }: CoachedCar,
  { lap }: LapEntry,
): Promise<readonly LapSection[]> {
  const [raceId, car]: [RaceId, CarNumber] = [pattern.raceId, pattern.car]
  const all = await Promise.all(
    sectionIds.map(async (section) => await season.section(raceId, car, lap, section)),
  )
  return all.filter((one) => one !== undefined)
}

/** The lap time beside the own best and the own median. */
export function timeSentence({ own, pattern }: CoachedCar, { lap, timeMs }: LapEntry) {
  const number = own(`laps.${lap}.lap`)
  if (timeMs.lap === undefined)
    return {
      sentence: note`The sheet has no lap time for ${exact(number)}.`,
      computed: [],
      asked: [number],
    }
  const time = own(`laps.${lap}.timeMs.lap`)
  const isBest = pattern.bestLap?.lap === lap
  const against = (reference: Fact, what: string) =>
    gapBetween(time, reference, `Car ${pattern.car}, lap ${lap} against ${what}`)
  const best =
    pattern.bestLap === null || isBest
      ? undefined
      : against(own('bestLap.lapTimeMs'), 'the best lap')
  const median =
    pattern.clean.medianMs === null ? undefined : against(own('clean.medianMs'), 'the median')
  const parts: Piece[] = [
    ...(isBest ? ['your best lap'] : []),
    ...(best === undefined ? [] : [[offBest(best), ' your best on ', exact(own('bestLap.lap'))]]),
    ...(median === undefined ? [] : [comparedWith(median, 'your median green lap')]),
  ]
  const tail: Piece = parts.length === 0 ? '' : [', ', listed(parts)]
  return {
    sentence: fact`${exactCapital(number)} took ${exact(time)}${tail}.`,
    computed: [best, median],
    asked: [time],
  }
}

/** "Lap 8" begins a sentence: its number is cited. */
export function exactCapital(lap: Fact): Piece {
  return ['Lap ', short(lap)]
}

function offBest(gap: Fact): Piece {
  if (Number(gap.value) === 0) return 'level with'
  return [exact(gap), Number(gap.value) > 0 ? ' off' : ' quicker than']
}

/** "0.12 s slower than …", "level with …". */
export function comparedWith(gap: Fact, what: string): Piece {
  const words = quickerOrSlower(gap)
  return words === 'level' ? ['level with ', what] : [words, ' than ', what]
}

export function uncounted(
  _car: CoachedCar,
  { isClean, excludedBecause }: LapEntry,
): Sentence | undefined {
  if (isClean) return undefined
  return note`It does not count as a green lap: ${listed(excludedBecause.map((reason) => reasonWords[reason]))}.`
}

function ofOwnBest(car: CoachedCar, sections: readonly LapSection[]): Sentence | undefined {
  const parts = sections.flatMap(({ section, facts, gapToOwnBestMs }): Piece[] => {
    const time: Piece = [sectionCited(car, section), ' ', exact(facts('timeMs'))]
    if (gapToOwnBestMs === null) return [time]
    return [
      [time, gapToOwnBestMs === 0 ? ', your best' : [', ', exact(facts('gapToOwnBestMs')), ' off']],
    ]
  })
  return parts.length === 0
    ? note`The sheet has no section times for it.`
    : fact`By section, against your own best there: ${parts.flatMap((part, index) => (index === 0 ? [part] : ['; ', part]))}.`
}

function ofQuickQuarter(car: CoachedCar, sections: readonly LapSection[]): Sentence | undefined {
  const known = sections
    .filter(({ gapToQuickQuarterMs }) => gapToQuickQuarterMs !== null)
    .toSorted((a, b) => (b.gapToQuickQuarterMs ?? 0) - (a.gapToQuickQuarterMs ?? 0))
  const [first, ...others] = known
  if (first === undefined) return undefined
  const gap = first.facts('gapToQuickQuarterMs')
  const rest = others.map(({ section, facts }): Piece => [
    sectionCited(car, section),
    ' ',
    offOrAheadAlone(facts('gapToQuickQuarterMs')),
  ])
  const tail: Piece = rest.length === 0 ? '' : ['; ', listed(rest)]
  const where = sectionWithCorners(car, first.section)
  return Number(gap.value) > 0
    ? fact`Against the quick quarter of the field, the track taken out, it lost most in ${where}: ${short(gap)} off${tail}.`
    : fact`Against the quick quarter of the field, the track taken out, it was nowhere off: ${where} ${offOrAheadAlone(gap)}${tail}.`
}

/** What the track did to everyone on the lap, where that is much. */
export function trackOn(
  { weather, key, day }: CoachedCar,
  { lap }: LapEntry,
): Sentence | undefined {
  const effectMs = weather.field[key]?.laps[String(lap)]?.effectMs.lap
  if (effectMs === undefined || Math.abs(effectMs) < worthSayingMs) return undefined
  const effect = short(day(`field.${key}.laps.${lap}.effectMs.lap`))
  return fact`The whole field was ${effect} ${effectMs > 0 ? 'slower' : 'quicker'} on that lap than on a typical one.`
}

/** Position at the line, and the car close ahead. */
function around(car: CoachedCar, lap: LapEntry): Sentence | undefined {
  if (lap.position === null) return closeAhead(car, lap)
  const position = exact(car.own(`laps.${lap.lap}.position`))
  return fact`You ended it in ${position}${closeBehind(car, lap)}.`
}

function closeBehind({ own }: CoachedCar, { lap, followed }: LapEntry): Piece {
  if (followed === null || followed.intervalMs > closeMs) return ''
  const at = `laps.${lap}.followed`
  return [', ', short(own(`${at}.intervalMs`)), ' behind ', exact(own(`${at}.car`)), ' at the line']
}

/** The fact that a car was close ahead: no cause. */
export function closeAhead({ own }: CoachedCar, { lap, followed }: LapEntry): Sentence | undefined {
  if (followed === null || followed.intervalMs > closeMs) return undefined
  const at = `laps.${lap}.followed`
  return fact`At the line you were ${short(own(`${at}.intervalMs`))} behind ${exact(own(`${at}.car`))}; whether it cost you anything, timing does not tell.`
}
