import { expect, test } from 'vitest'
import { monthlyCosts } from './monthly-costs.ts'

test('nobody costs a card that is always on, and nothing else', () => {
  const { service, firestore, network, observability, modelAlwaysOn, modelToZero } = monthlyCosts(0)
  expect([service, firestore, network, observability, modelToZero]).toEqual([0, 0, 0, 0, 0])
  // 730 hours of $1.000416 and 15 %.
  expect(modelAlwaysOn).toBeCloseTo(839.85, 2)
})

test('a hundred drivers, computed by hand', () => {
  const { service, firestore, network, modelToZero } = monthlyCosts(100)
  // 100 hours connected are 360,000 s: half of the CPU is free, and all of the memory.
  expect(service).toBeCloseTo(180_000 * 0.000_024, 6)
  // 24,000 writes are free; their deletion is not.
  expect(firestore).toBeCloseTo((24_000 * 0.02) / 100_000, 6)
  expect(network).toBeCloseTo(((400 * 1.5) / 1024) * 0.12, 6)
  // 400 visits, half an hour of a card each.
  expect(modelToZero).toBeCloseTo(200 * 1.000_416 * 1.15, 6)
})

test('ten times as many never cost less, and no more than the free part allows', () => {
  const sum = (users: number) => {
    const { service, firestore, network, observability, modelAlwaysOn } = monthlyCosts(users)
    return service + firestore + network + observability + modelAlwaysOn
  }
  for (const users of [10, 100, 1000, 10_000, 100_000]) {
    expect(sum(users * 10)).toBeGreaterThanOrEqual(sum(users))
  }
})
