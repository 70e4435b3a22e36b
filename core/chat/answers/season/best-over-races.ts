import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { isOneBest } from '../../understanding/intents/one-best.ts'
import { fastestLapOf, quickestClass } from '../laps/fastest-lap.ts'
import { raceNamed } from '../in-race.ts'
import { isSubSection, placeNamed } from '../named-in.ts'
import { carOfRace, tellOf, type RaceTelling, voiceOf } from '../telling.ts'

type Open = Pick<RaceTelling, 'keep' | 'ask'>
type Best = {
  readonly race: CoachedRace
  readonly time: Fact
  readonly lap: Fact
  readonly car: Fact
  readonly where: Piece
  /** Whose it is, where one car's was asked for: "your". */
  readonly voice?: Piece
}

/** An answer that is told of one race, and of several where one time of all of them is asked for. */
export const oneBestOr =
  (ofOneRace: AnswerIntent): AnswerIntent =>
  async (ask) =>
    isOneBest(ask.part) ? await bestOverRaces(ask) : await ofOneRace(ask)

const bestOverRaces: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { scope, intent, text } = ask.part
    const races = await Promise.all(
      (scope.raceIds ?? []).map(async (id) => telling.other(await ask.season.race(id))),
    )
    const isOfAll = (intent !== 'best-lap' && intent !== 'section-figures') || ofAnyone.test(text)
    const number = isOfAll ? undefined : scope.car
    const place = placeNamed(ask)
    const section = place === undefined || isSubSection(place) ? undefined : place
    const found = await Promise.all(
      races.map(async (race) => {
        if (number !== undefined) return ofCar(telling, race, number, section)
        if (section === undefined) return ofRace(race)
        const id = `${race.race.raceId}${severalClasses(race)}_${section}`
        const { facts } = await ask.season.composite(id)
        const [time, car, lap] = [facts('bestMs'), facts('car'), facts('lap')].map(telling.keep)
        return time && car && lap && { race, time, car, lap, where: sectionIn(race, section) }
      }),
    )
    const order = found
      .filter((one) => one !== undefined)
      .toSorted((a, b) => Number(a.time.value) - Number(b.time.value))
    const [first, ...others] = order
    if (first === undefined)
      return { outcome: 'not-in-data', sentences: [note`There is no such time in these races.`] }
    const isNamed = number === undefined
    const next = others.map((one): Piece => [
      exact(one.time),
      isNamed ? [' by ', exact(one.car)] : '',
      ' on ',
      exact(one.lap),
      ' in ',
      raceNamed(one.race),
    ])
    const whose: Piece = isNamed ? [' by ', exact(first.car)] : ''
    const what = section !== undefined ? 'best time' : isNamed ? 'fastest lap' : 'best lap'
    return {
      sentences: [
        fact`${first.voice ?? 'The'} ${what}${first.where} over these races was ${exact(first.time)}${whose} on ${exact(first.lap)} in ${raceNamed(first.race)}.`,
        next.length === 0 ? undefined : fact`In the other it was ${listed(next)}.`,
      ],
      asked: [first.time, first.lap, first.car],
      suggestions: ['Which race was the quicker one?', 'Where do I lose time?'],
    }
  })

const ofAnyone = /\bwho\b|\bwhose\b|\banyone\b|\bof the races?\b|\bof all\b|\bwhich car\b/i

const severalClasses = ({ race }: CoachedRace) =>
  Object.keys(race.classes).length > 1 ? `_${quickestClass({ race })}` : ''

function sectionIn({ race, ofRace: at }: CoachedRace, section: string): Piece {
  const key = quickestClass({ race })
  const index = race.classes[key]?.sections.findIndex((id) => id === section) ?? -1
  return index < 0 ? '' : [' in ', exact(at(`classes.${key}.sections.${index}`))]
}

function ofRace(race: CoachedRace): Best | undefined {
  const { facts } = fastestLapOf(race, quickestClass(race))
  const [time, car, lap] = facts
  return time && car && lap && { race, time, car, lap, where: '' }
}

function ofCar(
  telling: Open,
  race: CoachedRace,
  number: Parameters<typeof carOfRace>[2],
  section: 's1' | 's2' | 's3' | undefined,
): Best | undefined {
  const car = carOfRace(telling, race, number)
  if (car === undefined) return undefined
  const whose = { race, car: car.own('car'), voice: voiceOf(telling.ask, car).Your }
  if (section === undefined)
    return car.pattern.bestLap === null
      ? undefined
      : { ...whose, time: car.own('bestLap.lapTimeMs'), lap: car.own('bestLap.lap'), where: '' }
  if ((car.pattern.sections[section]?.own ?? null) === null) return undefined
  const at = (field: string) => car.own(`sections.${section}.own.${field}`)
  return { ...whose, time: at('bestMs'), lap: at('lap'), where: sectionIn(race, section) }
}
