import type { LedgerLap } from '#core/protocol/rest/ledger-answer.ts'

type LapMarkProps = {
  readonly lap: Pick<LedgerLap, 'isClean' | 'isPersonalBest' | 'isFieldBest'>
  readonly x: number
  readonly y: number
  readonly isChosen?: boolean
}

/** A lap in the strip and its legend: filled where it counts, a diamond for a best, ringed for the field's. */
export function LapMark({ lap, x, y, isChosen = false }: LapMarkProps) {
  const colour = colourOf(lap, isChosen)
  const r = isChosen ? 6 : 4.5
  if (!lap.isClean)
    return <circle cx={x} cy={y} r={r} fill="none" stroke={colour} strokeWidth={1.5} />
  if (!lap.isPersonalBest && !lap.isFieldBest) return <circle cx={x} cy={y} r={r} fill={colour} />
  const half = isChosen ? 8 : 6.5
  return (
    <>
      <path
        d={`M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`}
        fill={colour}
      />
      {lap.isFieldBest ? (
        <circle cx={x} cy={y} r={half + 3} fill="none" stroke={colour} strokeWidth={1.5} />
      ) : null}
    </>
  )
}

function colourOf(lap: LapMarkProps['lap'], isChosen: boolean): string {
  if (isChosen) return 'var(--kl-palette-primary-main)'
  if (!lap.isClean) return 'var(--kl-palette-text-secondary)'
  if (lap.isFieldBest) return 'var(--kl-palette-fieldBest-main)'
  if (lap.isPersonalBest) return 'var(--kl-palette-ownBest-main)'
  return 'var(--kl-palette-text-primary)'
}
