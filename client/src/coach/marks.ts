import type { WrongWords } from '#core/protocol/review/judgment.ts'

/** The attribute that carries a sentence's index, on the element that holds its text and nothing else. */
export const sentenceAttribute = 'data-sentence'

/** The words that are selected on the page, as places in the sentences of a column. */
export function selectedWords(column: HTMLElement): readonly WrongWords[] {
  const selection = globalThis.getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return []
  const range = selection.getRangeAt(0)
  const sentences = [...column.querySelectorAll<HTMLElement>(`[${sentenceAttribute}]`)]
  return sentences.flatMap((sentence) => {
    if (!range.intersectsNode(sentence)) return []
    const index = Number(sentence.getAttribute(sentenceAttribute))
    const text = sentence.textContent
    const from = sentence.contains(range.startContainer)
      ? charactersBefore(sentence, range.startContainer, range.startOffset)
      : 0
    const to = sentence.contains(range.endContainer)
      ? charactersBefore(sentence, range.endContainer, range.endOffset)
      : text.length
    return trimmed({ index, from, to }, text)
  })
}

/** How much text of an element lies before a place in it. */
function charactersBefore(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(node, offset)
  return before.toString().length
}

/** Without the blanks that a hand selects beside the words. */
export function trimmed({ index, from, to }: WrongWords, text: string): readonly WrongWords[] {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  const end = to - (words.length - words.trimEnd().length)
  return start < end ? [{ index, from: start, to: end }] : []
}

/** How long each sentence is that can be marked, in its order. */
export type Markable = { readonly index: number; readonly length: number }

/**
 * For the keyboard, where nothing is selected: the first sentence as a whole, pressed again the next one instead, and
 * after the last one none.
 */
export function nextWholeSentence(
  marks: readonly WrongWords[],
  sentences: readonly Markable[],
): readonly WrongWords[] {
  const at = sentences.findIndex(({ index, length }) =>
    marks.some((mark) => mark.index === index && mark.from === 0 && mark.to === length),
  )
  const next = sentences[at + 1]
  const whole = sentences[at]
  const others = marks.filter(({ index }) => index !== whole?.index)
  return next === undefined
    ? others
    : withMark(others, { index: next.index, from: 0, to: next.length })
}

/** A mark more; marks that meet become one. */
export function withMark(marks: readonly WrongWords[], mark: WrongWords): readonly WrongWords[] {
  const meets = (other: WrongWords) =>
    other.index === mark.index && other.from <= mark.to && other.to >= mark.from
  const met = [mark, ...marks.filter(meets)]
  const joined = {
    index: mark.index,
    from: Math.min(...met.map(({ from }) => from)),
    to: Math.max(...met.map(({ to }) => to)),
  }
  return [...marks.filter((other) => !meets(other)), joined].toSorted(
    (a, b) => a.index - b.index || a.from - b.from,
  )
}
