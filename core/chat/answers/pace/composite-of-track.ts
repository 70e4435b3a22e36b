import { raceCited, sectionCited } from '#core/composer/cited-names.ts'
import { coachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { compositeId } from '#core/protocol/documents/collections.ts'
import { computedFact } from '../../computed-fact.ts'
import type { Ask, Draft } from '../../draft.ts'
import { drafted } from '../car-answer.ts'
import { placeNamed, sectionOf } from '../named-in.ts'

/** "The perfect lap at VIR": the best sections of all cars over the races of a track, where no race is named. */
export async function compositeOfTrack(ask: Ask): Promise<Draft> {
  const { trackId } = ask.part.scope
  const races = await ask.season.races()
  const first = races.find((race) => race.trackId === trackId)
  if (trackId === undefined || first === undefined)
    return await drafted(ask, { outcome: 'asked-back', sentences: [note`Which race do you mean?`] })
  const race = await ask.season.race(first.raceId)
  const [most] = Object.values(race.race.classes).toSorted((a, b) => b.laps - a.laps)
  const pattern = race.patterns.find(({ carClass }) => carClass === most?.carClass)
  if (pattern === undefined)
    return await drafted(ask, { outcome: 'not-in-data', sentences: [note`This race has no cars.`] })
  const car = coachedCar(race, pattern)
  const carClass = Object.keys(race.race.classes).length === 1 ? undefined : pattern.carClass
  const place = placeNamed(ask)
  const wanted = sectionIds.filter((id) => most?.sections.includes(id))
  const bests = await Promise.all(
    (place === undefined ? wanted : [sectionOf(place)]).map(
      async (section) => await ask.season.composite(compositeId(trackId, section, carClass)),
    ),
  )
  const told = bests.map(({ facts, section, raceId }): Piece => [
    sectionCited(car, section),
    ' ',
    exact(facts('bestMs')),
    ' by ',
    exact(facts('car')),
    ' on ',
    exact(facts('lap')),
    ' of ',
    raceCited(raceId),
  ])
  const times = bests.map(({ facts }) => facts('bestMs'))
  const label = `${race.track.shortName}: the best sections of all cars over its races`
  const sum = computedFact('sum', times, 'lap-time', label)
  return await drafted(ask, {
    sentences: [
      place === undefined
        ? fact`The best sections of all cars over the races at ${race.track.shortName} make ${exact(sum)}: ${listed(told)}.`
        : fact`The best over the races at ${race.track.shortName}: ${listed(told)}.`,
      place === undefined
        ? note`It is a sum of pieces of several cars: nobody drove it as one lap.`
        : undefined,
    ],
    computed: place === undefined ? [sum] : [],
    asked: [...(place === undefined ? [sum] : times)],
    suggestions: ['How far am I from the composite?', 'Who is quickest in which section?'],
  })
}
