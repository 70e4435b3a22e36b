import { parseArgs } from 'node:util'
import { type JobName, jobNames } from './job.ts'

/** What the command line asks for. */
export type Command =
  | {
      readonly type: 'season'
      readonly run: string | undefined
      readonly data: readonly string[]
      readonly store: string | undefined
      readonly isStrict: boolean
      readonly problems: string | undefined
    }
  | {
      readonly type: 'job'
      readonly job: JobName | 'publish'
      readonly run: string | undefined
      readonly data: readonly string[]
      readonly store: string | undefined
      readonly problems: string | undefined
    }
  | {
      readonly type: 'generations'
      /** The run that is read again; absent: all are listed. */
      readonly activate: string | undefined
      readonly store: string | undefined
    }
  | { readonly type: 'help' }

/** What writes documents. */
export type RunCommand = Extract<Command, { type: 'season' | 'job' }>

/** The command line asks for something that there is not. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

export const usage = `Usage:
  npm run season -- [--data PLACE]... [--store STORE] [--run ID] [--strict] [--problems FILE]
      Reads timing files, runs the five jobs and publishes the season.
  npm run job -- composites|sections|weather|patterns|coaching [--run ID] [--data PLACE]...
      Runs one job into an unpublished run: the one named, else the newest, else a new one.
  npm run job -- publish --run ID
      Verifies that a run is whole and publishes it.
  npm run generations -- [--store STORE]
      Lists the seasons that the store keeps.
  npm run generations -- activate RUN [--store STORE]
      Has a season that is kept read again, at once, in place of the published one.

  --data PLACE       timing files: a folder, a zip, or gs://bucket/prefix; may be given more than once.
                     Default: DATA, else the demo season
  --store STORE      sqlite:<file>, firestore or firestore:<database>
                     Default: STORE, else sqlite:./data/kaizenlap.db
  --run ID           the run that is begun or gone on with; tasks that share the tracks out
                     (CLOUD_RUN_TASK_INDEX, CLOUD_RUN_TASK_COUNT) are given the same one
  --strict           publish nothing when a row is refused
  --problems FILE    write every problem of the files to FILE, as lines of JSON

Exit code: 0 done (with notes or without), 1 nothing computed or published, 2 wrong usage.`

const options = {
  data: { type: 'string', multiple: true },
  store: { type: 'string' },
  strict: { type: 'boolean' },
  run: { type: 'string' },
  problems: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the command line; throws `WrongUsage` with what is wrong. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args)
  const [type, job, ...more] = positionals
  if (values.help === true) return { type: 'help' }
  const { data = [], store, problems, run } = values
  if (type === 'generations') {
    refuseOthers(values, ['store'])
    return { type, activate: activated(positionals), store }
  }
  if (more.length > 0) throw new WrongUsage(`'${more.join(' ')}' is too much.`)
  if (type === 'season') {
    if (job !== undefined) throw new WrongUsage(`'${job}' is too much: season runs all five jobs.`)
    return { type, run, data, store, problems, isStrict: values.strict ?? false }
  }
  if (type !== 'job') throw new WrongUsage(`Give season, job or generations, not '${type ?? ''}'.`)
  if (values.strict === true) throw new WrongUsage('--strict is for season.')
  return { type, job: jobNamed(job), run, data, store, problems }
}

function refuseOthers(values: object, known: readonly string[]): void {
  const other = Object.keys(values).find((name) => !known.includes(name))
  if (other !== undefined) throw new WrongUsage(`--${other} is for season and job.`)
}

function activated([, action, run, ...more]: readonly string[]): string | undefined {
  if (action === undefined || (action === 'list' && run === undefined)) return undefined
  if (action !== 'activate') throw new WrongUsage(`Give list or activate RUN, not '${action}'.`)
  if (run === undefined) throw new WrongUsage('Name the run: npm run generations lists them.')
  if (more.length > 0) throw new WrongUsage(`'${more.join(' ')}' is too much.`)
  return run
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : 'The command line is broken.')
  }
}

function jobNamed(name: string | undefined): JobName | 'publish' {
  if (name === 'publish') return name
  const known = jobNames.find((job) => job === name)
  if (known === undefined)
    throw new WrongUsage(`Give a job, not '${name ?? ''}': ${jobNames.join(', ')} or publish.`)
  return known
}
