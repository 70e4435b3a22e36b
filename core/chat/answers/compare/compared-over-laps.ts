import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import type { Two } from './compared-figure.ts'
import { selectLaps } from '../lap-selection.ts'

/** Both cars over the laps that the question picks: medians with the track taken out, each with its n. */
export function chosenTold(two: Two): {
  asked: readonly Fact[]
  sentence: ReturnType<typeof fact>
} {
  const { car, rival, keep, ask } = two
  const [own, theirs] = [over(car), over(rival)]
  const chosen = [car, rival].map((one) => selectLaps(one, ask.part.scope).said)
  const said = chosen.find((words) => piecesIn(words) > 0) ?? 'as chosen'
  if (own === undefined || theirs === undefined)
    return {
      asked: [],
      sentence: fact`Over green laps ${said} one of ${exact(car.own('car'))} and ${exact(rival.own('car'))} has none to compare; over the whole race it reads so.`,
    }
  const isLevel = own.median.value === theirs.median.value
  const [first, second] =
    Number(own.median.value) <= Number(theirs.median.value) ? [own, theirs] : [theirs, own]
  return {
    asked: [own.median, theirs.median],
    sentence: fact`Over green laps ${said}, the track taken out: ${told(first)} against ${told(second)}${isLevel ? ', level' : ''}.`,
  }

  function over(one: CoachedCar) {
    const laps = selectLaps(one, ask.part.scope).laps.filter(
      ({ correctedMs }) => correctedMs.lap !== undefined,
    )
    if (laps.length === 0) return undefined
    const times = laps.map(({ lap }) => one.own(`laps.${lap}.correctedMs.lap`))
    const label = `Car ${one.pattern.car}: the chosen laps, the track taken out`
    return {
      one,
      median: keep(computedFact('median', times, 'lap-time', `${label}, median`)),
      n: keep(computedFact('count', times, 'count', `${label}, how many`)),
    }
  }
}

function piecesIn(words: Piece): number {
  return typeof words === 'string' ? words.length : 'text' in words ? 1 : words.length
}

type Over = { readonly one: CoachedCar; readonly median: Fact; readonly n: Fact }

function told({ one, median, n }: Over): Piece {
  return [exact(one.own('car')), ' ', exact(median), ' over ', countCited(n, 'lap')]
}
