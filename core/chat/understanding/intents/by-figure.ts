import type { Candidate } from './classifier.ts'
import type { Figure, Mention } from '../entities/mention.ts'

/** Figures that are asked for by their names alone, and who answers them. */
export const answeredBy: readonly (readonly [Figure, string])[] = [
  ['gap-to-composite', 'gap-to-composite'],
  ['composite', 'composite'],
  ['mean', 'mean-lap'],
  ['median', 'median-lap'],
  ['std', 'lap-std'],
  ['spread', 'spread'],
  ['consistency-score', 'consistency'],
  ['ideal', 'ideal-lap'],
  ['top-speed', 'top-speed'],
  ['trend', 'trend'],
  ['best', 'best-lap'],
  ['worst', 'worst-lap'],
]

/** "Pace please, and forget what came before lap 10" */
const byName = [...answeredBy, ['pace', 'pace']] as const

/** Where the words leave it open, the one figure that is named decides, if the words allow it at all. */
export function byFigure(
  mentions: readonly Mention[],
  candidates: readonly Candidate[],
): string | undefined {
  const figures = new Set(mentions.flatMap((one) => (one.type === 'figure' ? one.figure : [])))
  const isOfSection = mentions.some(({ type }) => type === 'section' || type === 'corner')
  const found = byName.filter(([figure]) => figures.has(figure))
  const [only] = found
  if (only === undefined || found.length > 1) return undefined
  const wanted = isOfSection ? ['section-figures', only[1]] : [only[1]]
  return wanted.find((id) =>
    candidates.slice(0, 4).some((one) => one.id === id && one.probability >= leastLikely),
  )
}

const leastLikely = 0.08
