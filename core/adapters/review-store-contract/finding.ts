import { expect, test } from 'vitest'
import type { EntryPlace, EntryQuery, ReviewStore } from '#core/ports/review-store.ts'
import { judgedTwice, termsOfFilter } from '#core/protocol/review/entry-terms.ts'
import { judged, undone } from '#core/protocol/review/judging.ts'
import { ReviewFilter } from '#core/protocol/review/review-query.ts'
import type { ConversationStores } from '#core/ports/conversation-stores.ts'
import { all, askedAt, judgment, list, listed, type OpenPlace } from './place.ts'

const idsOf = (entries: readonly { readonly answerId: string }[]) =>
  entries.map(({ answerId }) => answerId.replace('answer-', ''))

async function found(reviews: ReviewStore, filter: object, change: Partial<EntryQuery> = {}) {
  const terms = termsOfFilter(ReviewFilter.parse(filter))
  return idsOf((await reviews.list({ ...all, terms, ...change })).entries)
}

/** All pages, of so many each. */
async function paged(reviews: ReviewStore, query: EntryQuery, after?: EntryPlace) {
  const page = await reviews.list({ ...query, ...(after && { after }) })
  expect(page.entries.length).toBeLessThanOrEqual(query.limit)
  const more: string[] = page.next === undefined ? [] : await paged(reviews, query, page.next)
  return [...idsOf(page.entries), ...more]
}

async function threeAnswers(stores: ConversationStores): Promise<void> {
  await listed(stores, 'c1', {
    askedAt: askedAt(1),
    words: ['tyre', 'sebring'],
    raceIds: ['sebring-r1'],
    reasons: ['flagged', 'withheld'],
  })
  const plain = { askedAt: askedAt(2), reasons: [] }
  await listed(stores, 'c2', { ...plain, words: ['tyre'], cars: ['13'] })
  await listed(stores, 'c3', {
    askedAt: askedAt(3),
    words: ['tyre', 'sebring', 'wet'],
    cars: ['13', '3-2'],
    outcome: 'not-in-data',
    reasons: ['not-in-data'],
  })
}

/** Entries are found by terms and time, a page at a time. */
export function finding({ stores }: OpenPlace): void {
  test.each([
    [{}, ['c1', 'c2', 'c3']],
    [{ words: 'TYRE' }, ['c1', 'c2', 'c3']],
    [{ words: 'Sébring tyre' }, ['c1', 'c3']],
    [{ words: 'sebring wet' }, ['c3']],
    [{ words: 'sebri' }, []],
    [{ words: 'tyre snow' }, []],
    [{ car: '13' }, ['c2', 'c3']],
    [{ car: '3-2', words: 'wet' }, ['c3']],
    [{ raceId: 'sebring-r1' }, ['c1']],
    [{ outcome: 'not-in-data' }, ['c3']],
    [{ reason: 'withheld' }, ['c1']],
    [{ state: 'open' }, ['c1', 'c3']],
    [{ state: 'not-queued' }, ['c2']],
    [{ state: 'open', car: '13' }, ['c3']],
  ])('%j finds what has all of it', async (filter, ids) => {
    await threeAnswers(stores())
    expect(await found(stores().reviews, filter)).toEqual(ids)
  })

  test('the newest may come first, and the time may be bounded', async () => {
    await threeAnswers(stores())
    const { reviews } = stores()
    expect(await found(reviews, { words: 'tyre' }, { order: 'newest' })).toEqual(['c3', 'c2', 'c1'])
    const of = { words: 'tyre' }
    expect(await found(reviews, of, { from: askedAt(2) })).toEqual(['c2', 'c3'])
    expect(await found(reviews, of, { before: askedAt(2) })).toEqual(['c1'])
    expect(await found(reviews, {}, { from: askedAt(2), before: askedAt(3) })).toEqual(['c2'])
  })

  test.each(['oldest', 'newest'] as const)(
    'pages hold each entry once, the %s first, also of one moment',
    async (order) => {
      const ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']
      for (const [index, id] of ids.entries()) {
        // In order: it is what is tested.
        // oxlint-disable-next-line no-await-in-loop
        await listed(stores(), id, { askedAt: askedAt(index < 4 ? 1 : 2), words: ['tyre'] })
      }
      const { reviews } = stores()
      for (const limit of [1, 2, 3, 7]) {
        const query = { terms: ['word:tyre'], order, limit } as const
        // oxlint-disable-next-line no-await-in-loop
        const pages = await paged(reviews, query)
        expect(pages.toSorted()).toEqual(ids)
        const early = pages.findIndex((id) => ids.indexOf(id) < 4)
        expect(early).toBe(order === 'oldest' ? 0 : 3)
      }
    },
  )
}

/** Terms are always those of the entry as it is. */
export function following({ stores }: OpenPlace): void {
  test('terms follow what coaches do', async () => {
    const entry = await listed(stores(), 'c1', { reasons: ['flagged'], isForTwo: true })
    const { reviews } = stores()
    const judge = async (coachId: string) =>
      await reviews.change(entry, (before) => before && judged(before, judgment(coachId)))
    expect(await found(reviews, { state: 'open' })).toEqual(['c1'])
    await judge('a')
    expect(await found(reviews, { state: 'open' })).toEqual([])
    expect(await found(reviews, { state: 'second-opinion' })).toEqual(['c1'])
    expect(await found(reviews, { verdict: 'right' })).toEqual([])
    await judge('b')
    expect(await found(reviews, { state: 'judged', verdict: 'right' })).toEqual(['c1'])
    expect(await reviews.count(judgedTwice)).toBe(1)
    await reviews.change(entry, (before) => before && undone(before, 'a'))
    expect(await found(reviews, { state: 'second-opinion' })).toEqual(['c1'])
    expect(await reviews.count(judgedTwice)).toBe(0)
  })

  test('an entry derived anew loses its old terms', async () => {
    const { words: _, ...rest } = await listed(stores(), 'c1', { words: ['before'] })
    const { reviews } = stores()
    await list(reviews, { ...rest, words: ['after'] })
    expect(await found(reviews, { words: 'before' })).toEqual([])
    expect(await found(reviews, { words: 'after' })).toEqual(['c1'])
  })

  test('terms are counted', async () => {
    await threeAnswers(stores())
    const { reviews } = stores()
    expect(await reviews.count('all')).toBe(3)
    expect(await reviews.count('word:sebring')).toBe(2)
    expect(await reviews.count('word:snow')).toBe(0)
  })
}
