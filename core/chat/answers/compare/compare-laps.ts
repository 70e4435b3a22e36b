import { sectionCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { exclusionWords } from '#core/domain/exclusion-words.ts'
import type { Fact } from '#core/domain/fact.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import { differenceOf, lapAt } from '../in-race.ts'
import { noSuchLap } from '../race/position.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'
import { stretchesCompared } from './stretches-compared.ts'
import { correcting } from '../yes-no.ts'

/** Two laps of a car, section by section; what is not like for like comes first. */
export const compareLaps = aboutCar((telling) => {
  const { car } = telling
  const { stretches } = telling.ask.part
  if (stretches !== undefined) return stretchesCompared(telling, stretches)
  const laps = lapsAsked(telling)
  const [a, b] = laps
  if (a === undefined || b === undefined)
    return {
      outcome: 'asked-back',
      sentences: [note`Which two laps?`],
      suggestions: ['My best lap against my last lap', 'My best lap against my worst lap'],
    }
  if ([a, b].some((lap) => lapAt(car.pattern, lap) === undefined)) return noSuchLap(telling)
  if (a === b)
    return {
      outcome: 'asked-back',
      sentences: [note`That is one lap: with which other one?`],
      suggestions: ['My last lap', 'My worst lap'].map((label) => ({
        label,
        text: `Compare lap ${a} with ${label.toLowerCase()}`,
      })),
    }
  return compared(telling, a, b)
})

/** Those named; a single one is compared with the best lap. */
function lapsAsked({ car, ask }: CarTelling): readonly number[] {
  const { laps = [], lap } = ask.part.scope
  const named = [...new Set([...laps, ...(lap === undefined ? [] : [lap])])]
  if (named.length >= 2) {
    const isRange = laps.length > 2
    return isRange ? [Math.min(...laps), Math.max(...laps)] : named.slice(0, 2)
  }
  const best = car.pattern.bestLap?.lap
  return [...named, ...(best === undefined ? [] : [best])]
}

function compared(telling: CarTelling, a: number, b: number): Written {
  const { car, who } = telling
  const time = (lap: number) => timeOf(telling, lap, 'lap')
  const [first, second] = [time(a), time(b)]
  const cited = (lap: number) => exact(car.own(`laps.${lap}.lap`))
  const gap = first && second && between(telling, a, b, 'lap')
  const value = Number(gap?.value ?? 0)
  const way: Piece =
    gap === undefined
      ? ''
      : value === 0
        ? 'the same'
        : [short(gap), value > 0 ? ' slower' : ' quicker']
  const section = sectionIds.find((id) => id === telling.ask.part.scope.section)
  return {
    sentences: [
      section && inSection(telling, a, b, section),
      first && second
        ? correcting(
            telling.ask.part.text,
            isQuicker(telling.ask.part.text, value),
            fact`${who.Your} ${cited(a)} was ${exact(first)} and ${cited(b)} ${exact(second)}: ${cited(a)} was ${way}.`,
          )
        : fact`One of ${cited(a)} and ${cited(b)} has no lap time on the sheet.`,
      caution(telling, [a, b]),
      sections(telling, a, b),
      trackBetween(telling, a, b),
    ],
    asked: [gap ?? first ?? second],
    suggestions: [
      'Why was that lap slow?',
      'What happened on that lap?',
      'What should I work on first?',
    ],
  }
}

/** "Was lap 8 quicker than lap 9?", of the gap of the first to the second. */
function isQuicker(text: string, ms: number): boolean | undefined {
  if (/\b(?:quicker|faster|better)\b/i.test(text)) return ms < 0
  return /\b(?:slower|worse)\b/i.test(text) ? ms > 0 : undefined
}

/** "In the last sector": that one first. */
function inSection(telling: CarTelling, a: number, b: number, section: SectionId) {
  const { car } = telling
  const [first, second] = [timeOf(telling, a, section), timeOf(telling, b, section)]
  const gap = between(telling, a, b, section)
  if (first === undefined || second === undefined || gap === undefined) return undefined
  const value = Number(gap.value)
  const way: Piece = value === 0 ? 'the same' : [short(gap), value > 0 ? ' slower' : ' quicker']
  return fact`In ${sectionCited(car, section)} ${exact(car.own(`laps.${a}.lap`))} was ${way}: ${exact(first)} against ${exact(second)} on ${exact(car.own(`laps.${b}.lap`))}.`
}

function timeOf({ car }: CarTelling, lap: number, quantity: 'lap' | 's1' | 's2' | 's3') {
  if (lapAt(car.pattern, lap)?.timeMs[quantity] === undefined) return undefined
  return car.own(`laps.${lap}.timeMs.${quantity}`)
}

/** The first lap's time less the second's, as driven. */
function between(
  telling: CarTelling,
  a: number,
  b: number,
  quantity: 'lap' | 's1' | 's2' | 's3',
): Fact | undefined {
  const [first, second] = [timeOf(telling, a, quantity), timeOf(telling, b, quantity)]
  if (first === undefined || second === undefined) return undefined
  const { car } = telling.car.pattern
  return telling.keep(
    differenceOf(first, second, `Car ${car}: lap ${a} less lap ${b}, ${quantity}`),
  )
}

function sections(telling: CarTelling, a: number, b: number) {
  const parts = sectionIds
    .flatMap((section) => {
      const gap = between(telling, a, b, section)
      return gap === undefined ? [] : [{ section, gap, value: Number(gap.value) }]
    })
    .toSorted((one, two) => Math.abs(two.value) - Math.abs(one.value))
  if (parts.length === 0) return undefined
  const said = parts.map(({ section, gap, value }): Piece => [
    sectionCited(telling.car, section),
    ' ',
    value === 0 ? 'the same' : [short(gap), value > 0 ? ' slower' : ' quicker'],
  ])
  return fact`On ${exact(telling.car.own(`laps.${a}.lap`))} ${listed(said)}, as driven.`
}

function trackBetween({ car, race, keep }: CarTelling, a: number, b: number) {
  const field = race.weather.field[car.key]
  if (field?.laps[String(a)]?.effectMs.lap === undefined) return undefined
  if (field.laps[String(b)]?.effectMs.lap === undefined) return undefined
  const at = (lap: number) => race.day(`field.${car.key}.laps.${lap}.effectMs.lap`)
  const gap = keep(differenceOf(at(a), at(b), `What the track did: lap ${a} less lap ${b}`))
  const value = Number(gap.value)
  if (Math.abs(value) < 50) return undefined
  return fact`For the whole field ${exact(car.own(`laps.${a}.lap`))} was ${short(gap)} ${value > 0 ? 'slower' : 'quicker'} than ${exact(car.own(`laps.${b}.lap`))}, so that much was the track.`
}

/** Laps that are no green laps, named with the reason. */
function caution({ car }: CarTelling, laps: readonly number[]) {
  const odd = laps.flatMap((lap): Piece[] => {
    const entry = lapAt(car.pattern, lap)
    if (entry === undefined || entry.isClean) return []
    const reasons = entry.excludedBecause
      .filter((reason) => reason !== 'incomplete')
      .map((reason) => (reason === 'opening-lap' ? 'the opening lap' : exclusionWords[reason]))
    return [[exact(car.own(`laps.${lap}.lap`)), ` (${reasons.join(', ')})`]]
  })
  if (odd.length === 0) return undefined
  return fact`Not like for like: ${listed(odd)} ${odd.length === 1 ? 'is no green lap' : 'are no green laps'}.`
}
