import { faultOfStore, readStore } from '../server/store-config.ts'
import { type Command, WrongUsage } from './command.ts'

/** What the command line names, else the environment. */
export function chosenStore(
  { store }: Exclude<Command, { type: 'help' }>,
  environment: Readonly<Record<string, string | undefined>>,
) {
  if (store === undefined) return readStore(environment)
  const fault = faultOfStore(store)
  if (fault !== undefined) throw new WrongUsage(`--store ${fault}.`)
  return readStore({ ...environment, STORE: store })
}
