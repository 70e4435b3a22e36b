import { openDocumentStore } from '#core/adapters/open-store.ts'
import type { AnswerEvent } from '#core/chat/answer-question.ts'
import { NoSeason } from '#core/chat/coach.ts'
import { StoreUnusable } from '#core/ports/document-store.ts'
import { ScreenContext } from '#core/protocol/chat/scope.ts'
import { commandLine } from '../command-line.ts'
import { composeCoach } from '../compose-coach.ts'
import { BadConfig, readConfig } from '../config.ts'

const usage = `Usage: npm run ask -- [--race barber-r1] [--car 13] [--lap 8] [--section s2] [--json] "where do I lose time?"`

const { values, positionals } = commandLine(
  {
    allowPositionals: true,
    options: {
      race: { type: 'string' },
      car: { type: 'string' },
      lap: { type: 'string' },
      section: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  },
  usage,
)

async function main(): Promise<number> {
  const text = positionals.join(' ').trim()
  const context = ScreenContext.safeParse({
    ...(values.race !== undefined && { raceId: values.race }),
    ...(values.car !== undefined && { car: values.car.replace('#', '-') }),
    ...(values.lap !== undefined && { lap: Number(values.lap) }),
    ...(values.section !== undefined && { section: values.section }),
  })
  if (text === '' || !context.success) return complain(usage, 2)
  const config = readConfig(process.env)
  const store = await openDocumentStore(config.store)
  const { answer } = await composeCoach(config, store)
  const question = {
    text,
    context: context.data,
    history: [],
    signal: new AbortController().signal,
  }
  try {
    for await (const event of answer(question)) print(event)
    return 0
  } finally {
    await store.close()
  }
}

function print(event: AnswerEvent): void {
  if (values.json) return say(JSON.stringify(event))
  switch (event.type) {
    case 'accepted':
      return say(`Understood: ${JSON.stringify(event.scope)}`)
    case 'queued':
      return say(`Waiting for the model, place ${event.place}`)
    case 'sentence': {
      const { kind, author, parts } = event.sentence
      const mark = kind === 'hypothesis' ? 'Hypothesis, not in the timing: ' : ''
      const by = author === 'model' ? ' (model)' : ''
      return say(`${mark}${parts.map(({ text }) => text).join('')}${by}`)
    }
    case 'withheld':
      return say(`[withheld: ${event.reason}]`)
    case 'done': {
      say(`\n${event.outcome}`)
      for (const { label, text, id, source } of event.facts) {
        const from =
          source === undefined ? id : `${source.file}, line ${source.line}, ${source.column}`
        say(`  ${text}  ${label}  <${from}>`)
      }
      return say(event.suggestions.map(({ label }) => `  ? ${label}`).join('\n'))
    }
  }
}

// Whoever reads only the first lines has closed the pipe: there is nobody to tell the rest.
process.stdout.on('error', () => process.exit(0))

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}

try {
  process.exitCode = await main()
} catch (error) {
  if (
    [NoSeason, BadConfig, StoreUnusable].some((kind) => error instanceof kind) &&
    error instanceof Error
  )
    process.exitCode = complain(error.message, 1)
  else throw error
}
