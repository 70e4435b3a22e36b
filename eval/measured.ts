import type { QualityFailure, QualityRun } from '#core/protocol/rest/quality-answer.ts'
import { type Answer, textOf } from './answer.ts'
import { wilsonShare } from '#core/domain/wilson-share.ts'
import { quartileOf } from './oracle/summary.ts'
import type { Expectation, Turn } from './question.ts'
import type { Awaited, Score } from './score-turn.ts'

/** A question with its answer and what was thought of it. */
export type Judged = {
  readonly caseId: string
  readonly season: string
  /** From 1. */
  readonly turn: number
  readonly asked: Turn
  readonly awaited: readonly Awaited[]
  readonly answer: Answer
  readonly score: Score
}

const goals = {
  rightShare: 0.98,
  answeredShare: 0.98,
  refusedShare: 0.98,
  citationPrecision: 0.99,
  citationRecall: 0.99,
  unsupportedNumbers: 0,
} as const

const isToBeRefused = ({ outcome }: Expectation) =>
  outcome.every((one) => one === 'not-in-data' || one === 'off-topic')
const isToBeAnswered = ({ outcome }: Expectation) => outcome.every((one) => one === 'answered')

type Measured = Pick<
  QualityRun,
  'rates' | 'unsupportedNumbers' | 'firstSentenceMs' | 'goals' | 'failures'
>

/** The figures of a run. */
export function measured(judged: readonly Judged[]): Measured {
  const rates = ratesOf(judged)
  const unsupportedNumbers = sum(judged, ({ score }) => score.shown.unsupported.length)
  const first = judged.flatMap(({ answer }) => answer.firstSentenceMs ?? [])
  return {
    rates,
    unsupportedNumbers,
    firstSentenceMs: {
      n: first.length,
      p50: quartileOf(first, 0.5) ?? null,
      p95: quartileOf(first, 0.95) ?? null,
    },
    goals: goalsOf(rates, unsupportedNumbers),
    failures: judged.filter(({ score }) => score.faults.length > 0).map(failureOf),
  }
}

function ratesOf(judged: readonly Judged[]): QualityRun['rates'] {
  const isRight = ({ score }: Judged) => score.faults.length === 0
  const share = (of: readonly Judged[], isHit: (one: Judged) => boolean) =>
    wilsonShare(of.filter(isHit).length, of.length)
  const shown = (count: 'numbers' | 'cited' | 'citations' | 'citationsHold') =>
    sum(judged, ({ score }) => score.shown[count])
  const told = sum(judged, ({ answer }) => answer.sentences.length)
  const withheld = sum(judged, ({ answer }) => answer.withheld.length)
  const refusable = judged.filter(({ asked }) => isToBeRefused(asked.expect))
  return {
    answered: share(
      judged.filter(({ asked }) => isToBeAnswered(asked.expect)),
      ({ answer }) => answer.outcome === 'answered',
    ),
    right: share(
      judged.filter(({ asked }) => !isToBeRefused(asked.expect)),
      isRight,
    ),
    refused: share(refusable, isRight),
    askedFigures: wilsonShare(
      sum(judged, ({ score }) => score.found),
      sum(judged, ({ score }) => score.awaited),
    ),
    citationPrecision: wilsonShare(shown('citationsHold'), shown('citations')),
    citationRecall: wilsonShare(shown('cited'), shown('numbers')),
    withheld: wilsonShare(withheld, told + withheld),
  }
}

function goalsOf(rates: QualityRun['rates'], unsupported: number): QualityRun['goals'] {
  const atLeast = (name: string, goal: number, value: number | null) => ({
    name,
    goal,
    isLimit: false,
    value,
    // What was not tried is not missed: a run over one intent has no refusals.
    isMet: value === null || value >= goal,
  })
  return [
    atLeast('right', goals.rightShare, rates.right.rate),
    atLeast('answered', goals.answeredShare, rates.answered.rate),
    atLeast('refused', goals.refusedShare, rates.refused.rate),
    atLeast('citation precision', goals.citationPrecision, rates.citationPrecision.rate),
    atLeast('citation recall', goals.citationRecall, rates.citationRecall.rate),
    {
      name: 'unsupported numbers',
      goal: goals.unsupportedNumbers,
      isLimit: true,
      value: unsupported,
      isMet: unsupported <= goals.unsupportedNumbers,
    },
  ]
}

function failureOf({
  caseId,
  season,
  turn,
  asked,
  awaited,
  answer,
  score,
}: Judged): QualityFailure {
  const { outcome, intent = [] } = asked.expect
  return {
    caseId,
    season,
    turn,
    question: asked.text,
    answer: answer.sentences.map(textOf).join(' '),
    outcome: answer.outcome,
    expected: [
      outcome.join(' or '),
      ...(intent.length === 0 ? [] : [`intent ${intent.join(' or ')}`]),
      ...awaited.map(({ name, value }) => `${name} ${value}`),
    ],
    faults: [...score.faults],
  }
}

function sum(judged: readonly Judged[], count: (one: Judged) => number): number {
  return judged.reduce((total, one) => total + count(one), 0)
}
