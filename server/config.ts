import * as z from 'zod'
import { faultOf, missingOfModel, modelOf, modelSettings } from './model-config.ts'
import { missingOfStore, storeOf, storeSettings } from './store-config.ts'

/** What the environment says, before it is read: process.env. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A whole number from 0 up. */
const Count = z
  .string()
  .regex(/^[0-9]{1,9}$/, 'is not a whole number from 0 up; 0 switches the limit off')
  .transform(Number)

/** From 0 to 1. */
const Share = z
  .string()
  .regex(/^(0(\.[0-9]{1,6})?|1(\.0{1,6})?)$/, 'is not a share: give a number from 0 to 1')
  .transform(Number)

const Days = z
  .string()
  .regex(/^[1-9][0-9]{0,3}$/, 'is not a number of days: give 1 to 9999')
  .transform(Number)

const Port = z
  .string()
  .regex(/^[0-9]{1,5}$/, 'is not a port: give a number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'is not a port: give a number from 0 to 65535')

const Origin = z.url({
  protocol: /^https?$/,
  error: 'is not an origin: give https://host, comma between several',
})
const Origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim().replace(/\/$/, '')))
  .pipe(z.array(Origin))

const Data = z
  .string()
  .regex(
    /^(?!gs:)|^gs:\/\/[a-z0-9][a-z0-9._-]{1,220}[a-z0-9](\/.*)?$/,
    'is not a place of timing files: give a folder, a zip, or gs://bucket/prefix',
  )

const Region = z
  .string()
  .regex(/^[a-z]+-[a-z]+[0-9]{1,2}$/, 'is not a region: give for example europe-west1')

const settings = z.object({
  DATA: Data.optional(),
  ...storeSettings,
  ...modelSettings,
  COACH_AUTH: z.enum(['token', 'iap'], 'is not known: give token or iap').default('token'),
  COACH_TOKEN: z.string().min(16, 'is too short: give at least 16 characters').optional(),
  IAP_AUDIENCE: z
    .string()
    .regex(/^\/projects\/\S+$/, 'is not an audience: give /projects/NUMBER/locations/…/services/…')
    .optional(),
  REVIEW_SHARE: Share.prefault('0.1'),
  REVIEW_SHARE_FOR_TWO: Share.prefault('0.1'),
  RETENTION_DAYS: Days.prefault('90'),
  PORT: Port.prefault('8080'),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'is not an address: give 127.0.0.1, or 0.0.0.0 for all networks')
    .default('127.0.0.1'),
  ORIGINS: Origins.optional(),
  SURFACE: z
    .enum(['all', 'public', 'coach'], 'is not known: give all, public or coach')
    .default('all'),
  REGION: Region.default('europe-west1'),
  /** Read by the library itself. */
  STORAGE_EMULATOR_HOST: z
    .string()
    .regex(/^https?:\/\/[^\s]+$/, 'is not an address: give http://host:port')
    .optional(),
  QUESTIONS_PER_MINUTE: Count.prefault('10'),
  QUESTIONS_BURST: Count.prefault('3'),
  CONNECTIONS_PER_ADDRESS: Count.prefault('20'),
  CONNECTIONS: Count.optional(),
  REQUESTS_PER_MINUTE: Count.prefault('600'),
  METRICS: z
    .enum(['none', 'google-cloud', 'otlp'], 'is not known: give none, google-cloud or otlp')
    .default('none'),
  METRICS_URL: z
    .url({ protocol: /^https?$/, error: 'is not an http address: give https://host/v1/metrics' })
    .optional(),
})

/** What can be set, by name. */
export const settingNames = Object.keys(settings.shape)

/** Set by Cloud Run, not by people. */
const Platform = z.object({
  K_SERVICE: z.string().optional(),
  K_REVISION: z.string().optional(),
})

/** Every setting of the service, checked. */
export type Config = ReturnType<typeof configOf>

/** The environment cannot be used; the message names every fault in it. */
export class BadConfig extends Error {
  override name = 'BadConfig'
}

/** Reads all settings at once. A variable that is set to nothing counts as not set. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => faultOf(String(path[0]), message, given))
  const missing = [
    ...missingOfStore(given),
    ...missingOfModel(given),
    ...missingOfMetrics(given),
    ...missingOfCoaches(given),
  ]
  if (!parsed.success || missing.length > 0) throw new BadConfig([...faults, ...missing].join('\n'))
  return configOf(parsed.data, Platform.parse(given))
}

function configOf(read: z.output<typeof settings>, platform: z.output<typeof Platform>) {
  const isOnCloudRun = platform.K_SERVICE !== undefined
  return {
    /** Absent: the demo season. */
    data: read.DATA,
    store: storeOf(read),
    model: modelOf(read, { project: read.GOOGLE_CLOUD_PROJECT, region: read.REGION }).model,
    /** What the model's server has room for: tokens of one request, and requests at once. */
    modelRoom: { contextTokens: read.MODEL_CONTEXT_TOKENS, concurrency: read.MODEL_CONCURRENCY },
    coach: { auth: read.COACH_AUTH, token: read.COACH_TOKEN, iapAudience: read.IAP_AUDIENCE },
    review: {
      sample: read.REVIEW_SHARE,
      forTwo: read.REVIEW_SHARE_FOR_TWO,
      retentionDays: read.RETENTION_DAYS,
    },
    port: read.PORT,
    host: read.HOST,
    /** Absent: the page's own host, and clients that send no Origin. */
    origins: read.ORIGINS,
    surface: read.SURFACE,
    google: {
      project: read.GOOGLE_CLOUD_PROJECT,
      region: read.REGION,
      firestoreEmulator: read.FIRESTORE_EMULATOR_HOST,
    },
    limits: {
      questionsPerMinute: read.QUESTIONS_PER_MINUTE,
      questionsBurst: read.QUESTIONS_BURST,
      connectionsPerAddress: read.CONNECTIONS_PER_ADDRESS,
      connections: read.CONNECTIONS ?? (isOnCloudRun ? 80 : 1000),
      requestsPerMinute: read.REQUESTS_PER_MINUTE,
    },
    metrics: metricsOf(read),
    isOnCloudRun,
    service: platform.K_SERVICE,
    revision: platform.K_REVISION,
  }
}

/** What the chosen place of the measures lacks. */
function missingOfMetrics(given: Environment): string[] {
  const isMissing = (metrics: string, name: string) =>
    given['METRICS'] === metrics && given[name] === undefined
  return [
    ['google-cloud', 'GOOGLE_CLOUD_PROJECT'],
    ['otlp', 'METRICS_URL'],
  ].flatMap(([metrics = '', name = '']) =>
    isMissing(metrics, name) ? [`${name} is not set: METRICS=${metrics} needs it`] : [],
  )
}

function metricsOf(read: z.output<typeof settings>) {
  const { METRICS: kind, METRICS_URL: url = '', GOOGLE_CLOUD_PROJECT: project = '' } = read
  if (kind === 'google-cloud') return { kind, project, region: read.REGION }
  return kind === 'otlp' ? { kind, url } : { kind }
}

/** What coaches cannot safely sign in without. */
function missingOfCoaches(given: Environment): string[] {
  if (given['SURFACE'] === 'public') return []
  if (given['COACH_AUTH'] === 'iap') {
    // Without it a signed header of any other service of the project would do.
    return given['IAP_AUDIENCE'] === undefined
      ? ['IAP_AUDIENCE is not set: COACH_AUTH=iap needs it']
      : []
  }
  // One that is made at the first start is told to who starts it, and on Cloud Run that is the log.
  const isMissing = given['K_SERVICE'] !== undefined && given['COACH_TOKEN'] === undefined
  if (!isMissing) return []
  return [
    'COACH_TOKEN is not set: COACH_AUTH=token on Cloud Run needs it; or give COACH_AUTH=iap or SURFACE=public',
  ]
}
