import * as z from 'zod'

const queryScope = z.enum(['COLLECTION', 'COLLECTION_GROUP'])
const order = z.enum(['ASCENDING', 'DESCENDING'])
const how = z.union([z.object({ order }), z.object({ arrayConfig: z.literal('CONTAINS') })])

/** The file that `firebase deploy` reads too. */
const IndexFile = z.object({
  indexes: z.array(
    z.object({
      collectionGroup: z.string(),
      queryScope,
      fields: z.array(z.object({ fieldPath: z.string() }).and(how)),
    }),
  ),
  fieldOverrides: z.array(
    z.object({
      collectionGroup: z.string(),
      fieldPath: z.string(),
      ttl: z.boolean().default(false),
      indexes: z.array(z.object({ queryScope }).and(how)),
    }),
  ),
})
type Override = z.infer<typeof IndexFile>['fieldOverrides'][number]

/** A request to Firestore's REST interface, its path behind 'projects/…/databases/…/'. */
export type IndexRequest = {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly body: object
}

/** What Firestore is to be asked for, so that a database has the indexes and times to live of the file. */
export function indexRequests(json: string): readonly IndexRequest[] {
  const { indexes, fieldOverrides } = IndexFile.parse(JSON.parse(json))
  return [
    ...indexes.map(({ collectionGroup, ...index }) => ({
      method: 'POST' as const,
      path: `collectionGroups/${collectionGroup}/indexes`,
      body: index,
    })),
    ...fieldOverrides.map(overrideRequest),
  ]
}

/** One request for a field: a second one would be refused while the first is at work. */
function overrideRequest({ collectionGroup, fieldPath, ttl, indexes }: Override): IndexRequest {
  const single = indexes.map(({ queryScope, ...one }) => ({
    queryScope,
    fields: [{ fieldPath, ...one }],
  }))
  const body = { indexConfig: { indexes: single }, ...(ttl && { ttlConfig: {} }) }
  const mask = Object.keys(body).join(',')
  return {
    method: 'PATCH',
    path: `collectionGroups/${collectionGroup}/fields/${fieldPath}?updateMask=${mask}`,
    body,
  }
}
