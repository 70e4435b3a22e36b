import Box from '@mui/material/Box'
import { Fragment } from 'react'
import type { Fact } from '#core/domain/fact.ts'
import type { Part } from '#core/protocol/documents/sentence.ts'
import { FactLink } from './fact-link.tsx'

type LinkedPartsProps = {
  readonly parts: readonly Part[]
  /** Facts that are known already, by id. */
  readonly facts?: ReadonlyMap<string, Fact> | undefined
}

/** A sentence: its words, and each of its numbers as a link to the fact. */
export function LinkedParts({ parts, facts }: LinkedPartsProps) {
  return withMarks(parts).map(({ place, text, factId, opening, closing }) => {
    if (factId === undefined) return <Fragment key={place}>{text}</Fragment>
    const link = <FactLink factId={factId} text={text} fact={facts?.get(factId)} />
    if (opening + closing === '') return <Fragment key={place}>{link}</Fragment>
    return (
      <Box key={place} component="span" sx={{ whiteSpace: 'nowrap' }}>
        {opening}
        {link}
        {closing}
      </Box>
    )
  })
}

/** A bracket or a stop belongs to the number beside it: no line ends between them. */
function withMarks(parts: readonly Part[]) {
  const words = (part: Part | undefined) =>
    part === undefined || part.factId !== undefined ? '' : part.text
  const opening = (text: string) => /[(±−]*$/.exec(text)?.[0] ?? ''
  const closing = (text: string) => /^[).,;:]*/.exec(text)?.[0] ?? ''
  return parts.map((part, place) => {
    const [before, after] = [parts[place - 1], parts[place + 1]]
    if (part.factId !== undefined)
      return { ...part, place, opening: opening(words(before)), closing: closing(words(after)) }
    const from = before === undefined ? 0 : closing(part.text).length
    const to = part.text.length - (after === undefined ? 0 : opening(part.text).length)
    return {
      ...part,
      place,
      text: part.text.slice(from, Math.max(from, to)),
      opening: '',
      closing: '',
    }
  })
}
