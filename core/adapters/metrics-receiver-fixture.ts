import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import * as z from 'zod'

const Attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
  .transform((all) =>
    Object.fromEntries(all.map(({ key, value }) => [key, Object.values(value)[0]])),
  )
const Point = z.object({
  attributes: Attributes,
  count: z.coerce.number().optional(),
  sum: z.number().optional(),
  asInt: z.coerce.number().optional(),
  asDouble: z.number().optional(),
})
const Points = z.object({ dataPoints: z.array(Point) })
const Sent = z.object({
  resourceMetrics: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeMetrics: z.array(
        z.object({
          metrics: z.array(
            z.object({
              name: z.string(),
              unit: z.string().optional(),
              histogram: Points.optional(),
              sum: Points.optional(),
              gauge: Points.optional(),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** A collector: keeps what it is sent, and answers with the status that it is told. */
export async function startMetricsReceiver(status = 200) {
  const bodies: string[] = []
  const headers: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    headers.push(request.headers)
    void text(request).then((body) => {
      bodies.push(body)
      response.statusCode = status
      response.setHeader('content-type', 'application/json')
      response.end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = z.object({ port: z.int() }).parse(server.address())
  const last = () => Sent.parse(JSON.parse(bodies.at(-1) ?? '{}')).resourceMetrics[0]
  return {
    url: `http://127.0.0.1:${port}/v1/metrics`,
    /** As they came. */
    bodies,
    headers,
    resource: () => last()?.resource.attributes,
    /** What was measured at all, the last time it was sent. */
    metrics: () => (last()?.scopeMetrics ?? []).flatMap(({ metrics }) => metrics),
    /** The points of a measure, of the last time it was sent. */
    points: (name: string) =>
      (last()?.scopeMetrics ?? [])
        .flatMap(({ metrics }) => metrics)
        .filter((metric) => metric.name === name)
        .flatMap(({ histogram, sum, gauge }) => (histogram ?? sum ?? gauge)?.dataPoints ?? []),
  }
}
