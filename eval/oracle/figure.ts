import * as z from 'zod'
import type { OracleRace } from './season-oracle.ts'

/** What a figure is of. A section may be named by what it is: 'biggest' is the one with the biggest pace gap. */
export const FigureArguments = z.strictObject({
  race: z.string(),
  car: z.string().exactOptional(),
  other: z.string().exactOptional(),
  lap: z.int().exactOptional(),
  section: z.enum(['s1', 's2', 's3', 'biggest']).exactOptional(),
  without: z.array(z.int()).exactOptional(),
  fromLap: z.int().exactOptional(),
  toLap: z.int().exactOptional(),
})
export type FigureArguments = z.infer<typeof FigureArguments>

/** A value as the definitions give it, and which facts may state it. */
export type OracleValue = {
  readonly value: number | string
  /** Documents that the fact has to be of, or be computed of. */
  readonly about: readonly string[]
  /** What its field may be; keeps a count from being taken for a lap. */
  readonly field: RegExp
}

export type Figure = (race: OracleRace, args: FigureArguments) => OracleValue | undefined

export const valued = (
  value: number | string | undefined,
  about: readonly string[],
  field: RegExp,
): OracleValue | undefined => (value === undefined ? undefined : { value, about, field })

/** 'barber-r1_13' */
export const carIn = ({ race }: FigureArguments, car = ''): string => `${race}_${car}`
