import { countCited, raceCited, rankCited, sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import {
  asOne,
  capitalised,
  exact,
  fact,
  listed,
  note,
  type Piece,
  short,
} from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { AnswerIntent } from '../../draft.ts'
import type { Written } from '../car-answer.ts'
import { gapBetween } from '../counted-words.ts'
import { placeNamed, sectionOf } from '../named-in.ts'
import { figureMoved, ofBestLaps } from './figures-moved.ts'
import { closer, improvedThere } from './improved-there.ts'
import { ofWeekend } from '../season/weekend.ts'
import { answering, asksYesNo } from '../yes-no.ts'

/** Race 2 against race 1: the car, the field, and what is left when the field is taken out. */
export const improved: AnswerIntent = ofWeekend((ask, { first, second }) => {
  const place = placeNamed(ask)
  const sections = place === undefined ? sectionIds : [sectionOf(place)]
  const moved = sections.flatMap((section) => {
    const both = [first, second].every(
      ({ pattern }) => typeof pattern.sections[section]?.paceGapMs === 'number',
    )
    if (!both) return []
    const field = `sections.${section}.paceGapMs`
    const label = `Car ${second.pattern.car}, ${section}: pace gap of the later race less that of the earlier`
    return [{ section, shift: gapBetween(second.own(field), first.own(field), label) }]
  })
  const [there] = place === undefined ? [] : moved
  if (there !== undefined && ask.part.figure === undefined)
    return { ...improvedThere(ask.part.text, first, second, there), suggestions: furtherQuestions }
  const against = againstField(ask.part.text, first, second)
  const figure = figureMoved(ask, first, second)
  if (figure !== undefined) return { ...figure, suggestions: furtherQuestions }
  const parts = moved.map(({ section, shift }): Piece => [
    sectionCited(second, section),
    ' ',
    closer(shift),
  ])
  if (against === undefined && moved.length === 0)
    return { ...bestLaps(ask.part.text, first, second), suggestions: furtherQuestions }
  const bySection =
    parts.length === 0
      ? undefined
      : fact`Against the quick quarter, from ${raceCited(first.race.raceId)} to ${raceCited(second.race.raceId)}: ${listed(parts)}.`
  const whole = place === undefined ? against?.sentence : undefined
  const isWhere = /\b(?:where|which (?:section|sector|part)|what (?:section|sector|part))\b/i.test(
    ask.part.text,
  )
  return {
    sentences: [
      ...(isWhere ? [bySection, whole] : [whole, bySection]),
      isWithinChance(first.pattern, second.pattern)
        ? ranks(first, second)
        : asOne(ranks(first, second), regression),
    ],
    computed: moved.map(({ shift }) => shift),
    asked: [...(against?.asked ?? []), ...moved.map(({ shift }) => shift)],
    suggestions: furtherQuestions,
  }
})

const regression = note`Whoever was weak somewhere usually gets better there.`

const furtherQuestions = [
  'Was the target met?',
  'What should I work on now?',
  'Where do I lose time?',
]

/** The car's own shift beside that of the field, of the class that the races share. */
function againstField(text: string, first: CoachedCar, { weather, pattern, day }: CoachedCar) {
  const { otherRace } = weather
  const index = otherRace?.cars.findIndex(({ car }) => car === pattern.car) ?? -1
  const own = otherRace?.cars[index]
  if (!otherRace || own === undefined || otherRace.field === null) return undefined
  if (otherRace.carClass !== pattern.carClass) return undefined
  const facts = [
    day(`otherRace.cars.${index}.againstFieldMs`),
    day(`otherRace.cars.${index}.shiftMs`),
    day('otherRace.field.shiftMs'),
  ] as const
  const [beside, shift, field] = facts
  const way = (ms: number) => (ms < 0 ? 'quicker' : 'slower')
  const moved: Piece = [
    ' pace was ',
    short(shift),
    ` ${way(own.shiftMs)} than in `,
    raceCited(otherRace.raceId),
  ]
  const ofField: Piece = [
    'that of the field ',
    short(field),
    ` ${way(otherRace.field.shiftMs)}, over `,
    exact(day('otherRace.field.n')),
    ' cars that ran in both',
  ]
  const isChance = isWithinChance(first.pattern, pattern)
  const isLevel = Math.abs(own.againstFieldMs) < 0.5
  const change: Piece = isLevel
    ? 'level with the field'
    : [
        'against the field you ',
        own.againstFieldMs < 0 ? 'gained ' : 'lost ',
        short(beside),
        isChance ? ', within chance' : '',
      ]
  if (isEither.test(text)) {
    const said = whose(own, otherRace.field.shiftMs, isChance)
    return { asked: [...facts], sentence: fact`${said}: your${moved}, ${ofField}; ${change}.` }
  }
  // "Was I faster on Sunday?" is asked of the times, "did I improve?" of the driver.
  const words = /\b(?:(?<quick>faster|quicker)|(?<slow>slower))\b/i.exec(text)?.groups
  if (words !== undefined) {
    const isSo = own.shiftMs < 0 === (words['slow'] === undefined)
    const sentence = fact`Your${moved}, ${ofField}; ${change}.`
    return { asked: [...facts], sentence: answering(text, isSo, sentence) }
  }
  const opening = asksYesNo(text) ? openingOf(own.againstFieldMs, isChance) : ''
  const verdict = isLevel ? 'Level with the field: ' : [opening, change, isChance ? '; ' : ': ']
  return { asked: [...facts], sentence: capitalised(fact`${verdict}your${moved}, ${ofField}.`) }
}

/** "Was that me or the track?" */
const isEither =
  /\b(?:me|myself|us|you|him|her|driver|car)\b[^?]*\bor\b[^?]*\b(?:track|day|conditions?|weather|every(?:one|body))\b|\b(?:track|day|conditions?|weather|every(?:one|body))\b[^?]*\bor\b[^?]*\b(?:me|myself|us|you|him|her|driver|car)\b|\bhow much of\b.*\b(?:me|track)\b/i

type Shift = { readonly shiftMs: number; readonly againstFieldMs: number }

/** Whose doing it was that a car got quicker or slower. */
function whose({ shiftMs, againstFieldMs }: Shift, fieldMs: number, isChance: boolean): string {
  const isOwn = !isChance && againstFieldMs < 0 === shiftMs < 0
  const isDay = fieldMs < 0 === shiftMs < 0
  if (isOwn && isDay) return 'Both'
  return isOwn ? 'You' : isDay ? 'The track' : 'Neither alone'
}

function openingOf(ms: number, isChance: boolean): string {
  if (isChance) return 'The laps cannot tell: '
  return ms < 0 ? 'Yes, ' : 'No, '
}

/** The intervals of the two pace gaps touch. */
function isWithinChance(a: CoachedCar['pattern'], b: CoachedCar['pattern']): boolean {
  const low = ({ lap }: CoachedCar['pattern']) => lap.paceGapLowMs ?? -Infinity
  const high = ({ lap }: CoachedCar['pattern']) => lap.paceGapHighMs ?? Infinity
  return low(a) <= high(b) && low(b) <= high(a)
}

function ranks(first: CoachedCar, second: CoachedCar) {
  if ([first, second].some(({ pattern }) => pattern.lap.paceRank === null)) return undefined
  const rank = ({ own }: CoachedCar) => rankCited(own('lap.paceRank'), own('lap.paceOf'))
  return fact`By pace you were ${rank(first)} in ${raceCited(first.race.raceId)} and ${rank(second)} in ${raceCited(second.race.raceId)}.`
}

/** Without a pace in both races only the best laps are left, with the day in them. */
function bestLaps(text: string, first: CoachedCar, second: CoachedCar): Written {
  const laps = fact`You have ${countCited(first.own('cleanLaps'), 'green lap')} in ${raceCited(first.race.raceId)} and ${exact(second.own('cleanLaps'))} in ${raceCited(second.race.raceId)}: too few for a pace in both, so it cannot be told with the field taken out.`
  const best = ofBestLaps(text, first, second)
  return { ...best, sentences: [laps, ...(best.computed === undefined ? [] : best.sentences)] }
}
