import {
  offOrAheadAlone,
  paceRankCited,
  raceCited,
  sectionCited,
} from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { fact, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { Written } from '../car-answer.ts'
import { answering, type Verdict } from '../yes-no.ts'

type Moved = { readonly section: SectionId; readonly shift: Fact }

/** One section of race 1 against the same of race 2: the gaps to the quick quarter, their ranks, and whether it is beyond chance. */
export function improvedThere(
  text: string,
  first: CoachedCar,
  second: CoachedCar,
  { section, shift }: Moved,
): Written {
  const at = `sections.${section}`
  const of = (car: CoachedCar): Piece => [
    offOrAheadAlone(car.own(`${at}.paceGapMs`)),
    ' in ',
    raceCited(car.race.raceId),
    ' (',
    paceRankCited(car, at),
    ')',
  ]
  const ms = Number(shift.value)
  const isChance = isWithinChance(first, second, section)
  const isWorse = /\b(?:worse|slower|fall|fell|drop\w*|lose|lost)\b/i.test(text)
  const verdict: Verdict = isChance ? 'unknown' : ms < 0 !== isWorse
  const told = fact`In ${sectionCited(second, section)} you were ${of(first)} and ${of(second)} against the quick quarter of the field: ${closer(shift)}.`
  return {
    sentences: [
      answering(text, verdict, told),
      isChance
        ? note`The ranges of the two overlap, so the laps cannot tell it from chance.`
        : note`Whoever was weak somewhere usually gets better there.`,
    ],
    computed: [shift],
    asked: [first.own(`${at}.paceGapMs`), second.own(`${at}.paceGapMs`), shift],
  }
}

/** The intervals of the two pace gaps touch. */
function isWithinChance(a: CoachedCar, b: CoachedCar, section: SectionId): boolean {
  const low = ({ pattern }: CoachedCar) => pattern.sections[section]?.paceGapLowMs ?? -Infinity
  const high = ({ pattern }: CoachedCar) => pattern.sections[section]?.paceGapHighMs ?? Infinity
  return low(a) <= high(b) && low(b) <= high(a)
}

export function closer(shift: Fact): Piece {
  const ms = Number(shift.value)
  if (Math.abs(ms) < 0.5) return 'as before'
  return [short(shift), ms < 0 ? ' closer' : ' further away']
}
