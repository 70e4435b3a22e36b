import type { Refusal } from './given.ts'
import { refuse } from './given.ts'

const longest = 600

/** Blanks of other widths, read as a blank. */
const blanks = /[\u00a0\u2002-\u200a\u202f\u205f\u3000\t\n\r]+/g

/**
 * All that a sentence may be written in. Everything else is refused, not mended: other scripts' digits,
 * superscripts, full-width forms, characters of no width, marks that turn the direction of writing, tags.
 */
const allowed = /^[A-Za-z0-9 .,;:!?()'"’‘“”–—%°/+−±×…²&#[\]-]*$/

const links =
  /:\s*\/\s*\/|\bwww\b|\bhttps?\b|\bmailto\b|[a-z0-9]\.(?:com|net|org|io|dev|app|ai|co|uk|de|info|xyz|html?|js|png|jpe?g|gif|svg)\b|\S@\S/i

const markup = /[<>{}|\\`^~*_=]|&(?:[a-z]+|#\d+);|\]\(|!\s*\[|^\s*(?:#{1,6}\s|[-+]\s|>)|-{3,}/i

const citation = /\[\s*F(\d{1,4})\s*\]/g

const leftovers =
  /\b(?:as an? (?:ai|assistant|language model|model)|language model|system prompt|the prompt|instructions?|the facts? (?:above|below|given|provided|listed)|(?:above|below|given|provided|listed) facts?|skeleton|citations?|start_of_turn|end_of_turn|user:|assistant:|model:|system:|question:|answer:)/i

/** 'barber-r1', 's2a': how documents are called, not how people talk. */
const documentIds = /\b[a-z]+-r\d\b|_r\d|\bs\d[ab]\b/

/** Rule 4: no instruction, link or markup from data or question passes through. */
export function hygiene(draft: string): Refusal | undefined {
  if (draft.trim() === '') return refuse('empty')
  if (draft.length > longest) return refuse('too-long')
  if (links.test(draft)) return refuse('link')
  if (markup.test(draft)) return refuse('markup')
  const plain = draft.replaceAll(citation, '')
  if (/[[\]]/.test(plain)) return refuse('markup', 'brackets that cite nothing')
  if (leftovers.test(draft)) return refuse('instruction')
  if (documentIds.test(draft)) return refuse('unknown-word', 'an id')
  const strange = Array.from(plain.replaceAll(blanks, ' ')).find((one) => !allowed.test(one))
  return strange === undefined
    ? undefined
    : refuse('characters', `U+${(strange.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}

/** The draft with plain blanks, once hygiene has passed it. */
export function withPlainBlanks(draft: string): string {
  return draft.replaceAll(blanks, ' ').trim()
}
