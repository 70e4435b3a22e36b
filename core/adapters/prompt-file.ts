import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Dotprompt } from 'dotprompt'
import * as z from 'zod'

/** A prompt as it lies in `prompts/`: a change of it is a change of its hash. */
export type PromptFile = {
  readonly hash: string
  /** Every variable has to be given and none besides; values are data and never read as a template. */
  fill(values: Readonly<Record<string, string>>): Promise<FilledPrompt>
}

type FilledPrompt = { readonly instructions: string; readonly user: string }

/** A prompt file is broken: the process should not start with it. */
class BrokenPrompt extends Error {
  override name = 'BrokenPrompt'
}

const FrontMatter = z.object({
  input: z.object({ schema: z.record(z.string(), z.literal('string')) }),
})

/** Reads and checks a prompt file: front matter and Handlebars, as dotprompt has them. */
export function readPromptFile(file: string): PromptFile {
  const source = readFileSync(file, 'utf8')
  const dotprompt = new Dotprompt()
  const parsed = dotprompt.parse(source)
  const front = FrontMatter.safeParse(parsed)
  if (!front.success) throw new BrokenPrompt(`${file}: ${z.prettifyError(front.error)}`)
  const declared = Object.keys(front.data.input.schema)
  const used = [...parsed.template.matchAll(/\{\{\{(\w+)\}\}\}/g)].map(([, name = '']) => name)
  for (const name of declared)
    if (!used.includes(name)) throw new BrokenPrompt(`${file}: ${name} is declared and not used`)
  for (const name of used)
    if (!declared.includes(name))
      throw new BrokenPrompt(`${file}: ${name} is used and not declared`)
  return {
    hash: createHash('sha256').update(source).digest('hex').slice(0, 16),
    fill: async (values) => {
      const given = Object.keys(values)
      const missing = declared.filter((name) => !given.includes(name))
      const unknown = given.filter((name) => !declared.includes(name))
      if (missing.length + unknown.length > 0)
        throw new BrokenPrompt(`${file}: missing ${missing.join()}, unknown ${unknown.join()}`)
      const input = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, withoutRoleMarks(value)]),
      )
      const { messages } = await dotprompt.render(source, { input })
      return { instructions: textOf(messages, 'system'), user: textOf(messages, 'user') }
    },
  }
}

type Messages = Awaited<ReturnType<Dotprompt['render']>>['messages']

function textOf(messages: Messages, role: 'system' | 'user'): string {
  return messages
    .filter((message) => message.role === role)
    .flatMap(({ content }) => content.map((part) => part.text ?? ''))
    .join('')
    .trim()
}

/** dotprompt parts the roles by marks in the text that it renders; data must not hold one. */
function withoutRoleMarks(value: string): string {
  return value.replaceAll(/<{2,}/g, '<')
}
