import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited, offOrAhead, paceRankCited, sectionCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, type Piece } from '#core/composer/say.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import { was } from '../race/gap-over.ts'
import type { CarTelling, Voice } from '../telling.ts'
import type { Written } from '../car-answer.ts'

type Figure = { readonly field: string; readonly words: string }

const std: Figure = { field: 'stdMs', words: 'standard deviation' }
const figures: { readonly [figure: string]: Figure } = {
  mean: { field: 'meanMs', words: 'mean' },
  median: { field: 'medianMs', words: 'median' },
  best: { field: 'own.bestMs', words: 'best' },
  std,
  spread: std,
  'consistency-score': std,
  steadiness: std,
  'repeat-gain': { field: 'repeatGainMs', words: 'gain by driving like your best quarter' },
}
const isOfSteadiness =
  /\b(?:in)?consisten\w*|\b(?:un)?stead(?:y|ier|iest|iness)\b|\b(?:ir)?regular\w*|\bvar(?:y|ied|ies|iation)\b|\berratic\b|\bscatter\w*/i

const isOfLoss = /\b(?:los\w*|drop\w*|giv\w*|bleed\w*|worse|weak\w*|slow\w*|bad|off)\b/i

/** The sections that were named, side by side: by the figure that was asked for, else by their pace. */
export function twoSections(
  { car, ask, who }: Pick<CarTelling, 'car' | 'ask'> & { readonly who: Voice },
  named: readonly SectionId[],
): Written | undefined {
  const { figure, text } = ask.part
  // "Best in section 1 but bad in section 3" asks for no best time.
  const isOfPace = figure === undefined || (figure === 'best' && isOfLoss.test(text))
  const of =
    (isOfPace ? undefined : figures[figure]) ?? (isOfSteadiness.test(text) ? std : undefined)
  const field = of?.field ?? 'paceGapMs'
  const values = named
    .map((section) => ({ section, value: car.own(`sections.${section}.${field}`) }))
    .filter(({ value }) => typeof value.value === 'number')
    .toSorted((a, b) => Number(b.value.value) - Number(a.value.value))
  const [first] = values
  const last = values.at(-1)
  if (first === undefined || last === undefined || values.length < 2) return undefined
  const told = values.map(({ section, value }): Piece => {
    const cited = sectionCited(car, section)
    if (of !== undefined) return [cited, ' ', exact(value)]
    return [
      cited,
      ' ',
      offOrAhead(value),
      ` the quick quarter (`,
      paceRankCited(car, `sections.${section}`),
      ')',
    ]
  })
  return {
    verdict: isMore(text, ask.part.sections?.[0], of === undefined ? last : first),
    sentences: [
      of === undefined
        ? isOfLoss.test(text) && !/\bbest\b|\bgood\b|\bstrong/i.test(text)
          ? fact`${sectionCited(car, first.section)} is ${who.your} ${values.length > 2 ? 'weakest' : 'weaker'} one: ${listed(told)}.`
          : fact`${sectionCited(car, last.section)} is ${who.your} ${values.length > 2 ? 'best' : 'better'} one: ${listed(told.toReversed())}.`
        : fact`${who.Your} ${of.words}: ${listed(told)}, over ${laps(car, first.section)}, as driven.`,
      of === std
        ? fact`${who.You} ${was(who.You)} steadier in ${sectionCited(car, last.section)}.`
        : undefined,
    ],
    asked: values.map(({ value }) => value),
    suggestions: ['Which section varies the most?', 'Where do I lose time?'],
  }
}

/** "Is my deviation in Section 1 bigger than in Section 3?": true where the first one named leads. */
function isMore(text: string, asked: string | undefined, leading: { readonly section: string }) {
  const isFirst = leading.section === asked
  if (/\b(?:bigger|higher|larger|more|worse|longer)\b/i.test(text)) return isFirst
  if (/\b(?:smaller|lower|less|steadier)\b/i.test(text)) return !isFirst
  return /\bbetter\b/i.test(text) ? isFirst : undefined
}

function laps(car: CoachedCar, section: SectionId): Piece {
  return countCited(car.own(`sections.${section}.n`), 'green lap')
}

/** The whole sections among what was named. */
export function wholeSections(named: readonly string[] = []): readonly SectionId[] {
  return sectionIds.filter((id) => named.includes(id))
}
