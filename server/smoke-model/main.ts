import {
  transportOf,
  type ModelChoice,
} from '#core/adapters/language-model/create-language-model.ts'
import { endpointResource } from '#core/adapters/language-model/vertex-endpoint.ts'
import type { LanguageModel } from '#core/ports/language-model.ts'
import { BadConfig, readConfig } from '../config.ts'
import { adviceFor } from './advice.ts'
import { tryModel } from './trials.ts'

/** Tries the model that is set. Ends with 0: all works; 1: something does not; 2: none is set, or not rightly. */
async function main(): Promise<number> {
  const { model: choice, modelRoom } = readConfig(process.env)
  const model = transportOf(choice, modelRoom.contextTokens)
  if (model === undefined) {
    process.stderr.write('No model is set: give MODEL and what it needs, as .env.example says.\n')
    return 2
  }
  const works = await report(`MODEL=${choice.kind}, ${model.name}`, model, choice)
  const other = otherWay(choice, modelRoom.contextTokens)
  if (other !== undefined)
    await report('The same endpoint, as MODEL=vertexai would ask it', other, choice)
  return works ? 0 : 1
}

async function report(title: string, model: LanguageModel, choice: ModelChoice): Promise<boolean> {
  process.stdout.write(`${title}\n`)
  let worksAll = true
  for await (const { name, works, detail, fault } of tryModel(model)) {
    worksAll &&= works
    process.stdout.write(`  ${works ? 'works ' : 'FAILS '} ${name}: ${detail}\n`)
    const isServer = fault !== undefined && choice.kind === 'chat-completions'
    const advice = isServer ? await adviceFor(choice, fault) : undefined
    if (advice !== undefined) process.stdout.write(`         ${advice}\n`)
  }
  return worksAll
}

/** Which of the two an endpoint answers is not documented for a model of one's own; so both are tried. */
function otherWay(choice: ModelChoice, contextTokens: number): LanguageModel | undefined {
  if (choice.kind !== 'vertex-endpoint') return undefined
  const resource = endpointResource(choice)
  const [, project = '', , location = ''] = resource.split('/')
  const { dns } = choice
  return transportOf({ kind: 'vertexai', model: resource, project, location, dns }, contextTokens)
}

try {
  // The package of Vertex AI keeps its timers, so the process would not end by itself.
  process.exit(await main())
} catch (error) {
  if (!(error instanceof BadConfig)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}
