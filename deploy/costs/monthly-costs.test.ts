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

test('what instances read ahead is paid, a start for each visit or four an hour', () => {
  // A quarter of an hour a visit, 48 in an instance: 1,140.625 of its hours, 4,562.5 starts of 835 documents.
  const visits = 4 * 54_750
  const reads = visits * (6 * 30 + 40) + 4562.5 * 835
  const writes = visits * 60
  const kept = (visits * 6 * 3 * 6 * 1024) / 2 ** 30
  const free = 30.4 * 50_000
  expect(monthlyCosts(54_750).firestore).toBeCloseTo(
    ((reads - free) * 0.06 + (writes - 30.4 * 20_000) * 0.18 + writes * 0.02) / 1e5 +
      (kept - 1) * 0.18,
    6,
  )
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
