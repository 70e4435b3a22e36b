import Typography from '@mui/material/Typography'
import { useMemo } from 'react'
import { sectionName } from '#core/domain/fact-text.ts'
import { Runners } from '../playback/runners.tsx'
import { createPlayback, type Playback } from '../playback/playback.ts'
import { PlaybackBar } from '../playback/playback-bar.tsx'
import { lengthOf, type PlayedLap } from '../playback/played-lap.ts'
import { passedAt } from '../playback/run.ts'
import { usePlayed } from '../playback/use-playback.ts'
import { AskButton } from '../screen/ask-button.tsx'
import { useSelection } from '../screen/selection.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { Card } from '../shell/card.tsx'
import {
  chosenId,
  type MapPart,
  type MapTrack,
  type PartId,
  type PerPart,
} from '../track-map/map-part.ts'
import { TrackMap } from '../track-map/track-map.tsx'
import type { TrackMapProps } from '../track-map/track-map-props.ts'
import { togetherNote } from './words.ts'

type TrackCardProps = {
  readonly raceId: string
  readonly car: string
  readonly track: MapTrack
  readonly parts: readonly MapPart[]
  readonly gaps: PerPart<number>
  readonly against: string
  /** What the colours show, over which laps. */
  readonly note: string
  readonly tell: (id: PartId) => string | undefined
  readonly played: PlayedLap | undefined
}

/** The map with its gaps, and a lap that runs round it. */
export function TrackCard({ raceId, car, note, played, ...map }: TrackCardProps) {
  const [{ section, against }, change] = useSelection()
  const { spot, shine } = useSpotlight()
  const isHere = (spot?.raceId ?? raceId) === raceId && (spot?.car ?? car) === car
  const props: TrackMapProps = {
    ...map,
    chosen: section,
    lit: isHere ? spot?.section : undefined,
    onChoose: (id) => change({ section: id ?? null }),
    onPoint: (id) => shine(id === undefined ? undefined : { raceId, car, section: id }),
    action: (part) => <AskAbout part={part} />,
  }
  const loops = togetherNote(map.parts, against)
  const ring =
    map.track.outline === null
      ? ' The outline of this track is not known: a ring stands for it, its sections by time.'
      : ''
  return (
    <Card title="Track" note={`${note}.${ring} ${loops}`.trim()}>
      {played === undefined ? (
        <>
          <TrackMap {...props} />
          <Typography variant="caption" color="textSecondary">
            No lap can be played: none has times at the loops.
          </Typography>
        </>
      ) : (
        <PlayedMap {...props} lap={played} />
      )}
    </Card>
  )
}

function PlayedMap({ lap, ...map }: TrackMapProps & { readonly lap: PlayedLap }) {
  const playback = useMemo(() => createPlayback(lengthOf(lap)), [lap])
  const passed = usePassed(playback, lap)
  return (
    <>
      <TrackMap
        {...map}
        passed={passed}
        overlay={(line) => <Runners playback={playback} lap={lap} line={line} />}
      />
      <PlaybackBar playback={playback} lap={lap} />
    </>
  )
}

/** Sections light as they are passed; before the start and after the end all of them do. */
function usePassed(playback: Playback, lap: PlayedLap): PerPart<boolean> | undefined {
  const passed = usePlayed(playback, ({ ms }) =>
    ms === 0 || ms >= lap.run.totalMs ? 'all' : Object.keys(passedAt(lap.run, ms)).join(' '),
  )
  return useMemo(
    () =>
      passed === 'all' ? undefined : Object.fromEntries(passed.split(' ').map((id) => [id, true])),
    [passed],
  )
}

function AskAbout({ part }: { readonly part: MapPart }) {
  const [{ lap }] = useSelection()
  const section = chosenId(part.id)
  if (section === undefined) return null
  const name = sectionName(section)
  const text = lap === undefined ? `How am I in ${name}?` : `How was ${name} on lap ${lap}?`
  return <AskButton text={text} about={{ section }} />
}
