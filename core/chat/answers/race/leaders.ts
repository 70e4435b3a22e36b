import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { computedFact } from '../../computed-fact.ts'
import { endAsked } from './field-end.ts'
import {
  inResultOrder,
  lapAsked,
  lapAt,
  lapsOf,
  placeField,
  positionNamed,
  raceNamed,
} from '../in-race.ts'
import { type RaceTelling, type Voice, voiceOf, type Written } from '../telling.ts'

const shownOnLap = 5

/** Who was where at the end of a lap: the place that was named, else the first ones. */
export function whoOnLap(telling: RaceTelling, lap: number): Written {
  const { race, carIn, ask } = telling
  const order = race.patterns
    .flatMap((pattern) => {
      const position = lapAt(pattern, lap)?.position ?? undefined
      const car = carIn(pattern.car)
      return position === undefined || car === undefined ? [] : [{ car, position }]
    })
    .toSorted((a, b) => a.position - b.position)
  const isOrder = /order|top|positions|classification|standings|everyone/i.test(ask.part.text)
  const place = isOrder ? undefined : (positionNamed(ask.part.text) ?? 1)
  const found = order.find(({ position }) => position === place)?.car
  if (order.length === 0 || (place !== undefined && found === undefined))
    return {
      outcome: 'not-in-data',
      sentences: [note`The sheet of ${raceNamed(race)} has no car there at the end of that lap.`],
    }
  const at = (car: CoachedCar, field: string) => car.own(`laps.${lap}.${field}`)
  const suggestions = ['What happened on that lap?', 'Who won?']
  if (found === undefined) {
    const { count } = endAsked(ask.part.text, 'less-is-better', shownOnLap)
    const shown = order.slice(0, count)
    const told = shown.map(({ car }): Piece => [
      exact(at(car, 'position')),
      ' ',
      exact(car.own('car')),
    ])
    const [first] = shown
    return {
      sentences: [first && fact`At the end of ${exact(at(first.car, 'lap'))}: ${listed(told)}.`],
      asked: shown.map(({ car }) => at(car, 'position')),
      suggestions,
    }
  }
  const entry = lapAt(found.pattern, lap)
  const next = order.find(({ position }) => position === (place ?? 0) + 1)?.car
  const isBehind = (entry?.ahead ?? null) !== null && (entry?.intervalMs ?? null) !== null
  return {
    sentences: [
      fact`Car ${short(found.own('car'))} was ${exact(at(found, 'position'))} at the end of ${exact(at(found, 'lap'))}${isBehind ? [', ', exact(at(found, 'intervalMs')), ' behind ', exact(at(found, 'ahead'))] : ''}.`,
      next && lapAt(next.pattern, lap)?.intervalMs
        ? fact`Behind it came ${exact(next.own('car'))}, by ${exact(at(next, 'intervalMs'))}.`
        : undefined,
    ],
    asked: [found.own('car'), at(found, 'position')],
    suggestions,
  }
}

/** The cars that led at a line, and at how many, the most first. */
export function lapsLed({ race, carIn, keep }: RaceTelling) {
  return race.patterns
    .flatMap((pattern) => {
      const car = carIn(pattern.car)
      const laps = lapsOf(pattern).filter(({ position }) => position === 1)
      if (car === undefined || laps.length === 0) return []
      const facts = laps.map(({ lap }) => car.own(`laps.${lap}.lap`))
      const label = `Car ${pattern.car}: laps led at the line`
      return [{ car, n: keep(computedFact('count', facts, 'count', label)) }]
    })
    .toSorted((a, b) => Number(b.n.value) - Number(a.n.value))
}

/** Who led, and at the end of how many laps; how often the lead changed hands from one line to the next. */
export function whoLed(telling: RaceTelling, only?: CarNumber): Written {
  const { race, carIn } = telling
  const led = lapsLed(telling)
  const told = led.map(({ car, n }): Piece => [exact(car.own('car')), ' ', countCited(n, 'lap')])
  const own = only === undefined ? undefined : carIn(only)
  const mine = led.find(({ car }) => car.pattern.car === only)
  const who = own && voiceOf(telling.ask, own)
  const { text } = telling.ask.part
  const suggestions = ['Who won?', 'Tell me the story of my race']
  const all = fact`Led at the line in ${raceNamed(race)}: ${listed(told)}.`
  if (own !== undefined && who !== undefined && mine === undefined)
    return {
      verdict: false,
      sentences: [
        fact`${who.You} led at the end of no lap of ${raceNamed(race)}.`,
        led.length === 0 ? undefined : all,
      ],
      asked: led.map(({ n }) => n),
      suggestions,
    }
  const isAll = /\b(?:all|every|whole|entire|(?:flag|lights|start|first lap)[ -]to[ -])\b/i.test(
    text,
  )
  const until = /\bbefore\b/i.test(text) ? lapAsked(telling.ask) : undefined
  const isSo = mine !== undefined && ledBefore(mine.car, until)
  return {
    verdict: mine && ledAsAsked(text, isAll ? mine.n.value === race.race.raceLaps : isSo),
    sentences: [
      mine && who && /\blos[et]\b/i.test(text) ? leadLost(telling, { ...mine, who }) : undefined,
      mine &&
        who &&
        fact`${who.You} led at the end of ${countCited(mine.n, 'lap')} of ${raceNamed(race)}, ${listed(spansLed(mine.car))}.`,
      /\b(?:how many|how often|different|changes?|swap\w*)\b/i.test(text) && mine === undefined
        ? fact`${
            howManyLed(
              telling,
              led.map(({ car }) => car),
            ) ?? 'Nobody led'
          }.`
        : undefined,
      mine === undefined ? all : undefined,
    ],
    asked: mine ? [mine.n] : led.map(({ n }) => n),
    suggestions,
  }
}

const ledAsAsked = (text: string, isSo: boolean) => (/\blos[et]\b/i.test(text) ? undefined : isSo)

/** "Did 55 lead before the last lap?" */
function ledBefore({ pattern }: CoachedCar, until: number | undefined): boolean {
  return lapsOf(pattern).some(({ lap, position }) => position === 1 && lap < (until ?? Infinity))
}

/** "Laps 4 to 9", "lap 12": where it led without a break. */
function spansLed({ pattern, own }: CoachedCar): readonly Piece[] {
  const spans: { readonly from: number; readonly to: number }[] = []
  for (const { lap, position } of lapsOf(pattern)) {
    if (position !== 1) continue
    const last = spans.at(-1)
    if (last?.to === lap - 1) spans.splice(-1, 1, { from: last.from, to: lap })
    else spans.push({ from: lap, to: lap })
  }
  return spans.map(({ from, to }) => lapSpan(own(`laps.${from}.lap`), own(`laps.${to}.lap`)))
}

/** "When did I lose the lead?": the laps that ended behind another car after one in front. */
function leadLost(
  { race, carIn }: RaceTelling,
  { car, who }: { readonly car: CoachedCar; readonly who: Voice },
) {
  const lost = lapsOf(car.pattern).filter(
    ({ lap, position }) => lapAt(car.pattern, lap - 1)?.position === 1 && position !== 1,
  )
  const told = lost.map(({ lap }): Piece => {
    const next = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === 1)
    const leader = next && carIn(next.car)
    const to: Piece = leader === undefined ? '' : [' to ', exact(leader.own('car'))]
    return [exact(car.own(`laps.${lap}.lap`)), to]
  })
  return told.length === 0
    ? fact`Never: no lap after one in front ended with ${exact(car.own('car'))} behind another car.`
    : fact`${who.You} lost the lead on ${listed(told)}.`
}

/** "5 cars led; the lead changed hands 6 times", of the race that is named. */
export function howManyLed(
  { race, keep }: RaceTelling,
  led: readonly CoachedCar[],
): Piece | undefined {
  if (led.length === 0) return undefined
  const numbers = led.map((car) => car.own('car'))
  const count = keep(computedFact('count', numbers, 'count', 'Cars that led at a line'))
  const taken = led.flatMap((car) =>
    lapsOf(car.pattern)
      .filter(({ lap, position }) => position === 1 && lap > 1)
      .filter(({ lap }) => lapAt(car.pattern, lap - 1)?.position !== 1)
      .map(({ lap }) => car.own(`laps.${lap}.lap`)),
  )
  const cars: Piece = [countCited(count, 'car'), ' led ', raceNamed(race), ' at the line']
  if (taken.length === 0) return [cars, ', from the first lap to the last']
  const changes = keep(computedFact('count', taken, 'count', 'Changes of the lead at the line'))
  return [cars, '; the lead changed hands ', countCited(changes, 'time')]
}

/** The last in the result. */
export function whoWasLast({ race, carIn }: RaceTelling): Written {
  const field = placeField(race)
  const last = inResultOrder(race).findLast((pattern) => pattern[field] !== null)
  const car = last && carIn(last.car)
  if (car === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`There is no order of this race in the data.`],
    }
  return {
    sentences: [
      fact`Last in ${raceNamed(race)} was ${exact(car.own('car'))}: ${exact(car.own(field))}, after ${countCited(car.own('lapsDone'), 'lap')}.`,
    ],
    asked: [car.own('car'), car.own(field)],
    suggestions: ['Who did not finish?', 'Who won?'],
  }
}
