import type { Part } from '#core/protocol/documents/sentence.ts'

type Range = { readonly from: number; readonly to: number }
export type MarkedPart = Part & { readonly isWrong: boolean }

/** The parts of a sentence, cut where words that a coach found wrong begin and end. */
export function markedParts(
  parts: readonly Part[],
  wrong: readonly Range[],
): readonly MarkedPart[] {
  const marked: MarkedPart[] = []
  let start = 0
  for (const part of parts) {
    const end = start + part.text.length
    const edges = wrong.flatMap(({ from, to }) => [from, to])
    const cuts = [...new Set([start, end, ...edges])]
      .filter((edge) => edge >= start && edge <= end)
      .toSorted((a, b) => a - b)
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const text = part.text.slice(from - start, (cuts[index + 1] ?? end) - start)
      const isWrong = wrong.some((range) => from >= range.from && from < range.to)
      marked.push({ ...part, text, isWrong })
    }
    start = end
  }
  return marked
}
