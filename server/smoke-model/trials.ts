import * as z from 'zod'
import type {
  LanguageModel,
  ModelEnd,
  ModelFaultKind,
  ModelRequest,
} from '#core/ports/language-model.ts'

/** One thing that a model has to be able to do. */
export type Trial = {
  readonly name: string
  readonly works: boolean
  readonly detail: string
  readonly fault?: ModelFaultKind
}

type Heard = {
  readonly pieces: readonly string[]
  readonly end: ModelEnd | undefined
  readonly firstMs: number
  readonly tookMs: number
}

const Choice = z.strictObject({ word: z.enum(['faster', 'slower']) })
/** How soon a model may be expected to notice that nobody listens. */
const noticedWithinMs = 5_000

/** Tries all that the coach needs of a model; stops where it does not answer at all. */
export async function* tryModel(model: LanguageModel): AsyncGenerator<Trial> {
  const answered = await hear(model, {
    turns: [{ role: 'user', text: 'Write one short sentence about motor racing.' }],
    maxTokens: 48,
  })
  yield answers(answered)
  if (answered.pieces.length === 0) return
  yield streams(answered)
  yield await fitsSchema(model)
  yield await stops(model)
}

function answers({ pieces, end, tookMs }: Heard): Trial {
  const works =
    pieces.join('').trim() !== '' && (end?.reason === 'stop' || end?.reason === 'length')
  if (works) return { name: 'chat completion', works, detail: `in ${seconds(tookMs)}` }
  const fault = end?.reason === 'error' ? { fault: end.fault.kind } : {}
  return { name: 'chat completion', works, detail: why(end), ...fault }
}

function streams({ pieces, end, firstMs, tookMs }: Heard): Trial {
  const tokens = end?.reason === 'error' ? undefined : end?.outputTokens
  const pace =
    tokens === undefined
      ? 'tokens are not counted'
      : `${Math.round((tokens / Math.max(1, tookMs - firstMs)) * 1000)} tokens a second`
  const detail = `${pieces.length} pieces, the first after ${seconds(firstMs)}, ${pace}`
  return { name: 'stream', works: pieces.length > 1, detail }
}

async function fitsSchema(model: LanguageModel): Promise<Trial> {
  const { pieces, end } = await hear(model, {
    turns: [{ role: 'user', text: 'A lap of 97.4 s after one of 98.1 s: faster or slower?' }],
    maxTokens: 64,
    schema: { name: 'pick', schema: z.toJSONSchema(Choice) },
  })
  const name = 'JSON schema'
  if (end?.reason !== 'stop') return { name, works: false, detail: why(end) }
  const works = fits(pieces.join(''))
  return { name, works, detail: works ? 'kept' : 'the answer does not fit it' }
}

async function stops(model: LanguageModel): Promise<Trial> {
  const long = {
    turns: [{ role: 'user', text: 'Count from one to a thousand in words.' }],
    maxTokens: 1_000,
  } as const
  const caller = new AbortController()
  const { end } = await hear(model, { ...long, signal: caller.signal }, () => caller.abort())
  const name = 'abort'
  if (end?.reason !== 'aborted') return { name, works: false, detail: why(end) }
  const next = await hear(model, { ...long, maxTokens: 2 })
  const works = next.pieces.length > 0 && next.firstMs < noticedWithinMs
  return { name, works, detail: `the next answer began after ${seconds(next.firstMs)}` }
}

async function hear(
  model: LanguageModel,
  asked: Pick<ModelRequest, 'turns' | 'maxTokens'> & Partial<ModelRequest>,
  atFirst = () => {},
): Promise<Heard> {
  const start = performance.now()
  const pieces: string[] = []
  let end: ModelEnd | undefined
  let firstMs = 0
  const defaults = { instructions: '', temperature: 0, signal: new AbortController().signal }
  for await (const event of model.stream({ ...defaults, ...asked })) {
    if (event.type === 'end') end = event
    if (event.type !== 'text') continue
    if (pieces.length === 0) {
      firstMs = performance.now() - start
      atFirst()
    }
    pieces.push(event.text)
  }
  return { pieces, end, firstMs, tookMs: performance.now() - start }
}

function fits(text: string): boolean {
  try {
    return Choice.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

function why(end: ModelEnd | undefined): string {
  if (end?.reason === 'error') return `${end.fault.kind}: ${end.fault.detail}`
  return `ended with ${end?.reason ?? 'nothing'}`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
