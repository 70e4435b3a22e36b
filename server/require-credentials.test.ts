import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../testing/new-folder.ts'
import { startServiceProcess } from '../testing/service-process.ts'

const vertex = { MODEL: 'vertex-endpoint', VERTEX_ENDPOINT: '1', GOOGLE_CLOUD_PROJECT: 'paddock' }
const metrics = { METRICS: 'google-cloud', GOOGLE_CLOUD_PROJECT: 'paddock' }

test.each([
  ['MODEL=vertex-endpoint', vertex, 'MODEL=none'],
  ['METRICS=google-cloud', metrics, 'METRICS=none'],
  ['STORE=firestore', { STORE: 'firestore', GOOGLE_CLOUD_PROJECT: 'paddock' }, 'FIRESTORE_'],
])(
  '%s without credentials is told in one line, and nothing starts',
  async (name, given, instead) => {
    const folder = newFolder()
    const { errors, ended } = startServiceProcess({
      STORE: `sqlite:${join(folder, 'season.db')}`,
      // A key file that is not there is found to be missing without asking the network.
      GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'no-key.json'),
      ...given,
    })
    expect(await ended).toEqual([1, null])
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(`There are no Google credentials for ${name} (`)
    expect(errors[0]).toContain(
      `GOOGLE_APPLICATION_CREDENTIALS to a key file, or ${instead.slice(0, 9)}`,
    )
  },
)
