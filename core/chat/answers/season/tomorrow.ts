import type { CoachedRace } from '#core/composer/coached-car.ts'
import { countCited, rankCited } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { hasPace, raceNamed } from '../in-race.ts'
import { everyRace, type Open } from './season.ts'
import { carOfRace, tellOf, voiceOf } from '../telling.ts'

/** No prediction: what race 1's field did here, and how far fields moved from race 1 to race 2 elsewhere. */
export const tomorrow: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const races = await everyRace(telling)
    const { trackId, raceId } = ask.part.scope
    const track = trackId ?? races.find(({ race }) => race.raceId === raceId)?.race.trackId
    const here = races.find(({ race }) => race.trackId === track && race.raceNumber === 1)
    const moved = races.flatMap((race) => {
      const shift = race.weather.otherRace?.field ?? undefined
      if (race.race.raceNumber !== 2 || shift === undefined || race.race.trackId === track)
        return []
      return [{ race, value: shift.shiftMs, cited: race.day('otherRace.field.shiftMs') }]
    })
    // "How much quicker is Sunday usually?"
    const isOfShift =
      /\b(?:usual\w*|normal\w*|typical\w*|generally|people|everyone|the field)\b/i.test(
        ask.part.text,
      )
    const shifts = movedElsewhere(telling, moved)
    const own = here && carHere(ask, telling, here)
    return {
      sentences: [
        ...(isOfShift ? shifts : []),
        note`What will be driven is not in the data, so no time is foretold; take this as what has happened.`,
        own?.sentence,
        here && paceHere(here),
        ...(isOfShift || own !== undefined ? [] : shifts),
      ],
      asked: own === undefined ? moved.map(({ cited }) => cited).slice(0, 1) : [own.asked],
      suggestions: ['What is on the card for the next race?', 'What should I work on first?'],
    }
  })

/** The car that is asked about: its own pace and best lap of race 1, beside the field. */
function carHere(ask: Ask, telling: Open, here: CoachedRace) {
  const { car: number } = ask.part.scope
  const car = number === undefined ? undefined : carOfRace(telling, here, number)
  if (car === undefined || car.pattern.bestLap === null) return undefined
  const who = voiceOf(ask, car)
  const pace: Piece = hasPace(car)
    ? [
        ', and ',
        who.You === 'You' ? 'your' : 'its',
        ' pace ',
        exact(car.own('lap.paceMs')),
        ', ',
        rankCited(car.own('lap.paceRank'), car.own('lap.paceOf')),
      ]
    : ''
  return {
    sentence: fact`In ${raceNamed(here)} ${who.your} best lap was ${exact(car.own('bestLap.lapTimeMs'))} on ${exact(car.own('bestLap.lap'))}${pace}.`,
    asked: car.own('bestLap.lapTimeMs'),
  }
}

function paceHere(race: CoachedRace) {
  const [key, field] = Object.entries(race.weather.field)[0] ?? []
  if (
    key === undefined ||
    (field?.quickQuarterMs.lap ?? null) === null ||
    (field?.fieldMedianMs.lap ?? null) === null
  )
    return undefined
  return fact`In ${raceNamed(race)} the quick quarter of the field had a pace of ${exact(race.day(`field.${key}.quickQuarterMs.lap`))} or better, the middle of the field ${exact(race.day(`field.${key}.fieldMedianMs.lap`))}, the track's changes taken out.`
}

type Moved = readonly {
  readonly race: CoachedRace
  readonly value: number
  readonly cited: ReturnType<CoachedRace['day']>
}[]

function movedElsewhere({ keep }: Open, moved: Moved) {
  if (moved.length === 0) return [note`No other track of the season has two races to compare.`]
  const order = moved.toSorted((a, b) => a.value - b.value)
  const [most] = order
  const least = order.at(-1)
  const quicker = moved.filter(({ value }) => value < 0).map(({ cited }) => cited)
  const all = keep(
    computedFact(
      'count',
      moved.map(({ cited }) => cited),
      'count',
      'Other tracks with two races',
    ),
  )
  const count =
    quicker.length === 0
      ? undefined
      : keep(computedFact('count', quicker, 'count', 'Of them quicker in the second race'))
  const middle = keep(
    computedFact(
      'median',
      moved.map(({ cited }) => cited),
      'gap',
      'Shift of the field from the first race to the second, the middle of the other tracks',
    ),
  )
  const ofMiddle: Piece = [
    short(middle),
    Number(middle.value) < 0 ? ' quicker' : ' slower',
    ' in the middle of them',
  ]
  const way = (one: Moved[number]): Piece => [
    short(one.cited),
    one.value < 0 ? ' quicker' : ' slower',
    ' at ',
    one.race.track.shortName,
  ]
  return [
    fact`From the first race to the second the field got quicker at ${count === undefined ? 'none' : exact(count)} of ${countCited(all, 'other track')}${most && least && most !== least ? [': ', ofMiddle, ', from ', way(most), ' to ', way(least)] : ''}.`,
  ]
}
