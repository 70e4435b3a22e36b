import { GoogleAuth } from 'google-auth-library'
import { ModelFailure } from './model-failure.ts'

export type VertexEndpoint = {
  /** Its id, or projects/…/locations/…/endpoints/…. */
  readonly endpoint: string
  readonly project: string
  readonly location: string
  /** Of a dedicated endpoint, which refuses the shared host. */
  readonly dns: string | undefined
}

/** projects/…/locations/…/endpoints/… */
export function endpointResource({ endpoint, project, location }: VertexEndpoint): string {
  return endpoint.startsWith('projects/')
    ? endpoint
    : `projects/${project}/locations/${location}/endpoints/${endpoint}`
}

export function chatAddress(at: VertexEndpoint): string {
  const resource = endpointResource(at)
  const [, location = at.location] = /\/locations\/([^/]+)\//.exec(resource) ?? []
  const host = at.dns ?? `${location}-aiplatform.googleapis.com`
  return `https://${host}/v1beta1/${resource}/chat/completions`
}

/** Google's tokens live for an hour and are kept; after a refusal everything is fetched anew. */
export function createGoogleCredentials(at: VertexEndpoint) {
  const [, projectId = at.project] = endpointResource(at).split('/')
  // Told the project, it does not spend half a second looking for one.
  const options = { scopes: 'https://www.googleapis.com/auth/cloud-platform', projectId }
  let auth = new GoogleAuth(options)
  return async (isRefused: boolean): Promise<Readonly<Record<string, string>>> => {
    if (isRefused) auth = new GoogleAuth(options)
    const token = await auth.getAccessToken().catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : 'unknown'
      throw new ModelFailure('unauthorized', `no Google credentials: ${why}`, { cause })
    })
    return { authorization: `Bearer ${token ?? ''}` }
  }
}
