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
  return withClosings(parts).map(({ place, text, factId, closing }) => {
    if (factId === undefined) return <Fragment key={place}>{text}</Fragment>
    const link = <FactLink factId={factId} text={text} fact={facts?.get(factId)} />
    if (closing === '') return <Fragment key={place}>{link}</Fragment>
    return (
      <Box key={place} component="span" sx={{ whiteSpace: 'nowrap' }}>
        {link}
        {closing}
      </Box>
    )
  })
}

/** A bracket or a stop belongs to the number before it: a line may end after it, not between. */
function withClosings(parts: readonly Part[]) {
  const closingOf = (text: string | undefined) => /^[).,;:]+/.exec(text ?? '')?.[0] ?? ''
  return parts.map((part, place) => {
    const [before, after] = [parts[place - 1], parts[place + 1]]
    const taken = part.factId === undefined && before?.factId !== undefined
    return {
      ...part,
      place,
      text: taken ? part.text.slice(closingOf(part.text).length) : part.text,
      closing: after?.factId === undefined ? closingOf(after?.text) : '',
    }
  })
}
