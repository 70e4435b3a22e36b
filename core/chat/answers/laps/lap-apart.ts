import { offOrAheadAlone, sectionCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { andOthers, asOne, exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { CarNumber, RaceId } from '#core/domain/ids.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Ask } from '../../draft.ts'
import { asksOfHalves, halvesOf } from './lap-halves.ts'
import { noSections } from './no-sections.ts'
import { lapsAsked, noSuchLap, whichLap } from './asked-laps.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import {
  closeMs,
  exactCapital,
  timeSentence,
  uncounted,
  trackOn,
  closeAhead,
} from './lap-in-words.ts'

type LapSection = NonNullable<Awaited<ReturnType<Ask['season']['section']>>>

/** One lap taken apart: its time, its sections against the own best and the field, and what was around it. */
export async function lapApart({ ask, car }: CarQuestion): Promise<Written> {
  const [lap, ...others] = lapsAsked({ ask, car })
  if (lap !== undefined && others.length > 0) return severalLaps(car, [lap, ...others])
  if (lap === undefined)
    return ask.part.scope.lap === undefined && ask.part.scope.laps === undefined
      ? whichLap(ask)
      : noSuchLap(car)
  const sections = await sectionsOf(ask, car, lap)
  const time = timeSentence(car, lap)
  const isOfSections = asksOfSections.test(ask.part.text)
  const isOfMissing =
    sections.length < sectionIds.length &&
    /\b(?:no|not|missing|without|lack\w*|blank|empty|aren't|isn't|where are)\b/i.test(ask.part.text)
  if (isOfSections && (sections.length === 0 || isOfMissing)) return noSections(car, lap, sections)
  const halves = asksOfHalves.test(ask.part.text) ? halvesOf(car, lap) : undefined
  return {
    verdict: halves === undefined ? isGood(ask.part.text, car, lap) : undefined,
    sentences: [
      halves?.sentence,
      isOfSections && halves === undefined ? ofOwnBest(car, sections, lap) : undefined,
      asOne(time.sentence, around(car, lap)),
      uncounted(car, lap),
      isOfSections || halves !== undefined ? undefined : ofOwnBest(car, sections),
      halves === undefined
        ? asOne(ofQuickQuarter(car, sections), lap.isClean ? trackOn(car, lap) : undefined)
        : undefined,
    ],
    computed: time.computed,
    asked: [
      ...(halves?.asked ?? []),
      ...time.asked,
      ...sections.map(({ facts }) => facts('timeMs')),
    ],
    also: sections.map(({ facts }) => facts('gapToCompositeMs')),
    suggestions: [
      lap.isClean ? 'What was my best lap?' : "Which laps don't count?",
      'Where do I lose time?',
      'What should I work on first?',
    ],
  }
}

/** "Was lap 9 a good lap?": quicker than the own median. */
function isGood(text: string, { pattern }: CoachedCar, { timeMs }: LapEntry) {
  const { medianMs } = pattern.clean
  if (timeMs.lap === undefined || medianMs === null) return undefined
  if (/\b(?:good|quick|fast|decent|strong|great)\b/i.test(text)) return timeMs.lap < medianMs
  return /\b(?:bad|slow|poor|weak|rubbish)\b/i.test(text) ? timeMs.lap > medianMs : undefined
}

const asksOfSections = /\bse(?:ction|ctor)s?\b|\bsplits?\b/i

/** More laps than this are not told in one answer. */
const mostLaps = 4

/** Of several laps the times alone; each can be taken apart by itself. */
function severalLaps(car: CoachedCar, laps: readonly LapEntry[]): Written {
  const told = laps.slice(0, mostLaps).map((lap) => timeSentence(car, lap))
  return {
    sentences: [
      ...told.map(({ sentence }) => sentence),
      laps.length > mostLaps
        ? note`Ask for one of the rest, or for the average over them.`
        : undefined,
    ],
    computed: told.flatMap(({ computed }) => computed),
    asked: told.flatMap(({ asked }) => asked),
    suggestions: laps
      .slice(0, 2)
      .map(({ lap }) => ({ label: `Lap ${lap}`, text: `Take lap ${lap} apart` })),
  }
}

async function sectionsOf(
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

/** Where a lap lost time: its section first, the lap after it. */
export async function whereOnLap(question: CarQuestion): Promise<Written> {
  const { ask, car } = question
  const [lap] = lapsAsked(question)
  if (lap === undefined) return noSuchLap(car)
  const sections = await sectionsOf(ask, car, lap)
  const time = timeSentence(car, lap)
  const [first] = sections
  return {
    sentences: [
      ofQuickQuarter(car, sections, exact(car.own(`laps.${lap.lap}.lap`))),
      ofOwnBest(car, sections),
      asOne(time.sentence, trackOn(car, lap)),
      uncounted(car, lap),
    ],
    computed: time.computed,
    asked: sections
      .map(({ facts, gapToQuickQuarterMs }) =>
        facts(gapToQuickQuarterMs === null ? 'gapToOwnBestMs' : 'gapToQuickQuarterMs'),
      )
      .filter(({ value }) => value !== null),
    also: first === undefined ? [] : time.asked,
    suggestions: [
      { label: 'Why was it slow?', text: `Why was lap ${lap.lap} slow?` },
      'Where do I lose time over the race?',
    ],
  }
}

function ofOwnBest(
  car: CoachedCar,
  sections: readonly LapSection[],
  of?: LapEntry,
): Sentence | undefined {
  const parts = sections.flatMap(({ section, facts, gapToOwnBestMs }): Piece[] => {
    const time: Piece = [sectionCited(car, section), ' ', exact(facts('timeMs'))]
    if (gapToOwnBestMs === null) return [time]
    return [
      [time, gapToOwnBestMs === 0 ? ', your best' : [', ', exact(facts('gapToOwnBestMs')), ' off']],
    ]
  })
  return parts.length === 0
    ? note`The sheet has no section times for it.`
    : fact`${of === undefined ? 'By' : [exactCapital(car.own(`laps.${of.lap}.lap`)), ' by']} section, against your own best there: ${parts.flatMap((part, index) => (index === 0 ? [part] : ['; ', part]))}.`
}

function ofQuickQuarter(
  car: CoachedCar,
  sections: readonly LapSection[],
  which: Piece = 'it',
): Sentence | undefined {
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
  const tail = andOthers(rest)
  const where = sectionWithCorners(car, first.section)
  return Number(gap.value) >= 0.5
    ? fact`Against the quick quarter of the field, the track taken out, ${which} was furthest off in ${where}: ${short(gap)}${tail}.`
    : fact`Against the quick quarter of the field, the track taken out, ${which} was nowhere off: ${where} ${offOrAheadAlone(gap)}${tail}.`
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
