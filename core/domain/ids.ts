import * as z from 'zod'

/** A circuit: 'barber', 'road-america'. Never holds '_', which separates the parts of document ids. */
export const TrackId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .brand<'TrackId'>()
export type TrackId = z.infer<typeof TrackId>

/** A race of a track's weekend: 'barber-r1'. */
export const RaceId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*-r[0-9]+$/)
  .brand<'RaceId'>()
export type RaceId = z.infer<typeof RaceId>

/** A car's number as printed ('13', '03', '021' are text); the second car with one printed number is '3-2'. */
export const CarNumber = z
  .string()
  .regex(/^[0-9A-Za-z]{1,8}(-[0-9]+)?$/)
  .brand<'CarNumber'>()
export type CarNumber = z.infer<typeof CarNumber>

/** 'barber', 1 → 'barber-r1'. */
export function raceIdOf(trackId: TrackId, raceNumber: number): RaceId {
  return RaceId.parse(`${trackId}-r${raceNumber}`)
}

/** Free text → the form ids are made of: 'Circuit Paul Ricard' → 'circuit-paul-ricard'. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}
