import type { Fact } from '#core/domain/fact.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachedCar } from './coached-car.ts'
import { lapsCited, sectionCited, sectionWithCorners, targetLapFacts } from './cited-names.ts'
import { reachOf, sectionToWorkOn } from './coaching-repeat.ts'
import { action, exact, type Piece, short } from './say.ts'
import { furthestFromBest, sectionGaps } from './section-gaps.ts'

const referenceLaps = 3
/** A second section whose own best quarter brings at least this is worth an action. */
const worthRepeatingMs = 30
/** Below this a figure would promise what it cannot keep. */
const hardlyMs = 10
/** Up to here "a little quicker" says enough. */
const littleMs = 100

/** What to do next: whose onboard, which own laps. One to three. */
export function actions(car: CoachedCar): Sentence[] {
  const section = sectionToWorkOn(car)
  if (section === undefined) return beginWith(car)
  return [...watch(car), ...repeat(car, section), ...repeatElsewhere(car, section)].slice(0, 3)
}

/** Where to begin when there are too few laps for a pace. */
export function beginWith(car: CoachedCar): Sentence[] {
  const [section] = furthestFromBest(car.pattern)
  const lap = section && bestGreenLap(car, section)
  if (section === undefined || lap === undefined) return []
  return [
    action`Begin with ${sectionCited(car, section)}: your own best there under green is from ${exact(lap)}.`,
  ]
}

/** Of equally quick ones the first. */
function bestGreenLap({ pattern, own }: CoachedCar, section: SectionId): Fact | undefined {
  const timeOf = (lap: LapEntry) => lap.timeMs[section] ?? Infinity
  const [best] = Object.values(pattern.laps)
    .filter((lap) => lap.isClean && lap.timeMs[section] !== undefined)
    .toSorted((a, b) => timeOf(a) - timeOf(b))
  return best && own(`laps.${best.lap}.lap`)
}

/** The section whose onboard is worth watching: the one to work on, else the next with a quicker car. */
export function sectionToWatch(car: CoachedCar): SectionId | undefined {
  const { sections } = car.pattern
  const first = sectionToWorkOn(car)
  const order = [
    ...(first === undefined ? [] : [first]),
    ...sectionGaps(car.pattern).map(({ section }) => section),
  ]
  return order.find((section) => sections[section]?.watch)
}

/** "car 51, lap 26, in Section 2" */
export function watchCited(car: CoachedCar, section: SectionId): Piece {
  const at = `sections.${section}.watch`
  return [
    exact(car.own(`${at}.car`)),
    ', ',
    exact(car.own(`${at}.lap`)),
    ', in ',
    sectionCited(car, section),
  ]
}

function watch(car: CoachedCar): Sentence[] {
  const section = sectionToWatch(car)
  return section === undefined ? [] : watchIn(car, section)
}

/** Whose onboard to watch in a section; nothing where no car is quicker there. */
export function watchIn(car: CoachedCar, section: SectionId): Sentence[] {
  const target = car.pattern.sections[section]?.watch
  if (!target) return []
  const { own } = car
  const at = `sections.${section}.watch`
  const by = short(own(`${at}.quickerByMs`))
  const quicker: Piece =
    target.quickerByMs < hardlyMs
      ? 'the next in pace there, hardly quicker than you'
      : target.isSurelyQuicker
        ? [by, ' quicker there']
        : target.quickerByMs < littleMs
          ? ['a little quicker there, by ', by]
          : [by, ' quicker there, though not beyond chance']
  const close = target.isFree === false ? ', with a car close ahead' : ''
  return [
    action`Watch the onboard of ${exact(own(`${at}.car`))} on ${exact(own(`${at}.lap`))} in ${sectionWithCorners(car, section)}: ${quicker}${close}.`,
  ]
}

function repeat(car: CoachedCar, section: SectionId): Sentence[] {
  const laps = targetLapFacts(car, section, referenceLaps)
  const where = sectionCited(car, section)
  const [only] = laps
  if (only !== undefined) {
    if (car.pattern.sections[section]?.repeatGainMs === null)
      return [
        action`Look at what you did on ${lapsCited(laps)} in ${where}: can you still do it later in a race?`,
      ]
    return [action`Try to repeat ${lapsCited(laps)} in ${where}: ${whatTheyAre(car, section)}.`]
  }
  const best = bestGreenLap(car, section)
  return best === undefined
    ? []
    : [action`Start from your own best in ${where} under green: ${exact(best)}.`]
}

function whatTheyAre({ pattern }: CoachedCar, section: SectionId): string {
  const { paceGapMs, repeatGainMs } = pattern.sections[section] ?? {}
  switch (reachOf(paceGapMs ?? undefined, repeatGainMs ?? undefined)) {
    case 'all':
      return 'there you drove the pace of the quick quarter'
    case 'little':
      return 'they are your own best, though the onboard has more to show'
    case 'some':
      return 'they are your own reference there'
  }
}

function repeatElsewhere(car: CoachedCar, first: SectionId): Sentence[] {
  const { sections } = car.pattern
  const gainOf = (section: SectionId) => sections[section]?.repeatGainMs ?? 0
  const [next] = sectionIds
    .filter((section) => section !== first && gainOf(section) >= worthRepeatingMs)
    .toSorted((a, b) => gainOf(b) - gainOf(a))
  if (next === undefined) return []
  const laps = targetLapFacts(car, next, referenceLaps)
  return [
    action`Then ${sectionCited(car, next)}: your ${lapsCited(laps)} are the reference, worth ${short(car.own(`sections.${next}.repeatGainMs`))} or more against your normal.`,
  ]
}
