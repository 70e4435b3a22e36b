import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { CoachedCar, Observation } from './coached-car.ts'
import {
  fieldOf,
  lapsCited,
  offOrAhead,
  rankCited,
  sectionCited,
  sectionWithCorners,
} from './cited-names.ts'
import { exact, fact, type Piece, short } from './say.ts'

/** Best sections this many laps apart were never near one lap. */
const farApart = 5

/** Which of the strengths to tell first: the best part, but a whole section beyond chance before a half that is not. */
export function firstStrength({ strengths }: CoachedCar['pattern']): number {
  const [best] = strengths
  if (best === undefined || best.quantity.length === 2 || best.isSurelyAhead) return 0
  return Math.max(
    0,
    strengths.findIndex(({ quantity, isSurelyAhead }) => quantity.length === 2 && isSurelyAhead),
  )
}

/** The part that the car is best in, by its own measure. */
export function strengthSentences(car: CoachedCar): readonly Observation[] {
  const { own, pattern } = car
  const index = firstStrength(pattern)
  const best = pattern.strengths[index]
  // Where nothing is off, the observations before have said how far each section is ahead.
  if (best === undefined || best.quantity === 'lap') return []
  if (pattern.opportunities.length === 0 && best.quantity.length === 2) return []
  const rank = rankCited(
    own(`strengths.${index}.paceRank`),
    own(`${fieldOf(best.quantity)}.paceOf`),
  )
  const gap = offOrAhead(own(`strengths.${index}.paceGapMs`))
  const where = sectionWithCorners(car, best.quantity)
  if (!best.isAhead) {
    const lapRank = pattern.lap.paceRank
    const against =
      lapRank === null || best.paceRank >= lapRank
        ? ''
        : [' (', exact(own('lap.paceRank')), ' over the whole lap)']
    return [
      {
        worth: 60,
        sentence: fact`You are closest in ${where}: ${gap} the quick quarter, ${rank}${against}.`,
      },
    ]
  }
  const doubt = best.isSurelyAhead ? '' : ', though not beyond chance'
  return [
    {
      worth: best.isSurelyAhead ? 74 : 59,
      sentence: fact`Your strength is ${where}: ${gap} the quick quarter, ${rank}${doubt}.`,
    },
  ]
}

/** The best lap beside the best sections put together. */
export function bestLapSentences(car: CoachedCar): readonly Observation[] {
  const { own, pattern } = car
  if (pattern.bestLap === null || pattern.potentialMs === null) return []
  const best: Piece = [exact(own('bestLap.lapTimeMs')), ' on ', exact(own('bestLap.lap'))]
  const bests = sectionIds.filter((section) => pattern.sections[section]?.own)
  const doubtful = bests.find((section) => pattern.sections[section]?.own?.isClean === false)
  if (doubtful !== undefined) return notAllGreen(car, best, doubtful)
  if (pattern.potentialMs === 0)
    return [
      {
        worth: 58,
        sentence: fact`Best lap ${best}: your best sections put together are no quicker.`,
      },
    ]
  return [
    {
      worth: 62,
      sentence: fact`Best lap ${best}, ${short(own('potentialMs'))} off your best sections put together${apart(car)}.`,
    },
  ]
}

/** Where the best lap or a best section does not count, it is set beside the green ones. */
function notAllGreen(car: CoachedCar, best: Piece, doubtful: SectionId): readonly Observation[] {
  const { own, pattern } = car
  if (pattern.idealCleanMs === null || pattern.bestLap === null) return []
  const green = exact(own('idealCleanMs'))
  const isGreen = pattern.laps[String(pattern.bestLap.lap)]?.isClean ?? false
  if (!isGreen)
    return [
      {
        worth: 56,
        sentence: fact`Best lap ${best}, which does not count; your best green sections put together make ${green}.`,
      },
    ]
  const section = sectionCited(car, doubtful)
  const lap = exact(own(`sections.${doubtful}.own.lap`))
  return [
    {
      worth: 56,
      sentence: fact`Best lap ${best}; your best green sections put together make ${green}, and your quickest ${section} is from ${lap}, which does not count.`,
    },
  ]
}

/** Which laps the best sections are from, where each of them is known. */
function apart({ own, pattern }: CoachedCar): Piece {
  if (pattern.idealApartLaps === null || pattern.idealLapMs !== pattern.idealJointMs) return ''
  const laps = sectionIds
    .map((section) => own(`sections.${section}.own.lap`))
    .toSorted((a, b) => Number(a.value) - Number(b.value))
    .filter(({ value }, index, all) => all[index - 1]?.value !== value)
  if (laps.length < 2) return ''
  return [pattern.idealApartLaps > farApart ? ', far apart on ' : ', from ', lapsCited(laps)]
}
