import type { Config } from './config.ts'

/** Rejects with `NoGoogleCredentials`: that is told when the service starts, and not at the first question. */
export async function requireCredentials({
  model,
  metrics,
}: Pick<Config, 'model' | 'metrics'>): Promise<void> {
  const isOnVertex = model.kind === 'vertex-endpoint' || model.kind === 'vertexai'
  if (!isOnVertex && metrics.kind !== 'google-cloud') return
  const { findGoogleCredentials } = await import('#core/adapters/google-credentials.ts')
  if (isOnVertex) await findGoogleCredentials(`MODEL=${model.kind}`, 'MODEL=none')
  else await findGoogleCredentials('METRICS=google-cloud', 'METRICS=none')
}
