import type { Welcome } from './conversation-state.ts'
import { type RaceNames, scopeParts } from './scope-words.ts'
import type { Turn } from './turn.ts'
import { linesOf } from './written-answer.ts'

export const exportForms = {
  text: { name: 'Text', mime: 'text/plain', ending: 'txt' },
  markdown: { name: 'Markdown', mime: 'text/markdown', ending: 'md' },
  json: { name: 'JSON', mime: 'application/json', ending: 'json' },
} as const
export type ExportForm = keyof typeof exportForms

export type Written = {
  readonly turns: readonly Turn[]
  readonly welcome: Welcome | undefined
  readonly raceName: RaceNames
}

/** The conversation as a file. */
export function writtenConversation(form: ExportForm, written: Written): string {
  switch (form) {
    case 'text':
      return asText(written)
    case 'markdown':
      return asMarkdown(written)
    case 'json':
      return asJson(written)
  }
}

const noWords = '(asked in another browser)'

function asText({ turns, raceName }: Written): string {
  return turns
    .map(({ asked, answer }) => {
      const lines =
        answer === undefined ? [] : [...understood(answer.scope, raceName), ...linesOf(answer)]
      return [`> ${asked?.text ?? noWords}`, ...lines].join('\n')
    })
    .join('\n\n')
    .concat('\n')
}

function asMarkdown({ turns, welcome, raceName }: Written): string {
  const answers = turns.map(({ asked, answer }) => {
    const said = answer === undefined ? [] : linesOf(answer).map(plain)
    const scope = understood(answer?.scope, raceName).map((line) => `*${plain(line)}*`)
    return [`## ${plain(asked?.text ?? noWords)}`, ...scope, ...said, ...factTable(answer)].join(
      '\n\n',
    )
  })
  const season = welcome === undefined ? [] : [`Season ${welcome.generation}`]
  return `${['# KaizenLap', ...season, ...answers].join('\n\n')}\n`
}

/** Each figure with what it is and the line that it was read from. */
function factTable(answer: Turn['answer']): readonly string[] {
  const facts = answer?.end?.facts ?? []
  if (facts.length === 0) return []
  const rows = facts.map(({ text, label, source, id }) => {
    const from = source === undefined ? id : `${source.file}, line ${source.line}, ${source.column}`
    return `| ${[text, label, from].map(plain).join(' | ')} |`
  })
  return [['| Figure | What it is | From |', '| --- | --- | --- |', ...rows].join('\n')]
}

function asJson({ turns, welcome }: Written): string {
  const questions = turns.map(({ asked, answer }) => ({
    question: asked?.text ?? null,
    context: asked?.context ?? null,
    answer: answer ?? null,
  }))
  const season = welcome?.generation ?? null
  return `${JSON.stringify({ season, model: welcome?.model ?? null, questions }, null, 2)}\n`
}

function understood(
  scope: NonNullable<Turn['answer']>['scope'],
  raceName: RaceNames,
): readonly string[] {
  const parts = scope === undefined ? [] : scopeParts(scope, raceName)
  return parts.length === 0 ? [] : [`Understood: ${parts.map(({ text }) => text).join(' · ')}`]
}

/** Markdown's signs in words of others are words. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, String.raw`\$&`).replaceAll(/\s*\n\s*/g, ' ')
}
