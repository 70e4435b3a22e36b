import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited, sectionCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Written } from '../car-answer.ts'
import { isTimed } from '../named-in.ts'
import { notTimed } from './not-timed.ts'

export const figureField: Readonly<Record<string, string>> = {
  mean: 'meanMs',
  median: 'medianMs',
  std: 'stdMs',
  spread: 'stdMs',
  best: 'own.bestMs',
  pace: 'paceMs',
  'pace-gap': 'paceGapMs',
  rank: 'paceRank',
  target: 'targetMs',
  'repeat-gain': 'repeatGainMs',
}

const figureWords: Readonly<Record<string, string>> = {
  mean: 'mean',
  median: 'median',
  std: 'standard deviation',
  spread: 'standard deviation',
  best: 'best',
}

/** No section was named: the figure of each of them. */
export function everySection(
  car: CoachedCar,
  { figure, figures }: { readonly figure?: string; readonly figures?: readonly string[] },
): Written {
  const asked = (figures ?? [figure]).filter((one) => one !== undefined && one in figureWords)
  const of = [...new Set(asked.length === 0 ? ['median'] : asked)].map((one = 'median') => one)
  const told = of.map((one) => {
    const values = sectionIds.flatMap((section) => {
      const value = isTimed(car, section)
        ? car.own(`sections.${section}.${figureField[one] ?? 'medianMs'}`)
        : undefined
      return value === undefined || value.value === null ? [] : [{ section, value }]
    })
    const parts = values.map(({ section, value }): Piece => [
      sectionCited(car, section),
      ' ',
      exact(value),
    ])
    const of_ = one === 'best' ? '' : [' over ', countCited(car.own('cleanLaps'), 'green lap')]
    return {
      values: values.map(({ value }) => value),
      sentence:
        parts.length === 0
          ? undefined
          : fact`Your ${figureWords[one] ?? 'median'} in each section${of_}, as driven: ${listed(parts)}.`,
    }
  })
  if (told.every(({ values }) => values.length === 0)) return notTimed()
  return {
    sentences: told.map(({ sentence }) => sentence),
    asked: told.flatMap(({ values }) => values),
    suggestions: ['Where do I lose time?', 'Which section varies the most?'],
  }
}
