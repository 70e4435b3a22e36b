import { type Costs, monthlyCosts } from './monthly-costs.ts'

const sizes = [100, 10_000, 1_000_000] as const
const count = (value: number) => value.toLocaleString('en-US')
const dollars = (value: number) => `$${count(Math.round(value))}`

const rows: readonly (readonly [string, (costs: Costs) => string])[] = [
  ['questions a month', ({ questions }) => count(questions)],
  ['instances, busiest hour', ({ instances }) => count(instances)],
  ['L4 cards, busiest hour', ({ cards }) => count(cards)],
  ['Cloud Run', ({ service }) => dollars(service)],
  ['Firestore', ({ firestore }) => dollars(firestore)],
  ['network', ({ network }) => dollars(network)],
  ['logs and metrics', ({ observability }) => dollars(observability)],
  ['sum without a model', (costs) => dollars(withoutModel(costs))],
  ['model, a card always on', ({ modelAlwaysOn }) => dollars(modelAlwaysOn)],
  ['model, scaled to zero', ({ modelToZero }) => dollars(modelToZero)],
]

function withoutModel({ service, firestore, network, observability }: Costs): number {
  return service + firestore + network + observability
}

/** The table of docs/DEPLOYMENT.md, in its columns' widths. */
export function costTable(): string {
  const costs = sizes.map(monthlyCosts)
  const cells = [
    ['a month', ...costs.map(({ users }) => `${count(users)} drivers`)],
    ...rows.map(([name, of]) => [name, ...costs.map(of)]),
  ]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const [head, ...body] = cells.map((row) => line(row, widths))
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  return [head, `| ${rule.join(' | ')} |`, ...body].join('\n')
}

function line(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((cell, at) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
  )
  return `| ${padded.join(' | ')} |`
}

if (import.meta.main) process.stdout.write(`${costTable()}\n`)
