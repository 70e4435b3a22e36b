import { isLit } from '../screen/lit.ts'
import { useSelection } from '../screen/selection.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { lapAxisId } from './plot-look.ts'

type AxisItem = { readonly axisId: string | number; readonly dataIndex: number }

/**
 * One lap highlighted in all plots, in the strip and in the chat: whatever is pointed at lights the others.
 * On a car's view a click chooses the lap, and the chosen one stays highlighted.
 */
export function useLapHighlight(raceId: string, laps: readonly number[], car?: string) {
  const { spot, shine } = useSpotlight()
  const [{ lap: chosen }, change] = useSelection()
  const part = { raceId, ...(car !== undefined && { car }) }
  const lit = laps.findIndex((lap) => isLit({ ...part, lap }, spot))
  const at = lit === -1 && car !== undefined ? laps.findIndex((lap) => lap === chosen) : lit
  return {
    highlightedAxis: at === -1 ? [] : [{ axisId: lapAxisId, dataIndex: at }],
    onHighlightedAxisChange: (items: readonly AxisItem[]) => {
      const item = items.find(({ axisId }) => axisId === lapAxisId)
      const lap = item === undefined ? undefined : laps[item.dataIndex]
      shine(lap === undefined ? undefined : { ...part, lap })
    },
    ...(car !== undefined && {
      onAxisClick: (_: unknown, data: { readonly dataIndex: number } | null) => {
        const lap = data === null ? undefined : laps[data.dataIndex]
        if (lap !== undefined) change({ lap })
      },
    }),
  }
}
