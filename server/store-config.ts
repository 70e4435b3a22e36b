import * as z from 'zod'

const forms = 'is not a store: give sqlite:<file>, firestore or firestore:<database>'
const defaultStore = 'sqlite:./data/kaizenlap.db'

const Store = z.string().transform((text, context) => {
  const [, kind, , rest = ''] = /^(sqlite|firestore)(:(.+))?$/.exec(text) ?? []
  if (kind === 'sqlite' && rest !== '') return { kind, file: rest } as const
  if (kind === 'firestore') return { kind, ...(rest === '' ? {} : { database: rest }) } as const
  context.addIssue(forms)
  return z.NEVER
})

/** What is wrong with a text that names no store. */
export function faultOfStore(text: string): string | undefined {
  return Store.safeParse(text).success ? undefined : `'${text}' ${forms}`
}

/** Where documents and conversations are kept, as it stands in the environment. */
export const storeSettings = {
  STORE: Store.prefault(defaultStore),
  GOOGLE_CLOUD_PROJECT: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.:-]{1,60}$/,
      'is not the id of a project: give for example my-project-123',
    )
    .optional(),
  FIRESTORE_EMULATOR_HOST: z
    .string()
    .regex(/^[^\s:/]+:[0-9]+$/, 'is not host:port: give for example 127.0.0.1:8086')
    .optional(),
}
const StoreSettings = z.object(storeSettings)
type StoreSettings = z.output<typeof StoreSettings>

/** The emulator needs a name to keep things under, and takes any. */
const projectOfEmulator = 'kaizenlap'

/** The store with all that opens it. */
export function storeOf(read: StoreSettings) {
  const { STORE: store, GOOGLE_CLOUD_PROJECT: project, FIRESTORE_EMULATOR_HOST: emulator } = read
  if (store.kind === 'sqlite') return store
  return {
    ...store,
    project: project ?? projectOfEmulator,
    ...(emulator !== undefined && { emulator }),
  }
}

/** What the chosen store lacks; nothing where its settings have other faults, which are told already. */
export function missingOfStore(given: Readonly<Record<string, string | undefined>>): string[] {
  // Set by Cloud Run, whose instances keep nothing: a season or a chat would be lost, and nobody told.
  const platform = ['K_SERVICE', 'CLOUD_RUN_JOB'].find((name) => given[name] !== undefined)
  if (platform !== undefined && given['STORE'] === undefined)
    return ['STORE is not set: on Cloud Run it has to be; give firestore or firestore:<database>']
  const read = StoreSettings.safeParse(given)
  if (!read.success || read.data.STORE.kind === 'sqlite') return []
  const { GOOGLE_CLOUD_PROJECT: project, FIRESTORE_EMULATOR_HOST: emulator } = read.data
  if (project !== undefined || emulator !== undefined) return []
  return [
    'GOOGLE_CLOUD_PROJECT is not set: STORE=firestore needs it, ' +
      'or FIRESTORE_EMULATOR_HOST to use the emulator',
  ]
}

/** The store cannot be chosen; the message names every variable that is wrong. */
export class BadStoreSettings extends Error {
  override name = 'BadStoreSettings'
}

/** Reads the settings of the store alone. A variable that is set to nothing counts as not set. */
export function readStore(environment: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value))
  const read = StoreSettings.safeParse(given)
  const faults = read.success
    ? missingOfStore(given)
    : read.error.issues.map(({ path, message }) => {
        const name = String(path[0])
        return `${name}='${given[name]}' ${message}`
      })
  if (!read.success || faults.length > 0) throw new BadStoreSettings(faults.join('\n'))
  return storeOf(read.data)
}
