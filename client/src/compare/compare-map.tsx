import { sectionName } from '#core/domain/fact-text.ts'
import { formatTime } from '#core/domain/time.ts'
import { AskButton } from '../screen/ask-button.tsx'
import { useSelection } from '../screen/selection.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { Card } from '../shell/card.tsx'
import { chosenId, type MapPart, type MapTrack } from '../track-map/map-part.ts'
import { TrackMap } from '../track-map/track-map.tsx'
import { type ComparedPart, gapsOfParts } from './compared-parts.ts'

type CompareMapProps = {
  readonly track: MapTrack
  readonly layoutParts: readonly MapPart[]
  readonly compared: readonly ComparedPart[]
  readonly ownName: string
  readonly otherName: string
  /** "Pace over green laps, the track taken out", "as driven". */
  readonly how: string
  /** The question about a section, in the driver's words. */
  readonly questionAbout: (section: string) => string
}

/** Where on the lap one is ahead of the other: drawn as on the car's own map. */
export function CompareMap({ track, layoutParts, compared, ...words }: CompareMapProps) {
  const { ownName, otherName, how, questionAbout } = words
  const [{ section }, change] = useSelection()
  const { spot, shine } = useSpotlight()
  const timeOf = (id: string) => compared.find((part) => part.id === id)?.ownMs
  const against = `${otherName.charAt(0).toLowerCase()}${otherName.slice(1)}`
  return (
    <Card title="Track" note={`${ownName} off ${against}: ${how}; striped is ahead; wider = more`}>
      <TrackMap
        track={track}
        parts={layoutParts}
        gaps={gapsOfParts(compared)}
        against={against}
        chosen={section}
        lit={spot?.section}
        onChoose={(id) => change({ section: id ?? null })}
        onPoint={(id) => shine(id && { section: id })}
        tell={(id) => {
          const ms = timeOf(id)
          return ms === undefined ? undefined : formatTime(ms)
        }}
        action={(part) => <AskAbout part={part} questionAbout={questionAbout} />}
      />
    </Card>
  )
}

type AskAboutProps = Pick<CompareMapProps, 'questionAbout'> & { readonly part: MapPart }

function AskAbout({ part, questionAbout }: AskAboutProps) {
  const section = chosenId(part.id)
  return section === undefined ? null : <AskButton text={questionAbout(sectionName(section))} />
}
