import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { Calendar } from '#core/domain/calendar.ts'
import { Track } from '#core/domain/track.ts'

export type Seeds = { readonly tracks: readonly Track[]; readonly calendar: Calendar }

/** Reads what is known before any timing file: `tracks/<trackId>.json`, in the order of their ids, and `races.json`. */
export async function readSeeds(folder: string): Promise<Seeds> {
  const names = (await readdir(join(folder, 'tracks'))).filter((name) => name.endsWith('.json'))
  const files = names.toSorted().map((name) => join(folder, 'tracks', name))
  const [calendar, ...tracks] = await Promise.all([
    readSeed(join(folder, 'races.json'), Calendar),
    ...files.map(readTrack),
  ])
  return { tracks, calendar }
}

async function readTrack(file: string): Promise<Track> {
  const track = await readSeed(file, Track)
  if (basename(file) !== `${track.trackId}.json`) {
    throw new Error(
      `The seed ${file} holds the track ${track.trackId}: file and track share a name`,
    )
  }
  return track
}

async function readSeed<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>> {
  const parsed = schema.safeParse(parseJson(file, await readFile(file, 'utf8')))
  if (!parsed.success)
    throw new Error(`The seed ${file} is broken:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`The seed ${file} is not JSON`, { cause })
  }
}
