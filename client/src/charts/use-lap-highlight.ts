import { isLit } from '../screen/lit.ts'
import { useSelection } from '../screen/selection.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { lapAxisId } from './plot-look.ts'

type AxisItem = { readonly axisId: string | number; readonly dataIndex: number }

/** One lap lit in all plots, in the strip and in the chat: whatever is pointed at lights the others. */
export function useLapLight(raceId: string, laps: readonly number[], car?: string) {
  const { spot, shine } = useSpotlight()
  const part = { raceId, ...(car !== undefined && { car }) }
  const lit = laps.findIndex((lap) => isLit({ ...part, lap }, spot))
  return {
    highlightedAxis: highlighted(lit),
    onHighlightedAxisChange: (items: readonly AxisItem[]) => {
      const item = items.find(({ axisId }) => axisId === lapAxisId)
      const lap = item === undefined ? undefined : laps[item.dataIndex]
      shine(lap === undefined ? undefined : { ...part, lap })
    },
  }
}

/** The same, where a click chooses the lap; the chosen one stays highlighted. */
export function useLapHighlight(raceId: string, laps: readonly number[], car?: string) {
  const { highlightedAxis, ...light } = useLapLight(raceId, laps, car)
  const [{ lap: chosen }, change] = useSelection()
  const isLitNow = highlightedAxis.length > 0
  return {
    ...light,
    highlightedAxis: isLitNow
      ? highlightedAxis
      : highlighted(laps.findIndex((lap) => lap === chosen)),
    onAxisClick: (_: unknown, data: { readonly dataIndex: number } | null) => {
      const lap = data === null ? undefined : laps[data.dataIndex]
      if (lap !== undefined) change({ lap })
    },
  }
}

function highlighted(dataIndex: number) {
  return dataIndex === -1 ? [] : [{ axisId: lapAxisId, dataIndex }]
}
