import { lapsCited } from '#core/composer/cited-names.ts'
import { exact, fact } from '#core/composer/say.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import { lapAt } from '../in-race.ts'
import type { CarTelling } from '../telling.ts'

type Stop = PatternDocument['pitStops'][number]

/** What a stop took: the in- and out-lap over two laps at the own median, and the places before, after and at the end. */
export function whatItCost(telling: CarTelling, { inLap, outLap }: Stop): Sentence[] {
  if (inLap === null) return []
  const out = outLap ?? inLap + 1
  return [timeLost(telling, inLap, out), placesLost(telling, inLap, out)].filter(
    (sentence) => sentence !== undefined,
  )
}

function timeLost({ car, keep }: CarTelling, inLap: number, outLap: number) {
  const laps = [inLap, outLap].map((lap) => lapAt(car.pattern, lap))
  if (laps.some((lap) => lap?.timeMs.lap === undefined)) return undefined
  if (car.pattern.clean.medianMs === null) return undefined
  const times = [inLap, outLap].map((lap) => car.own(`laps.${lap}.timeMs.lap`))
  const label = `Car ${car.pattern.car}, in- and out-lap`
  const median = car.own('clean.medianMs')
  const both = computedFact('sum', times, 'lap-time', label)
  const usual = computedFact('sum', [median, median], 'lap-time', `${label}: twice the median`)
  const lost = keep(computedFact('difference', [both, usual], 'gap', `${label}: time lost`))
  if (Number(lost.value) <= 0) return undefined
  const span = lapsCited([car.own(`laps.${inLap}.lap`), car.own(`laps.${outLap}.lap`)])
  const isYellow = laps.some((lap) => lap?.flagAtLine !== 'green')
  return fact`With the way in and out, ${span} took ${exact(lost)} more than twice the median lap of ${exact(median)}${isYellow ? '; not all of that is the stop, as they were not green' : ''}.`
}

/** By how far it fell, and where it was in the end. */
function placesLost({ car, who }: CarTelling, inLap: number, outLap: number) {
  const [before, after] = [lapAt(car.pattern, inLap - 1), lapAt(car.pattern, outLap)]
  const last = Object.values(car.pattern.laps).at(-1)
  if (typeof before?.position !== 'number' || typeof after?.position !== 'number') return undefined
  const at = (lap: number, field: string) => car.own(`laps.${lap}.${field}`)
  const end =
    typeof last?.position !== 'number' || last.lap <= outLap
      ? ''
      : [', and ', exact(at(last.lap, 'position')), ' at the end of ', exact(at(last.lap, 'lap'))]
  return fact`${who.You} went from ${exact(at(before.lap, 'position'))} at the end of ${exact(at(before.lap, 'lap'))} to ${exact(at(after.lap, 'position'))} at the end of ${exact(at(after.lap, 'lap'))}${end}.`
}
