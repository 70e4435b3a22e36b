import { expect, test } from 'vitest'
import { startMetadataServer } from './language-model/metadata-server-fixtures.ts'
import { startMetrics } from './metrics-export.ts'
import { startMetricsReceiver } from './metrics-receiver-fixture.ts'

const about = { service: 'kaizenlap-web', revision: 'web-00007', everyMs: 60_000 }

test('measures reach a collector, with what they are of', async () => {
  const receiver = await startMetricsReceiver()
  const faults: unknown[] = []
  const failed = (error: unknown) => void faults.push(error)
  const { meter, stop } = startMetrics({ kind: 'otlp', url: receiver.url }, { ...about, failed })
  meter.createCounter('laps').add(3, { car: '13' })
  await stop()
  expect(receiver.points('laps')).toEqual([{ attributes: { car: '13' }, asDouble: 3 }])
  expect(receiver.resource()).toMatchObject({
    'service.name': 'kaizenlap-web',
    'service.version': 'web-00007',
  })
  expect(faults).toEqual([])
})

test('Google gets a token of this service, its project and its region', async () => {
  const { given } = await startMetadataServer()
  const receiver = await startMetricsReceiver()
  const target = { kind: 'google-cloud', project: 'paddock', region: 'europe-west1' } as const
  const options = { ...about, failed: () => {}, googleUrl: receiver.url }
  const { meter, stop } = startMetrics(target, options)
  meter.createCounter('laps').add(1)
  await stop()
  expect(receiver.headers).toMatchObject([
    { authorization: `Bearer ${given[0]}`, 'x-goog-user-project': 'paddock' },
  ])
  expect(receiver.resource()).toMatchObject({
    'gcp.project_id': 'paddock',
    'cloud.region': 'europe-west1',
    'service.instance.id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})

test('what cannot be sent is told, and stops nobody', async () => {
  const receiver = await startMetricsReceiver(403)
  const faults: unknown[] = []
  const failed = (error: unknown) => void faults.push(error)
  const { meter, stop } = startMetrics({ kind: 'otlp', url: receiver.url }, { ...about, failed })
  meter.createCounter('laps').add(1)
  await stop()
  expect(faults).toEqual([expect.any(Error)])
})
