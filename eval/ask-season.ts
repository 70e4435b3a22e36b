import type { Answer } from './answer.ts'
import { openConversation } from './conversation.ts'
import { createFactBook, type FactBook } from './fact-book.ts'
import type { Judged } from './measured.ts'
import { oracleValue } from './oracle/figures.ts'
import { type Oracle, openOracle } from './oracle/season-oracle.ts'
import type { Case, Expectation, SeasonName } from './question.ts'
import { type Awaited, scoreTurn } from './score-turn.ts'

export type AskedSeason = {
  readonly name: SeasonName
  /** The folder of its timing files. */
  readonly data: string
  /** Where the service that serves it listens. */
  readonly origin: string
}

type Asked = { readonly judged: readonly Judged[]; readonly model: string | null }

/** Puts all cases of a season to its service, a conversation each. */
export async function askSeason(season: AskedSeason, cases: readonly Case[]): Promise<Asked> {
  const oracle = await openOracle(season.data)
  const wanted = cases.filter((one) => one.season === 'both' || one.season === season.name)
  refuseUnknown(wanted, oracle)
  const book = createFactBook(season.origin, season.data)
  const judged: Judged[] = []
  let model: string | null = null
  for (const one of wanted) {
    const asked = await askCase(season, one, oracle, book)
    judged.push(...asked.judged)
    model ??= asked.model
  }
  return { judged, model }
}

async function askCase(
  { name, origin }: AskedSeason,
  { id, turns }: Case,
  oracle: Oracle,
  book: FactBook,
): Promise<Asked> {
  const conversation = await openConversation(origin)
  const judged: Judged[] = []
  try {
    for (const [at, asked] of turns.entries()) {
      const awaited = awaitedOf(asked.expect, oracle)
      const answer = await conversation.ask(asked).catch(faultAsAnswer)
      const faults = await faultsOf(answer.facts, book)
      const score = scoreTurn(asked, awaited, answer, (factId) => faults.get(factId))
      judged.push({ caseId: id, season: name, turn: at + 1, asked, awaited, answer, score })
    }
  } finally {
    conversation.close()
  }
  return { judged, model: conversation.model }
}

/** A socket that fails is a wrong answer, not the end of the evaluation. */
function faultAsAnswer(fault: unknown): Answer {
  const error = fault instanceof Error ? fault.message : String(fault)
  const nothing = { sentences: [], withheld: [], facts: [], suggestions: 0 }
  return { ...nothing, scope: undefined, outcome: 'error', error }
}

/** A case that asks for what the season does not have is written wrong: told before anything is asked. */
function refuseUnknown(cases: readonly Case[], oracle: Oracle): void {
  const faults = cases.flatMap(({ id, turns }) => {
    try {
      for (const { expect } of turns) awaitedOf(expect, oracle)
      return []
    } catch (error) {
      return [`${id}: ${error instanceof Error ? error.message : String(error)}`]
    }
  })
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

function awaitedOf({ facts = [] }: Expectation, oracle: Oracle): readonly Awaited[] {
  return facts.map(({ figure, args, tolerance }) => ({
    ...oracleValue(oracle, figure, args),
    name: figure,
    tolerance,
  }))
}

async function faultsOf(facts: Judged['answer']['facts'], book: FactBook) {
  const faults = await Promise.all(
    facts.map(async (fact) => [fact.id, await book.faultOf(fact)] as const),
  )
  return new Map(faults)
}
