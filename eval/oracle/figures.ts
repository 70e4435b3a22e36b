import type { FigureArguments, Figure, OracleValue } from './figure.ts'
import { lapFigures } from './lap-figures.ts'
import { paceFigures } from './pace-figures.ts'
import { raceFigures } from './race-figures.ts'
import type { Oracle } from './season-oracle.ts'

const figures: Readonly<Record<string, Figure>> = { ...lapFigures, ...raceFigures, ...paceFigures }

export const figureNames = Object.keys(figures)

/** What a figure is by the definitions; throws for a figure that nobody defined or that has no value there. */
export function oracleValue(oracle: Oracle, name: string, args: FigureArguments): OracleValue {
  const race = oracle.get(args.race)
  const value = race && figures[name]?.(race, args)
  if (value === undefined) throw new Error(`the oracle has no ${name} for ${JSON.stringify(args)}`)
  return value
}
