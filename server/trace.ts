import type { IncomingHttpHeaders } from 'node:http'

/** The trace that a request belongs to, in the names of Cloud Logging, so that its log lines stand together. */
export function traceFields(
  headers: IncomingHttpHeaders,
  project: string | undefined,
): Record<string, string | boolean> {
  if (project === undefined) return {}
  const found =
    fromTraceparent(headers['traceparent']) ?? fromCloudTrace(headers['x-cloud-trace-context'])
  if (found === undefined) return {}
  return {
    'logging.googleapis.com/trace': `projects/${project}/traces/${found.trace}`,
    'logging.googleapis.com/spanId': found.span,
    'logging.googleapis.com/trace_sampled': found.isSampled,
  }
}

type Trace = { readonly trace: string; readonly span: string; readonly isSampled: boolean }

/** '00-<32 hex>-<16 hex>-<flags>' (W3C). */
function fromTraceparent(header: string | string[] | undefined): Trace | undefined {
  const [, trace, span, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(header)) ?? []
  if (trace === undefined || span === undefined || flags === undefined) return undefined
  return { trace, span, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

/** '<32 hex>/<span, decimal>;o=1' (the older header of Google's front ends). */
function fromCloudTrace(header: string | string[] | undefined): Trace | undefined {
  const [, trace, span, options] =
    /^([0-9a-f]{32})\/([0-9]{1,20})(?:;o=([01]))?$/.exec(String(header)) ?? []
  if (trace === undefined || span === undefined) return undefined
  const hex = BigInt(span).toString(16).padStart(16, '0')
  return { trace, span: hex, isSampled: options === '1' }
}
