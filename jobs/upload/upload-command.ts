import { parseArgs } from 'node:util'
import { WrongUsage } from '../command.ts'

export type UploadCommand = {
  readonly from: string
  readonly to: string
  readonly isDry: boolean
  readonly problems: string | undefined
}

export const uploadUsage = `Usage:
  npm run upload -- FOLDER|ZIP gs://bucket/prefix [--dry-run] [--problems FILE]
      Checks the timing files of a season as a run would read them, and puts those that pass into a bucket:
      what is new or has changed, never over what somebody else wrote meanwhile. Zips go up unpacked.

  --dry-run          check and compare, write nothing
  --problems FILE    write every problem of the files to FILE, as lines of JSON

Exit code: 0 all files are there (with notes or without), 1 a file was refused or could not be written,
2 wrong usage.`

const options = {
  'dry-run': { type: 'boolean' },
  problems: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the command line; undefined asks for help. Throws `WrongUsage` with what is wrong. */
export function readUploadCommand(args: readonly string[]): UploadCommand | undefined {
  const { values, positionals } = parsed(args)
  if (values.help === true) return undefined
  const [from, to, ...more] = positionals
  if (more.length > 0) throw new WrongUsage(`'${more.join(' ')}' is too much.`)
  if (from === undefined || to === undefined)
    throw new WrongUsage('Give the timing files and where they go: FOLDER|ZIP gs://bucket/prefix.')
  if (from.startsWith('gs://'))
    throw new WrongUsage(`'${from}' lies in a bucket already: give a folder or a zip first.`)
  return { from, to, isDry: values['dry-run'] ?? false, problems: values.problems }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : 'The command line is broken.')
  }
}
