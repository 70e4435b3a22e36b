import type { ModelRequest, Turn } from '#core/ports/language-model.ts'
import type { TokenEstimate } from './token-estimate.ts'
import { withoutControlTokens } from './control-tokens.ts'

/** What goes to a model: cleaned, first and last the user's, roles in turn. */
export type Prompt = { readonly instructions: string; readonly turns: readonly Turn[] }

/** Left free, for the template's own tokens and the estimate's error. */
const slackTokens = 256
const tokensOfATurn = 8

export function readyPrompt(request: ModelRequest): Prompt {
  const turns: Turn[] = []
  for (const { role, text } of request.turns) {
    const clean = withoutControlTokens(text).trim()
    const last = turns.at(-1)
    if (clean === '' || (last === undefined && role === 'model')) continue
    if (last?.role === role) turns[turns.length - 1] = { role, text: `${last.text}\n\n${clean}` }
    else turns.push({ role, text: clean })
  }
  if (turns.at(-1)?.role === 'model') turns.pop()
  return { instructions: withoutControlTokens(request.instructions).trim(), turns }
}

/** With as many of the newest pairs as the model's context has room for. */
export function fittedPrompt(
  prompt: Prompt,
  room: { readonly contextTokens: number; readonly maxTokens: number },
  estimate: TokenEstimate,
): Prompt {
  const available = room.contextTokens - room.maxTokens - slackTokens
  let { turns } = prompt
  while (turns.length > 2 && promptTokens({ ...prompt, turns }, estimate) > available) {
    turns = turns.slice(2)
  }
  return { ...prompt, turns }
}

/** With the newer half of the earlier pairs; undefined where there are none. */
export function halvedPrompt(prompt: Prompt): Prompt | undefined {
  const pairs = (prompt.turns.length - 1) / 2
  if (pairs < 1) return undefined
  return { ...prompt, turns: prompt.turns.slice(-(2 * Math.floor(pairs / 2) + 1)) }
}

/** The turns as they are sent: the instructions stand at the head of the first one. */
export function turnsWithInstructions({ instructions, turns }: Prompt): Turn[] {
  const [first, ...others] = turns
  if (first === undefined) return [{ role: 'user', text: instructions }]
  const text = instructions === '' ? first.text : `${instructions}\n\n${first.text}`
  return [{ role: 'user', text }, ...others]
}

/** UTF-8 bytes of all that is sent. */
export function promptBytes(prompt: Prompt): number {
  return turnsWithInstructions(prompt).reduce((sum, turn) => sum + Buffer.byteLength(turn.text), 0)
}

function promptTokens(prompt: Prompt, estimate: TokenEstimate): number {
  return estimate.tokens(promptBytes(prompt)) + prompt.turns.length * tokensOfATurn
}
