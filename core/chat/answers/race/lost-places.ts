import { carsCited, lapSpan, rankCited, sectionCited } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import { lapAt, lastLapOf, placesCited, positionNamed, raceNamed, restartLaps } from '../in-race.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'
import { type CostlyMoment, costlyMoments } from './costly-moments.ts'
import { was } from './gap-over.ts'
import { notThatPlace } from './not-that-place.ts'
import { placesBack } from './places-back.ts'
import { placeFieldOf, placeOf } from './result-place.ts'
import { tookTheFlag } from './retired.ts'

const carsNamed = 3
/** Of a second moment less than this is not worth a word. */
const leastBeside = 3

/** Why a car ended where it did: the one thing that cost it most places, what came of it, and where it ended. */
export const lostPlaces = aboutCar((telling) => placesBack(telling) ?? whatCost(telling))

export function whatCost(telling: CarTelling): Written {
  const { car } = telling
  const [most, next] = dearest(telling)
  const atFlag = movedAfter(telling)
  const told = [
    ...(isOut(telling, most) ? [ended(telling)] : []),
    ...(atFlag.places > lossOf(most) ? [atFlag.sentence] : []),
    ...(most === undefined ? [] : [momentTold(telling, most, true)]),
    ...(next !== undefined && lossOf(next) >= leastBeside
      ? [momentTold(telling, next, false)]
      : []),
  ]
  const field = placeFieldOf(car)
  const premise = notThatPlace(telling)
  return {
    sentences: [
      premise,
      ...(told.length === 0 ? [nothingLost(telling)] : told).slice(
        0,
        premise === undefined ? 2 : 1,
      ),
      endTold(telling, told.includes(atFlag.sentence)),
    ],
    asked: [
      ...(most === undefined
        ? []
        : [
            car.own(`laps.${most.fromLap - 1}.position`),
            car.own(`laps.${most.afterLap}.position`),
          ]),
      car.own(field),
    ],
    suggestions: [
      'Tell me the story of my race',
      'Was my pace better than my result?',
      'Who passed me?',
    ],
  }
}

/** The dearest moment in one sentence, where one cost so much that it is worth a word. */
export function dearestTold(telling: CarTelling): Sentence | undefined {
  const [most] = costlyMoments(telling.car.pattern)
  return most === undefined || lossOf(most) < leastBeside
    ? undefined
    : momentTold(telling, most, true)
}

const lossOf = (moment: CostlyMoment | undefined) =>
  moment === undefined ? 0 : moment.after - moment.before

/** "I was leading, then what?", "when did I drop out of the top ten?": the moment that did that comes first. */
function dearest({ car, ask }: CarTelling): readonly CostlyMoment[] {
  const { text } = ask.part
  const moments = costlyMoments(car.pattern)
  const named = isLed.test(text) ? 1 : positionNamed(text)
  const isOut = /\bout of the (?:top|podium|points|lead)\b/i.test(text)
  const begun = moments.find(({ before, after }) =>
    named !== undefined && isOut
      ? before <= named && named < after
      : before === named && after - before >= leastBeside,
  )
  return begun === undefined ? moments : [begun, ...moments.filter((one) => one !== begun)]
}

const isLed = /\b(?:led|lead|leading|in front|from the front)\b/i

function momentTold(telling: CarTelling, moment: CostlyMoment, isFirst: boolean): Sentence {
  const { car, who } = telling
  const at = (lap: number, field: string) => exact(car.own(`laps.${lap}.${field}`))
  const { fromLap, afterLap: to } = moment
  const isMost = lossOf(moment) === lossOf(costlyMoments(car.pattern)[0])
  const most: Piece = isFirst ? 'most places ' : 'places, and more of them, '
  const opening: Piece = [who.You, isFirst ? ' lost ' : ' also lost ', isMost ? most : 'places ']
  const places: Piece = [
    'from ',
    at(fromLap - 1, 'position'),
    ' at the end of ',
    at(fromLap - 1, 'lap'),
    ' to ',
    at(to, 'position'),
    ' at the end of ',
    at(to, 'lap'),
  ]
  return fact`${opening}${occasion(telling, moment)}, ${places}.`
}

/** "with the pit stop on lap 14 (46.265 in the pit lane)", "on lap 9, 2:12.969: …". */
function occasion(telling: CarTelling, moment: CostlyMoment): Piece {
  const { car, race } = telling
  const { fromLap, toLap, stop } = moment
  const at = (lap: number, field: string) => exact(car.own(`laps.${lap}.${field}`))
  if (stop !== undefined) {
    const time = car.pattern.pitStops[stop]?.pitTimeMs ?? null
    const long: Piece =
      time === null ? '' : [' (', exact(car.own(`pitStops.${stop}.pitTimeMs`)), ' in the pit lane)']
    return ['with the pit stop at the end of ', at(fromLap, 'lap'), long]
  }
  const span = lapSpan(car.own(`laps.${fromLap}.lap`), car.own(`laps.${toLap}.lap`))
  if (fromLap !== toLap) return ['on ', span]
  const restart = restartLaps(race).includes(fromLap) ? ', the restart lap' : ''
  const slow = slowness(telling, fromLap)
  return ['on ', span, restart, slow === '' ? passers(telling, fromLap) : slow]
}

/** ", a lap of 2:12.969, most of it lost in Section 2 (51.541 there against a median of 48.571)". */
function slowness({ car }: CarTelling, lap: number): Piece {
  const entry = lapAt(car.pattern, lap)
  const usual = car.pattern.clean.medianMs
  const time = entry?.timeMs.lap
  if (entry === undefined || time === undefined || usual === null || entry.flagAtLine === 'fcy')
    return ''
  if (time - usual < usual * slowShare) return ''
  const [worst] = sectionIds
    .flatMap((section) => {
      const [there, median] = [entry.timeMs[section], car.pattern.sections[section]?.medianMs]
      return typeof there !== 'number' || typeof median !== 'number'
        ? []
        : [{ section, by: there - median }]
    })
    .toSorted((a, b) => b.by - a.by)
  const place: Piece =
    worst === undefined || worst.by <= 0
      ? ''
      : [
          ', slowest in ',
          sectionCited(car, worst.section),
          ' with ',
          exact(car.own(`laps.${lap}.timeMs.${worst.section}`)),
          ' against a median of ',
          exact(car.own(`sections.${worst.section}.medianMs`)),
        ]
  return [', a lap of ', exact(car.own(`laps.${lap}.timeMs.lap`)), place]
}

/** So far over the own median a lap is slow of itself. */
const slowShare = 0.01

function passers({ car }: CarTelling, lap: number): Piece {
  const cars = (lapAt(car.pattern, lap)?.lostTo ?? []).map((_, index) =>
    car.own(`laps.${lap}.lostTo.${index}`),
  )
  return cars.length === 0 || cars.length > carsNamed ? '' : [' to ', carsCited(cars)]
}

/** The laps end before the flag, and that cost more than anything before. */
function isOut({ car }: CarTelling, most: CostlyMoment | undefined): boolean {
  const last = lastLapOf(car.pattern)
  if (tookTheFlag(car.pattern) || typeof last?.position !== 'number') return false
  return car.pattern.positionOnRoad - last.position >= lossOf(most)
}

function ended({ car, who, race }: CarTelling): Sentence {
  const last = lastLapOf(car.pattern)?.lap ?? 1
  return fact`${who.Your} laps end with ${exact(car.own(`laps.${last}.lap`))} of ${exact(race.ofRace('raceLaps'))}, ${exact(car.own(`laps.${last}.position`))} there: no chequered flag, and timing does not say why.`
}

/** Places that went after the flag. */
function movedAfter({ car, who, race }: CarTelling) {
  const { position, positionOnRoad } = car.pattern
  const places = position === null ? 0 : position - positionOnRoad
  const sentence =
    race.race.classification === null || places < 1
      ? note`Nothing was changed afterwards.`
      : fact`${who.You} lost most places after the flag: ${was(who.You)} ${exact(car.own('positionOnRoad'))} over the line and ${exact(car.own('position'))} in the ${exact(race.ofRace('classification'))} results; the sheet gives no reason.`
  return { places, sentence }
}

function nothingLost({ car, who, race, keep }: CarTelling): Sentence {
  const start = car.pattern.story.positionAfterLap1
  if (start === null)
    return fact`No lap of ${who.your} race in ${raceNamed(race)} cost two places or more.`
  const [from, to] = [car.own('story.positionAfterLap1'), placeOf(car)]
  const by = Number(from.value) - Number(to.value)
  const label = 'Places from the first lap to the end'
  const places = keep(computedFact('difference', [from, to], 'places', label))
  const moved: Piece =
    by === 0 ? 'no place won or lost' : [placesCited(places), by > 0 ? ' won' : ' lost']
  return fact`No single thing cost ${who.you} places: ${exact(from)} after ${exact(car.own('laps.1.lap'))} and ${exact(to)} in the end, ${moved}, with none of the laps costing two or more.`
}

/** "You finished P19, P7 by pace." */
function endTold({ car, who, race }: CarTelling, isMoved: boolean): Sentence {
  const end = placeOf(car)
  const road = car.own('positionOnRoad')
  const where: Piece =
    car.pattern.position === null
      ? [who.You, ' ', was(who.You), ' ', exact(road), ' on the road at the end']
      : end.value === road.value || isMoved
        ? [who.You, ' finished ', exact(end)]
        : [
            who.You,
            ' crossed the line ',
            exact(road),
            ' and ',
            was(who.You),
            ' ',
            exact(end),
            ' in the results',
          ]
  const pace: Piece =
    car.pattern.lap.paceRank === null
      ? ''
      : [', by pace ', rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))]
  return fact`${where} in ${raceNamed(race)}${pace}.`
}
