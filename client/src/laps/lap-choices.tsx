import { Fragment } from 'react'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import { LapChoice } from './lap-choice.tsx'

type LapChoicesProps = {
  readonly raceId: string
  readonly car: string
  readonly laps: readonly number[]
  readonly section?: SectionId | SubSectionId
}

/** "15, 16, 18", each a choice. */
export function LapChoices({ laps, ...of }: LapChoicesProps) {
  return laps.map((lap, at) => (
    <Fragment key={lap}>
      {at === 0 ? '' : ', '}
      <LapChoice lap={lap} {...of} />
    </Fragment>
  ))
}
