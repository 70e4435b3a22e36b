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
  const placed = parts.map((part, place) => ({ ...part, place }))
  return placed.map(({ place, text, factId }) =>
    factId === undefined ? (
      <Fragment key={place}>{text}</Fragment>
    ) : (
      <FactLink key={place} factId={factId} text={text} fact={facts?.get(factId)} />
    ),
  )
}
