import { factText } from '#core/domain/fact-text.ts'
import { formatTime } from '#core/domain/time.ts'
import type { FieldAnswer } from '#core/protocol/rest/field-answer.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { FactLink } from '../facts/fact-link.tsx'
import { signedGap } from '../numbers/signed-gap.ts'
import { carFact } from './car-fact.ts'
import { Finding, Findings } from './finding.tsx'
import { trendWords } from './pattern-words.ts'

type PatternFindingsProps = { readonly patterns: PatternsAnswer; readonly field: FieldAnswer }

/** Steadiness, consistency, trend against the field, and the plain figures as driven. */
export function PatternFindings({ patterns, field }: PatternFindingsProps) {
  return (
    <Findings>
      <Steadiness patterns={patterns} />
      <Trend patterns={patterns} field={field} />
      <AsDriven patterns={patterns} />
    </Findings>
  )
}

type OfPatterns = { readonly patterns: PatternsAnswer }
const factOf = ({ raceId, car }: PatternsAnswer, field: string) => carFact(raceId, car, field)

function Steadiness({ patterns }: OfPatterns) {
  const { steadyMs, steadyRank, steadyOf, consistencyScore } = patterns
  if (steadyMs === null)
    return (
      <Finding title="Consistency" figure="not known">
        It needs eight green laps.
      </Finding>
    )
  return (
    <Finding
      title="Consistency"
      figure={
        <>
          ±
          <FactLink factId={factOf(patterns, 'steadyMs')} text={factText('gap', steadyMs)} />
        </>
      }
      against="half of your laps lie within"
    >
      {steadyRank === null || steadyOf === null ? null : (
        <>
          <FactLink factId={factOf(patterns, 'steadyRank')} text={factText('rank', steadyRank)} />{' '}
          of {steadyOf} for steadiness
        </>
      )}
      {consistencyScore === null ? null : (
        <>
          {' · score '}
          <FactLink
            factId={factOf(patterns, 'consistencyScore')}
            text={`${consistencyScore} of 100`}
          />
          , the share of laps within 0.5 % of your pace
        </>
      )}
    </Finding>
  )
}

function Trend({ patterns, field }: PatternFindingsProps) {
  const { trend } = patterns
  if (trend === null)
    return (
      <Finding title="Trend against the field" figure="not known">
        It needs eight green laps.
      </Finding>
    )
  const { trackChange } = field
  return (
    <Finding
      title="Trend against the field"
      figure={
        <FactLink
          factId={factOf(patterns, 'trend.slopeMsPerLap')}
          text={`${signedGap(trend.slopeMsPerLap)} s a lap`}
        />
      }
      against={trendWords[trend.verdict]}
    >
      {signedGap(trend.lowMs)} to {signedGap(trend.highMs)} over {trend.n} laps
      {trackChange === null
        ? ''
        : ` · the field itself: ${signedGap(-trackChange.rangeMs)} s from its slowest lap, ${trackChange.slowestLap}, to its quickest, ${trackChange.quickestLap}`}
    </Finding>
  )
}

function AsDriven({ patterns }: OfPatterns) {
  const { medianMs, stdMs, trendMsPerLap, clean } = patterns
  if (medianMs === null)
    return (
      <Finding title="As driven" figure="not known">
        No lap under green from start to finish.
      </Finding>
    )
  return (
    <Finding
      title="As driven"
      figure={<FactLink factId={factOf(patterns, 'clean.medianMs')} text={formatTime(medianMs)} />}
      against={`median of ${clean.n} green laps`}
    >
      {stdMs === null ? null : (
        <>
          standard deviation{' '}
          <FactLink factId={factOf(patterns, 'clean.stdMs')} text={factText('gap', stdMs)} />
        </>
      )}
      {trendMsPerLap === null ? null : (
        <>
          {' · '}
          <FactLink
            factId={factOf(patterns, 'clean.slopeMsPerLap')}
            text={`${signedGap(trendMsPerLap)} s a lap`}
          />
          , the track’s part included
        </>
      )}
    </Finding>
  )
}
