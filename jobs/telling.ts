import { writeFile } from 'node:fs/promises'
import type { Problem } from '#core/domain/problem.ts'
import { problemLine } from './summary.ts'

const problemsShown = 40

/** A line for whoever reads the result; the exit code of what went well. */
export function say(text: string): 0 {
  process.stdout.write(`${text}\n`)
  return 0
}

/** A line beside the result. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** The first problems as lines; all of them as JSON lines where a file is named. */
export async function tellProblems(
  problems: readonly Problem[],
  file: string | undefined,
): Promise<void> {
  if (file !== undefined)
    await writeFile(file, problems.map((problem) => `${JSON.stringify(problem)}\n`).join(''))
  for (const problem of problems.slice(0, problemsShown)) complain(problemLine(problem))
  const more = problems.length - problemsShown
  if (more > 0) complain(`and ${more} more; --problems FILE writes them all`)
}
