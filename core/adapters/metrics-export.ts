import { randomUUID } from 'node:crypto'
import type { Meter } from '@opentelemetry/api'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { GoogleAuth } from 'google-auth-library'

/** Where the measures go. */
export type MetricsTarget =
  | { readonly kind: 'google-cloud'; readonly project: string; readonly region: string }
  | { readonly kind: 'otlp'; readonly url: string }

export type MetricsOptions = {
  /** What is measured: the name of the service and of its revision. */
  readonly service: string
  readonly revision: string
  readonly everyMs: number
  /** They could not be sent; tried again the next time. */
  readonly failed: (error: unknown) => void
  /** Of Google's collector. */
  readonly googleUrl?: string
}

export type MetricsExport = {
  readonly meter: Meter
  /** Sends what is left. */
  readonly stop: () => Promise<void>
}

const google = 'https://telemetry.googleapis.com/v1/metrics'
const sendWithinMs = 5000

/** Sends measures over OTLP: to Google Cloud Monitoring, or to any collector. Load this only where it is wanted. */
export function startMetrics(target: MetricsTarget, options: MetricsOptions): MetricsExport {
  const exporter = new OTLPMetricExporter({
    url: target.kind === 'otlp' ? target.url : (options.googleUrl ?? google),
    timeoutMillis: sendWithinMs,
    ...(target.kind === 'google-cloud' && { headers: googleHeaders(target.project) }),
  })
  const send = exporter.export.bind(exporter)
  exporter.export = (measures, done) =>
    send(measures, (result) => {
      if (result.error !== undefined) options.failed(result.error)
      done(result)
    })
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: options.everyMs,
    exportTimeoutMillis: Math.min(sendWithinMs, options.everyMs),
  })
  const provider = new MeterProvider({ resource: resourceOf(target, options), readers: [reader] })
  return { meter: provider.getMeter('kaizenlap'), stop: () => provider.shutdown() }
}

/** Google makes the labels of a time series of these: without an instance two of them would overwrite each other. */
function resourceOf(target: MetricsTarget, { service, revision }: MetricsOptions) {
  return resourceFromAttributes({
    'service.name': service,
    'service.namespace': 'kaizenlap',
    'service.version': revision,
    'service.instance.id': randomUUID(),
    ...(target.kind === 'google-cloud' && {
      'gcp.project_id': target.project,
      'cloud.provider': 'gcp',
      'cloud.region': target.region,
    }),
  })
}

/** A token is asked for each time; the library keeps it while it lives. */
function googleHeaders(projectId: string): () => Promise<Record<string, string>> {
  const scopes = 'https://www.googleapis.com/auth/monitoring.write'
  const auth = new GoogleAuth({ scopes, projectId })
  return async () => {
    // The exporter does not stand a rejection; without a token Google refuses, and that is told.
    const token = await auth.getAccessToken().catch(() => undefined)
    return {
      'x-goog-user-project': projectId,
      ...(typeof token === 'string' && { authorization: `Bearer ${token}` }),
    }
  }
}
