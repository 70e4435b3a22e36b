import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { Outcome } from '#core/protocol/chat/frames.ts'
import { ScopeChange, ScreenContext } from '#core/protocol/chat/scope.ts'
import { FigureArguments } from './oracle/figure.ts'
import { figureNames } from './oracle/figures.ts'

const Pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'i')
  } catch {
    context.addIssue(`${text} is no regular expression`)
    return z.NEVER
  }
})

/** A figure that the answer has to show; its value comes from the oracle. */
const ExpectedFigure = z.strictObject({
  figure: z.string().refine((name) => figureNames.includes(name), 'no figure of the oracle'),
  args: FigureArguments,
  /** In the figure's unit. Half a microsecond allows for sums in another order, not for rounding. */
  tolerance: z.number().positive().default(0.0005),
})

const Expectation = z.strictObject({
  /** Several only where each is an honest answer. */
  outcome: z.array(Outcome).nonempty(),
  /** How it is understood, where that is fit to be told apart: one of these has to be among the intents. */
  intent: z.array(z.string()).nonempty().exactOptional(),
  /** What has to be in the scope: who and where it was taken for. */
  scope: z.record(z.string(), z.unknown()).exactOptional(),
  facts: z.array(ExpectedFigure).exactOptional(),
  /** Ids of facts that have to be cited, one for each pattern. */
  cites: z.array(Pattern).exactOptional(),
  /** What the words of the answer have to be, and must not be. */
  says: z.array(Pattern).exactOptional(),
  forbidden: z.array(Pattern).exactOptional(),
})
export type Expectation = z.infer<typeof Expectation>

export const Turn = z.strictObject({
  text: z.string().min(1),
  context: ScreenContext.exactOptional(),
  scope: ScopeChange.exactOptional(),
  expect: Expectation,
})
export type Turn = z.infer<typeof Turn>

const seasons = ['demo', 'real'] as const
export type SeasonName = (typeof seasons)[number]

/** A short conversation with what is to come of each question. */
export const Case = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  season: z.enum([...seasons, 'both']),
  turns: z.array(Turn).nonempty(),
})
export type Case = z.infer<typeof Case>

export async function readCases(folder: string): Promise<readonly Case[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const cases = await Promise.all(files.map(async (name) => await readFileOf(join(folder, name))))
  const all = cases.flat()
  const twice = all.find(({ id }, at) => all.findIndex((other) => other.id === id) !== at)
  if (twice !== undefined) throw new Error(`Two cases are called ${twice.id}`)
  return all
}

async function readFileOf(file: string): Promise<readonly Case[]> {
  const read = z.array(Case).safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!read.success) throw new Error(`${file} is broken:\n${z.prettifyError(read.error)}`)
  return read.data
}
