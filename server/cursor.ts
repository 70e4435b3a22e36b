import { Cursor, type PageQuery } from '#core/protocol/rest/page.ts'
import { badRequest } from './errors.ts'

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string }

/**
 * The page of a list that a query asks for. A cursor belongs to one published season: after the next one is
 * published the list may be another, and pages of both would not fit together.
 */
export function pageOf<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  query: PageQuery,
  season: string,
): Page<Item> {
  const start = query.cursor === undefined ? 0 : startAfter(all, keyOf, query.cursor, season)
  const items = all.slice(start, start + query.limit)
  const last = items.at(-1)
  if (last === undefined || start + items.length >= all.length) return { items }
  return { items, nextCursor: writeCursor({ season, after: keyOf(last) }) }
}

function startAfter<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  text: string,
  season: string,
): number {
  const cursor = readCursor(text)
  if (cursor.season !== season) {
    throw badRequest(
      'cursor is of a season that has since been published anew; begin again without a cursor.',
    )
  }
  const index = all.findIndex((item) => keyOf(item) === cursor.after)
  if (index === -1) throw notACursor()
  return index + 1
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

function readCursor(text: string): Cursor {
  const cursor = Cursor.safeParse(jsonIn(text))
  if (!cursor.success) throw notACursor()
  return cursor.data
}

function jsonIn(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString())
  } catch {
    // What is no JSON is no cursor; the schema says so.
    return undefined
  }
}

const notACursor = () => badRequest('cursor is not one of this list; begin again without a cursor.')
