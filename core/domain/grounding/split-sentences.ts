/** Takes a stream in pieces and gives whole sentences as soon as they are surely whole. */
export type SentenceSplitter = {
  readonly push: (text: string) => readonly string[]
  /** What is left when the stream has ended. */
  readonly end: () => readonly string[]
}

/** A point after these ends no sentence. */
const abbreviations = new Set(
  'no nos vs e.g i.e approx ca cf etc fig sec secs min mins max resp st mr mrs dr jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
/** Of these a capital or a digit after the point says nothing, a new sentence often starts there. */
const endsOften = new Set(['sec', 'secs', 'min', 'mins', 'max', 'etc'])

const ending = /[.!?…]+["'”’)\]]*(?=\s)|\n+/g

/** How much may wait for its end; a model that never ends a sentence is cut there. */
const longestWait = 800

export function createSentenceSplitter(): SentenceSplitter {
  let waiting = ''
  const take = (isEnded: boolean): string[] => {
    const { sentences, rest } = cut(waiting, isEnded)
    waiting = rest
    return sentences
  }
  return {
    push: (text) => {
      waiting += text
      return waiting.length > longestWait ? take(true) : take(false)
    },
    end: () => take(true),
  }
}

/** The sentences of a finished text. */
export function splitSentences(text: string): readonly string[] {
  return cut(text, true).sentences
}

function cut(text: string, isEnded: boolean): { sentences: string[]; rest: string } {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(ending)) {
    const end = match.index + match[0].length
    const isLine = match[0].startsWith('\n')
    if (!isLine && !isEnded && !/\S/.test(text.slice(end))) break
    if (!isLine && goesOn(text.slice(start, match.index), match[0], text.slice(end))) continue
    add(sentences, text.slice(start, end))
    start = end
  }
  const rest = text.slice(start)
  if (!isEnded) return { sentences, rest }
  add(sentences, rest)
  return { sentences, rest: '' }
}

/** Whether the mark after `before` is inside a sentence: an abbreviation, a list number, a small letter next. */
function goesOn(before: string, mark: string, after: string): boolean {
  if (!mark.startsWith('.')) return /^\s+[a-z]/.test(after) && mark.startsWith('…')
  const next = after.trimStart()[0] ?? ''
  if (/[a-z]/.test(next)) return true
  const word = /(\S+)$/.exec(before)?.[1]?.toLowerCase() ?? ''
  const bare = word.replace(/^[("'“‘]+/, '')
  if (before.trim() === bare && /^(\d{1,2}|[a-z])$/.test(bare)) return true
  if (!abbreviations.has(bare)) return false
  return bare === 'no' ? /[0-9[]/.test(next) : !endsOften.has(bare)
}

/** Bullets and list numbers are how a list is written, not part of its sentences. */
function add(sentences: string[], text: string): void {
  const sentence = text.trim().replace(/^(?:[-*•–]|\d{1,2}[.)])\s+/, '')
  if (sentence !== '') sentences.push(sentence)
}
