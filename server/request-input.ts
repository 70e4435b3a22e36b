import type * as z from 'zod'
import type { Season } from './season.ts'
import { RaceId } from '#core/domain/ids.ts'
import { badRequest } from './errors.ts'
import { noCar, noRace, noTrack } from './not-in-season.ts'

/** What stands in a path or a query, before it is parsed. */
export type RawInput = Readonly<Record<string, string | string[] | undefined>>

/** A query that does not parse is the client's fault: names the parameter and its value. */
export function parseQuery<S extends z.ZodType>(schema: S, query: RawInput): z.output<S> {
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  throw badRequest(parsed.error.issues.map((issue) => faultIn(query, issue)).join('; '))
}

function faultIn(query: RawInput, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `'${shown(key)}' is not a parameter here`).join('; ')
  }
  const name = String(issue.path[0])
  const value = query[name]
  if (Array.isArray(value)) return `${name} is given ${value.length} times; once is enough`
  if (value === undefined) return `${name} is missing`
  return `${name} '${shown(value)}' ${reason(issue)}`
}

/**
 * What does not parse as an id of a track, race or car cannot be in the season: answered as any id that is
 * not there. A lap that is no number is a `badRequest`.
 */
export async function parseParams<S extends z.ZodType>(
  schema: S,
  params: RawInput,
  season: Season,
): Promise<z.output<S>> {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const name = String(issue?.path[0])
  const value = String(params[name])
  if (name === 'trackId') return noTrack(value, await season.tracks())
  if (name === 'raceId') return noRace(value, await season.races())
  if (name === 'car') return noCar(value, await season.race(RaceId.parse(params['raceId'])))
  throw badRequest(
    `${name} '${shown(value)}' ${issue === undefined ? 'is not valid' : reason(issue)}`,
  )
}

/** Messages of our own schemas go on with the value: "is not …"; zod's are sentences of their own. */
function reason(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith('is ') ? issue.message : `is not valid: ${issue.message}`
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
