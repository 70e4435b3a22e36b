/** A word, a number as typed, a citation, or a mark; `start` and `end` are places in the draft. */
export type Token = {
  readonly type: 'word' | 'number' | 'cite' | 'mark'
  /** In lower case, with straight apostrophes and a plain minus. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const pattern = new RegExp(
  [
    String.raw`\[\s*(F\d{1,4})\s*\]`,
    String.raw`(\d(?:[\d.,:]*\d)?)`,
    String.raw`([A-Za-z][A-Za-z0-9]*(?:['’][A-Za-z]+)*)`,
    String.raw`(['’]s\b|\S)`,
  ].join('|'),
  'g',
)

export function tokensOf(draft: string): readonly Token[] {
  return Array.from(draft.matchAll(pattern), (match) => {
    const [whole, cite, number, word] = match
    const at = { start: match.index, end: match.index + whole.length }
    if (cite !== undefined) return { type: 'cite', text: cite, ...at }
    if (number !== undefined) return { type: 'number', text: number, ...at }
    const text = whole.toLowerCase().replaceAll('’', "'").replaceAll('−', '-')
    return { type: word === undefined ? 'mark' : 'word', text, ...at }
  })
}

/** Whether two tokens stand without a blank between them. */
export function touches(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start
}
