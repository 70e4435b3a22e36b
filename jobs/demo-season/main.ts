import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { writeDemoSeason } from './demo-season.ts'

const usage = 'usage: npm run demo-season -- --out DIR [--seed N] [--scale K]'

/** The options, or what is wrong with the command line. */
function readArguments(args: string[]): { out: string; seed: number; scale: number } | string {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args, options: { out: text, seed: text, scale: text } })
    const { out = '', seed = '1', scale = '1' } = values
    if (out === '') return '--out is missing'
    if (!/^\d{1,15}$/.test(seed)) return `--seed ${seed} is no whole number`
    if (!/^[1-9]\d{0,3}$/.test(scale)) return `--scale ${scale} is no whole number from 1 to 9999`
    return { out, seed: Number(seed), scale: Number(scale) }
  } catch (error) {
    // parseArgs throws for an option that it does not know or that lacks its value.
    return error instanceof Error ? error.message : String(error)
  }
}

const options = readArguments(process.argv.slice(2))
if (typeof options === 'string') {
  process.stderr.write(`${options}\n${usage}\n`)
  process.exitCode = 2
} else {
  const onWeekend = (done: number, of: number): void => {
    if (done % 70 === 0 || done === of) process.stderr.write(`weekend ${done} of ${of}\n`)
  }
  const { weekends, races, laps, files } = await writeDemoSeason(
    { ...options, onWeekend },
    { mkdir, writeFile },
  )
  const count = (value: number): string => value.toLocaleString('en-US')
  process.stdout.write(
    `${options.out}: ${count(weekends)} weekends, ${count(races)} races, ${count(laps)} laps, ${count(files)} files; invented, seed ${options.seed}\n`,
  )
}
