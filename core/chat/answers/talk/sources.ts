import { countCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { sourceLine } from '../../source-line.ts'
import { factsById } from '../cited-facts.ts'
import { told } from '../told.ts'

const factsNamed = 2
/** Of more values than these the first line is told. */
const linesNamed = 3
/** Of how many values lines are looked for. */
const mostOperands = 60
/** How deep the values are that a figure rests on: a median of corrected times of driven times. */
const deepest = 3

/** The facts of the last answer: each with the file and line, or the laps, that it comes from. */
export const sources: AnswerIntent = async ({ history, season }) => {
  const last = history.findLast(({ facts }) => facts.length > 0)
  if (last === undefined)
    return told({
      sentences: [
        note`There is no answer with figures before this one.`,
        note`Each number that I give opens the line of the timing file that it was read from, or the laps that it was computed from.`,
      ],
      facts: [],
      suggestions: ['Where do I lose time?', 'What should I work on first?', 'How was my race?'],
    })
  const figures = last.facts.filter(
    ({ unit, document }) =>
      !['lap', 'car', 'section'].includes(unit) && !isTrivial(document?.field),
  )
  // A count says less of its source than what was counted.
  const measured = figures.filter(({ text }) => !/^\d+$/.test(text))
  const named = [measured, figures].find(({ length }) => length > 0) ?? last.facts
  const shown = await Promise.all(
    named.slice(0, factsNamed).map(async (one) => await sourceOf(one, season)),
  )
  const rest = figures.length > shown.length
  return told({
    sentences: [
      ...shown.map(({ sentence }) => sentence),
      rest
        ? note`The other numbers open the same way, and none was made up by a model: code looks them up and computes them.`
        : note`No model made it up: code looks numbers up and computes them.`,
    ],
    facts: [...last.facts, ...shown.flatMap(({ facts }) => facts)],
    asked: named.slice(0, factsNamed),
    suggestions: ['What is missing in the data?', 'What does the pace mean?'],
  })
}

/** Numbers that only name things, like that of a race in its weekend. */
const isTrivial = (field = '') => /^(?:raceNumber|date|raceLaps)$|cornerRanges/.test(field)

type Told = { readonly facts: readonly Fact[]; readonly sentence: Sentence }

/** "1:38.427 (lap time) was read from line 214 of …", "0.548 s was worked out from 24 other values". */
async function sourceOf(cited: Fact, season: Ask['season']): Promise<Told> {
  const words = label(cited)
  const what: Piece = [exact(cited), words === undefined ? '' : [' (', words, ')']]
  const line = sourceLine(cited)
  if (line !== undefined)
    return {
      facts: [line],
      sentence: fact`${what} stands in the timing files, read from ${exact(line)}.`,
    }
  const operands = await operandsOf(cited, season)
  const lines = await linesUnder(operands, season, deepest)
  const [first] = lines
  if (first === undefined)
    return {
      facts: [],
      sentence: fact`${what} was worked out from the timing files when the season was read.`,
    }
  if (lines.length <= linesNamed)
    return {
      facts: lines,
      sentence: fact`${what} was worked out from ${listed(lines.map(exact))}.`,
    }
  const count = computedFact('count', operands, 'count', 'What it was computed from')
  return {
    facts: [count, first],
    sentence: fact`${what} was worked out from ${countCited(count, 'other value')}, the first of them read from ${exact(first)}; opened, it shows them all.`,
  }
}

async function operandsOf({ operands = [] }: Fact, season: Ask['season']) {
  return await factsById(season, operands.slice(0, mostOperands))
}

/** The lines of the timing files that values rest on, each once. */
async function linesUnder(
  facts: readonly Fact[],
  season: Ask['season'],
  depth: number,
): Promise<readonly Fact[]> {
  const own = facts.flatMap((one) => sourceLine(one) ?? [])
  const further = depth === 0 ? [] : facts.filter(({ source }) => source === undefined)
  const under = await Promise.all(
    further.map(async (one) => await linesUnder(await operandsOf(one, season), season, depth - 1)),
  )
  const all = [...own, ...under.flat()]
  return [...new Map(all.map((line) => [line.text, line])).values()]
}

/** A label holds numbers of its own, as "lap 8": they are told by the fact itself. */
function label({ label: words }: Fact): string | undefined {
  const [, plain = words] = /^[^:]*: (.*)$/s.exec(words) ?? []
  return /\d/.test(plain) ? undefined : plain
}
