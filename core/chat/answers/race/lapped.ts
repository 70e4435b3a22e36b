import { carsCited, countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { carsNamed, pairsOf, saidOf } from './lapped-said.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { carCount, inResultOrder, lapAt, lapsOf, partnerIn, raceNamed } from '../in-race.ts'
import { answering } from '../yes-no.ts'
import { aboutCar, aboutRace, type RaceTelling, type Written } from '../telling.ts'

/** Who lapped a car and whom it lapped; without a car, who was lapped. */
export const lapped: AnswerIntent = async (ask) => {
  const isOfField =
    /\b(?:any(?:one|body)|how many (?:cars|drivers|people)|who (?:got|was|were|gets|all)|which (?:cars|drivers) (?:got|was|were|had)|whom)\b/i
  const isField =
    !speaksOfSelf(ask.part.text) &&
    (ask.part.scope.car === undefined || isOfField.test(ask.part.text))
  return isField ? await inRace(ask) : await ofCar(ask)
}

/**
 * The lap of the slower car on which the other went a whole lap ahead of it at the line: the other had ended
 * one more lap before this one ended its own. Both have to end their laps for it to be told.
 */
function lapLapped(slow: CoachedCar, quick: CoachedCar): number | undefined {
  if (slow.pattern.carClass !== quick.pattern.carClass) return undefined
  return lapsOf(slow.pattern).find(({ lap, elapsedMs }) => {
    const ahead = lapAt(quick.pattern, lap + 1)?.elapsedMs ?? undefined
    return elapsedMs !== null && ahead !== undefined && ahead < elapsedMs
  })?.lap
}

const timeOf = ({ pattern }: CoachedCar, lap: number) => lapAt(pattern, lap)?.elapsedMs ?? Infinity

const wasLapped =
  /\b(?:got|get|was|were|been|am|is|being) .*lapped|\blapped (?:me|us|him|her|it)\b|\blaps? down\b/i

/** "Did I lap anyone?": those that it went a lap ahead of. */
const lapping =
  /\b(?:did|do|does|have|has) (?:i|we|he|she|they|(?:car ?|#)?\d+) (?:\w+ )?lap(?:ped)?\b(?! down)|(?<!\b(?:was|were|am|is|got|get|been) )\b(?:i|we|he|she) lapped\b/i

const ofCar = aboutCar((telling): Written => {
  const { ask, car, race, carIn } = telling
  const partner = partnerIn(ask, car)
  const others = race.patterns
    .filter((pattern) => pattern.car !== car.pattern.car)
    .filter((pattern) => partner === undefined || pattern.car === partner)
    .flatMap((pattern) => carIn(pattern.car) ?? [])
  const lapOf = (one: CoachedCar, lap: number | undefined) =>
    lap === undefined ? undefined : one.own(`laps.${lap}.lap`)
  const by = pairsOf(others, (other) => lapOf(car, lapLapped(car, other)))
  const whom = pairsOf(others, (other) => lapOf(other, lapLapped(other, car)))
  const isBy = partner === undefined && wasLapped.test(ask.part.text)
  const other = partner === undefined ? undefined : carIn(partner)
  const isCounted = /\bhow (?:many|often)\b/i.test(ask.part.text)
  if (other !== undefined && by.length + whom.length === 0)
    return {
      sentences: [
        fact`Neither ${exact(car.own('car'))} nor ${exact(other.own('car'))} lapped the other in ${raceNamed(race)}, as far as the line shows.`,
      ],
      asked: [car.own('car'), other.own('car')],
      suggestions: ['What was the gap at the finish?'],
    }
  const { bySaid, whomSaid } = saidOf(telling, { by, whom, isOfOne: other !== undefined })
  const { text } = ask.part
  if (partner === undefined && lapping.test(text))
    return {
      sentences: [answering(text, whom.length > 0, whomSaid), seenAtLine],
      asked: whom.slice(0, carsNamed).map((one) => one.car.own('car')),
      suggestions,
    }
  return {
    sentences: [
      isCounted ? lapsDown(telling, car) : undefined,
      answering(text, isBy ? by.length > 0 : undefined, bySaid),
      isBy ? undefined : whomSaid,
      other === undefined && !isCounted && (isBy || whom.length === 0)
        ? lapsDown(telling, car)
        : undefined,
      seenAtLine,
    ],
    asked: [...by, ...whom].slice(0, carsNamed).map((one) => one.car.own('car')),
    suggestions,
  }
})

const suggestions = ['How many laps did I do?', 'Tell me the story of my race']

/** "It did 25 laps of 26, 1 fewer." */
function lapsDown({ race, keep }: Pick<RaceTelling, 'race' | 'keep'>, car: CoachedCar) {
  if (car.pattern.lapsDone >= race.race.raceLaps) return undefined
  const [done, all] = [car.own('lapsDone'), race.ofRace('raceLaps')]
  const fewer = keep(computedFact('difference', [all, done], 'count', 'Laps fewer than the race'))
  return fact`In all ${exact(car.own('car'))} did ${exact(done)} of ${exact(all)} laps, ${exact(fewer)} fewer.`
}

/** "The race had 28 laps; fewer did car 18 (27) and car 93 (24)." */
function lapsDownOf({ race }: RaceTelling, cars: readonly CoachedCar[]) {
  const fewer = cars
    .filter(({ pattern }) => pattern.lapsDone < race.race.raceLaps)
    .toSorted((a, b) => b.pattern.lapsDone - a.pattern.lapsDone)
  if (fewer.length === 0) return undefined
  const told = fewer.map((car): Piece => [
    exact(car.own('car')),
    ' (',
    exact(car.own('lapsDone')),
    ')',
  ])
  return fact`The race had ${exact(race.ofRace('raceLaps'))} laps; fewer did ${listed(told)}.`
}

const leadLap = /\b(?:lead|leader'?s|same) lap\b/i

/** How many cars ended the last lap of the race, and those that did fewer. */
function onLeadLap(telling: RaceTelling, cars: readonly CoachedCar[]): Written {
  const { race, keep, carIn } = telling
  const all = inResultOrder(race)
    .filter(({ lapsDone }) => lapsDone >= race.race.raceLaps)
    .flatMap(({ car }) => carIn(car) ?? [])
  const laps = all.map((car) => car.own('lapsDone'))
  const count = keep(computedFact('count', laps, 'count', 'Cars on the lead lap'))
  const others = lapsDownOf(telling, cars)
  const numbers = all.map((car) => car.own('car'))
  return {
    sentences: [
      fact`${exact(count)} of ${countCited(carCount(telling), 'car')} finished ${raceNamed(race)} on the lead lap${others === undefined ? '' : [': ', carsCited(numbers)]}.`,
      others,
    ],
    asked: [count, ...numbers],
    suggestions: ['Who did not finish?', 'Who won?'],
  }
}

const seenAtLine = note`Seen at the line: a lap lost in the pits counts like one lost on the road.`

const inRace = aboutRace((telling): Written => {
  const { race, carIn } = telling
  const cars = race.patterns.flatMap((pattern) => carIn(pattern.car) ?? [])
  const found = cars.flatMap((slow) => {
    const by = cars.flatMap((quick) => {
      const lap = lapLapped(slow, quick)
      return lap === undefined ? [] : [{ quick, lap }]
    })
    const [first] = by.toSorted(
      (a, b) => a.lap - b.lap || timeOf(a.quick, a.lap + 1) - timeOf(b.quick, b.lap + 1),
    )
    return first === undefined ? [] : [{ slow, ...first }]
  })
  if (leadLap.test(telling.ask.part.text)) return onLeadLap(telling, cars)
  if (found.length === 0)
    return {
      sentences: [
        fact`In ${raceNamed(race)} no car was lapped, of ${exact(carCount(telling))}, as far as the line shows.`,
      ],
      asked: [carCount(telling)],
      suggestions: ['Who did not finish?', 'Who won?'],
    }
  const firsts = new Set(found.map(({ quick }) => quick.pattern.car))
  const told = found.map(({ slow, quick, lap }): Piece => [
    exact(slow.own('car')),
    ' on its ',
    exact(slow.own(`laps.${lap}.lap`)),
    firsts.size > 1 ? [' by ', exact(quick.own('car'))] : '',
  ])
  const [{ quick } = {}] = found
  const slow = found.map((one) => one.slow.own('car'))
  const count = telling.keep(computedFact('count', slow, 'count', 'Cars that were lapped'))
  const by: Piece =
    firsts.size === 1 && quick ? [', each time by ', exact(quick.own('car')), ' first'] : ''
  return {
    sentences: [
      /\bhow many\b/i.test(telling.ask.part.text)
        ? fact`${countCited(count, 'car')} ${found.length === 1 ? 'was' : 'were'} lapped in ${raceNamed(race)}: ${listed(told)}${by}.`
        : fact`Lapped in ${raceNamed(race)}: ${listed(told)}${by}.`,
      lapsDownOf(telling, cars),
      seenAtLine,
    ],
    asked: found.map(({ slow }) => slow.own('car')),
    suggestions: ['Who did not finish?', 'Who won?'],
  }
})
