import type { Config } from './config.ts'
import { faultFields, type Log } from './log.ts'
import { createMeasures, type Measures } from './measures.ts'

export type ComposedMetrics = {
  /** Absent where nothing is measured. */
  readonly measures?: Measures
  /** Sends what is left, or gives up soon. */
  readonly stop: () => Promise<void>
}

const everyMs = 60_000
const stopWithinMs = 1500

/** What is measured and where it goes, as the settings say; its libraries are loaded only where it is wanted. */
export async function composeMetrics(config: Config, log: Log): Promise<ComposedMetrics> {
  const { metrics } = config
  if (metrics.kind === 'none') return { stop: () => Promise.resolve() }
  const { startMetrics } = await import('#core/adapters/metrics-export.ts')
  const { meter, stop } = startMetrics(metrics, {
    service: config.service ?? 'kaizenlap',
    revision: config.revision ?? 'none',
    everyMs,
    failed: (error) => log.warn(faultFields(error), 'metrics not sent'),
  })
  return {
    measures: createMeasures(meter),
    stop: async () => {
      const late = Promise.withResolvers<void>()
      const timer = setTimeout(late.resolve, stopWithinMs)
      await Promise.race([stop(), late.promise])
      clearTimeout(timer)
    },
  }
}
