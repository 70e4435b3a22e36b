import {
  cornersInBrackets,
  countCited,
  offOrAhead,
  paceRankCited,
  rankCited,
  sectionCited,
} from '#core/composer/cited-names.ts'
import { isMaybeNothing } from '#core/composer/coaching-where.ts'
import { exact, fact, listed, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { personWord } from '../../understanding/entities/person-names.ts'
import { computedFact } from '../../computed-fact.ts'
import { hasPace, inResultOrder, lapAt, lapsOf, raceNamed } from '../in-race.ts'
import type { CarTelling } from '../telling.ts'

/** What timing shows that is nearest to a question which it cannot answer. */
export type Nearest = (
  telling: CarTelling,
) => { readonly sentence: Sentence; readonly asked: readonly Fact[] } | undefined

/** The named section's pace gap, else the biggest opportunity. */
export const nearestSection =
  (named: SectionId | undefined): Nearest =>
  ({ car, who }) => {
    const isNamed = named !== undefined && (car.pattern.sections[named]?.paceGapMs ?? null) !== null
    const section = isNamed ? named : car.pattern.opportunities[0]
    if (section === undefined) return nowhereOff(car, who)
    const gap = car.own(`sections.${section}.paceGapMs`)
    const value = Number(gap.value)
    const where: Piece = [sectionCited(car, section), cornersInBrackets(car, section)]
    const rank = paceRankCited(car, `sections.${section}`)
    const doubt =
      isMaybeNothing(car.pattern, section) && value > 0
        ? ', though level with it fits the laps too'
        : ''
    const lead = isNamed ? 'What timing shows' : 'Nearest to it, timing shows where'
    return {
      asked: [gap],
      sentence: fact`${lead}: in ${where} ${who.your} pace is ${offOrAhead(gap)} the quick quarter of the field, ${rank}${doubt}.`,
    }
  }

/** No section is off the quick quarter: how the whole lap stands. */
function nowhereOff({ pattern, own }: CarTelling['car'], who: CarTelling['who']) {
  if (pattern.lap.paceRank === null) return undefined
  const rank = own('lap.paceRank')
  return {
    asked: [rank],
    sentence: fact`Nearest to it, timing shows no section in which ${who.your} pace is off the quick quarter of the field: over the lap it is ${rankCited(rank, own('lap.paceOf'))}.`,
  }
}

export const nearestTrend: Nearest = ({ car, who }) => {
  const { trend } = car.pattern
  if (trend === null) return undefined
  const laps = countCited(car.own('trend.n'), 'green lap')
  if (trend.verdict === 'steady')
    return {
      asked: [car.own('trend.n')],
      sentence: fact`Nearest to it, timing shows the trend: over ${laps} ${who.you} held level with the field, as far as can be told.`,
    }
  const slope = car.own('trend.slopeMsPerLap')
  return {
    asked: [slope],
    sentence: fact`Nearest to it, timing shows the trend: over ${laps} ${who.you} ${trend.verdict === 'improving' ? 'gained' : 'lost'} ${short(slope)} ${trend.verdict === 'improving' ? 'on' : 'to'} the field.`,
  }
}

/** The highest speed at the trap and how many cars had a higher one; else the biggest opportunity. */
export const nearestSpeed: Nearest = (telling) => {
  const { car, who, race, carIn, keep } = telling
  const highest = (pattern: typeof car.pattern) =>
    lapsOf(pattern)
      .filter(({ topSpeedKph }) => topSpeedKph !== null)
      .toSorted((a, b) => (b.topSpeedKph ?? 0) - (a.topSpeedKph ?? 0))[0]
  const own = highest(car.pattern)
  if (own === undefined) return nearestSection(undefined)(telling)
  const speed = car.own(`laps.${own.lap}.topSpeedKph`)
  const higher = race.patterns.flatMap((pattern) => {
    const top = highest(pattern)
    if (top === undefined || (top.topSpeedKph ?? 0) <= Number(speed.value)) return []
    return carIn(pattern.car)?.own(`laps.${top.lap}.topSpeedKph`) ?? []
  })
  const count =
    higher.length === 0
      ? undefined
      : keep(computedFact('count', higher, 'count', 'Cars with a higher speed at the trap'))
  return {
    asked: [speed],
    sentence: fact`Nearest to it, the speed trap: ${who.your} highest was ${exact(speed)} on ${exact(car.own(`laps.${own.lap}.lap`))}, and ${count === undefined ? 'no car had' : [countCited(count, 'car'), ' had']} a higher one.`,
  }
}

/** Laps far over the own pace, and the lap on which most places went. */
/** Of a car without the chequered flag where its laps end. */
function endsEarly(
  { pattern, own }: CarTelling['car'],
  who: CarTelling['who'],
  race: CarTelling['race'],
) {
  const last = lapsOf(pattern).at(-1)
  if (last === undefined) return undefined
  const at = own(`laps.${last.lap}.lap`)
  return {
    asked: [at],
    sentence: fact`Nearest to it, timing shows that ${who.your} laps in ${raceNamed(race)} end with ${exact(at)} of ${exact(race.ofRace('raceLaps'))}: no chequered flag.`,
  }
}

/** Cars without the chequered flag: that they stopped is all that timing has of a crash. */
function lapsEndEarly(race: CarTelling['race'], carIn: CarTelling['carIn']) {
  const out = race.patterns
    .filter((pattern) => lapsOf(pattern).at(-1)?.flagAtLine !== 'chequered')
    .flatMap(({ car }) => carIn(car) ?? [])
    .toSorted((a, b) => a.pattern.lapsDone - b.pattern.lapsDone)
  if (out.length === 0) return undefined
  const told = out.map(({ own }): Piece => [
    exact(own('car')),
    ' after ',
    countCited(own('lapsDone'), 'lap'),
  ])
  return {
    asked: out.map(({ own }) => own('car')),
    sentence: fact`Nearest to it, timing shows who took no chequered flag in ${raceNamed(race)}: ${listed(told.slice(0, 8))}.`,
  }
}

export const nearestIncident: Nearest = ({ car, who, ask, race, carIn }) => {
  const { lap } = ask.part.scope
  if (
    /\b(?:who|whose|which (?:cars?|ones)|any(?:one|body)?)\b/i.test(ask.part.text) &&
    lap === undefined
  )
    return lapsEndEarly(race, carIn)
  if (lap === undefined && lapsOf(car.pattern).at(-1)?.flagAtLine !== 'chequered')
    return endsEarly(car, who, race)
  const odd = lapsOf(car.pattern).find((entry) => entry.isIncident || (entry.placesLost ?? 0) >= 3)
  const shown = lap !== undefined && lapAt(car.pattern, lap) ? lapAt(car.pattern, lap) : odd
  if (shown === undefined || shown.timeMs.lap === undefined) return undefined
  const at = (field: string) => car.own(`laps.${shown.lap}.${field}`)
  const lost = shown.placesLost ?? 0
  const places: Piece = lost > 0 ? [', with ', countCited(at('placesLost'), 'place'), ' lost'] : ''
  return {
    asked: [at('timeMs.lap')],
    sentence: fact`Nearest to it, timing shows that ${who.your} ${exact(at('lap'))} took ${exact(at('timeMs.lap'))}${places}.`,
  }
}

export const nearestPace: Nearest = ({ car, who, race }) => {
  if (car.pattern.lap.paceRank === null) return undefined
  return {
    asked: [car.own('lap.paceRank')],
    sentence: fact`What has been: in ${raceNamed(race)} ${who.you} ${who.You === 'You' ? 'were' : 'was'} ${rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))} by pace.`,
  }
}

const ofWeather =
  /\b(?:rain\w*|weather|hot\w*|cold\w*|warm\w*|temperature|wind\w*|sunny|forecast|wet|dry)\b/i

/** The best lap, and the pace where there is one. */
const ownFigures: Nearest = (telling) => {
  const { car, who, race } = telling
  if (car.pattern.bestLap === null) return nearestPace(telling)
  const best = car.own('bestLap.lapTimeMs')
  const pace: Piece = hasPace(car)
    ? [
        ' and ',
        who.your,
        ' pace ',
        exact(car.own('lap.paceMs')),
        ', ',
        rankCited(car.own('lap.paceRank'), car.own('lap.paceOf')),
      ]
    : ''
  return {
    asked: [best],
    sentence: fact`What has been: in ${raceNamed(race)} ${who.your} best lap was ${exact(best)}${pace}.`,
  }
}

/** Of the weather to come that of the race, else the best lap and the pace. */
export const nearestToCome: Nearest = (telling) => {
  const { ask, race } = telling
  const isMeasured = (race.weather.variables.airTempC?.min ?? null) !== null
  if (!ofWeather.test(ask.part.text) || !isMeasured) return ownFigures(telling)
  const [min, max] = [race.day('variables.airTempC.min'), race.day('variables.airTempC.max')]
  return {
    asked: [min, max],
    sentence: fact`What has been: in ${raceNamed(race)} the air was at ${exact(min)} to ${exact(max)}.`,
  }
}

/** The order after lap 1, which is the first that the race's file has. */
export const nearestStart: Nearest = ({ car, who, race }) => {
  if (car.pattern.story.positionAfterLap1 === null) return undefined
  const place = car.own('story.positionAfterLap1')
  return {
    asked: [place],
    sentence: fact`The first order that ${raceNamed(race)} has is the end of ${exact(car.own('laps.1.lap'))}: ${who.you} ${who.You === 'You' ? 'were' : 'was'} ${exact(place)}.`,
  }
}

export const nearestResult: Nearest = ({ ask, car: own, race, carIn }) => {
  const [winner] = inResultOrder(race)
  const isOfWinner = /\b(?:winner|won|winning)\b/i.test(ask.part.text)
  const car = (isOfWinner && winner ? carIn(winner.car) : undefined) ?? own
  // A person who is named drove who knows which car.
  if (ask.part.text.includes(personWord)) return undefined
  const field = car.pattern.position === null ? 'positionOnRoad' : 'position'
  return {
    asked: [car.own(field)],
    sentence: fact`What is known of ${exact(car.own('car'))}: it finished ${exact(car.own(field))} in ${raceNamed(race)}${field === 'position' ? '' : ', on the road'}.`,
  }
}
