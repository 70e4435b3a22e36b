import { expect, test } from 'vitest'
import { traceFields } from './trace.ts'

const trace = '0af7651916cd43dd8448eb211c80319c'

test.each([
  [{ traceparent: `00-${trace}-b7ad6b7169203331-00` }, 'b7ad6b7169203331', false],
  [{ 'x-cloud-trace-context': `${trace}/255;o=1` }, '00000000000000ff', true],
  [{ 'x-cloud-trace-context': `${trace}/255` }, '00000000000000ff', false],
])('%o is of a trace', (headers, spanId, isSampled) => {
  expect(traceFields(headers, 'paddock')).toEqual({
    'logging.googleapis.com/trace': `projects/paddock/traces/${trace}`,
    'logging.googleapis.com/spanId': spanId,
    'logging.googleapis.com/trace_sampled': isSampled,
  })
})

test.each([{}, { traceparent: 'x' }, { traceparent: `01-${trace}-b7ad6b7169203331-00` }])(
  '%o is of none',
  (headers) => {
    expect(traceFields(headers, 'paddock')).toEqual({})
  },
)

test('without a project there is no name for a trace', () => {
  expect(traceFields({ traceparent: `00-${trace}-b7ad6b7169203331-00` }, undefined)).toEqual({})
})
