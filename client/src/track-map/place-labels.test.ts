import { expect, test } from 'vitest'
import { overlaps, placeAcross, placeBeside, samplesOf } from './place-labels.ts'
import { trackLine } from './track-line.ts'

const within = { width: 400, height: 300 }
const line = trackLine(null, { ...within, margin: 40 })
const around = { line, samples: samplesOf(line), within, taken: [] }
const size = { width: 80, height: 36 }

test('labels of three sections stay on the map, off the line and apart', () => {
  const first = placeBeside({ fromShare: 0, toShare: 0.33 }, size, around)
  const second = placeBeside({ fromShare: 0.33, toShare: 0.66 }, size, {
    ...around,
    taken: [first],
  })
  const taken = [first, second]
  const third = placeBeside({ fromShare: 0.66, toShare: 1 }, size, { ...around, taken })
  const placed = [...taken, third]
  for (const { x, y } of placed) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(x + size.width).toBeLessThanOrEqual(within.width)
    expect(y + size.height).toBeLessThanOrEqual(within.height)
  }
  expect(overlaps(first, second) || overlaps(second, third) || overlaps(first, third)).toBe(false)
  const covered = around.samples.filter(([x, y]) =>
    placed.some((label) => overlaps(label, { x, y, width: 0.1, height: 0.1 })),
  )
  expect(covered).toEqual([])
})

test('a corner number goes to the other side where its own is taken', () => {
  const free = placeAcross(0.25, { width: 16, height: 12 }, 16, around)
  const other = placeAcross(0.25, { width: 16, height: 12 }, 16, {
    ...around,
    taken: [{ x: free.x - 20, y: free.y - 20, width: 60, height: 60 }],
  })
  expect(overlaps(free, other)).toBe(false)
})
