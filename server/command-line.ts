import { parseArgs, type ParseArgsConfig } from 'node:util'

/** What a command was called with. A wrong call ends it with what was wrong and how it is called, and code 2. */
export function commandLine<const T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
    return process.exit(2)
  }
}
