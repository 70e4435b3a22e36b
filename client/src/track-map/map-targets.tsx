import { Fragment, type ReactNode } from 'react'
import type { Piece } from './gap-stroke.ts'
import type { MapLayout } from './map-layout.ts'
import { isMarked, type Marked } from './is-marked.ts'
import { MapLabel } from './map-label.tsx'
import { chosenId, type MapPart, type PartId } from './map-part.ts'
import { MapTarget } from './map-target.tsx'
import type { Rect } from './place-labels.ts'
import { pathOf, stretch } from './track-line.ts'
import { tellPart } from './tell-part.ts'
import type { TrackMapProps } from './track-map-props.ts'

type MapTargetsProps = TrackMapProps & {
  readonly layout: MapLayout
  readonly pieces: readonly Piece[]
  readonly marked: Marked
  readonly point: (id: PartId | undefined) => void
}

/** The parts of the map that can be pointed at and chosen: its strokes and its labels. */
export function MapTargets(props: MapTargetsProps) {
  const { layout, pieces, marked } = props
  return (
    <>
      {pieces.map(({ part }) => (
        <Target key={part.id} {...props} part={part}>
          <Stretch {...props} part={part} />
        </Target>
      ))}
      {layout.labels.map(({ part, rect }) => (
        <Fragment key={`label ${part.id}`}>
          <MapLabel
            part={part}
            rect={rect}
            gaps={props.gaps}
            plain={props.plain}
            isChosen={isMarked(part.id, marked) || isWithin(props.chosen, part)}
          />
          <Target {...props} part={part}>
            <FingerRect {...rect} />
          </Target>
        </Fragment>
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

/** A stretch wide enough for a finger. */
function Stretch({ layout, part }: MapTargetsProps & { readonly part: MapPart }) {
  const d = pathOf(stretch(layout.line, part.fromShare, part.toShare))
  return <path d={d} fill="none" stroke="transparent" strokeWidth={34} pointerEvents="stroke" />
}

/** Over a label, a little larger. Its text is drawn beneath: the target's own name says more. */
function FingerRect({ x, y, width, height }: Rect) {
  return <rect x={x - 4} y={y - 4} width={width + 8} height={height + 8} fill="transparent" />
}

function isWithin(chosen: PartId | undefined, part: MapPart): boolean {
  return chosen !== undefined && part.id.includes(chosen.slice(0, 2))
}
