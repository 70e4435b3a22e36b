import { availableParallelism } from 'node:os'
import { startWeekendWorkers } from './weekend-workers.ts'

// The threads of a season load their code while this one loads its own: nothing else is imported before.
const isSeason = process.argv[2] === 'season'
const workers = startWeekendWorkers(isSeason ? availableParallelism() - 1 : 0)

const { runCommand } = await import('./run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2), workers)
