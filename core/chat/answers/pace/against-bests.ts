import { countCited, sectionCited, sectionWithCorners } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { byGap } from './against-others.ts'
import type { Written } from '../car-answer.ts'
import { gapBetween } from '../counted-words.ts'
import { withoutPace } from '../few-green-laps.ts'

/** The median green lap against the car's own best sections (D6, all laps), as driven. */
export function againstOwnBest(car: CoachedCar): Written {
  const { own, pattern } = car
  const gaps = byGap(
    sectionIds.flatMap((section) => {
      const figures = pattern.sections[section]
      if (!figures?.own || figures.medianMs === null) return []
      const label = `Car ${pattern.car}, median against the own best in ${section}`
      return [
        {
          section,
          gap: gapBetween(
            own(`sections.${section}.medianMs`),
            own(`sections.${section}.own.bestMs`),
            label,
          ),
        },
      ]
    }),
  )
  const [first, ...others] = gaps
  if (first === undefined) return withoutPace(car)
  const at = `sections.${first.section}`
  const rest = others.map(({ section, gap }): Piece => [
    sectionCited(car, section),
    ' ',
    short(gap),
  ])
  return {
    sentences: [
      fact`Against your own best, your median is furthest off in ${sectionWithCorners(car, first.section)}: ${short(first.gap)}, ${exact(own(`${at}.medianMs`))} against ${exact(own(`${at}.own.bestMs`))} on ${exact(own(`${at}.own.lap`))}.`,
      rest.length === 0 ? undefined : fact`The others: ${listed(rest)}.`,
      note`That is as driven, over ${countCited(own(`${at}.n`), 'green lap')}; a longer section has more room for a gap.`,
    ],
    computed: gaps.map(({ gap }) => gap),
    asked: gaps.map(({ gap }) => gap),
    suggestions: [
      'What would I gain by repeating my best laps?',
      'What is my ideal lap?',
      'Where do I lose to the field?',
    ],
  }
}

/** The median green lap against the best sections of all cars (D7). */
export function againstComposite(car: CoachedCar): Written {
  const { own, pattern } = car
  const gaps = byGap(
    sectionIds.flatMap((section) =>
      typeof pattern.sections[section]?.medianGapMs === 'number'
        ? [{ section, gap: own(`sections.${section}.medianGapMs`) }]
        : [],
    ),
  )
  const [first, ...others] = gaps
  if (first === undefined) return withoutPace(car)
  const rest = others.map(({ section, gap }): Piece => [
    sectionCited(car, section),
    ' ',
    short(gap),
  ])
  return {
    sentences: [
      fact`Against the best-case composite your median is furthest off in ${sectionWithCorners(car, first.section)}: ${short(first.gap)} over ${countCited(own(`sections.${first.section}.n`), 'green lap')}.`,
      rest.length === 0 ? undefined : fact`The others: ${listed(rest)}.`,
      note`The composite is the single best of all cars in each section, so everyone is off it; the quick quarter says more.`,
    ],
    asked: gaps.map(({ gap }) => gap),
    suggestions: ['Where do I lose against the quick quarter?', 'Is the composite reachable?'],
  }
}
