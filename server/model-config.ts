import * as z from 'zod'

/** A whole number from 1 up. */
const Amount = z
  .string()
  .regex(/^[1-9][0-9]{0,6}$/, 'is not a whole number from 1 up: give for example 4')
  .transform(Number)

/** The settings of the language model, as they stand in the environment. */
export const modelSettings = {
  MODEL: z
    .enum(
      ['none', 'chat-completions', 'vertex-endpoint', 'vertexai'],
      'is not known: give none, chat-completions, vertex-endpoint or vertexai',
    )
    .default('none'),
  MODEL_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http address: give it up to and with /v1' })
    .optional(),
  MODEL_NAME: z.string().optional(),
  MODEL_API_KEY: z
    .string()
    .regex(/^[!-~]+$/, 'holds blanks or line ends: give the key alone')
    .optional(),
  MODEL_CONTEXT_TOKENS: Amount.prefault('8192'),
  MODEL_CONCURRENCY: Amount.prefault('4'),
  VERTEX_ENDPOINT: z
    .string()
    .regex(
      /^([A-Za-z0-9-]+|projects\/[^/]+\/locations\/[^/]+\/endpoints\/[^/]+)$/,
      'is not an endpoint: give its id, or projects/…/locations/…/endpoints/…',
    )
    .optional(),
  VERTEX_ENDPOINT_DNS: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, 'is not a host name: give dedicatedEndpointDns of the endpoint')
    .optional(),
  VERTEX_PROJECT: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.:-]*$/, 'is not a project: give its id, or its number')
    .optional(),
  VERTEX_LOCATION: z
    .string()
    .regex(/^([a-z]+-[a-z]+[0-9]{1,2}|global)$/, 'is not a region: give for example europe-west4')
    .optional(),
  VERTEX_MODEL: z.string().optional(),
}
const ModelSettings = z.object(modelSettings)
type ModelSettings = z.output<typeof ModelSettings>

/** Project and region of the service: where the model is, unless its own settings say otherwise. */
type Google = { readonly project: string | undefined; readonly region: string }

/** What the chosen model lacks; nothing where its settings have other faults, which are told already. */
export function missingOfModel(given: Readonly<Record<string, string | undefined>>): string[] {
  const read = ModelSettings.safeParse(given)
  if (!read.success) return []
  return modelOf(read.data, { project: given['GOOGLE_CLOUD_PROJECT'], region: '' }).missing
}

/** The model that answers, with what it needs; or what is missing, by the name of the variable. */
export function modelOf(read: ModelSettings, google: Google) {
  const missing: string[] = []
  const need = (value: string | undefined, name: string): string => {
    if (value === undefined) missing.push(`${name} is not set: MODEL=${read.MODEL} needs it`)
    return value ?? ''
  }
  const isWhole = read.VERTEX_ENDPOINT?.startsWith('projects/') === true
  const vertex = () => ({
    project: isWhole ? '' : need(read.VERTEX_PROJECT ?? google.project, 'VERTEX_PROJECT'),
    location: read.VERTEX_LOCATION ?? google.region,
    dns: read.VERTEX_ENDPOINT_DNS,
  })
  const choose = () => {
    switch (read.MODEL) {
      case 'none':
        return { kind: read.MODEL }
      case 'chat-completions': {
        const [url, name] = [need(read.MODEL_URL, 'MODEL_URL'), need(read.MODEL_NAME, 'MODEL_NAME')]
        return { kind: read.MODEL, url, name, apiKey: read.MODEL_API_KEY }
      }
      case 'vertex-endpoint': {
        const endpoint = need(read.VERTEX_ENDPOINT, 'VERTEX_ENDPOINT')
        return { kind: read.MODEL, endpoint, model: read.VERTEX_MODEL, ...vertex() }
      }
      case 'vertexai':
        return { kind: read.MODEL, model: need(read.VERTEX_MODEL, 'VERTEX_MODEL'), ...vertex() }
    }
  }
  const model = choose()
  return { model, missing }
}

/** The settings of the model cannot be used; the message names every fault in them. */
export class BadModelSettings extends Error {
  override name = 'BadModelSettings'
}

/** What is wrong with a setting: its name, its value where that is no secret, and what to give. */
export function faultOf(
  name: string,
  message: string,
  given: Readonly<Record<string, string | undefined>>,
): string {
  const isSecret = /_(KEY|TOKEN)$/.test(name)
  return `${name}${isSecret ? '' : `='${given[name]}'`} ${message}`
}

/** The model of a process that needs no other settings of the service: the jobs. Empty counts as not set. */
export function readModelSettings(environment: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = ModelSettings.safeParse(given)
  if (!read.success)
    throw new BadModelSettings(
      read.error.issues
        .map(({ path, message }) => faultOf(String(path[0]), message, given))
        .join('\n'),
    )
  const google = {
    project: given['GOOGLE_CLOUD_PROJECT'],
    region: given['REGION'] ?? 'europe-west1',
  }
  const { model, missing } = modelOf(read.data, google)
  if (missing.length > 0) throw new BadModelSettings(missing.join('\n'))
  const { MODEL_CONTEXT_TOKENS: contextTokens, MODEL_CONCURRENCY: concurrency } = read.data
  return { choice: model, room: { contextTokens, concurrency } }
}
