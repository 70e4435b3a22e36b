import * as z from 'zod'
import type { EntryPage, EntryPlace, EntryQuery } from '#core/ports/review-store.ts'
import { termsOfFilter } from '#core/protocol/review/entry-terms.ts'
import type { ReviewFilter } from '#core/protocol/review/review-query.ts'
import { badRequest } from '../errors.ts'

const Place = z.tuple([z.iso.datetime(), z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)])

/** What the store is asked for a filter: days are whole, the last one too. */
export function queryOfFilter(filter: ReviewFilter): Pick<EntryQuery, 'terms' | 'from' | 'before'> {
  const { from, to, words } = filter
  const terms = termsOfFilter(filter)
  if (words !== undefined && !terms.some((term) => term.startsWith('word:'))) {
    throw badRequest(`words '${words.slice(0, 60)}' has no word in it`)
  }
  return {
    terms,
    ...(from !== undefined && { from: `${from}T00:00:00.000Z` }),
    ...(to !== undefined && { before: dayAfter(to) }),
  }
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString()
}

function writePlace({ askedAt, answerId }: EntryPlace): string {
  return Buffer.from(JSON.stringify([askedAt, answerId])).toString('base64url')
}

export function readPlace(cursor: string): EntryPlace {
  const read = Place.safeParse(jsonIn(cursor))
  if (!read.success) {
    throw badRequest('cursor is not one of this list; begin again without a cursor.')
  }
  const [askedAt, answerId] = read.data
  return { askedAt, answerId }
}

function jsonIn(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString())
  } catch {
    // What is no JSON is no cursor; the schema says so.
    return undefined
  }
}

export function nextOf({ next }: Pick<EntryPage, 'next'>): { nextCursor?: string } {
  return next === undefined ? {} : { nextCursor: writePlace(next) }
}
