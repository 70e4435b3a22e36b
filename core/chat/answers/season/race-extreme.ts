import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { carCount, inResultOrder, lapAt, lapsOf, lastLapOf, raceNamed } from '../in-race.ts'
import { tookTheFlag } from '../race/retired.ts'
import { carOfRace, tellOf, type Written } from '../telling.ts'
import { everyRace, type Open } from './season.ts'

type Measure = {
  readonly words: RegExp
  readonly most: string
  readonly least: string
  readonly each: string
  readonly of: (race: CoachedRace, telling: Open) => Fact | undefined
  /** Its two races share it. */
  readonly isOfTrack?: true
}

const namedAlike = 4

/** Which race of the season was the longest, had the most cars, the most retirements, the most leaders; which track is the longest. */
export const raceExtreme: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { text } = ask.part
    const races = await everyRace(telling)
    const isLeast = /\b(?:shortest|fewest|smallest|least|quickest|lowest)\b/i.test(text)
    if (/\b(?:every|each|all)\b/i.test(text)) return ofEach(races, measuresOf(text), telling)
    const isBoth = /\b(?:longest|most|biggest)\b/i.test(text) && isLeast
    const ends = isBoth ? [false, true] : [isLeast]
    const found = measuresOf(text).flatMap((measure) =>
      ends.flatMap((end) => extreme(races, measure, end, telling)),
    )
    const [first] = found
    if (first === undefined)
      return { outcome: 'not-in-data', sentences: [note`No race of the season tells that.`] }
    return {
      verdict: isNamed(ask.part.scope.trackId, first.races),
      sentences: found.map(({ sentence }) => sentence),
      asked: found.flatMap(({ asked }) => asked),
      suggestions: ['Which race was the closest?', 'Which race had the most yellows?'],
    }
  })

/** "Was Barber the longest?" */
function isNamed(trackId: string | undefined, races: readonly CoachedRace[]) {
  return trackId === undefined ? undefined : races.some(({ race }) => race.trackId === trackId)
}

const laps: Measure = {
  words: /\blaps?\b/i,
  most: 'The most laps',
  least: 'The fewest laps',
  each: 'Laps',
  of: ({ ofRace }) => ofRace('raceLaps'),
}
const time: Measure = {
  words: /\b(?:time|minutes?|clock|duration|hours?)\b/i,
  most: 'The longest by time',
  least: 'The shortest by time',
  each: 'Time of the winner',
  of: winnersTime,
}
const measures: readonly Measure[] = [
  {
    words: /\b(?:turns?|corners?|bends?)\b/i,
    most: 'The most turns',
    least: 'The fewest turns',
    each: 'Turns',
    of: cornersOf,
    isOfTrack: true,
  },
  {
    words: /\b(?:retir\w*|dnfs?|drop\w* out|(?:not|n'?t) finish|attrition|casualties)\b/i,
    most: 'The most cars without the flag',
    least: 'The fewest cars without the flag',
    each: 'Cars without the flag',
    of: (race, telling) => countOf(race, telling, (pattern) => !tookTheFlag(pattern), 'no flag'),
  },
  {
    words: /\blead(?:ers?)?\b/i,
    most: 'The most different leaders',
    least: 'The fewest different leaders',
    each: 'Different leaders',
    of: (race, telling) =>
      countOf(
        race,
        telling,
        (pattern) => lapsOf(pattern).some(({ lap }) => lapAt(pattern, lap)?.position === 1),
        'led at a line',
      ),
  },
  {
    words: /\b(?:cars|grids?|entries|entry|starters|field|drivers)\b/i,
    most: 'The most cars',
    least: 'The fewest cars',
    each: 'Cars',
    of: (race, telling) => carCount({ race, keep: telling.keep }),
  },
  {
    words: /\b(?:tracks?|circuits?|TRACK|lap of)\b|\b(?:longest|shortest) lap\b/i,
    most: 'The longest track',
    least: 'The shortest track',
    each: 'Length of a lap',
    of: ({ track, ofTrack }) => (track.lengthM === null ? undefined : ofTrack('lengthM')),
    isOfTrack: true,
  },
  time,
  laps,
]

/** "The longest race" may be by laps or by the clock. */
function measuresOf(text: string): readonly Measure[] {
  const named = measures.find(({ words }) => words.test(text))
  return named === undefined ? [laps, time] : [named]
}

/** "How many laps was each race?": all of them in their order. */
function ofEach(
  races: readonly CoachedRace[],
  [measure = laps]: readonly Measure[],
  telling: Open,
): Written {
  const values = races.flatMap((race) => {
    const value = measure.of(race, telling)
    return value === undefined ? [] : [{ race, value: telling.keep(value) }]
  })
  const told = [...Map.groupBy(values, ({ race }) => race.race.trackId).values()].map(
    (ofTrack): Piece => [
      `${ofTrack[0]?.race.track.shortName ?? ''} `,
      listed(ofTrack.slice(0, measure.isOfTrack === true ? 1 : 2).map(({ value }) => exact(value))),
    ],
  )
  return {
    sentences: [
      fact`${measure.each}, ${measure.isOfTrack === true ? 'track' : 'race'} by ${measure.isOfTrack === true ? 'track' : 'race'}: ${told.flatMap((piece, at): Piece[] => (at === 0 ? [piece] : ['; ', piece]))}.`,
    ],
    asked: values.map(({ value }) => value),
    suggestions: ['Which race was the longest?'],
  }
}

function extreme(races: readonly CoachedRace[], measure: Measure, isLeast: boolean, telling: Open) {
  const order = races
    .flatMap((race) => {
      const value = measure.of(race, telling)
      return value === undefined ? [] : [{ race, value }]
    })
    .toSorted((a, b) => (Number(b.value.value) - Number(a.value.value)) * (isLeast ? -1 : 1))
  const [first] = order
  if (first === undefined) return []
  const alike = order.filter(({ value }) => value.value === first.value.value)
  const next = order[alike.length]
  const where = (race: CoachedRace): Piece =>
    measure.isOfTrack === true ? race.track.shortName : raceNamed(race)
  const places = [...new Map(alike.map((one) => [keyOf(one.race, measure), one.race])).values()]
  const then: Piece =
    next === undefined
      ? ''
      : ['; next is ', where(next.race), ' with ', exact(telling.keep(next.value))]
  const shown = places.slice(0, namedAlike).map(where)
  const more = places.length > namedAlike ? [...shown, 'others'] : shown
  return [
    {
      races: alike.map(({ race }) => race),
      asked: [first.value],
      sentence: fact`${isLeast ? measure.least : measure.most}: ${listed(more)} with ${exact(telling.keep(first.value))}${then}.`,
    },
  ]
}

function keyOf({ race }: CoachedRace, { isOfTrack }: Measure): string {
  return isOfTrack === true ? race.trackId : race.raceId
}

function countOf(
  race: CoachedRace,
  telling: Open,
  is: (pattern: CoachedRace['patterns'][number]) => boolean,
  what: string,
): Fact | undefined {
  const cars = race.patterns
    .filter(is)
    .flatMap(({ car }) => carOfRace(telling, race, car)?.own('car') ?? [])
  const label = `${race.race.raceId}: cars, ${what}`
  return cars.length === 0 ? undefined : computedFact('count', cars, 'count', label)
}

function cornersOf({ race, track, ofTrack }: CoachedRace): Fact | undefined {
  const corners = track.sections.flatMap(({ corners: there }, index) =>
    there.map((_, corner) => ofTrack(`sections.${index}.corners.${corner}`)),
  )
  return corners.length === 0
    ? undefined
    : computedFact('count', corners, 'count', `${race.trackId}: corners`)
}

/** From the start to the flag, for the car that won. */
function winnersTime(race: CoachedRace, telling: Open): Fact | undefined {
  const [winner] = inResultOrder(race)
  const car = winner && carOfRace(telling, race, winner.car)
  const last = car && lastLapOf(car.pattern)
  return last === undefined || last.elapsedMs === null
    ? undefined
    : car?.own(`laps.${last.lap}.elapsedMs`)
}
