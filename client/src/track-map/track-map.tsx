import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { useMemo, useState } from 'react'
import { useWidth } from '../charts/use-width.ts'
import { piecesOf } from './gap-stroke.ts'
import { MapDrawing } from './map-drawing.tsx'
import { MapLegend } from './map-legend.tsx'
import { mapLayout, type MapLayout } from './map-layout.ts'
import { chosenId, type MapPart, type MapTrack, type PartId } from './map-part.ts'
import { MapTargets } from './map-targets.tsx'
import { tellPart } from './tell-part.ts'
import type { TrackMapProps } from './track-map-props.ts'

/** A track with its sections, as wide and strong as their gaps to a reference are large. */
export function TrackMap({ height, ...props }: TrackMapProps) {
  const isPhone = useMediaQuery(useTheme().breakpoints.down('md'))
  const { ref, width } = useWidth<HTMLDivElement>()
  const { pointed, told, pointAt } = usePointed(props.chosen)
  const { track, parts, gaps, chosen, lit, onPoint } = props
  const mapHeight = height ?? (isPhone ? 300 : 340)
  const layout = useMapLayout(track, parts, width, mapHeight)
  const pieces = parts.flatMap((part) => piecesOf(part, gaps))
  const point = (id: PartId | undefined) => {
    pointAt(id)
    onPoint?.(id === undefined ? undefined : chosenId(id))
  }
  const marked = [chosen, lit, pointed]
  const shown = partOf(parts, pointed ?? lit ?? told ?? chosen)
  return (
    <Box>
      <Box ref={ref} sx={{ height: mapHeight }}>
        {layout === undefined || width === undefined ? null : (
          <svg
            width={width}
            height={mapHeight}
            role={props.onChoose === undefined ? 'img' : 'group'}
            aria-label={describe(props, layout)}
          >
            <MapDrawing
              layout={layout}
              pieces={pieces}
              marked={marked}
              passed={props.passed}
              isPlain={props.plain !== undefined}
            />
            {props.overlay?.(layout.line)}
            <MapTargets {...props} layout={layout} pieces={pieces} marked={marked} point={point} />
          </svg>
        )}
      </Box>
      <MapLegend pieces={props.plain === undefined ? pieces : []} />
      {props.onChoose === undefined ? null : <Readout {...props} shown={shown} />}
    </Box>
  )
}

/**
 * What is pointed at, and what was last: its numbers stay, so that the way from it to what can be done with
 * it is open. A choice made elsewhere takes their place.
 */
function usePointed(chosen: PartId | undefined) {
  const [pointed, setPointed] = useState<PartId | undefined>()
  const [last, setLast] = useState<{ readonly told?: PartId; readonly chosen: PartId | undefined }>(
    {
      chosen,
    },
  )
  const pointAt = (id: PartId | undefined) => {
    setPointed(id)
    if (id !== undefined) setLast({ told: id, chosen })
  }
  return { pointed, told: last.chosen === chosen ? last.told : undefined, pointAt }
}

/** Labels are placed by trying many places: not anew for every gap that changes. */
function useMapLayout(
  track: MapTrack,
  parts: readonly MapPart[],
  width: number | undefined,
  height: number,
): MapLayout | undefined {
  return useMemo(
    () =>
      width === undefined
        ? undefined
        : mapLayout(track, parts, { width, height }, labelSize(parts)),
    [track, parts, width, height],
  )
}

function Readout(props: TrackMapProps & { readonly shown: MapPart | undefined }) {
  const { shown, action } = props
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: { xs: 66, md: 44 } }}>
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0 }}>
        {shown === undefined ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            Point at a part of the track for its numbers; a click chooses it.
          </Box>
        ) : (
          tellPart(shown, props)
        )}
      </Typography>
      {shown === undefined ? null : action?.(shown)}
    </Box>
  )
}

function partOf(parts: readonly MapPart[], id: PartId | undefined): MapPart | undefined {
  for (const part of parts) {
    const found = part.id === id ? part : partOf(part.parts, id)
    if (found !== undefined) return found
  }
  return undefined
}

function labelSize(parts: readonly MapPart[]) {
  return { width: parts.some(({ name }) => name.length > 9) ? 116 : 84, height: 38 }
}

function describe({ track, against, plain }: TrackMapProps, { line }: MapLayout): string {
  const shape = line.isRing
    ? `${track.name} as a ring with its sections by time, because its outline is not known`
    : `Map of ${track.name}`
  const way = track.direction === null ? '' : `, driven ${track.direction}`
  return `${shape}${way}${plain === undefined ? `; gaps to ${against}` : ''}`
}
