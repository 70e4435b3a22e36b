import { countCited, lapSpan } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, type Piece } from '#core/composer/say.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { computedFact } from '../../computed-fact.ts'
import { lapAsked, lapAt, lapsOf, raceNamed } from '../in-race.ts'
import { lapsLed } from './leaders.ts'
import { type RaceTelling, type Voice, voiceOf, type Written } from '../telling.ts'

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
  const isAll = allLaps.test(text)
  const until = /\bbefore\b/i.test(text) ? lapAsked(telling.ask) : undefined
  const isSo = mine !== undefined && ledBefore(mine.car, until)
  const isOfCar = mine !== undefined && who !== undefined
  const change =
    isOfCar && taking.test(text) && !losesLead.test(text)
      ? leadTaken(telling, { ...mine, who })
      : isOfCar && losesLead.test(text)
        ? leadLost(telling, { ...mine, who })
        : undefined
  return {
    verdict:
      mine === undefined
        ? isAll
          ? led.length === 1
          : undefined
        : ledAsAsked(text, isAll ? mine.n.value === race.race.raceLaps : isSo),
    sentences: [
      change,
      mine &&
        who &&
        fact`${who.You} led at the end of ${countCited(mine.n, 'lap')} of ${raceNamed(race)}, ${listed(spansLed(mine.car))}.`,
      ...(mine === undefined ? changesAsked(telling) : []),
      mine === undefined ? all : undefined,
    ],
    asked: mine ? [mine.n] : led.map(({ n }) => n),
    suggestions,
  }
}

/** When the lead changed, or how often, where that is asked for. */
function changesAsked(telling: RaceTelling) {
  const { text } = telling.ask.part
  const led = lapsLed(telling).map(({ car }) => car)
  const isWhen = /\b(?:when|which laps?|what laps?|where)\b/i.test(text)
  const isCounted = /\b(?:how many|how often|different|changes?|swap\w*)\b/i.test(text)
  return [
    isWhen ? changesTold(telling, led) : undefined,
    isCounted ? fact`${howManyLed(telling, led) ?? 'Nobody led'}.` : undefined,
  ]
}

/** "When did I lose the lead?", "who took it off 46?" */
export const losesLead = /\blos[et]\b|\b(?:off|from|away from) (?:me|us|him|her|(?:car ?|#)?\d+)\b/i

const allLaps = /\b(?:all|every|whole|entire|(?:flag|lights|start|first lap)[ -]to[ -])\b/i
const taking = /\b(?:t[ao]ke?n?|took|g[eo]t|inherit\w*|snatch\w*)\b.*\blead\b/i

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

/** "When did 13 take the lead?": the laps that it ended in front after one that it did not, and who was in front then. */
function leadTaken(
  { race, carIn }: RaceTelling,
  { car, who }: { readonly car: CoachedCar; readonly who: Voice },
) {
  const taken = lapsOf(car.pattern).filter(
    ({ lap, position }) => position === 1 && lapAt(car.pattern, lap - 1)?.position !== 1,
  )
  const told = taken.map(({ lap }): Piece => {
    const before = race.patterns.find((pattern) => lapAt(pattern, lap - 1)?.position === 1)
    const leader = before && carIn(before.car)
    const from: Piece = leader === undefined ? '' : [' from ', exact(leader.own('car'))]
    return [exact(car.own(`laps.${lap}.lap`)), from]
  })
  return fact`${who.You} took the lead on ${listed(told)}.`
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

/** "When did the lead change?": each change with its lap and who was in front then. */
function changesTold({ race }: RaceTelling, led: readonly CoachedCar[]) {
  const taken = led
    .flatMap(({ pattern, own }) =>
      lapsOf(pattern)
        .filter(({ lap, position }) => position === 1 && lap > 1)
        .filter(({ lap }) => lapAt(pattern, lap - 1)?.position !== 1)
        .map(({ lap }) => ({ lap, at: own(`laps.${lap}.lap`), car: own('car') })),
    )
    .toSorted((a, b) => a.lap - b.lap)
    .map(({ at, car }): Piece => [exact(at), ' to ', exact(car)])
  return taken.length === 0
    ? undefined
    : fact`The lead in ${raceNamed(race)} went on ${listed(taken)}.`
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

/** "How many places from start to flag?" asks for no lead. */
export const asksForLead = (text: string) => leads.test(text) && !ofPlaces.test(text)

const ofPlaces =
  /\b(?:places?|positions?|spots?|overt\w*|pass\w*|ma[dk]e up|gain\w*)\b(?!.*\b(?:led|lead\w*)\b)(?=.*\bto(?: the)?[ -](?:flag|finish|end)\b)/

const leads =
  /\bled\b|\bhow (?:long|many laps) .*\b(?:leading|in front)\b|\bwho (?:was|were|is) winning\b|laps led|in the lead\b|\bleaders\b|\blaps in front\b|\bheaded\b|\b(?:flag|lights|start)[ -]to[ -](?:flag|finish)|(?:take|took|taking|taken) (?:it )?over (?:(?:at|in|to) the front|(?:in )?the lead|from)|(?:at|hit|to|in) the front\b|lead(?:er)? chang\w*|chang\w* (?:of|for) the lead|lead (?:chang|swap)\w*|(?:take|took|taking|taken|snatch\w*|grab\w*|inherit\w*|lose|lost|losing|hold|held|get) the lead|laps (?:did|does|do|was|were) .{0,12}\b(?:lead|leading|in front)\b|did .{0,14}\blead\b/
