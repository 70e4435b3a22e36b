import { isWellFormed } from '#core/adapters/cloud-storage-address.ts'
import { openTarget } from '#core/adapters/cloud-storage-target.ts'
import { openSource } from '#core/adapters/open-source.ts'
import { openSeason } from '#core/adapters/read-season.ts'
import { SourceError, SourceFailed } from '#core/ports/timing-source.ts'
import { WrongUsage } from '../command.ts'
import { knownSeason } from '../known-season.ts'
import { complain, say, tellProblems } from '../telling.ts'
import { linesOn } from '../terminal.ts'
import { checkSeason } from './check-season.ts'
import { putFiles } from './put-files.ts'
import { readUploadCommand, type UploadCommand, uploadUsage } from './upload-command.ts'
import { refusedLines, uploadSummary } from './upload-summary.ts'

async function main(args: readonly string[]): Promise<number> {
  const command = readUploadCommand(args)
  if (command === undefined) return say(uploadUsage)
  const { to } = command
  if (!isWellFormed(to))
    throw new WrongUsage(
      `'${to}' is no address in Cloud Storage: give gs://bucket or gs://bucket/prefix.`,
    )
  return await upload(command)
}

async function upload({ from, to, isDry, problems: file }: UploadCommand): Promise<number> {
  const source = await openSource(from)
  const target = openTarget(to)
  try {
    const { known, tracks } = await knownSeason()
    // A bucket that cannot be used is told before minutes of checking.
    const [reader, there] = await Promise.all([openSeason([source], known), target.list()])
    const check = await checkSeason(reader, tracks, stepsOf('checked', 'race'))
    await tellProblems(check.problems, file)
    if (check.files.length === 0)
      throw new SourceError('unreadable', `${from} holds no timing files: nothing was uploaded`)
    const onFile = stepsOf(isDry ? 'compared' : 'uploaded', 'file')
    const put = await putFiles(check.files, source, target, { isDry, onFile })
    const paths = new Set(put.map(({ path }) => path))
    const beside = there.filter((path) => !paths.has(path))
    for (const line of refusedLines(put)) complain(line)
    say(uploadSummary({ to, isDry, check, put, beside }))
    return put.some(({ standing }) => standing === 'refused') ? 1 : 0
  } finally {
    await source.close()
  }
}

/** 'checked 3 of 14 races', on stderr. */
function stepsOf(what: string, noun: string): (done: number, of: number) => void {
  const tell = linesOn(process.stderr)
  const startedAt = performance.now()
  return (done, of) =>
    tell(`${what} ${done} of ${of} ${noun}s`, { done, of, tookMs: performance.now() - startedAt })
}

/** What is the user's to mend is told in one line; everything else is a bug and keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof WrongUsage) {
    complain(`${error.message}\n\n${uploadUsage}`)
    return 2
  }
  if (!(error instanceof Error)) complain(String(error))
  else if (error instanceof SourceError || error instanceof SourceFailed) complain(error.message)
  else complain(error.stack ?? error.message)
  return 1
}

process.exitCode = await main(process.argv.slice(2)).catch(exitCodeOf)
