import { readFileSync } from 'node:fs'
import { Firestore, type Query } from '@google-cloud/firestore'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { collections } from '#core/ports/document-store.ts'
import { conversation, documents, queries } from './firestore-queries.ts'

const Scope = z.enum(['COLLECTION', 'COLLECTION_GROUP'])
const indexFile = z
  .object({
    indexes: z.array(
      z.object({
        collectionGroup: z.string(),
        queryScope: Scope,
        fields: z.array(z.object({ fieldPath: z.string(), order: z.string() })),
      }),
    ),
    fieldOverrides: z.array(
      z.object({
        collectionGroup: z.string(),
        fieldPath: z.string(),
        ttl: z.boolean().default(false),
        indexes: z.array(z.object({ queryScope: Scope, order: z.string() })),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('deploy/firestore.indexes.json', 'utf8')))

const firestore = new Firestore({ projectId: 'nowhere' })
const of = conversation(firestore, 'c1')
const races = documents(firestore, 1, 'races')
const at = '2026-03-01T10:00:00.000Z'
const terms = { terms: ['t1', 't2'], from: at, before: at }

/** Each query as it is asked; what is missing here the types tell. */
const asked: Record<keyof typeof queries, Query> = {
  generationsInOrder: queries.generationsInOrder(firestore),
  inIdOrder: queries.inIdOrder(races, { prefix: 'a', after: 'b' }),
  withIds: queries.withIds(races, { prefix: 'a' }),
  framesAfter: queries.framesAfter(of, 3),
  framesOfAnswer: queries.framesOfAnswer(of, 'a1'),
  lastAnswers: queries.lastAnswers(of),
  answersToQuestion: queries.answersToQuestion(of, 'q1'),
  unfinishedAnswers: queries.unfinishedAnswers(firestore, at),
  expiredAnswers: queries.expiredAnswers(firestore, at),
  expiredConversations: queries.expiredConversations(firestore, at),
  unlistedAnswers: queries.unlistedAnswers(firestore),
  entryOfAnswer: queries.entryOfAnswer(firestore, 'a1'),
  entriesOfConversation: queries.entriesOfConversation(firestore, 'c1'),
  entriesWithTerms: queries.entriesWithTerms(firestore, terms),
  entriesInOrder: queries.entriesInOrder(firestore, terms, 'desc'),
  coachesInOrder: queries.coachesInOrder(firestore),
  coachesWithKey: queries.coachesWithKey(firestore, 'key'),
  sessionsOfCoach: queries.sessionsOfCoach(firestore, 'coach'),
  expiredSessions: queries.expiredSessions(firestore, at),
  notesNewestFirst: queries.notesNewestFirst(firestore),
  expiredNotes: queries.expiredNotes(firestore, at),
}

const Field = z.object({ fieldPath: z.string() })
const Filter = z.union([
  z.object({ unaryFilter: z.object({ field: Field }) }),
  z.object({ fieldFilter: z.object({ field: Field, op: z.string() }) }),
])
const Asked = z.object({
  structuredQuery: z.object({
    from: z.tuple([z.object({ collectionId: z.string(), allDescendants: z.boolean().nullish() })]),
    where: z
      .union([
        Filter.transform((filter) => [filter]),
        z
          .object({ compositeFilter: z.object({ filters: z.array(Filter) }) })
          .transform(({ compositeFilter }) => compositeFilter.filters),
      ])
      .default([]),
    orderBy: z.array(z.object({ field: Field, direction: z.string() })).nullish(),
  }),
})

/** What a query needs of the indexes: fields that are compared with one value, and those that are in order. */
function needsOf(query: Query) {
  const toProto: unknown = Reflect.get(query, 'toProto')
  if (typeof toProto !== 'function') throw new Error('The client has changed: no toProto')
  const proto: unknown = JSON.parse(JSON.stringify(Reflect.apply(toProto, query, [])))
  const { from, where, orderBy } = Asked.parse(proto).structuredQuery
  const isEqual = (filter: z.infer<typeof Filter>) =>
    'unaryFilter' in filter || filter.fieldFilter.op === 'EQUAL'
  const pathOf = (filter: z.infer<typeof Filter>) =>
    ('unaryFilter' in filter ? filter.unaryFilter : filter.fieldFilter).field.fieldPath
  const order = (orderBy ?? []).map(({ field, direction }) => ({
    path: field.fieldPath,
    direction,
  }))
  const ranges = where.filter((filter) => !isEqual(filter)).map(pathOf)
  const ordered = [...ranges.map((path) => ({ path, direction: 'ASCENDING' })), ...order]
  const unique = ordered.filter(
    ({ path }, index) =>
      path !== '__name__' && ordered.findLastIndex((each) => each.path === path) === index,
  )
  return {
    collection: from[0].collectionId,
    scope:
      from[0].allDescendants === true ? ('COLLECTION_GROUP' as const) : ('COLLECTION' as const),
    equal: where.filter(isEqual).map(pathOf),
    ordered: unique,
  }
}

type Needs = ReturnType<typeof needsOf>

/** Firestore makes indexes of single fields of a collection by itself, unless it is told otherwise. */
function hasSingle({ collection, scope }: Needs, path: string): boolean {
  const override = indexFile.fieldOverrides.find(
    ({ collectionGroup, fieldPath }) => collectionGroup === collection && fieldPath === path,
  )
  if (override === undefined) return scope === 'COLLECTION'
  return override.indexes.some(({ queryScope }) => queryScope === scope)
}

function hasComposite({ collection, scope, equal, ordered }: Needs): boolean {
  const wanted = [...equal.map((path) => ({ path, direction: 'ASCENDING' })), ...ordered]
  return indexFile.indexes.some(
    ({ collectionGroup, queryScope, fields }) =>
      collectionGroup === collection &&
      queryScope === scope &&
      JSON.stringify(fields) ===
        JSON.stringify(
          wanted.map(({ path, direction }) => ({ fieldPath: path, order: direction })),
        ),
  )
}

test.each(Object.entries(asked))('%s has its index', (_name, query) => {
  const needs = needsOf(query)
  const isComposite = needs.ordered.length + (needs.equal.length > 0 ? 1 : 0) > 1
  const paths = [...needs.equal, ...needs.ordered.map(({ path }) => path)]
  const missing = isComposite
    ? [needs].filter((each) => !hasComposite(each))
    : paths.filter((path) => !hasSingle(needs, path))
  expect(missing).toEqual([])
})

test('a query without its index is seen', () => {
  const strange = firestore.collection('answers').where('outcome', '==', null).orderBy('number')
  expect(hasComposite(needsOf(strange))).toBe(false)
  expect(hasSingle(needsOf(firestore.collectionGroup('frames').orderBy('seq')), 'seq')).toBe(false)
  expect(hasSingle(needsOf(firestore.collection('frames').orderBy('text')), 'text')).toBe(false)
})

const exempted = (path: string) =>
  indexFile.fieldOverrides.filter(({ fieldPath }) => fieldPath === path)

test('texts that are longer than an index takes have none', () => {
  const groups = exempted('text').map(({ collectionGroup }) => collectionGroup)
  const others = ['records', 'parts', 'frames', 'review_entries']
  expect(groups.toSorted()).toEqual([...collections, ...others].toSorted())
  expect(exempted('text').flatMap(({ indexes }) => indexes)).toEqual([])
})

test('all that expires is deleted by Firestore itself too, by a field that nobody asks for', () => {
  const ttl = indexFile.fieldOverrides.filter((each) => each.ttl)
  expect(ttl.map(({ collectionGroup }) => collectionGroup).toSorted()).toEqual([
    'answers',
    'audit_notes',
    'coach_sessions',
    'conversations',
    'frames',
    'parts',
    'review_entries',
  ])
  expect(
    ttl.every(({ fieldPath, indexes }) => fieldPath === 'expireAt' && indexes.length === 0),
  ).toBe(true)
})
