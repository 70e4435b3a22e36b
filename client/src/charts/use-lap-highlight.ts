import { isLit } from '../screen/lit.ts'
import { useSpotlight } from '../screen/spotlight.tsx'
import { lapAxisId } from './plot-look.ts'

type AxisItem = { readonly axisId: string | number; readonly dataIndex: number }

/** One lap highlighted in all plots, in the strip and in the chat: whatever is pointed at lights the others. */
export function useLapHighlight(raceId: string, laps: readonly number[], car?: string) {
  const { spot, shine } = useSpotlight()
  const part = { raceId, ...(car !== undefined && { car }) }
  const at = laps.findIndex((lap) => isLit({ ...part, lap }, spot))
  return {
    highlightedAxis: at === -1 ? [] : [{ axisId: lapAxisId, dataIndex: at }],
    onHighlightedAxisChange: (items: readonly AxisItem[]) => {
      const item = items.find(({ axisId }) => axisId === lapAxisId)
      const lap = item === undefined ? undefined : laps[item.dataIndex]
      shine(lap === undefined ? undefined : { ...part, lap })
    },
  }
}
