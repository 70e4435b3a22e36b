import type { Entry } from './turn.ts'

export type Sentence = Extract<Entry, { type: 'sentence' }>

/** What is drawn as one: sentences of a kind that follow each other, withheld ones that do. */
type Block =
  | {
      readonly type: 'sentences'
      readonly index: number
      readonly kind: Sentence['kind']
      readonly sentences: readonly Sentence[]
    }
  | { readonly type: 'withheld'; readonly index: number; readonly reasons: readonly string[] }

export function blocksOf(entries: readonly Entry[]): readonly Block[] {
  const blocks: Block[] = []
  for (const entry of entries) {
    const last = blocks.at(-1)
    if (entry.type === 'withheld') {
      if (last?.type === 'withheld') blocks.pop()
      const before = last?.type === 'withheld' ? last : { index: entry.index, reasons: [] }
      blocks.push({
        type: 'withheld',
        index: before.index,
        reasons: [...before.reasons, entry.reason],
      })
    } else {
      const joins = last?.type === 'sentences' && last.kind === entry.kind
      if (joins) blocks.pop()
      const { index, sentences } = joins ? last : { index: entry.index, sentences: [] }
      blocks.push({ type: 'sentences', index, kind: entry.kind, sentences: [...sentences, entry] })
    }
  }
  return blocks
}
