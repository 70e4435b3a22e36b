import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import { raceNamed } from '../in-race.ts'
import type { RaceTelling, Voice, Written } from '../telling.ts'

/** Every stop of the race that has a time in the pit lane, with the place of its facts. */
export function timedStops({ race, carIn }: RaceTelling) {
  return race.patterns
    .flatMap(({ car }) => carIn(car) ?? [])
    .flatMap((car) =>
      car.pattern.pitStops.flatMap(({ pitTimeMs, inLap, outLap }, index) => {
        const lap = inLap === null ? 'outLap' : 'inLap'
        return pitTimeMs === null || (inLap ?? outLap) === null
          ? []
          : [{ car, pitTimeMs, at: `pitStops.${index}`, lap }]
      }),
    )
}

const asksBeside =
  /\b(?:compare\w*|(?<slow>slow\w*|long\w*)|(?<quick>quick\w*|fast\w*|short\w*)|normal|average|typical)\b.*\b(?:others?'?|every(?:one|body)(?: else)?|the rest|the field|other (?:cars|stops|teams)|any(?:one|body) else|average|normal)\b/i

/** "Was my stop slower than the others'?": its time in the pit lane beside those of the other cars. */
export function besideOtherStops(
  telling: RaceTelling,
  own: CoachedCar,
  who: Voice,
): Written | undefined {
  const { ask, race, keep } = telling
  const asked = asksBeside.exec(ask.part.text)
  const stops = timedStops(telling)
  const mine = stops
    .filter(({ car }) => car.pattern.car === own.pattern.car)
    .toSorted((a, b) => b.pitTimeMs - a.pitTimeMs)[0]
  if (asked === null || mine === undefined) return undefined
  const others = stops
    .filter(({ car }) => car.pattern.car !== own.pattern.car)
    .toSorted((a, b) => a.pitTimeMs - b.pitTimeMs)
  const time = own.own(`${mine.at}.pitTimeMs`)
  const [shortest] = others
  if (shortest === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        fact`No other stop of ${raceNamed(race)} has a time in the pit lane to lay beside ${exact(time)}.`,
      ],
    }
  const shorter = others.filter(({ pitTimeMs }) => pitTimeMs < mine.pitTimeMs)
  const counted = (of: typeof others, label: string) => {
    const times = of.map(({ car, at }) => car.own(`${at}.pitTimeMs`))
    return keep(computedFact('count', times, 'count', label))
  }
  const all = counted(others, 'Other timed stops')
  const isLong = 2 * shorter.length > others.length
  const { slow, quick } = asked.groups ?? {}
  return {
    verdict: slow !== undefined ? isLong : quick !== undefined ? !isLong : undefined,
    sentences: [
      fact`${who.Your} stop took ${exact(time)} in the pit lane; ${shorter.length === 0 ? 'none' : exact(counted(shorter, 'Shorter stops'))} of ${exact(all)} other timed stops ${shorter.length === 1 ? 'was' : 'were'} shorter.`,
      fact`The shortest of those was ${exact(shortest.car.own(`${shortest.at}.pitTimeMs`))} by ${exact(shortest.car.own('car'))}.`,
      note`Timing does not say what was done in the pits.`,
    ],
    asked: [time, all],
    suggestions: ['What did the stop cost me?', 'Who pitted?'],
  }
}
