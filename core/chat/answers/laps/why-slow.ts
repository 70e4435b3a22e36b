import type { CoachedCar } from '#core/composer/coached-car.ts'
import { sectionCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import {
  andOthers,
  asOne,
  exact,
  fact,
  hypothesis,
  listed,
  note,
  type Piece,
  short,
} from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { gapBetween, reasonWords } from '../counted-words.ts'
import {
  closeAhead,
  comparedWith,
  exactCapital,
  placesLostOn,
  timeSentence,
  trackOn,
  wasAheadAtStart,
} from './lap-in-words.ts'
import { lapsAsked, noSuchLap, whichLap } from './asked-laps.ts'
import type { ExclusionReason } from '#core/domain/exclusion.ts'

/** More laps than this are not explained in one answer. */
const mostLaps = 3
/** Less than this over the own median is no slow lap worth a reason. */
const slowMs = 150

/** Why a lap was slow, as far as timing tells: pits, flags, the track, the section; never a cause. */
export function whySlow(question: CarQuestion): Written {
  const laps = lapsAsked(question)
  const { lap, laps: several } = question.ask.part.scope
  if (lap === undefined && several === undefined) return whichLap(question.ask)
  const [first] = laps
  if (first === undefined) return noSuchLap(question.car)
  if (laps.length === 1) return ofOneLap(question, first)
  const told = laps.slice(0, mostLaps).map((one) => {
    const time = timeAndReason(question.car, one)
    const where = time.isSlow ? sectionsOver(question.car, one, true) : undefined
    return {
      ...time,
      sentence: asOne(time.sentence, where?.sentence),
      computed: [...time.computed, ...(where?.computed ?? [])],
    }
  })
  return {
    sentences: told.map(({ sentence }) => sentence),
    computed: told.flatMap(({ computed }) => computed),
    asked: told.flatMap(({ asked }) => asked),
    suggestions: ['Where do I lose time?', "Which laps don't count?"],
  }
}

function ofOneLap({ ask, car }: CarQuestion, lap: LapEntry): Written {
  const time = timeAndReason(car, lap)
  const where =
    lap.isClean || lap.timeMs.lap !== undefined ? sectionsOver(car, lap, time.isSlow) : undefined
  const lost = lap.isClean && time.isSlow ? placesLostOn(car, lap) : undefined
  const isClose = closeAhead(car, lap) !== undefined && lap.isClean && !wasAheadAtStart(car, lap)
  return {
    verdict: isForThat(ask.part.text, lap) ?? time.isSlow,
    sentences: [
      lap.isClean && time.isSlow ? asOne(time.sentence, trackOn(car, lap)) : time.sentence,
      pit(car, lap),
      where?.sentence,
      lost,
      isClose && time.isSlow ? closeAhead(car, lap) : undefined,
      isClose && time.isSlow ? maybeTheCar(car, lap) : undefined,
      time.isSlow && lap.isClean && !isClose
        ? note`No pit stop, no yellow${lost === undefined ? ' and no car close ahead at the line' : ''}: what happened, your video tells.`
        : undefined,
    ],
    computed: [...time.computed, ...(where?.computed ?? [])],
    asked: [...time.asked, ...(where?.computed.slice(0, 1) ?? [])],
    suggestions: [
      { label: 'Take that lap apart', text: `Take lap ${lap.lap} apart` },
      'Where do I lose time?',
      'What were my worst laps?',
    ],
  }
}

const reasonsNamed: readonly (readonly [RegExp, readonly ExclusionReason[]])[] = [
  [/\b(?:yellows?|cautions?|fcy|flag)\b/i, ['yellow', 'restart']],
  [/\bsafety car\b/i, ['safety-car', 'yellow', 'restart']],
  [/\brestart\b/i, ['restart']],
  [/\b(?:pit\w*|stop)\b/i, ['in-lap', 'out-lap']],
]

/** "Was it slow because of the yellow?" */
function isForThat(text: string, { excludedBecause }: LapEntry): boolean | undefined {
  const named = reasonsNamed.find(([words]) => words.test(text))
  return named && excludedBecause.some((reason) => named[1].includes(reason))
}

/** The time and what the sheet itself says of the lap. */
function timeAndReason(car: CoachedCar, lap: LapEntry) {
  const told = timeSentence(car, lap)
  const { own, pattern } = car
  const number = exactCapital(own(`laps.${lap.lap}.lap`))
  if (!lap.isClean) {
    const why = listed(lap.excludedBecause.map((reason) => reasonWords[reason]))
    const time: Piece =
      lap.timeMs.lap === undefined ? '' : [', ', exact(own(`laps.${lap.lap}.timeMs.lap`)), ',']
    return {
      ...told,
      isSlow: true,
      sentence: fact`${number}${time} was ${why}, so it does not count as a green lap.`,
    }
  }
  if (lap.timeMs.lap === undefined || pattern.clean.medianMs === null)
    return { ...told, isSlow: false }
  const gap = gapBetween(
    own(`laps.${lap.lap}.timeMs.lap`),
    own('clean.medianMs'),
    `Car ${pattern.car}, lap ${lap.lap} against the median`,
  )
  const isSlow = Number(gap.value) > slowMs
  const incident = lap.isIncident ? ', more than three percent over your pace' : ''
  const time = exact(own(`laps.${lap.lap}.timeMs.lap`))
  return {
    isSlow,
    computed: [gap],
    asked: [own(`laps.${lap.lap}.timeMs.lap`), gap],
    sentence: isSlow
      ? fact`${number} was ${time}, ${comparedWith(gap, 'your median green lap')}${incident}.`
      : fact`${number} was ${Number(gap.value) > 0 ? 'hardly' : 'not'} slow: ${time}, ${comparedWith(gap, 'your median green lap')}.`,
  }
}

function pit({ own, pattern }: CoachedCar, { lap }: LapEntry): Sentence | undefined {
  const index = pattern.pitStops.findIndex(({ inLap, outLap }) => inLap === lap || outLap === lap)
  if (index < 0 || pattern.pitStops[index]?.pitTimeMs === null) return undefined
  return fact`You spent ${exact(own(`pitStops.${index}.pitTimeMs`))} in the pit lane at that stop.`
}

/** In which section the lap was furthest over the car's own median there, as driven. */
function sectionsOver(car: CoachedCar, { lap, timeMs, isClean }: LapEntry, isSlow: boolean) {
  const { own, pattern } = car
  const gaps = sectionIds
    .flatMap((section): { section: (typeof sectionIds)[number]; gap: Fact }[] => {
      if (timeMs[section] === undefined || typeof pattern.sections[section]?.medianMs !== 'number')
        return []
      const label = `Car ${pattern.car}, lap ${lap}, ${section} against the own median`
      return [
        {
          section,
          gap: gapBetween(
            own(`laps.${lap}.timeMs.${section}`),
            own(`sections.${section}.medianMs`),
            label,
          ),
        },
      ]
    })
    .toSorted((a, b) => Number(b.gap.value) - Number(a.gap.value))
  const [first, ...others] = gaps
  if (first === undefined) return undefined
  const computed = gaps.map(({ gap }) => gap)
  if (Number(first.gap.value) <= 0)
    return { computed, sentence: note`In no section was it over your own median.` }
  const over = others.map(({ section, gap }): Piece => [
    sectionCited(car, section),
    ' ',
    over0(gap),
  ])
  const most: Piece = isClean
    ? 'Most of what it was over your median is in '
    : 'Furthest over your green median was '
  const lead: Piece =
    others.length === 0 || !isMost(gaps) || !isSlow ? 'Furthest over your own median was ' : most
  const tail = andOthers(over)
  return {
    computed,
    sentence: fact`${lead}${sectionWithCorners(car, first.section)}: ${short(first.gap)}${tail}.`,
  }
}

/** More than half of the sum of what is over. */
function isMost(gaps: readonly { readonly gap: Fact }[]): boolean {
  const over = gaps.map(({ gap }) => Math.max(0, Number(gap.value)))
  const sum = over.reduce((total, ms) => total + ms, 0)
  return (over[0] ?? 0) > sum / 2
}

function over0(gap: Fact): Piece {
  const ms = Number(gap.value)
  if (Math.abs(ms) < 0.5) return 'level'
  return [short(gap), ms > 0 ? ' over' : ' under']
}

function maybeTheCar({ own }: CoachedCar, { lap }: LapEntry): Sentence {
  return hypothesis`You may have been held up by ${exact(own(`laps.${lap}.followed.car`))} on ${exact(own(`laps.${lap}.lap`))}: your video of it shows whether you lifted.`
}
