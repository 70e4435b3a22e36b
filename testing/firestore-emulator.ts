import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort } from './free-port.ts'
import { type OtherServer, startOtherServer } from './other-server.ts'

/** Google's own emulator, on this machine alone. Each project that is named to it is a store of its own. */
export type FirestoreEmulator = OtherServer & {
  /** host:port, as FIRESTORE_EMULATOR_HOST wants it. */
  readonly host: string
}

// oxlint-disable-next-line node/no-process-env -- tests have no main that reads it for them
const environment = process.env

const jarName = 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar'
const how =
  'install google-cloud-cli-firestore-emulator and a Java 17 runtime, or set FIRESTORE_EMULATOR_JAR to ' +
  'the emulator’s jar, or FIRESTORE_EMULATOR_HOST to one that runs'

/**
 * Whether tests have an emulator. Says how to get it where not; where CI is set, that is a fault.
 */
export function hasFirestoreEmulator(): boolean {
  if (environment['FIRESTORE_EMULATOR_HOST'] || findCommand() !== undefined) return true
  if (environment['CI']) throw new Error(`There is no Firestore emulator: ${how}.`)
  process.stderr.write(`SKIPPED, without the Firestore emulator: ${how}.\n`)
  return false
}

/** The emulator that runs already, else one that is started, ready. */
export async function startFirestoreEmulator(): Promise<FirestoreEmulator> {
  const running = environment['FIRESTORE_EMULATOR_HOST']
  if (running) return { host: running, stop: () => Promise.resolve() }
  const command = findCommand()
  if (command === undefined) throw new Error(`There is no Firestore emulator: ${how}.`)
  const port = await freePort()
  const main = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore'
  // English, for it cannot format numbers in some languages. Memory that tests need is far from a quarter of all.
  const java = ['-Duser.language=en', '-Xmx2g', '-cp', command.jar, main]
  const host = `127.0.0.1:${port}`
  const server = await startOtherServer({
    // Its own wrapper script forks, and leaves Java behind when it is killed.
    command: command.java,
    args: [...java, 'start', '--host=127.0.0.1', `--port=${port}`],
    readyAt: `http://${host}/`,
  })
  return { ...server, host }
}

function findCommand(): { readonly java: string; readonly jar: string } | undefined {
  const { JAVA_HOME: javaHome, PATH: path = '' } = environment
  const java = [...(javaHome ? [join(javaHome, 'bin')] : []), ...path.split(delimiter)]
    .map((folder) => join(folder, 'java'))
    .find(existsSync)
  const jar = jars().find(existsSync)
  return java !== undefined && jar !== undefined ? { java, jar } : undefined
}

/** The variable alone where it is set, else the places of Google's packages. */
function jars(): string[] {
  const { FIRESTORE_EMULATOR_JAR: jar, CLOUDSDK_ROOT_DIR: root } = environment
  if (jar) return [jar]
  const roots = [
    root,
    '/usr/lib/google-cloud-sdk',
    '/usr/share/google-cloud-sdk',
    '/opt/google-cloud-sdk',
  ]
  return [...roots, join(homedir(), 'google-cloud-sdk'), '/snap/google-cloud-sdk/current'].flatMap(
    (folder) => (folder ? [join(folder, jarName)] : []),
  )
}
