import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StoreUnusable } from '#core/ports/document-store.ts'
import type { QualityRun } from '#core/protocol/rest/quality-answer.ts'
import { commandLine } from '../server/command-line.ts'
import { BadStoreSettings, readStore } from '../server/store-config.ts'
import { askSeason } from './ask-season.ts'
import { checkReport } from './check/check-report.ts'
import { evaluateCheck } from './check/evaluate-check.ts'
import { type Judged, measured } from './measured.ts'
import { type Case, readCases, type SeasonName } from './question.ts'
import { reportOf } from './report.ts'
import { judgedInStore } from './reviewed/judged-in-store.ts'
import { type JudgedRun, judgedReport } from './reviewed/run-judged.ts'
import { startService } from './running-service.ts'

const usage = `Usage: npm run eval -- [--only ID-OR-INTENT] [--every N] [--real FOLDER] [--out FILE] [--json]
       npm run eval -- --judged [--store STORE]
       npm run eval -- --check [--real FOLDER]

  --only TEXT    the cases whose id begins so, or that expect this intent
  --every N      every Nth case: a sample over all intents, for a slow model
  --real FOLDER  the real season's timing files (default: REAL_SEASON)
  --out FILE     where the run is kept for /api/quality (default: data/quality.json; not with --only or --every)
  --json         the run as JSON instead of a table
  --judged       only what coaches have judged; else that is asked after a whole run
  --check        what the check of sentences lets through: true ones, and false twins of them
  --store STORE  where their judgments are (default: STORE, then sqlite:./data/kaizenlap.db)

The service is started with the environment's model: set MODEL as for npm start.`

const { values } = commandLine(
  {
    options: {
      only: { type: 'string' },
      every: { type: 'string', default: '1' },
      real: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      judged: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      store: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  },
  usage,
)

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
// What is judged is the chat: coaching is composed, whichever model the service gets.
const node = async (args: string[]) =>
  await run(process.execPath, args, { cwd: root, env: { ...process.env, MODEL: 'none' } })

async function evaluate(): Promise<QualityRun> {
  const wanted = (await readCases(join(root, 'seeds', 'questions'))).filter(isWanted)
  const cases = wanted.filter((_, index) => index % stepOf(values.every) === 0)
  const work = await mkdtemp(join(tmpdir(), 'kaizenlap-eval-'))
  const judged: Judged[] = []
  const models = new Set<string>()
  try {
    const seasons = await seasonFolders(work)
    for (const [name, data] of seasons) {
      const asked = await evaluateSeason(name, data, work, cases)
      judged.push(...asked.judged)
      if (asked.model !== null) models.add(asked.model)
    }
    return runOf(judged, {
      seasons: seasons.map(([name]) => name),
      model: [...models].join(', ') || null,
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

function stepOf(every: string): number {
  if (/^[1-9][0-9]{0,3}$/.test(every)) return Number(every)
  throw new Error(`--every ${every} is no whole number from 1 up`)
}

function isWanted({ id, turns }: Case): boolean {
  const { only } = values
  if (only === undefined || id.startsWith(only)) return true
  return turns.some(({ expect }) => expect.intent?.includes(only))
}

/** The demo season is made anew; the real one is where it is named. */
async function seasonFolders(work: string): Promise<[SeasonName, string][]> {
  const demo = join(work, 'demo')
  await node(['jobs/demo-season/main.ts', `--out=${demo}`, '--seed=1', '--scale=1'])
  const real = values.real ?? process.env['REAL_SEASON'] ?? ''
  if (real === '')
    process.stderr.write('Skipped: the real season (name its folder with REAL_SEASON or --real)\n')
  const seasons: [SeasonName, string][] = [['demo', demo]]
  if (real !== '') seasons.push(['real', real])
  return seasons
}

async function evaluateSeason(
  name: SeasonName,
  data: string,
  work: string,
  cases: readonly Case[],
) {
  const service = await startService(await published(name, data, work), process.env)
  try {
    return await askSeason({ name, data, origin: service.origin }, cases)
  } finally {
    await service.stop()
  }
}

async function published(name: SeasonName, data: string, work: string): Promise<string> {
  const store = join(work, `${name}.db`)
  await node(['jobs/main.ts', 'season', `--data=${data}`, `--store=sqlite:${store}`])
  return store
}

/** No service and no model: sentences are put to the check itself. */
async function mainOfCheck(): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'kaizenlap-eval-'))
  let isMet = true
  try {
    for (const [name, data] of await seasonFolders(work)) {
      const run = await evaluateCheck(await published(name, data, work), root)
      isMet &&= run.goals.every((goal) => goal.isMet)
      process.stdout.write(
        `${values.json ? JSON.stringify({ season: name, ...run }, undefined, 2) : checkReport(name, run)}\n\n`,
      )
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return isMet ? 0 : 1
}

function runOf(
  judged: readonly Judged[],
  about: { readonly seasons: string[]; readonly model: string | null },
): QualityRun {
  return {
    at: new Date().toISOString(),
    ...about,
    conversations: new Set(judged.map(({ season, caseId }) => `${season} ${caseId}`)).size,
    questions: judged.length,
    ...measured(judged),
  }
}

/** What coaches have judged, asked once more; each judgment keeps how it went. */
async function evaluateJudged(): Promise<JudgedRun | undefined> {
  const { store } = values
  const choice = readStore(store === undefined ? process.env : { ...process.env, STORE: store })
  const work = await mkdtemp(join(tmpdir(), 'kaizenlap-eval-'))
  try {
    return await judgedInStore(choice, work, process.env)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function mainOfJudged(): Promise<number> {
  const judged = await evaluateJudged()
  const report = judged === undefined ? 'No judged answers in this store.' : judgedReport(judged)
  process.stdout.write(`${values.json ? JSON.stringify(judged ?? null, undefined, 2) : report}\n`)
  return judged === undefined || judged.failures.length === 0 ? 0 : 1
}

async function main(): Promise<number> {
  const evaluated = await evaluate()
  if (evaluated.questions === 0) throw new Error(`No case is meant by --only ${values.only}`)
  const isWhole = values.only === undefined && values.every === '1'
  const { out = isWhole ? 'data/quality.json' : undefined } = values
  if (out !== undefined) {
    await mkdir(dirname(out), { recursive: true })
    await writeFile(out, `${JSON.stringify(evaluated, undefined, 2)}\n`)
  }
  process.stdout.write(
    `${values.json ? JSON.stringify(evaluated, undefined, 2) : reportOf(evaluated)}\n`,
  )
  const judged = isWhole ? await evaluateJudged() : undefined
  if (judged !== undefined && !values.json) process.stdout.write(`\n${judgedReport(judged)}\n`)
  return evaluated.goals.every(({ isMet }) => isMet) ? 0 : 1
}

try {
  if (values.help) process.stdout.write(`${usage}\n`)
  else if (values.check) process.exitCode = await mainOfCheck()
  else process.exitCode = values.judged ? await mainOfJudged() : await main()
} catch (error) {
  if (!(error instanceof BadStoreSettings || error instanceof StoreUnusable)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
