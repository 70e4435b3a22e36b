import Typography from '@mui/material/Typography'
import { sectionName } from '#core/domain/fact-text.ts'
import { formatTime } from '#core/domain/time.ts'
import { sectionIds, subSectionIds } from '#core/domain/quantity.ts'
import type { ClassComposite } from '#core/protocol/rest/composite-answer.ts'
import type { TrackAnswer } from '#core/protocol/rest/track-answer.ts'
import { AskButton } from '../screen/ask-button.tsx'
import { useSelection } from '../screen/selection.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { inUnits, measureText } from '../settings/in-units.ts'
import { useUnits } from '../settings/units.tsx'
import { Card } from '../shell/card.tsx'
import { type MapPart, mapParts } from '../track-map/map-part.ts'
import { TrackMap } from '../track-map/track-map.tsx'
import { TrackSections } from './track-sections.tsx'

type TrackMapCardProps = {
  readonly track: TrackAnswer
  /** Of the class that drove the most there. */
  readonly composite: ClassComposite | undefined
}

/** The track with its corners, sections and loops, how long they are, and who was fastest where. */
export function TrackMapCard({ track, composite }: TrackMapCardProps) {
  const [{ section }, change] = useSelection()
  const { spot, shine } = useSpotlight()
  const { units } = useUnits()
  const parts = mapParts(track, { parts: wholeLap, subSections: subSectionIds })
  const bestOf = ({ id }: MapPart) => composite?.sections.find((one) => one.section === id)
  return (
    <Card title="Track" note={noteOf(track)}>
      <TrackMap
        track={track}
        parts={parts}
        gaps={{}}
        against=""
        plain={{
          label: (part) => {
            const best = bestOf(part)
            return best === undefined ? 'not timed' : formatTime(best.bestMs)
          },
          tell: (part) => {
            const length = lengthOf(track, part)
            const best = bestOf(part)
            return [
              ...(length === undefined ? [] : [measureText(inUnits.length(length, units))]),
              ...(best === undefined
                ? []
                : [
                    `fastest ${formatTime(best.bestMs)} by car ${best.car}, race ${raceNumberOf(best.raceId)}, lap ${best.lap}`,
                  ]),
            ].join('; ')
          },
        }}
        chosen={section}
        lit={spot?.section}
        onChoose={(id) => change({ section: id ?? null })}
        onPoint={(id) => shine(id && { section: id })}
        action={(part) => <AskButton text={questionAbout(part, bestOf(part)?.raceId)} />}
      />
      <TrackSections track={track} composite={composite} />
      <PitAndTrap track={track} />
    </Card>
  )
}

/** Of the race of the best time that is shown: a track has several. */
function questionAbout({ id }: MapPart, raceId: string | undefined): string {
  const race = raceId === undefined ? '' : ` in race ${raceNumberOf(raceId)}`
  return `Who was quickest in ${sectionName(id)}${race}?`
}

const raceNumberOf = (raceId: string) => raceId.replace(/^.*-r/, '')

const wholeLap = sectionIds.map((id) => [id])

function noteOf({ direction, cornerNote, outline }: TrackAnswer): string {
  const way = direction === null ? 'Driving direction not known' : `Driven ${direction}`
  const ring = outline === null ? ['The outline is not known: a ring stands for it.'] : []
  return [`${way}; under each section the best time of any car.`, ...ring, cornerNote ?? '']
    .join(' ')
    .trim()
}

/** As far as the places of the loops are known. */
function lengthOf({ lengthM }: TrackAnswer, { fromShare, toShare }: MapPart): number | undefined {
  return lengthM === null ? undefined : (toShare - fromShare) * lengthM
}

function PitAndTrap({ track }: Pick<TrackMapCardProps, 'track'>) {
  const { units } = useUnits()
  const at = (metres: number) => measureText(inUnits.length(metres, units))
  const { pitInM, pitOutM, speedTrapM } = track
  const words = [
    ...(pitInM === null || pitOutM === null
      ? []
      : [`Pit lane from ${at(pitInM)} of the lap to ${at(pitOutM)} of the next.`]),
    ...(speedTrapM === null ? [] : [`Speed trap ${at(speedTrapM)} after the line.`]),
  ]
  if (words.length === 0) return null
  return (
    <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 2 }}>
      {words.join(' ')}
    </Typography>
  )
}
