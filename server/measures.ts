import type { Attributes, Meter } from '@opentelemetry/api'
import { refusalCodeOf } from '#core/domain/grounding/given.ts'
import type { ModelWatch } from '#core/ports/model-watch.ts'

/** Who wrote an answer's sentences. */
export type Writer = 'model' | 'composer' | 'model and composer' | 'nobody'

type MeasuredRequest = {
  readonly method: string
  /** The path as the router has it, '/api/races/:raceId': never what somebody typed. */
  readonly route: string
  readonly status: number
  readonly tookMs: number
}

type MeasuredAnswer = {
  readonly outcome: string
  readonly writer: Writer
  readonly tookMs: number
  readonly firstSentenceMs: number | null
}

/** What is asked for each time that the measures are sent. */
type Observed = {
  readonly sockets: () => number
  /** Undefined until a season is published. */
  readonly generation: () => Promise<number | undefined>
}

/** What the service counts. No attribute holds a text that anybody typed or a model wrote. */
export type Measures = {
  request(request: MeasuredRequest): void
  answer(answer: MeasuredAnswer): void
  withheld(reason: string): void
  readonly model: ModelWatch
  observe(observed: Observed): void
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const quick = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]
const slow = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120]

/** The instruments, made once; names and units as OpenTelemetry has them. */
export function createMeasures(meter: Meter): Measures {
  const seconds = (name: string, description: string, boundaries: readonly number[]) => {
    const advice = { explicitBucketBoundaries: [...boundaries] }
    const histogram = meter.createHistogram(name, { description, unit: 's', advice })
    return (ms: number, attributes: Attributes) => histogram.record(ms / 1000, attributes)
  }
  const requests = seconds('http.server.request.duration', 'Time to answer a request', quick)
  const answers = seconds('kaizenlap.chat.answer.duration', 'Time to the end of an answer', slow)
  const first = seconds('kaizenlap.chat.first_sentence.duration', 'Time to a first sentence', slow)
  const withheld = meter.createCounter('kaizenlap.chat.withheld', {
    description: 'Sentences of a model that did not pass the check',
  })
  return {
    request: ({ method, route, status, tookMs }) =>
      requests(tookMs, {
        'http.request.method': methods.has(method) ? method : '_OTHER',
        'http.route': route,
        'http.response.status_code': status,
      }),
    answer: ({ outcome, writer, tookMs, firstSentenceMs }) => {
      answers(tookMs, { outcome, writer })
      if (firstSentenceMs !== null) first(firstSentenceMs, { writer })
    },
    withheld: (reason) => withheld.add(1, { reason: refusalCodeOf(reason) ?? 'other' }),
    model: modelMeasures(meter, seconds),
    observe: (observed) => observe(meter, observed),
  }
}

type Seconds = (
  name: string,
  description: string,
  boundaries: readonly number[],
) => (ms: number, attributes: Attributes) => void

function modelMeasures(meter: Meter, seconds: Seconds): ModelWatch {
  const whole = seconds('kaizenlap.model.duration', 'Time of the model for one request', slow)
  const first = seconds('kaizenlap.model.first_token.duration', 'Time to its first token', slow)
  const breaker = meter.createGauge('kaizenlap.model.breaker', {
    description: '1 while the model is left alone after failures in a row, else 0',
  })
  breaker.record(0)
  return {
    ended: ({ end, tookMs, firstTokenMs }) => {
      whole(tookMs, { end: end.reason === 'error' ? end.fault.kind : end.reason })
      if (firstTokenMs !== undefined) first(firstTokenMs, {})
    },
    breaker: (isOpen) => breaker.record(isOpen ? 1 : 0),
  }
}

function observe(meter: Meter, { sockets, generation }: Observed): void {
  meter
    .createObservableGauge('kaizenlap.chat.sockets', { description: 'Open sockets of the chat' })
    .addCallback((result) => result.observe(sockets()))
  meter
    .createObservableGauge('kaizenlap.season.generation', {
      description: 'Number of the published generation',
    })
    .addCallback(async (result) => {
      const number = await generation()
      if (number !== undefined) result.observe(number)
    })
}
