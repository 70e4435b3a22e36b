import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { startMetrics } from '#core/adapters/metrics-export.ts'
import { startMetricsReceiver } from '#core/adapters/metrics-receiver-fixture.ts'
import { createMeasures } from '../server/measures.ts'

const files = ['deploy/monitoring/dashboard.json', 'deploy/monitoring/alerts.json']

/** The names of all that the service measures, as Prometheus writes what comes over OTLP. */
async function measuredNames(): Promise<ReadonlySet<string>> {
  const receiver = await startMetricsReceiver()
  const target = { kind: 'otlp', url: receiver.url } as const
  const about = { service: 'kaizenlap', revision: '1', everyMs: 60_000, failed: () => {} }
  const { meter, stop } = startMetrics(target, about)
  const measures = createMeasures(meter)
  measures.request({ method: 'GET', route: '/', status: 200, tookMs: 1 })
  measures.answer({ outcome: 'answered', writer: 'model', tookMs: 1, firstSentenceMs: 1 })
  measures.withheld('It said nothing.')
  measures.model.ended({ end: { type: 'end', reason: 'stop' }, tookMs: 1, firstTokenMs: 1 })
  measures.observe({ sockets: () => 0, generation: async () => 1 })
  await stop()
  return new Set(
    receiver.metrics().map(({ name, unit, sum }) => {
      const ofUnit = unit === 's' ? '_seconds' : ''
      return `${name.replaceAll('.', '_')}${ofUnit}${sum === undefined ? '' : '_total'}`
    }),
  )
}

/** Metrics that a query names: what is followed by a selector, a range or nothing, and is no function or label. */
function metricsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = Array.from(
    text.matchAll(/\b((?:kaizenlap|http_server)_[a-z_]+)/g),
    ([, name = '']) => name,
  )
  return found.map((name) => name.replace(/_(?:bucket|count|sum)$/, ''))
}

test.each(files)('%s asks for what the service measures', async (file) => {
  const names = await measuredNames()
  const asked = metricsIn(file)
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter((name) => !names.has(name))).toEqual([])
})

test('what is measured is on the dashboard', async () => {
  expect(new Set(metricsIn('deploy/monitoring/dashboard.json'))).toEqual(await measuredNames())
})

test('each alert leads to a part of OPERATIONS', () => {
  const Alerts = z.array(z.object({ documentation: z.object({ content: z.string() }) }))
  const operations = readFileSync('docs/OPERATIONS.md', 'utf8')
  const alerts = Alerts.parse(JSON.parse(readFileSync('deploy/monitoring/alerts.json', 'utf8')))
  for (const { documentation } of alerts) {
    const [, part = 'nothing'] = /'(.*)'/.exec(documentation.content) ?? []
    expect(operations).toContain(`# ${part}\n`)
  }
})
