import type { ReactNode } from 'react'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import type { Piece } from './gap-stroke.ts'
import type { MapLayout } from './map-layout.ts'
import { MapLabel } from './map-label.tsx'
import { chosenId, type MapPart, type PartId } from './map-part.ts'
import { MapTarget } from './map-target.tsx'
import { pathOf, stretch } from './track-line.ts'
import { tellPart } from './tell-part.ts'
import type { TrackMapProps } from './track-map-props.ts'

type MapTargetsProps = TrackMapProps & {
  readonly layout: MapLayout
  readonly pieces: readonly Piece[]
  readonly pointed: PartId | undefined
  readonly point: (id: PartId | undefined) => void
}

/** The parts of the map that can be pointed at and chosen: its strokes and its labels. */
export function MapTargets(props: MapTargetsProps) {
  const { layout, pieces } = props
  return (
    <>
      {pieces.map(({ part }) => (
        <Target key={part.id} {...props} part={part}>
          <Stretch {...props} part={part} />
        </Target>
      ))}
      {layout.labels.map(({ part, rect }) => (
        <Target key={`label ${part.id}`} {...props} part={part}>
          <MapLabel
            part={part}
            rect={rect}
            gaps={props.gaps}
            isChosen={isMarked(part.id, props) || isWithin(props.chosen, part)}
          />
        </Target>
      ))}
    </>
  )
}

type TargetProps = MapTargetsProps & {
  readonly part: MapPart
  readonly children: ReactNode
}

function Target({ part, children, ...props }: TargetProps) {
  const { chosen, onChoose, point } = props
  if (onChoose === undefined) return children
  const id = chosenId(part.id)
  return (
    <MapTarget
      label={tellPart(part, props)}
      isChosen={id !== undefined && id === chosen}
      onChoose={() => onChoose(id === chosen ? undefined : id)}
      onPoint={(isPointed) => point(isPointed ? part.id : undefined)}
    >
      {children}
    </MapTarget>
  )
}

/** A wide stretch to hit, and the line of choice beside the stroke where it is chosen or pointed at. */
function Stretch(props: MapTargetsProps & { readonly part: MapPart }) {
  const { layout, part } = props
  const d = pathOf(stretch(layout.line, part.fromShare, part.toShare))
  return (
    <>
      {isMarked(part.id, props) ? (
        <path d={d} fill="none" stroke="var(--kl-palette-primary-main)" strokeWidth={2.5} />
      ) : null}
      <path d={d} fill="none" stroke="transparent" strokeWidth={34} pointerEvents="stroke" />
    </>
  )
}

/** Chosen, lit or pointed at: itself, or the section that it is in. */
function isMarked(id: PartId, { chosen, lit, pointed }: MapTargetsProps): boolean {
  return [chosen, lit, pointed].some((one) => one !== undefined && (id === one || holds(one, id)))
}

function holds(section: PartId, id: PartId): boolean {
  return id.length === 3 && id.startsWith(section)
}

function isWithin(chosen: SectionId | SubSectionId | undefined, part: MapPart): boolean {
  return (
    chosen !== undefined && (part.id.startsWith(chosen.slice(0, 2)) || part.id.endsWith(chosen))
  )
}
