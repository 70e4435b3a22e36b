import { factShort, sectionName } from '#core/domain/fact-text.ts'
import { factText } from '#core/domain/fact-text.ts'
import type { CarSectionsAnswer } from '#core/protocol/rest/car-sections-answer.ts'
import type { PatternsAnswer } from '#core/protocol/rest/patterns-answer.ts'
import { FactLink } from '../facts/fact-link.tsx'
import { LapChoices } from '../laps/lap-choices.tsx'
import { carFact } from './car-fact.ts'
import { Finding } from './finding.tsx'
import { quickNotEveryLap, slowEveryLap } from './section-story.ts'

type OfCar = { readonly raceId: string; readonly car: string }
type FindingProps = OfCar & { readonly answer: CarSectionsAnswer }

const short = (ms: number) => factShort('gap', ms) ?? ''

export function SlowFinding({ raceId, car, answer }: FindingProps) {
  const slow = slowEveryLap(answer)
  if (slow === undefined)
    return (
      <Finding title="Slow every lap" figure="none">
        {answer.sections.some(({ pace }) => pace !== null)
          ? 'No section is slower than the quick quarter of the field.'
          : 'It needs six green laps in a section, and eight cars to compare with.'}
      </Finding>
    )
  const { section, gapMs, pace, standsOut, closeBehind } = slow
  const fact = (field: string) => carFact(raceId, car, `sections.${section}.${field}`)
  return (
    <Finding
      isFirst
      title={`Slow every lap · ${sectionName(section)}`}
      figure={
        <>
          about <FactLink factId={fact('paceGapMs')} text={short(gapMs)} />
        </>
      }
      against="off the quick quarter"
    >
      {pace.gapLowMs === null || pace.gapHighMs === null
        ? null
        : `${seconds(pace.gapLowMs)} to ${seconds(pace.gapHighMs)} s · `}
      {pace.rank === null ? null : (
        <>
          <FactLink factId={fact('paceRank')} text={factText('rank', pace.rank)} /> of {pace.of}{' '}
          ·{' '}
        </>
      )}
      {standsOut
        ? 'it stands out from the others'
        : closeBehind === undefined
          ? 'the only one off the quick quarter'
          : `${sectionName(closeBehind)} is close, none stands out`}
    </Finding>
  )
}

export function QuickFinding({ raceId, car, answer }: FindingProps) {
  const quick = quickNotEveryLap(answer)
  if (quick === undefined)
    return (
      <Finding title="Quick, but not every lap" figure="none">
        {answer.sections.some(({ pace }) => pace !== null && pace.n >= 9)
          ? 'The best laps of each section lie in one stretch: no habit to repeat.'
          : 'It needs nine green laps in a section.'}
      </Finding>
    )
  const { section, gainMs, pace } = quick
  const fact = (field: string) => carFact(raceId, car, `sections.${section}.${field}`)
  return (
    <Finding
      title={`Quick, but not every lap · ${sectionName(section)}`}
      figure={
        <>
          about <FactLink factId={fact('repeatGainMs')} text={short(gainMs)} />
        </>
      }
      against="better than your normal"
    >
      {pace.targetLaps.length} of {pace.n} laps that much better or more, the track taken out:{' '}
      <LapChoices raceId={raceId} car={car} laps={pace.targetLaps} section={section} />
    </Finding>
  )
}

type StrengthFindingProps = OfCar & { readonly patterns: PatternsAnswer }

export function StrengthFinding({ raceId, car, patterns }: StrengthFindingProps) {
  const [first] = patterns.strengths
  const lapRank = patterns.pace?.rank ?? undefined
  if (first === undefined)
    return (
      <Finding title="Strength" figure="not known">
        It needs six green laps, and eight cars to compare with.
      </Finding>
    )
  return (
    <Finding
      title={`Strength · ${sectionName(first.quantity)}`}
      figure={
        <FactLink
          factId={carFact(raceId, car, 'strengths.0.paceGapMs')}
          text={short(first.paceGapMs)}
        />
      }
      against={first.isAhead ? 'ahead of the quick quarter' : 'off the quick quarter'}
    >
      <FactLink
        factId={carFact(raceId, car, 'strengths.0.paceRank')}
        text={factText('rank', first.paceRank)}
      />{' '}
      of the field
      {first.isAhead
        ? first.isSurelyAhead
          ? ' · ahead even at the low end of its interval'
          : ' · by less than its interval'
        : placedBetter(first.paceRank, lapRank)}
    </Finding>
  )
}

/** What makes a part a strength that is still off the quick quarter: it ranks better than the lap. */
function placedBetter(rank: number, lapRank: number | undefined): string {
  if (lapRank === undefined || rank >= lapRank) return ', the smallest gap for its length'
  return `, better than the ${factText('rank', lapRank)} of the lap`
}

const seconds = (ms: number) => (ms < 0 ? '−' : '') + (short(ms).split(' ')[0] ?? '')
