import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited } from '#core/composer/cited-names.ts'
import { type FactsIn, factsIn } from '#core/composer/facts-in.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { carChoices } from '../car-choices.ts'
import { placeOf } from '../race/result-place.ts'
import { asksWhich, byCar } from './season-of-cars.ts'
import { asksIfThere, resultsAtTrack } from './results-at-track.ts'
import { byPace, inOrder, points, summed } from './car-results.ts'
import { caution } from './places-by-car.ts'
import { countedResults } from './season-counts.ts'
import { raceNamed } from '../in-race.ts'
import { carOfRace, tellOf, type RaceTelling, voiceOf, type Written } from '../telling.ts'

export type Open = Omit<RaceTelling, 'race' | 'carIn'>

/** Every race of the season, opened. */
export async function everyRace({ ask, other }: Open) {
  const races = await ask.season.races()
  const order = races.toSorted(
    (a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.raceId.localeCompare(b.raceId),
  )
  return await Promise.all(order.map(async ({ raceId }) => other(await ask.season.race(raceId))))
}

/** What the published season holds, told of its races and tracks alone. */
export const season: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const [documents, tracks] = await Promise.all([ask.season.races(), ask.season.tracks()])
    const races = documents
      .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
      .map((race) => ({ race, at: factsIn({ collection: 'races', document: race }, race.raceId) }))
    const raced = tracks.filter(({ trackId }) => documents.some((race) => race.trackId === trackId))
    const names = raced.map((track) =>
      factsIn({ collection: 'tracks', document: track }, track.trackId)('name'),
    )
    if (names.length === 0) return { sentences: [note`No season is published yet.`] }
    const numbers = races.map(({ at }) => at('raceNumber'))
    const count = telling.keep(computedFact('count', numbers, 'count', 'Races of the season'))
    const places = telling.keep(computedFact('count', names, 'count', 'Tracks of the season'))
    const dated = races.filter(({ race }) => race.date !== null)
    const [first, last] = [dated[0], dated.at(-1)]
    const isDates = /\b(?:dates?|calendar|schedule|when)\b/i.test(ask.part.text)
    const shortNames = new Map(raced.map(({ trackId, shortName }) => [trackId, shortName]))
    const days = Map.groupBy(dated, ({ race }) => race.trackId)
    const calendar = [...days].map(([trackId, ofTrack]): Piece => [
      `${shortNames.get(trackId) ?? trackId} `,
      listed(ofTrack.map(({ at }) => exact(telling.keep(at('date'))))),
    ])
    const ends = endsOf(telling, first, last, shortNames)
    const open = await shownRace(telling)
    const isEnds = /\b(?:first|last|opener|finale|final|start|end)\b/i.test(ask.part.text)
    return {
      sentences: [
        /\bnext\b/i.test(ask.part.text) ? note`No race after these is in the data.` : undefined,
        isEnds ? ends : undefined,
        open && fact`The screen shows ${raceNamed(open)}.`,
        lapsOfAll(
          telling,
          races.map(({ at }) => at('laps')),
        ),
        fact`The season holds ${countCited(count, 'race')} at ${countCited(places, 'track')}: ${listed(raced.map(({ shortName }) => shortName))}.`,
        isDates && calendar.length > 0
          ? fact`The races were at ${listed(calendar)}.`
          : isEnds
            ? undefined
            : ends,
        documents.some(({ isInvented }) => isInvented)
          ? note`These races are invented: nobody drove them.`
          : undefined,
      ],
      asked: [count, places],
      facts: names,
      suggestions: raced.slice(0, 3).map(({ shortName }) => `Who won race 1 at ${shortName}?`),
    }
  })

type Dated = { readonly race: RaceDocument; readonly at: FactsIn }

/** "The first race was at Sonoma on 29 March 2025, the last …". */
function endsOf(
  { keep }: Open,
  first: Dated | undefined,
  last: Dated | undefined,
  names: ReadonlyMap<string, string>,
) {
  const told = ({ race, at }: Dated): Piece => [
    `at ${names.get(race.trackId) ?? race.trackId} on `,
    exact(keep(at('date'))),
  ]
  return first && last && fact`The first race was ${told(first)}, the last ${told(last)}.`
}

/** "Which race am I looking at?" */
async function shownRace({ ask, other }: Open) {
  const { raceId } = ask.part.scope
  const isAsked =
    /which race (?:am i|is (?:this|on))|looking at|\bis this (?:race|r\d)|on the screen/i
  return raceId === undefined || !isAsked.test(ask.part.text)
    ? undefined
    : other(await ask.season.race(raceId))
}

/** "How many laps are in the data?" */
function lapsOfAll({ ask, keep }: Open, laps: readonly Fact[]) {
  if (!/\blaps\b/i.test(ask.part.text)) return undefined
  const all = keep(computedFact('sum', laps, 'count', 'Laps of the season'))
  return fact`${countCited(all, 'lap')} are in the data, of all cars in all races.`
}

/** "Where was the worst result?" is of places, "where was it weakest?" of pace. */
const isOfPlaces = (text: string) =>
  /\b(?:results?|finish\w*|positions?|placing|came home)\b/i.test(text) &&
  !/\b(?:pace|quick\w*|fast\w*|speed|suits?)\b/i.test(text)

/** All results of a car number. */
export const seasonResults: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { car: number } = ask.part.scope
    const { text: words } = ask.part
    const isOfPoints = number === undefined && /\bpoints?\b|championship|standings/i.test(words)
    if (asksWhich(words) || isOfPoints) return byCar(await everyRace(telling), telling, words)
    if (number === undefined)
      return {
        outcome: 'asked-back',
        sentences: [note`Which car?`],
        suggestions: await carChoices(ask),
      }
    const races = await everyRace(telling)
    const cars = races.flatMap((race) => carOfRace(telling, race, number) ?? [])
    const { trackId, raceId } = ask.part.scope
    const isOfSeason = (ask.part.scope.raceIds?.length ?? 0) > 2
    const isOfTrack = raceId === undefined || (/\bboth\b/i.test(words) && asksIfThere.test(words))
    if (trackId !== undefined && isOfTrack && !isOfSeason)
      return resultsAtTrack(
        cars.filter(({ race }) => race.trackId === trackId),
        words,
      )
    if (cars.length === 0)
      return { outcome: 'not-in-data', sentences: [note`No car of that number is in the season.`] }
    const { text } = ask.part
    if (/\bpoints?\b|championship|standings/i.test(text)) return points(cars)
    if (
      !isOfPlaces(text) &&
      /\b(?:track|circuit|place|where)\b.*\b(?:best|worst|like|likes|favourite|favorite|strong\w*|weak\w*|quick\w*|fast\w*|slow\w*|good|bad|well|struggl\w*)\b|suits|weakest|quickest relative|(?:best|worst|favou?rite|strongest|bogey) (?:track|circuit)/i.test(
        text,
      )
    )
      return byPace(cars)
    return results(cars, telling, ask)
  })

const bothEnds =
  /\b(?:best|highest)\b.{0,12}\b(?:and|&|or)\b.{0,8}\b(?:worst|lowest|poorest)\b|\b(?:worst|lowest|poorest)\b.{0,12}\b(?:and|&|or)\b.{0,8}\b(?:best|highest)\b/i
const anEnd = /\b(?:best|highest|worst|lowest|poorest|weakest)\b/gi

function results(cars: readonly CoachedCar[], { keep }: Open, ask: Ask): Written {
  const { text } = ask.part
  const [first] = cars
  const who = first && voiceOf(ask, first)
  const order = cars.toSorted((a, b) => Number(placeOf(a).value) - Number(placeOf(b).value))
  // "And the worst?" goes before the words of the question that it follows.
  const isWorst = /worst|lowest|poorest|weakest/i.test(text.match(anEnd)?.[0] ?? '')
  const one = isWorst ? order.at(-1) : order[0]
  const other = bothEnds.test(text) ? (isWorst ? order[0] : order.at(-1)) : undefined
  const count = keep(computedFact('count', cars.map(placeOf), 'count', 'Races of this car number'))
  const endTold = (end: CoachedCar | undefined, isLow: boolean) => {
    if (end === undefined || who === undefined) return undefined
    const alike = order.filter((car) => placeOf(car).value === placeOf(end).value)
    return fact`${who.Your} ${isLow ? 'lowest' : 'best'} place was ${exact(placeOf(end))}, in ${listed(alike.map(raceNamed))}.`
  }
  const isEnd = text.match(anEnd) !== null
  const counted = countedResults(cars, keep, text)
  const isSummed = !isEnd && counted.sentences.length === 0
  return {
    verdict: counted.verdict,
    sentences: [
      isEnd ? endTold(one, isWorst) : undefined,
      endTold(other, !isWorst),
      ...counted.sentences,
      ...(isSummed ? [summed(cars, count, keep), inOrder(cars)] : []),
      isSummed ? undefined : fact`It is in ${exact(count)} races of the season.`,
      caution,
    ],
    asked: isEnd && one ? [placeOf(one)] : [...counted.asked, ...cars.map(placeOf)],
    suggestions: [
      'At which track was I quickest against the field?',
      'Which race was the closest?',
    ],
  }
}
