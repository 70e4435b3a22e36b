import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/** The folder of the real season, for tests; where it is not named, tests that need it are skipped. */
// oxlint-disable-next-line node/no-process-env -- tests have no main that reads it for them
export const realSeason = process.env['REAL_SEASON'] || undefined

/** The races that figures were computed of by others; beside the real season lies their file. */
export const referenceRaces = [
  ['barber-motorsports-park', 1],
  ['indianapolis', 2],
  ['road-america', 1],
] as const

/** A race of the reference, as far as `schema` reads it. */
export function referenceRace<T extends z.ZodType>(
  schema: T,
  track: string,
  race: number,
): z.infer<T> {
  const file = join(realSeason ?? '', '..', 'reference-sample.json')
  const { races } = Reference.parse(JSON.parse(readFileSync(file, 'utf8')))
  return schema.parse(races.find((one) => one['track'] === track && one['race'] === race))
}

const Reference = z.object({ races: z.array(z.record(z.string(), z.unknown())) })
