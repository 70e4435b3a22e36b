import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'

test('nothing set is a tenth of the rest, a tenth for two, ninety days', () => {
  expect(readConfig({}).review).toEqual({ sample: 0.1, forTwo: 0.1, retentionDays: 90 })
})

test.each(['0', '1', '0.25', '1.0'])('REVIEW_SHARE=%s is a share', (share) => {
  expect(readConfig({ REVIEW_SHARE: share }).review.sample).toBe(Number(share))
})

test.each([
  [{ REVIEW_SHARE: '10' }, "REVIEW_SHARE='10' is not a share: give a number from 0 to 1"],
  [{ REVIEW_SHARE_FOR_TWO: '-1' }, "REVIEW_SHARE_FOR_TWO='-1' is not a share"],
  [{ RETENTION_DAYS: '0' }, "RETENTION_DAYS='0' is not a number of days"],
  [{ COACH_AUTH: 'iap' }, 'IAP_AUDIENCE is not set: COACH_AUTH=iap needs it'],
  [{ IAP_AUDIENCE: 'kaizenlap' }, "IAP_AUDIENCE='kaizenlap' is not an audience"],
])('%j is told by its name', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message)
})

test('where nothing is for coaches, the proxy needs no audience', () => {
  expect(readConfig({ COACH_AUTH: 'iap', SURFACE: 'public' }).surface).toBe('public')
})
