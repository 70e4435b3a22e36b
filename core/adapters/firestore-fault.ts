import { StoreUnusable } from '#core/ports/document-store.ts'

export type FirestoreSettings = {
  /** GOOGLE_CLOUD_PROJECT */
  readonly project: string
  /** Of STORE=firestore:<database>; absent is the default one. */
  readonly database?: string
  /** FIRESTORE_EMULATOR_HOST */
  readonly emulator?: string
}

/** What a person can do about a fault of Firestore; anything else comes back as it is. */
export function firestoreFault(error: unknown, settings: FirestoreSettings): unknown {
  if (!(error instanceof Error)) return error
  const told = toldAs(error, settings)
  return told === undefined ? error : new StoreUnusable(told, { cause: error })
}

function toldAs(error: Error, settings: FirestoreSettings): string | undefined {
  if (!('code' in error)) return undefined
  return ofCode(error.code, error.message, settings)
}

export function unreachable(cause: unknown, settings: FirestoreSettings): StoreUnusable {
  return new StoreUnusable(noAnswer(String(cause), settings), { cause })
}

function noAnswer(reason: string, { project, emulator }: FirestoreSettings): string {
  return emulator === undefined
    ? `Firestore of GOOGLE_CLOUD_PROJECT=${project} does not answer (${reason}). Try again.`
    : `FIRESTORE_EMULATOR_HOST=${emulator} does not answer. Start the emulator there, ` +
        'or unset the variable to use Google’s Firestore.'
}

/** By the codes of gRPC, which REST is translated to. */
function ofCode(code: unknown, reason: string, settings: FirestoreSettings): string | undefined {
  const { project, database: name = '(default)' } = settings
  switch (code) {
    case 4:
    case 14:
      return noAnswer(reason, settings)
    case 5:
      return (
        `GOOGLE_CLOUD_PROJECT=${project} has no Firestore database ${name} (${reason}). Make it with ` +
        `\`gcloud firestore databases create --project=${project} --database='${name}' --location=REGION\`, ` +
        'or name another one: STORE=firestore:<database>.'
      )
    case 7:
      return (
        `Firestore of GOOGLE_CLOUD_PROJECT=${project} refuses this account (${reason}). ` +
        'Give it the role roles/datastore.user there, and enable firestore.googleapis.com.'
      )
    case 8:
      return `Firestore of GOOGLE_CLOUD_PROJECT=${project} takes no more for now (${reason}).`
    case 9:
      return (
        `Firestore of GOOGLE_CLOUD_PROJECT=${project} refuses a query (${reason}). ` +
        'Its indexes are in deploy/firestore.indexes.json: deploy them.'
      )
    case 16:
      return (
        `Firestore of GOOGLE_CLOUD_PROJECT=${project} does not know this account (${reason}). ` +
        'Sign in with `gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS.'
      )
    default:
      return undefined
  }
}
