import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { CoachedCar, Observation } from './coached-car.ts'
import { lapsCited, sectionCited } from './cited-names.ts'
import { biggestLossLap } from './coaching-story.ts'
import { exact, fact, listed } from './say.ts'

/** Laps without a section that are worth a word of their own. */
const manyMissed = 3

/** Laps that stand apart, and what the sheet does not hold. */
export function lapSentences(car: CoachedCar): readonly Observation[] {
  return [...missingSections(car), ...incidents(car), ...notInOfficialList(car), ...stops(car)]
}

function lapsThat({ pattern, own }: CoachedCar, is: (lap: LapEntry) => boolean) {
  return Object.values(pattern.laps)
    .filter(is)
    .map(({ lap }) => own(`laps.${lap}.lap`))
}

/** Sections that a timing loop missed on laps that else count. */
function missingSections(car: CoachedCar): readonly Observation[] {
  const timed = car.race.classes[car.key]?.sections ?? []
  const missedOn = Object.values(car.pattern.laps)
    .filter(({ isClean }) => isClean)
    .map(({ lap, timeMs }) => ({
      lap,
      missed: timed.filter((section) => timeMs[section] === undefined),
    }))
    .filter(({ missed }) => missed.length > 0)
  if (missedOn.length === 0) return []
  const together = [...Map.groupBy(missedOn, ({ missed }) => missed.join(' ')).values()]
  const parts = together.map((laps) => [
    listed((laps[0]?.missed ?? []).map((section) => sectionCited(car, section))),
    ' on ',
    lapsCited(laps.map(({ lap }) => car.own(`laps.${lap}.lap`))),
  ])
  return [
    {
      worth: missedOn.length >= manyMissed ? 83 : 54,
      sentence: fact`The timing missed ${listed(parts)}; there only the rest of the lap counts.`,
    },
  ]
}

/** Laps far over the own pace; that on which most places were lost is told with them. */
function incidents(car: CoachedCar): readonly Observation[] {
  const told = biggestLossLap(car)?.lap
  const laps = lapsThat(car, ({ isIncident, lap }) => isIncident && lap !== told)
  if (laps.length === 0) return []
  const verb = laps.length === 1 ? 'was' : 'were each'
  return [
    {
      worth: 67,
      sentence: fact`Your ${lapsCited(laps)} ${verb} more than three percent over your pace; timing does not say why.`,
    },
  ]
}

function notInOfficialList(car: CoachedCar): readonly Observation[] {
  const laps = lapsThat(car, ({ isNotInOfficialList }) => isNotInOfficialList)
  if (laps.length === 0) return []
  const is = laps.length === 1 ? 'is' : 'are'
  return [
    {
      worth: 78,
      sentence: fact`Your ${lapsCited(laps)} ${is} missing from the official list of best laps, though quick enough for it; the sheet gives no reason.`,
    },
  ]
}

function stops({ pattern, own }: CoachedCar): readonly Observation[] {
  const parts = pattern.pitStops.flatMap(({ inLap, outLap, pitTimeMs }, index) => {
    const field = inLap === null ? 'outLap' : 'inLap'
    if (inLap === null && outLap === null) return []
    const lap = ['on ', exact(own(`pitStops.${index}.${field}`))]
    if (pitTimeMs === null) return [lap]
    return [[lap, ' (', exact(own(`pitStops.${index}.pitTimeMs`)), ' in the pit lane)']]
  })
  if (parts.length === 0) return []
  return [{ worth: 73, sentence: fact`You pitted ${listed(parts)}.` }]
}
