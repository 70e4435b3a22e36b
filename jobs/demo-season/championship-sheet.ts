import { driverName, teamName } from './names.ts'
import type { Column } from './sheet-text.ts'
import { sheetText } from './sheet-text.ts'

/** A round as the championship counts it: its name, and the finishing order of each race, by race number. */
export type Round = {
  readonly name: string
  readonly round: number
  readonly orders: readonly (readonly string[])[]
}

/** Points of the first ten of a race. */
const points = [25, 18, 15, 12, 10, 8, 6, 4, 2, 1]

const columns = [
  'Points;PolePoints;FastestLapPoints;Extra 1;Extra 2;TotalExtraPoints;Status;ExtraParticipationPoints',
  'ExtraParticipationPointsAreInvalid;ExtraNotStartedPoints;ExtraNotStartedPointsAreInvalid',
  'ExtraNotClassifiedPoints;ExtraNotClassifiedPointsAreInvalid',
]
  .join(';')
  .split(';')

type Standing = { readonly car: string; readonly won: readonly number[]; readonly total: number }

/** The standings: thirteen columns a race, most of them 0. */
export function championshipSheet(cars: readonly string[], rounds: readonly Round[]): string {
  const races = rounds
    .toSorted((a, b) => a.round - b.round)
    .flatMap(({ name, orders }) =>
      orders.map((order, at) => ({ name: `${name}_Race ${at + 1}`, order })),
    )
  const standings = cars
    .map((car) => {
      const won = races.map(({ order }) => points[order.indexOf(car)] ?? 0)
      return { car, won, total: won.reduce((sum, one) => sum + one, 0) }
    })
    .toSorted((a, b) => b.total - a.total || (a.car < b.car ? -1 : 1))
  const sheet: Column<Standing>[] = [
    ['Pos', (_, at) => String(at + 1)],
    ['Participant', ({ car }) => driverName(car).join(' ')],
    ['Points', ({ total }) => String(total)],
    ['Number', ({ car }) => car],
    ['NAME', ({ car }) => driverName(car)[0]],
    ['SURNAME', ({ car }) => driverName(car)[1]],
    ['COUNTRY', () => 'USA'],
    ['TEAM', ({ car }) => teamName(car)],
    ['MANUFACTURER', () => 'Toyota Gazoo Racing'],
    ['CLASS', () => 'Am'],
    ...races.flatMap(({ name }, race) =>
      columns.map((column): Column<Standing> => [`${name}_${column}`, cellOf(column, race)]),
    ),
  ]
  return sheetText(sheet, standings, { withNames: true, crlf: true })
}

function cellOf(column: string, race: number): (standing: Standing) => string {
  if (column === 'Points') return ({ won }) => String(won[race] ?? 0)
  return () => (column === 'Status' ? '' : '0')
}
