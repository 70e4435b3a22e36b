import { expect, test } from 'vitest'
import { indexRequests } from './index-requests.ts'

test('an index, an exemption and a time to live are what Firestore takes', () => {
  const ascending = { order: 'ASCENDING' }
  const file = {
    indexes: [
      {
        collectionGroup: 'answers',
        queryScope: 'COLLECTION',
        fields: [
          { fieldPath: 'verdict', ...ascending },
          { fieldPath: 'tags', arrayConfig: 'CONTAINS' },
        ],
      },
    ],
    fieldOverrides: [
      { collectionGroup: 'frames', fieldPath: 'text', indexes: [] },
      {
        collectionGroup: 'answers',
        fieldPath: 'expiresAt',
        ttl: true,
        indexes: [{ ...ascending, queryScope: 'COLLECTION_GROUP' }],
      },
    ],
  }
  expect(indexRequests(JSON.stringify(file))).toEqual([
    {
      method: 'POST',
      path: 'collectionGroups/answers/indexes',
      body: {
        queryScope: 'COLLECTION',
        fields: [
          { fieldPath: 'verdict', order: 'ASCENDING' },
          { fieldPath: 'tags', arrayConfig: 'CONTAINS' },
        ],
      },
    },
    {
      method: 'PATCH',
      path: 'collectionGroups/frames/fields/text?updateMask=indexConfig',
      body: { indexConfig: { indexes: [] } },
    },
    {
      method: 'PATCH',
      path: 'collectionGroups/answers/fields/expiresAt?updateMask=indexConfig,ttlConfig',
      body: {
        indexConfig: {
          indexes: [
            {
              queryScope: 'COLLECTION_GROUP',
              fields: [{ fieldPath: 'expiresAt', order: 'ASCENDING' }],
            },
          ],
        },
        ttlConfig: {},
      },
    },
  ])
})
