import { sampleCovariance, sampleVariance } from 'simple-statistics'
import type { CorrectedLap } from './field-effect.ts'
import { type PerQuantity, type PerSection, sectionIds } from './quantity.ts'

/** How much of the ups and downs of a car's lap time came from each section (D20). */
export type SpreadShares = { readonly n: number; readonly shares: Required<PerSection<number>> }

/**
 * cov(section, lap) / var(lap) over the laps with all corrected times. The shares need not add to 1
 * exactly, since each quantity is corrected by itself. Absent with fewer than two laps, or equal ones.
 */
export function spreadShares(
  corrected: PerQuantity<readonly CorrectedLap[]>,
): SpreadShares | undefined {
  const bySection = sectionIds.map(
    (section) =>
      new Map(corrected[section]?.map(({ lapNumber, correctedMs }) => [lapNumber, correctedMs])),
  )
  const rows = (corrected.lap ?? []).flatMap(({ lapNumber, correctedMs }) => {
    const [s1, s2, s3] = bySection.map((times) => times.get(lapNumber))
    if (s1 === undefined || s2 === undefined || s3 === undefined) return []
    return [{ lap: correctedMs, s1, s2, s3 }]
  })
  if (rows.length < 2) return undefined
  const lapTimes = rows.map(({ lap }) => lap)
  const variance = sampleVariance(lapTimes)
  if (variance === 0) return undefined
  const share = (section: 's1' | 's2' | 's3') =>
    sampleCovariance(
      rows.map((row) => row[section]),
      lapTimes,
    ) / variance
  return { n: rows.length, shares: { s1: share('s1'), s2: share('s2'), s3: share('s3') } }
}
